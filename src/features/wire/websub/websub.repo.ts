import type { Insertable } from 'kysely';
import type { Db, Tables } from '#platform/database.ts';
import type { WireSourceRow, WireWebsubRow } from '../wire.tables.ts';

export const findSubscription = (db: Db, sourceId: number): Promise<WireWebsubRow | undefined> =>
  db.selectFrom('wire_websub').selectAll().where('source_id', '=', sourceId).executeTakeFirst();

/** A source in use that has a subscription under this key. */
export async function findSubscribed(
  db: Db,
  name: string,
  key: string,
): Promise<{ source: WireSourceRow; subscription: WireWebsubRow } | undefined> {
  const source = await db
    .selectFrom('wire_source')
    .selectAll()
    .where('name', '=', name)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  const subscription = source && (await findSubscription(db, source.id));
  return source && subscription?.callback_key === key ? { source, subscription } : undefined;
}

/** Writes a subscription in the place of the one that the source had. */
export async function saveSubscription(db: Db, row: Insertable<Tables['wire_websub']>): Promise<void> {
  const { source_id: _, ...values } = row;
  await db
    .insertInto('wire_websub')
    .values(row)
    .onConflict((conflict) => conflict.column('source_id').doUpdateSet(values))
    .execute();
}

export async function updateSubscription(
  db: Db,
  sourceId: number,
  change: Partial<Pick<WireWebsubRow, 'state' | 'reason' | 'asked_at' | 'lease_until'>>,
): Promise<void> {
  await db.updateTable('wire_websub').set(change).where('source_id', '=', sourceId).execute();
}

/** A source that is added anew may have another feed. */
export async function deleteSubscription(db: Db, sourceId: number): Promise<void> {
  await db.deleteFrom('wire_websub').where('source_id', '=', sourceId).execute();
}
