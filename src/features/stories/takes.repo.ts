import type { Insertable } from 'kysely';
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

/** All takes of a story, first to last. */
export const listTakes = (db: Db, storyId: number): Promise<TakeRow[]> =>
  db.selectFrom('take').selectAll().where('story_id', '=', storyId).orderBy('number').execute();
