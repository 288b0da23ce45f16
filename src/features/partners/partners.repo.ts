import type { Insertable, Updateable } from 'kysely';
import type { Db, Tables } from '#platform/database.ts';
import type { PartnerRow } from './partners.tables.ts';

export const insertPartner = async (
  db: Db,
  partner: Insertable<Tables['partner']>,
): Promise<PartnerRow | undefined> =>
  db
    .insertInto('partner')
    .values(partner)
    .onConflict((conflict) => conflict.column('name').doNothing())
    .returningAll()
    .executeTakeFirst();

export const updatePartner = async (
  db: Db,
  id: number,
  change: Updateable<Tables['partner']>,
): Promise<void> => {
  await db.updateTable('partner').set(change).where('id', '=', id).execute();
};

export const findPartnerByName = (db: Db, name: string): Promise<PartnerRow | undefined> =>
  db.selectFrom('partner').selectAll().where('name', '=', name).executeTakeFirst();

export const findPartner = (db: Db, id: number): Promise<PartnerRow | undefined> =>
  db
    .selectFrom('partner')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst();

export const findPartnerByKey = (db: Db, keyHash: string): Promise<PartnerRow | undefined> =>
  db
    .selectFrom('partner')
    .selectAll()
    .where('key_hash', '=', keyHash)
    .where('removed_at', 'is', null)
    .executeTakeFirst();

/** Those that have not been removed, by name. They are a handful. */
export const listPartners = (db: Db): Promise<PartnerRow[]> =>
  db.selectFrom('partner').selectAll().where('removed_at', 'is', null).orderBy('name').execute();

/** The partners to whom articles are pushed, unless that was stopped. */
export const listPushed = async (db: Db): Promise<number[]> => {
  const rows = await db
    .selectFrom('partner')
    .select('id')
    .where('removed_at', 'is', null)
    .where('push_url', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
};
