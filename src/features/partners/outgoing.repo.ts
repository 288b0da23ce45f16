import { sql } from 'kysely';
import type { Document } from '#document/document.ts';
import type { ArticleStatus, RevisionKind } from '#features/articles/articles.ts';
import type { PictureReference } from '#features/stories/stories.ts';
import type { Db } from '#platform/database.ts';

/** A stored picture with the words that its own article gives it. */
export type PictureFacts = {
  href: string;
  sha256: string;
  width: number;
  height: number;
  kind: 'photo' | 'graphic' | 'map';
  alt: string;
  caption: string;
  credit: string;
  rights: string;
};

/** All that is needed of a published article to send it out. */
export type ArticleFacts = {
  id: number;
  status: Exclude<ArticleStatus, 'killed'>;
  path: string;
  edition: string;
  publisher: string;
  section_id: number;
  section: { slug: string; name: string };
  headline: string;
  deck: string;
  excerpt: string;
  byline: string;
  credit: string;
  located: string;
  language: string;
  urgency: number | null;
  words: number;
  visible_from: Date;
  updated_at: Date;
  first_visible_at: Date;
  revision: number;
  kind: RevisionKind;
  note: string;
  body: Document;
  named: PictureReference[];
  pictures: PictureFacts[];
  topics: { slug: string; name: string; code: string | null }[];
  /** From a wire source, or of a take made from a wire item. */
  wire: boolean;
  /** Its source's copy may be passed on to everyone. */
  passed_on: boolean;
  wire_holder: string | null;
  wire_terms: string | null;
};

const topics = sql<ArticleFacts['topics']>`(
  select coalesce(json_agg(json_build_object('slug', p.slug, 'name', p.name, 'code', p.code) order by p.name), '[]')
  from article_topic at join topic p on p.id = at.topic_id where at.article_id = a.id)`;

const pictures = sql<PictureFacts[]>`(
  select coalesce(json_agg(json_build_object('href', s.href, 'sha256', m.sha256, 'width', m.width, 'height', m.height,
    'kind', m.kind, 'alt', m.alt, 'caption', m.caption, 'credit', m.credit, 'rights', m.rights)), '[]')
  from article_picture p join media_source s on s.href = p.href join media m on m.id = s.media_id
  where p.article_id = a.id)`;

/** Published articles by their numbers, in no order; one that readers may not see is not among them. */
export const listArticleFacts = (db: Db, ids: readonly number[]): Promise<ArticleFacts[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('published_article as a')
        .innerJoin('revision as r', (join) =>
          join.onRef('r.article_id', '=', 'a.id').onRef('r.number', '=', 'a.current_revision'),
        )
        .innerJoin('revision as f', (join) => join.onRef('f.article_id', '=', 'a.id').on('f.number', '=', 1))
        .innerJoin('edition as e', 'e.code', 'a.edition')
        .innerJoin('section as c', 'c.id', 'a.section_id')
        .innerJoin('story as y', 'y.id', 'a.story_id')
        .leftJoin('take as t', (join) =>
          join.onRef('t.story_id', '=', 'a.story_id').onRef('t.number', '=', 'r.take_number'),
        )
        .leftJoin('wire_item as w', 'w.id', 't.wire_item_id')
        .leftJoin('partner_source as o', (join) =>
          join.on('o.source_id', '=', sql<number>`coalesce(w.source_id, y.wire_source_id)`),
        )
        .select([
          'a.id',
          'a.status',
          'a.path',
          'a.edition',
          'e.name as publisher',
          'a.section_id',
          sql<ArticleFacts['section']>`json_build_object('slug', c.slug, 'name', c.name)`.as('section'),
          'a.headline',
          'a.deck',
          'a.excerpt',
          'a.byline',
          'a.credit',
          'r.located',
          'a.language',
          'a.urgency',
          'a.words',
          'a.visible_from',
          'a.updated_at',
          sql<Date>`least(f.published_at, a.visible_from)`.as('first_visible_at'),
          'a.current_revision as revision',
          'r.kind',
          'r.note',
          'r.body',
          'r.pictures as named',
          pictures.as('pictures'),
          topics.as('topics'),
          sql<boolean>`y.wire_source_id is not null or t.wire_item_id is not null`.as('wire'),
          sql<boolean>`o.source_id is not null`.as('passed_on'),
          sql<string | null>`w.item ->> 'copyrightholder'`.as('wire_holder'),
          sql<string | null>`w.item ->> 'usageterms'`.as('wire_terms'),
        ])
        .where('a.id', 'in', [...ids])
        .$narrowType<{ status: ArticleFacts['status'] }>()
        .execute();

/** What a stop says of an article that readers may not see, or not any more. */
export type StopFacts = {
  id: number;
  publisher: string;
  language: string;
  first_visible_at: Date;
  /** When it was killed, where it was. */
  killed_at: Date | null;
};

/**
 * Articles that once were public, by their numbers, without any of their words. The tables are read here and not the views: what
 * partners were given before has to be taken back although nobody may see it.
 */
export const listStopFacts = (db: Db, ids: readonly number[]): Promise<StopFacts[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('article as a')
        .innerJoin('revision as f', (join) => join.onRef('f.article_id', '=', 'a.id').on('f.number', '=', 1))
        .innerJoin('edition as e', 'e.code', 'a.edition')
        .select([
          'a.id',
          'e.name as publisher',
          'a.language',
          sql<Date>`least(f.published_at, a.visible_from)`.as('first_visible_at'),
          sql<Date | null>`case a.status when 'killed' then a.killed_at end`.as('killed_at'),
        ])
        .where('a.id', 'in', [...ids])
        .execute();

/** Whether an article was public once and was withdrawn. */
export const hasTombstone = async (db: Db, id: number): Promise<boolean> =>
  (await db.selectFrom('article_tombstone').select('id').where('id', '=', id).executeTakeFirst()) !==
  undefined;
