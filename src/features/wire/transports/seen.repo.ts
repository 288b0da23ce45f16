import type { Db } from '#platform/database.ts';
import type { WireSeenRow } from '../wire.tables.ts';

/** What is remembered of a source's folder or mailbox, by name. */
export async function listSeen(db: Db, sourceId: number): Promise<Map<string, WireSeenRow>> {
  const rows = await db.selectFrom('wire_seen').selectAll().where('source_id', '=', sourceId).execute();
  return new Map(rows.map((row) => [row.name, row]));
}

export type Sighting = Pick<WireSeenRow, 'name' | 'stamp' | 'taken'>;

/** Remembers what was seen, in the place of what was known of the same names. */
export async function saveSeen(
  db: Db,
  sourceId: number,
  sightings: readonly Sighting[],
  at: Date,
): Promise<void> {
  if (sightings.length === 0) return;
  await db
    .insertInto('wire_seen')
    .values(
      sightings.map(({ name, stamp, taken }) => ({ source_id: sourceId, name, stamp, taken, seen_at: at })),
    )
    .onConflict((conflict) =>
      conflict.columns(['source_id', 'name']).doUpdateSet((eb) => ({
        stamp: eb.ref('excluded.stamp'),
        taken: eb.ref('excluded.taken'),
        seen_at: eb.ref('excluded.seen_at'),
      })),
    )
    .execute();
}

/** Forgets names, so that what is remembered never grows beyond the folder. */
export async function forgetSeen(db: Db, sourceId: number, names: readonly string[]): Promise<void> {
  if (names.length > 0)
    await db.deleteFrom('wire_seen').where('source_id', '=', sourceId).where('name', 'in', names).execute();
}

/** Forgets all of a source: it is added anew, perhaps with another address. */
export async function forgetAllSeen(db: Db, sourceId: number): Promise<void> {
  await db.deleteFrom('wire_seen').where('source_id', '=', sourceId).execute();
}
