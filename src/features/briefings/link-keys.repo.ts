import type { Db } from '#platform/database.ts';

/** Stores the first keys; where another node was quicker its keys stay. */
export const insertLinkKeys = async (db: Db, setting: string, keys: string[], now: Date): Promise<void> => {
  await db
    .insertInto('setting')
    .values({ key: setting, value: JSON.stringify(keys), changed_at: now })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
};
