import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { SuppressionReason } from './briefings.tables.ts';

export type Suppression = { address_key: string; reason: SuppressionReason; detail: string; since: Date };

/** Puts an address on the list of those that get no mail; a complaint outweighs a bounce, else the first reason stays. */
export const suppress = async (db: Db, suppression: Suppression): Promise<void> => {
  await db
    .insertInto('suppression')
    .values(suppression)
    .onConflict((conflict) =>
      conflict
        .column('address_key')
        .doUpdateSet(suppression)
        .where('suppression.reason', '=', 'bounce')
        .where(sql<boolean>`excluded.reason <> 'bounce'`),
    )
    .execute();
};

export const findSuppression = (db: Db, key: string): Promise<Suppression | undefined> =>
  db.selectFrom('suppression').selectAll().where('address_key', '=', key).executeTakeFirst();

/** Lifts a suppression; answers whether there was one. */
export const liftSuppression = async (db: Db, key: string): Promise<boolean> => {
  const { numDeletedRows } = await db
    .deleteFrom('suppression')
    .where('address_key', '=', key)
    .executeTakeFirst();
  return numDeletedRows > 0n;
};
