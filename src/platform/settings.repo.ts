import type { Db } from './database.ts';

declare module './database.ts' {
  interface Tables {
    setting: { key: string; value: unknown; changed_at: Date };
  }
}

/** What the paper remembers about itself under a key; undefined where nothing is. Its reader parses it. */
export const findSetting = async (db: Db, key: string): Promise<unknown> => {
  const row = await db.selectFrom('setting').select('value').where('key', '=', key).executeTakeFirst();
  return row?.value;
};

/** Remembers a value that JSON can hold. */
export const saveSetting = async (db: Db, key: string, value: unknown, at: Date): Promise<void> => {
  const row = { value: JSON.stringify(value), changed_at: at };
  await db
    .insertInto('setting')
    .values({ key, ...row })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(row))
    .execute();
};

/**
 * The same, and nobody else gets it until the transaction ends: undefined, too, where somebody else has it. For work that
 * one process at a time should do.
 */
export const lockSetting = async (trx: Db, key: string): Promise<unknown> => {
  const row = await trx
    .selectFrom('setting')
    .select('value')
    .where('key', '=', key)
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  return row?.value;
};
