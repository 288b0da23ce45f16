import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { RevisionKind, RevisionRow, TombstoneRow } from './articles.tables.ts';
import type { ListedArticle, StoredPicture } from './published-lists.repo.ts';

/** Where an address leads: the article now at `path`, which is the address itself unless it is a former one. */
export const findPathOf = async (
  db: Db,
  address: string,
): Promise<{ id: number; path: string } | undefined> =>
  db
    .selectFrom('article_address')
    .innerJoin('published_article as a', 'a.id', 'article_address.article_id')
    .select(['a.id', 'a.path'])
    .where('article_address.path', '=', address)
    .executeTakeFirst();

/** What is left of a withdrawn article at this address. */
export const findTombstone = (db: Db, address: string): Promise<TombstoneRow | undefined> =>
  db
    .selectFrom('article_address')
    .innerJoin('article_tombstone as t', 't.id', 'article_address.article_id')
    .selectAll('t')
    .where('article_address.path', '=', address)
    .executeTakeFirst();

export type PublishedTopic = { id: number; slug: string; name: string };
export type PublishedTranslation = {
  id: number;
  edition: string;
  language: string;
  path: string;
  headline: string;
};
export type PublishedNotice = { number: number; kind: RevisionKind; note: string; published_at: string };

/** Everything about one article that its page shows, in one row. */
export type PublishedArticle = Omit<ListedArticle, 'picture'> & {
  status: 'live' | 'retracted';
  story_id: number;
  translation_group: number;
  revision: Pick<RevisionRow, 'number' | 'kind' | 'body' | 'located' | 'pictures'> & { published_at: string };
  topics: PublishedTopic[];
  translations: PublishedTranslation[];
  /** Corrections, clarifications and retractions, oldest first; times as PostgreSQL writes them into JSON. */
  notices: PublishedNotice[];
  pictures: StoredPicture[];
  /** How many versions of it readers could see; those replaced under embargo do not count. */
  revisions: number;
};

export const revisionJson = sql<PublishedArticle['revision']>`(
  select json_build_object('number', r.number, 'kind', r.kind, 'body', r.body, 'located', r.located,
    'pictures', r.pictures, 'published_at', r.published_at)
  from revision r where r.article_id = a.id and r.number = a.current_revision)`;

export const topicsJson = sql<PublishedTopic[]>`(
  select coalesce(json_agg(json_build_object('id', t.id, 'slug', t.slug, 'name', t.name) order by t.name), '[]')
  from article_topic at join topic t on t.id = at.topic_id where at.article_id = a.id)`;

export const translationsJson = sql<PublishedTranslation[]>`(
  select coalesce(json_agg(json_build_object('id', o.id, 'edition', o.edition, 'language', o.language, 'path', o.path, 'headline', o.headline)), '[]')
  from listed_article o where o.translation_group = a.translation_group and o.id <> a.id)`;

export const noticesJson = sql<PublishedNotice[]>`(
  select coalesce(json_agg(json_build_object('number', r.number, 'kind', r.kind, 'note', r.note, 'published_at', r.published_at) order by r.number), '[]')
  from published_revision r where r.article_id = a.id and r.kind in ('correction', 'clarification', 'retraction'))`;

/** How many versions of it readers could see. */
export const revisionCount = sql<number>`(
  select count(*)::int from published_revision r where r.article_id = a.id)`;

export const picturesJson = sql<StoredPicture[]>`(
  select coalesce(json_agg(json_build_object('href', s.href, 'sha256', m.sha256, 'mime', m.mime, 'width', m.width,
    'height', m.height, 'alt', m.alt, 'caption', m.caption, 'credit', m.credit, 'kind', m.kind,
    'focal_x', m.focal_x, 'focal_y', m.focal_y)), '[]')
  from article_picture p join media_source s on s.href = p.href join media m on m.id = s.media_id
  where p.article_id = a.id)`;

/** The article whose current address this is. */
export const findPublished = (db: Db, path: string): Promise<PublishedArticle | undefined> =>
  db
    .selectFrom('published_article as a')
    .select([
      'a.id',
      'a.story_id',
      'a.status',
      'a.path',
      'a.edition',
      'a.section_id',
      'a.translation_group',
      'a.headline',
      'a.deck',
      'a.excerpt',
      'a.byline',
      'a.credit',
      'a.language',
      'a.visible_from',
      'a.updated_at',
      'a.words',
      'a.urgency',
      'a.current_revision',
      revisionJson.as('revision'),
      topicsJson.as('topics'),
      translationsJson.as('translations'),
      noticesJson.as('notices'),
      picturesJson.as('pictures'),
      revisionCount.as('revisions'),
    ])
    .where('a.path', '=', path)
    .$narrowType<{ status: 'live' | 'retracted' }>()
    .executeTakeFirst();

/** The revisions of a published article that readers could see, first to last. */
export const listRevisions = (db: Db, articleId: number): Promise<RevisionRow[]> =>
  db
    .selectFrom('published_revision as r')
    .innerJoin('published_article as a', 'a.id', 'r.article_id')
    .selectAll('r')
    .where('r.article_id', '=', articleId)
    .orderBy('r.number')
    .execute();

export type CorrectionListing = Omit<PublishedNotice, 'published_at'> & {
  published_at: Date;
  id: number;
  path: string;
  headline: string;
  language: string;
};

/** Corrections, clarifications and retractions of an edition, newest first. */
export const listCorrections = (
  db: Db,
  edition: string,
  page: { limit: number; before?: { published_at: Date; id: number } },
): Promise<CorrectionListing[]> => {
  const { before } = page;
  let query = db
    .selectFrom('published_revision as r')
    .innerJoin('published_article as a', 'a.id', 'r.article_id')
    .select(['a.id', 'a.path', 'a.headline', 'a.language', 'r.number', 'r.kind', 'r.note', 'r.published_at'])
    .where('r.kind', 'in', ['correction', 'clarification', 'retraction'])
    .where('a.edition', '=', edition)
    .orderBy('r.published_at', 'desc')
    .orderBy('r.article_id', 'desc')
    .limit(page.limit);
  if (before) {
    query = query.where((eb) =>
      eb(eb.refTuple('r.published_at', 'r.article_id'), '<', eb.tuple(before.published_at, before.id)),
    );
  }
  return query.execute();
};

/** The articles that readers may see and that use a picture, found by the first digits of its sha256; a few are enough. */
export const listPictureArticles = async (db: Db, shaStart: string): Promise<number[]> => {
  const rows = await db
    .selectFrom('media as m')
    .innerJoin('media_source as s', 's.media_id', 'm.id')
    .innerJoin('article_picture as p', 'p.href', 's.href')
    .innerJoin('published_article as a', 'a.id', 'p.article_id')
    .select('a.id')
    .where('m.sha256', '>=', shaStart)
    .where('m.sha256', '<', `${shaStart}g`)
    .limit(20)
    .execute();
  return rows.map((row) => row.id);
};

/** The stored pictures of an article that readers may see. */
export const listArticlePictures = async (db: Db, articleId: number): Promise<StoredPicture[]> => {
  const row = await db
    .selectFrom('published_article as a')
    .select(picturesJson.as('pictures'))
    .where('a.id', '=', articleId)
    .executeTakeFirst();
  return row?.pictures ?? [];
};
