import { type Selectable, sql } from 'kysely';
import { toText } from '#document/to-text.ts';
import type { Db, Tables } from '#platform/database.ts';
import type { TextRecord } from '#record/read-record.ts';
import type { Cursor } from './published-lists.repo.ts';
import { applyDecisions, type Decision } from './record-decisions.ts';

/** What a published article says, as an editor left it. Offsets of the record are over `text`, the body's plain text. */
export type ArticleRecord = {
  articleId: number;
  revision: number;
  /** Of the reader that made it. */
  version: number;
  record: TextRecord;
  text: string;
  publishedAt: Date;
  /** When readers saw the article first. */
  visibleFrom: Date;
  /** The moment that the days of the text are counted from. */
  asOf: Date;
  language: string;
  edition: string;
  sectionId: number;
  path: string;
  headline: string;
};

type Row = Selectable<Tables['published_record']> & { decisions: Decision[] };

/** What editors decided on the article of this number, oldest first. */
export const decisionsJson = (articleId: 'p.article_id' | 'a.id') => sql<Decision[]>`(
  select coalesce(json_agg(json_build_object('kind', d.kind, 'key', d.key, 'verdict', d.verdict, 'find', d.find,
    'prefix', d.prefix, 'suffix', d.suffix) order by d.at, d.key), '[]')
  from record_decision d where d.article_id = ${sql.ref(articleId)})`;

const recorded = (db: Db) =>
  db.selectFrom('published_record as p').selectAll('p').select(decisionsJson('p.article_id').as('decisions'));

function toArticleRecord(row: Row): ArticleRecord {
  const text = toText(row.body);
  return {
    articleId: row.article_id,
    revision: row.number,
    version: row.version,
    record: applyDecisions(text, row.record, row.decisions),
    text,
    publishedAt: row.published_at,
    visibleFrom: row.visible_from,
    asOf: row.as_of,
    language: row.language,
    edition: row.edition,
    sectionId: row.section_id,
    path: row.path,
    headline: row.headline,
  };
}

/** The record of an article that may be pointed to; undefined where readers may not see it, it was retracted, or it has none. */
export async function findPublishedRecord(db: Db, articleId: number): Promise<ArticleRecord | undefined> {
  const row = await recorded(db).where('p.article_id', '=', articleId).executeTakeFirst();
  return row && toArticleRecord(row);
}

export type ListPublishedRecords = {
  topicId?: number;
  edition?: string;
  /** The number of a section. */
  section?: number;
  /** After which to go on: the last one's `visibleFrom` and `articleId`. */
  cursor?: Cursor;
  limit: number;
};

/** Records of articles that may be pointed to, newest article first. */
export async function listPublishedRecords(db: Db, page: ListPublishedRecords): Promise<ArticleRecord[]> {
  const { topicId, edition, section, cursor, limit } = page;
  const after = cursor && sql`(${cursor.visible_from}::timestamptz, ${cursor.id}::bigint)`;
  let query = recorded(db).limit(limit);
  if (edition !== undefined) query = query.where('p.edition', '=', edition);
  if (section !== undefined) query = query.where('p.section_id', '=', section);
  if (topicId === undefined) {
    query = query.orderBy('p.visible_from', 'desc').orderBy('p.article_id', 'desc');
    if (after) query = query.where(sql<boolean>`(p.visible_from, p.article_id) < ${after}`);
    return (await query.execute()).map(toArticleRecord);
  }
  // By the topic's own copy of the time, which its index is over.
  let ofTopic = query
    .innerJoin('article_topic as t', 't.article_id', 'p.article_id')
    .where('t.topic_id', '=', topicId)
    .orderBy('t.visible_from', 'desc')
    .orderBy('t.article_id', 'desc');
  if (after) ofTopic = ofTopic.where(sql<boolean>`(t.visible_from, t.article_id) < ${after}`);
  return (await ofTopic.execute()).map(toArticleRecord);
}
