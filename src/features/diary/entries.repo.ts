import { sql, type Updateable } from 'kysely';
import type { Db, Tables } from '#platform/database.ts';
import type { DiaryEntryRow } from './diary.tables.ts';

/** One follower of an edition at a time, so that two articles that announce one event at once make one entry. Held until the transaction ends. */
export const lockDiary = async (trx: Db, edition: string): Promise<void> => {
  await sql`select pg_advisory_xact_lock(hashtext(${`diary ${edition}`}))`.execute(trx);
};

export type NewEntry = Pick<DiaryEntryRow, 'edition' | 'first_day' | 'last_day' | 'precision' | 'keys'>;

export const insertEntry = async (db: Db, entry: NewEntry): Promise<number> => {
  const { id } = await db.insertInto('diary_entry').values(entry).returning('id').executeTakeFirstOrThrow();
  return id;
};

export const updateEntry = async (
  db: Db,
  id: number,
  change: Updateable<Tables['diary_entry']>,
): Promise<void> => {
  await db.updateTable('diary_entry').set(change).where('id', '=', id).execute();
};

export const findEntry = (db: Db, id: number): Promise<DiaryEntryRow | undefined> =>
  db.selectFrom('diary_entry').selectAll().where('id', '=', id).executeTakeFirst();

/** More entries than this that name the same people are looked at from the nearest on. */
const CANDIDATES = 60;

/** Entries of an edition that share a word with what is looked for and are not over before a day, the nearest first. */
export const findCandidates = async (
  db: Db,
  { edition, keys, from, to }: { edition: string; keys: string[]; from: string; to: string },
): Promise<number[]> => {
  if (keys.length === 0) return [];
  const rows = await db
    .selectFrom('diary_entry')
    .select('id')
    .where('edition', '=', edition)
    .where(sql<boolean>`keys && ${keys}::text[]`)
    .where('last_day', '>=', from)
    .where('first_day', '<=', to)
    .orderBy('first_day')
    .orderBy('id')
    .limit(CANDIDATES)
    .execute();
  return rows.map(({ id }) => id);
};

/** Puts an entry under the topics of the articles that announce it and can be seen. */
export const setEntryTopics = async (db: Db, entryId: number, lastDay: string | undefined): Promise<void> => {
  await db.deleteFrom('diary_topic').where('entry_id', '=', entryId).execute();
  if (lastDay === undefined) return;
  await sql`
    insert into diary_topic (topic_id, last_day, entry_id)
    select distinct t.topic_id, ${lastDay}::date, m.entry_id
    from diary_mention m join listed_article a on a.id = m.article_id join article_topic t on t.article_id = a.id
    where m.entry_id = ${entryId} and m.role in ('announces', 'moves') and not m.withdrawn`.execute(db);
};
