import type { Updateable } from 'kysely';
import type { Db, Tables } from '#platform/database.ts';
import type { BriefingListRow } from './briefings.tables.ts';

/** The slug of the one briefing that every edition has. */
export const MORNING = 'morning';

export const listBriefingLists = (db: Db): Promise<BriefingListRow[]> =>
  db
    .selectFrom('briefing_list as l')
    .innerJoin('edition as e', 'e.code', 'l.edition')
    .selectAll('l')
    .orderBy('e.position')
    .orderBy('l.id')
    .execute();

export const findBriefingList = (db: Db, id: number): Promise<BriefingListRow | undefined> =>
  db.selectFrom('briefing_list').selectAll().where('id', '=', id).executeTakeFirst();

export const findListOfEdition = (db: Db, edition: string): Promise<BriefingListRow | undefined> =>
  db
    .selectFrom('briefing_list')
    .selectAll()
    .where('edition', '=', edition)
    .where('slug', '=', MORNING)
    .executeTakeFirst();

export const insertList = async (db: Db, edition: string, now: Date): Promise<void> => {
  await db
    .insertInto('briefing_list')
    .values({ edition, slug: MORNING, created_at: now })
    .onConflict((conflict) => conflict.columns(['edition', 'slug']).doNothing())
    .execute();
};

export const updateList = async (
  db: Db,
  id: number,
  change: Updateable<Tables['briefing_list']>,
): Promise<void> => {
  await db.updateTable('briefing_list').set(change).where('id', '=', id).execute();
};
