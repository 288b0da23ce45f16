import { type Insertable, sql } from 'kysely';
import type { Db, Tables } from '#platform/database.ts';
import type { TakeRow } from './stories.tables.ts';

/** Inserts takes in one statement. */
export const insertTakes = async (trx: Db, takes: TakeRow[]): Promise<void> => {
  if (takes.length === 0) return;
  const rows = takes.map(
    (take): Insertable<Tables['take']> => ({
      ...take,
      body: JSON.stringify(take.body),
      pictures: JSON.stringify(take.pictures),
    }),
  );
  await trx.insertInto('take').values(rows).execute();
};

export const findTake = (db: Db, storyId: number, number: number): Promise<TakeRow | undefined> =>
  db
    .selectFrom('take')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('number', '=', number)
    .executeTakeFirst();

/** The lowest number of a story's takes; those that came late are numbered downward from -1. */
export const findLowestNumber = async (trx: Db, storyId: number): Promise<number> => {
  const row = await trx
    .selectFrom('take')
    .select('number')
    .where('story_id', '=', storyId)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row?.number ?? 0;
};

/** The take that was made of one of these items. */
export const findTakeOfItems = (trx: Db, storyId: number, itemIds: number[]): Promise<TakeRow | undefined> =>
  trx
    .selectFrom('take')
    .selectAll()
    .where('story_id', '=', storyId)
    .where('wire_item_id', 'in', itemIds)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Gives a take another number: it became the current one after others had been. */
export const renumberTake = async (trx: Db, take: TakeRow, number: number): Promise<void> => {
  await trx
    .updateTable('take')
    .set({ number })
    .where('story_id', '=', take.story_id)
    .where('number', '=', take.number)
    .execute();
};

/** Moves the takes of a story to another, out of the way of that one's own: under numbers below `under`. */
export const moveTakes = async (trx: Db, from: number, to: number, under: number): Promise<void> => {
  await sql`
    update take set story_id = ${to}, number = ${under} - placed.place
    from (select number, row_number() over (order by number desc) as place from take where story_id = ${from}) as placed
    where take.story_id = ${from} and take.number = placed.number`.execute(trx);
};

/** Whether a person wrote a take of one of these stories; answers which. */
export const listDeskStories = async (trx: Db, storyIds: number[]): Promise<number[]> => {
  const rows = await trx
    .selectFrom('take')
    .select('story_id')
    .distinct()
    .where('story_id', 'in', storyIds)
    .where('made_by', 'not like', 'wire:%')
    .execute();
  return rows.map((row) => row.story_id);
};

/** All takes of a story, first to last. */
export const listTakes = (db: Db, storyId: number): Promise<TakeRow[]> =>
  db.selectFrom('take').selectAll().where('story_id', '=', storyId).orderBy('number').execute();
