import { sql } from 'kysely';
import type { Document } from '#document/document.ts';
import type { Db } from '#platform/database.ts';

/** What an article says, seen by readers or not: rows are made before an embargo ends, and the view decides. */
export type SearchSource = {
  id: number;
  edition: string;
  section_id: number;
  visible_from: Date;
  current_revision: number;
  headline: string;
  deck: string;
  byline: string;
  located: string;
  body: Document;
  topics: { id: number; name: string }[];
  facts: string;
};

/** What decides over a search row beside revision and time, as one text. */
const facts = sql<string>`concat_ws('/', a.edition, a.section_id,
  (select string_agg(t.topic_id::text, ',' order by t.topic_id) from article_topic t where t.article_id = a.id))`;

/**
 * Live articles by their numbers, in the order of these. Their rows cannot change until the transaction ends: what is
 * made of them is no older than they are.
 */
export const listSources = (trx: Db, ids: number[]): Promise<SearchSource[]> =>
  trx
    .selectFrom('article as a')
    .innerJoin('revision as r', (join) =>
      join.onRef('r.article_id', '=', 'a.id').onRef('r.number', '=', 'a.current_revision'),
    )
    .select([
      'a.id',
      'a.edition',
      'a.section_id',
      'a.visible_from',
      'a.current_revision',
      'a.headline',
      'a.deck',
      'a.byline',
      'r.located',
      'r.body',
      sql<SearchSource['topics']>`(
        select coalesce(json_agg(json_build_object('id', t.id, 'name', t.name) order by t.id), '[]')
        from article_topic at join topic t on t.id = at.topic_id where at.article_id = a.id)`.as('topics'),
      facts.as('facts'),
    ])
    .where('a.id', '=', sql<number>`any(${ids}::bigint[])`)
    .where('a.status', '=', 'live')
    .orderBy('a.id')
    .forShare('a')
    .execute();

export type StaleBlock = {
  /** The articles of the block whose search row is missing, old, or should not be there. */
  stale: number[];
  /** The last article of the block; absent after the end. */
  last?: number;
};

/** Looks through the next `size` articles after a number for search rows that are not as they should be. */
export async function findStale(
  db: Db,
  { after, size, version }: { after: number; size: number; version: number },
): Promise<StaleBlock> {
  const block = sql`(select * from article where id > ${after} order by id limit ${size})`;
  const { rows } = await sql<{ stale: number[] | null; last: number | null }>`
    select max(a.id) as last, array_agg(a.id order by a.id) filter (where
      case when a.status = 'live'
        then d.article_id is null or d.revision <> a.current_revision or d.version <> ${version}
          or d.visible_from <> a.visible_from or d.facts <> ${facts}
        else d.article_id is not null end) as stale
    from ${block} a left join search_document d on d.article_id = a.id`.execute(db);
  return { stale: rows[0]?.stale ?? [], last: rows[0]?.last ?? undefined };
}
