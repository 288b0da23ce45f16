import { type SelectQueryBuilder, sql } from 'kysely';
import type { Db, Tables } from '#platform/database.ts';

/** The stored picture behind the address by which copy names it. */
export type StoredPicture = {
  href: string;
  sha256: string;
  mime: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  credit: string;
  kind: 'photo' | 'graphic' | 'map';
  focal_x: number;
  focal_y: number;
};

/** An article as a list shows it. */
export type ListedArticle = {
  id: number;
  path: string;
  edition: string;
  section_id: number;
  headline: string;
  deck: string;
  excerpt: string;
  byline: string;
  credit: string;
  language: string;
  visible_from: Date;
  updated_at: Date;
  words: number;
  urgency: number | null;
  current_revision: number;
  /** With the words that this article gives it (alt, caption, credit), else the picture's own. */
  picture: StoredPicture | null;
};

export type Cursor = { visible_from: Date; id: number };

/** A picture as JSON, found by the address in `article.lead_picture`; null until it has been fetched. */
const leadPicture = sql<StoredPicture | null>`(
  select json_build_object('href', s.href, 'sha256', m.sha256, 'mime', m.mime, 'width', m.width, 'height', m.height,
    'alt', coalesce(nullif(a.lead_picture->>'alt', ''), m.alt),
    'caption', coalesce(nullif(a.lead_picture->>'caption', ''), m.caption),
    'credit', coalesce(nullif(a.lead_picture->>'credit', ''), m.credit),
    'kind', m.kind, 'focal_x', m.focal_x, 'focal_y', m.focal_y)
  from media_source s join media m on m.id = s.media_id
  where s.href = a.lead_picture->>'href')`;

const listed = (db: Db) =>
  db
    .selectFrom('listed_article as a')
    .select([
      'a.id',
      'a.path',
      'a.edition',
      'a.section_id',
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
      leadPicture.as('picture'),
    ]);

type ListQuery = SelectQueryBuilder<Tables & { a: Tables['listed_article'] }, 'a', ListedArticle>;

const newestFirst = (
  query: ListQuery,
  page: { limit: number; before?: Cursor },
): Promise<ListedArticle[]> => {
  const { before } = page;
  const from = before
    ? query.where((eb) =>
        eb(eb.refTuple('a.visible_from', 'a.id'), '<', eb.tuple(before.visible_from, before.id)),
      )
    : query;
  return from.orderBy('a.visible_from', 'desc').orderBy('a.id', 'desc').limit(page.limit).execute();
};

export type ListPage = { limit: number; before?: Cursor };

/** The newest articles of an edition. */
export const listLatest = (db: Db, edition: string, page: ListPage): Promise<ListedArticle[]> =>
  newestFirst(listed(db).where('a.edition', '=', edition) as ListQuery, page);

/** The newest articles of a section. */
export const listOfSection = (db: Db, sectionId: number, page: ListPage): Promise<ListedArticle[]> =>
  newestFirst(listed(db).where('a.section_id', '=', sectionId) as ListQuery, page);

/** The newest articles under a topic. */
export async function listOfTopic(db: Db, topicId: number, page: ListPage): Promise<ListedArticle[]> {
  const { before } = page;
  let query = listed(db)
    .innerJoin('article_topic as t', 't.article_id', 'a.id')
    .where('t.topic_id', '=', topicId)
    .orderBy('t.visible_from', 'desc')
    .orderBy('t.article_id', 'desc')
    .limit(page.limit);
  if (before) {
    query = query.where((eb) =>
      eb(eb.refTuple('t.visible_from', 't.article_id'), '<', eb.tuple(before.visible_from, before.id)),
    );
  }
  return query.execute();
}

/** The newest articles of every section of an edition, so many of each, in one query. */
export const listPerSection = (db: Db, edition: string, perSection: number): Promise<ListedArticle[]> => {
  const newest = listed(db)
    .where('a.section_id', '=', sql<number>`s.id`)
    .orderBy('a.visible_from', 'desc')
    .orderBy('a.id', 'desc')
    .limit(perSection)
    .as('a');
  return db
    .selectFrom('section as s')
    .innerJoinLateral(newest, (join) => join.onTrue())
    .selectAll('a')
    .where('s.edition', '=', edition)
    .orderBy('s.position')
    .orderBy('a.visible_from', 'desc')
    .orderBy('a.id', 'desc')
    .execute();
};

/** Listed articles by their numbers, in no order. */
export const listByIds = (db: Db, ids: number[]): Promise<ListedArticle[]> =>
  ids.length === 0 ? Promise.resolve([]) : listed(db).where('a.id', 'in', ids).execute();
