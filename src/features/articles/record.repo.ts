import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Block } from '#platform/walk-blocks.ts';
import type { RevisionReading, RevisionToRead } from './read-revision.ts';
import type { RecordDecisionRow, RevisionRecordRow } from './record.tables.ts';

export type RecordToSave = Pick<RevisionReading, 'number' | 'as_of' | 'record'> & { articleId: number };

/** Writes records, in one statement; one that is there already is replaced. */
export async function saveRecords(trx: Db, records: readonly RecordToSave[]): Promise<void> {
  if (records.length === 0) return;
  const rows = records.map(({ articleId, number, as_of, record }) => ({
    article_id: articleId,
    number,
    version: record.version,
    as_of,
    record: JSON.stringify(record),
  }));
  await trx
    .insertInto('revision_record')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['article_id', 'number']).doUpdateSet((eb) => ({
        version: eb.ref('excluded.version'),
        as_of: eb.ref('excluded.as_of'),
        record: eb.ref('excluded.record'),
      })),
    )
    .execute();
}

export const findRecord = (
  db: Db,
  articleId: number,
  number: number,
): Promise<RevisionRecordRow | undefined> =>
  db
    .selectFrom('revision_record')
    .selectAll()
    .where('article_id', '=', articleId)
    .where('number', '=', number)
    .executeTakeFirst();

export type StoredRevision = RevisionToRead & { record: RevisionRecordRow | null };

/** Every revision of an article as it is to be read, first to last, with the record that is stored of it. */
export const listRevisionsToRead = async (db: Db, articleId: number): Promise<StoredRevision[]> => {
  const rows = await db
    .selectFrom('revision as r')
    .innerJoin('article as a', 'a.id', 'r.article_id')
    .innerJoin('edition as e', 'e.code', 'a.edition')
    .leftJoin('revision_record as rr', (join) =>
      join.onRef('rr.article_id', '=', 'r.article_id').onRef('rr.number', '=', 'r.number'),
    )
    .select(['r.number', 'r.kind', 'r.body', 'a.language', 'e.zone', 'r.published_at', 'r.written_at'])
    .select(['rr.version', 'rr.as_of', 'rr.record'])
    .where('r.article_id', '=', articleId)
    .orderBy('r.number')
    .execute();
  return rows.map(({ version, as_of, record, ...revision }) => ({
    ...revision,
    record:
      version === null || as_of === null || record === null
        ? null
        : { article_id: articleId, number: revision.number, version, as_of, record },
  }));
};

/** Looks through the next `size` articles after a number for revisions that are to be read (again). */
export async function findUnread(
  db: Db,
  { after, size, version }: { after: number; size: number; version: number },
): Promise<Block> {
  const block = sql`(select id from article where id > ${after} order by id limit ${size})`;
  const { rows } = await sql<{ ids: number[] | null; last: number | null }>`
    select max(a.id) as last, array_agg(a.id order by a.id) filter (where exists (
      select 1 from revision r
      left join revision_record rr on rr.article_id = r.article_id and rr.number = r.number
      where r.article_id = a.id and rr.version is distinct from ${version})) as ids
    from ${block} a`.execute(db);
  return { ids: rows[0]?.ids ?? [], last: rows[0]?.last ?? undefined };
}

/** Writes down what an editor found; a later verdict on the same find takes its place. */
export const saveDecision = async (db: Db, decision: RecordDecisionRow): Promise<void> => {
  const row = { ...decision, find: JSON.stringify(decision.find) };
  const { verdict, find, by, at } = row;
  await db
    .insertInto('record_decision')
    .values(row)
    .onConflict((conflict) =>
      conflict.columns(['article_id', 'kind', 'key']).doUpdateSet({ verdict, find, by, at }),
    )
    .execute();
};

/** What editors decided on an article's record, oldest first. */
export const listDecisions = (db: Db, articleId: number): Promise<RecordDecisionRow[]> =>
  db
    .selectFrom('record_decision')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('at')
    .orderBy('key')
    .execute();
