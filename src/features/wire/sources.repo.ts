import { type Insertable, sql } from 'kysely';
import type { Db, Tables } from '#platform/database.ts';
import type { WireSourceRow } from './wire.tables.ts';

/** All sources in use, by name. */
export const listSources = (db: Db): Promise<WireSourceRow[]> =>
  db.selectFrom('wire_source').selectAll().where('removed_at', 'is', null).orderBy('name').execute();

export const findSourceByName = (db: Db, name: string): Promise<WireSourceRow | undefined> =>
  db
    .selectFrom('wire_source')
    .selectAll()
    .where('name', '=', name)
    .where('removed_at', 'is', null)
    .executeTakeFirst();

/** The names of these sources, of removed ones too. */
export async function listSourceNames(db: Db, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('wire_source').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export type NewSource = Pick<
  Insertable<Tables['wire_source']>,
  | 'name'
  | 'kind'
  | 'url'
  | 'format'
  | 'edition'
  | 'section_id'
  | 'publish'
  | 'every_seconds'
  | 'token_hash'
  | 'move_to'
>;

/**
 * Inserts a source; undefined where one of that name is in use. A name that was removed comes back as the same source with the new
 * settings, so that items it brought before are known and its stories go on.
 */
export const insertSource = (db: Db, source: NewSource): Promise<WireSourceRow | undefined> =>
  db
    .insertInto('wire_source')
    .values(source)
    .onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({
          ...source,
          etag: null,
          last_modified: null,
          next_poll_at: null,
          failures: 0,
          last_error: null,
          removed_at: null,
        })
        .where('wire_source.removed_at', 'is not', null),
    )
    .returningAll()
    .executeTakeFirst();

/** Takes a source out of use; undefined where there is none of that name. What it brought stays. */
export const markSourceRemoved = (db: Db, name: string, at: Date): Promise<WireSourceRow | undefined> =>
  db
    .updateTable('wire_source')
    .set({ removed_at: at })
    .where('name', '=', name)
    .where('removed_at', 'is', null)
    .returningAll()
    .executeTakeFirst();

/**
 * Makes messages of these sources wait for each other until the transaction ends, so that versions are counted one by one.
 * In the order of their ids, so that two transactions with several sources cannot wait for each other for ever.
 */
export async function lockSources(trx: Db, ids: number[]): Promise<void> {
  await sql`/* prepare lock_sources */
    select id from wire_source where id = any(${ids}::bigint[]) order by id for no key update`.execute(trx);
}

export type Claim = { now: Date; leaseSeconds: number };

const leaseEnd = ({ now, leaseSeconds }: Claim): Date => new Date(now.getTime() + leaseSeconds * 1000);

/**
 * Takes up to `limit` sources that are due, the most overdue first, and leases them: until the lease ends no other worker takes them.
 * A worker that dies loses its lease by time alone.
 */
export const claimDueSources = (db: Db, claim: Claim & { limit: number }): Promise<WireSourceRow[]> =>
  db
    .updateTable('wire_source')
    .set({ next_poll_at: leaseEnd(claim), last_polled_at: claim.now })
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('wire_source')
        .select('id')
        .where('kind', '=', 'url')
        .where('removed_at', 'is', null)
        .where((or) => or.or([or('next_poll_at', 'is', null), or('next_poll_at', '<=', claim.now)]))
        .orderBy('next_poll_at', (order) => order.asc().nullsFirst())
        .limit(claim.limit)
        .forUpdate()
        .skipLocked(),
    )
    .returningAll()
    .execute();

/** Prolongs a lease; also takes one on a source that is not due. */
export async function extendLease(db: Db, id: number, claim: Claim): Promise<void> {
  await db
    .updateTable('wire_source')
    .set({ next_poll_at: leaseEnd(claim), last_polled_at: claim.now })
    .where('id', '=', id)
    .execute();
}

export type PollRecord = {
  next_poll_at: Date;
  failures: number;
  last_error: string | null;
  /** Absent: what was known stays. */
  etag?: string | null;
  last_modified?: string | null;
};

/** Writes down how a poll went, which ends its lease. */
export async function recordPoll(db: Db, id: number, record: PollRecord): Promise<void> {
  await db.updateTable('wire_source').set(record).where('id', '=', id).execute();
}
