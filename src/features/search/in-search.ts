import type { Db } from '#platform/database.ts';

/** Runs look-ups as a search: read only, and under the settings that `startSearch` makes for the transaction. */
export const inSearch = <T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> =>
  db.transaction().setAccessMode('read only').execute(work);
