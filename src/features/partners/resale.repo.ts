import type { Db } from '#platform/database.ts';

/** Lets the copy of a source go to every partner. */
export const allowSource = async (db: Db, sourceId: number): Promise<void> => {
  await db
    .insertInto('partner_source')
    .values({ source_id: sourceId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
};

/** Keeps the copy of a source from partners again, but for those who have all agencies' copy. */
export const keepSource = async (db: Db, sourceId: number): Promise<void> => {
  await db.deleteFrom('partner_source').where('source_id', '=', sourceId).execute();
};

export const listAllowedSources = async (db: Db): Promise<number[]> => {
  const rows = await db.selectFrom('partner_source').select('source_id').execute();
  return rows.map(({ source_id }) => source_id);
};
