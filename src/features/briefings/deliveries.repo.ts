import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { DeliveryState } from './briefings.tables.ts';

/** Plans a delivery to every reader who gets the list now; answers how many. */
export const planDeliveries = async (trx: Db, sendId: number, listId: number, now: Date): Promise<number> => {
  const { numAffectedRows } = await sql`
    insert into delivery (send_id, subscriber_id)
    select ${sendId}, u.subscriber_id from subscription u
    where u.list_id = ${listId} and u.state = 'active' and coalesce(u.paused_until, ${now}) <= ${now}
    order by u.subscriber_id
    on conflict do nothing`.execute(trx);
  return Number(numAffectedRows ?? 0);
};

/** A claimed delivery, who it goes to, and what stands in the way of it at this moment. */
export type ClaimedDelivery = {
  id: number;
  subscriber_id: number;
  attempts: number;
  address: string;
  address_key: string;
  epoch: number;
  /** Of the subscription; null where there is none any more. */
  state: string | null;
  paused_until: Date | null;
  suppressed: string | null;
};

export type ClaimDeliveries = {
  sendId: number;
  listId: number;
  issue: number | null;
  sender: number;
  limit: number;
  now: Date;
};

/** Takes up to `limit` deliveries that are due and marks them as on their way. */
export const claimDeliveries = async (trx: Db, claim: ClaimDeliveries): Promise<ClaimedDelivery[]> => {
  const { rows } = await sql<ClaimedDelivery>`
    update delivery d
    set state = 'sending', sender = ${claim.sender}, issue = ${claim.issue}, attempts = d.attempts + 1, next_try_at = null
    from (select id from delivery
        where send_id = ${claim.sendId} and state = 'planned'
          and (next_try_at is null or next_try_at <= ${claim.now})
        order by next_try_at nulls first, id
        limit ${claim.limit} for update skip locked) c
      join delivery t on t.id = c.id
      join subscriber s on s.id = t.subscriber_id
      left join subscription u on u.subscriber_id = s.id and u.list_id = ${claim.listId}
      left join suppression p on p.address_key = s.address_key
    where d.id = c.id
    returning d.id, d.subscriber_id, d.attempts, s.address, s.address_key, s.epoch, u.state, u.paused_until,
      p.reason as suppressed`.execute(trx);
  return rows;
};

export type DeliveryResult = {
  id: number;
  state: DeliveryState;
  reason: string;
  nextTryAt: Date | null;
  doneAt: Date | null;
  /** The try did not count: it was not about this delivery. */
  uncounted?: boolean;
};

/**
 * Writes down what became of deliveries. One that was taken for lost meanwhile gets its true result too. What will not
 * arrive gives back its correction notices, so that the next briefing brings them.
 */
export const recordResults = async (db: Db, results: DeliveryResult[]): Promise<void> => {
  await sql`
    with r as (
      select * from unnest(
        ${results.map(({ id }) => id)}::bigint[], ${results.map(({ state }) => state)}::text[],
        ${results.map(({ reason }) => reason)}::text[], ${results.map(({ nextTryAt }) => nextTryAt)}::timestamptz[],
        ${results.map(({ doneAt }) => doneAt)}::timestamptz[], ${results.map(({ uncounted }) => uncounted ?? false)}::boolean[])
        as r (id, state, reason, next_try_at, done_at, uncounted)),
    released as (
      delete from correction_notice n using r where n.delivery_id = r.id and r.state in ('failed', 'suppressed'))
    update delivery d set state = r.state, reason = r.reason, next_try_at = r.next_try_at, done_at = r.done_at,
      sender = null, attempts = d.attempts - case when r.uncounted then 1 else 0 end
    from r where d.id = r.id and d.state in ('sending', 'unknown')`.execute(db);
};

/** 'mail' in ASCII: the class of the advisory locks that living senders hold. */
const SENDER_LOCK = 0x6d61696c;

/** A number for a sender, locked on this connection for as long as that lives. */
export const lockSenderNumber = async (connection: Db): Promise<number> => {
  const { rows } = await sql<{ sender: number }>`
    select nextval('sender_number')::int as sender, set_config('tcp_keepalives_idle', '30', false)`.execute(
    connection,
  );
  const sender = rows[0]?.sender ?? 0;
  await sql`select pg_advisory_lock(${SENDER_LOCK}, ${sender})`.execute(connection);
  return sender;
};

export const unlockSenders = async (connection: Db): Promise<void> => {
  await sql`select pg_advisory_unlock_all()`.execute(connection);
};

/**
 * What senders that are no more left on its way: nobody knows whether the mail server took it, so it is marked unknown
 * and never sent again. Answers how many.
 */
export const markAbandoned = (db: Db, now: Date): Promise<number> =>
  db.transaction().execute(async (trx) => {
    const senders = await trx
      .selectFrom('delivery')
      .select('sender')
      .distinct()
      .where('state', '=', 'sending')
      .execute();
    let marked = 0;
    for (const { sender } of senders) {
      const { rows } = await sql<{ dead: boolean }>`
        select pg_try_advisory_xact_lock(${SENDER_LOCK}, ${sender}) as dead`.execute(trx);
      if (!rows[0]?.dead) continue;
      const { numUpdatedRows } = await trx
        .updateTable('delivery')
        .set({
          state: 'unknown',
          reason: 'The sender ended while it was on its way.',
          done_at: now,
          sender: null,
        })
        .where('state', '=', 'sending')
        .where('sender', '=', sender)
        .executeTakeFirst();
      marked += Number(numUpdatedRows);
    }
    return marked;
  });

/** Gives up what has waited too long: a morning briefing is of no use the day after. */
export const expireDeliveries = async (
  db: Db,
  now: Date,
  ages: { briefingMs: number; retractionMs: number },
): Promise<void> => {
  const before = (ms: number) => new Date(now.getTime() - ms);
  await sql`
    update delivery d set state = 'failed', reason = 'Too late: ' || d.reason, done_at = ${now}, next_try_at = null
    from send s
    where d.send_id = s.id and d.state = 'planned' and s.state in ('planned', 'sending')
      and s.not_before < case s.kind when 'briefing' then ${before(ages.briefingMs)}::timestamptz
        else ${before(ages.retractionMs)}::timestamptz end`.execute(db);
};

/** Takes every delivery that has not left out of a send. */
export const dropPlanned = async (trx: Db, sendId: number, reason: string, now: Date): Promise<void> => {
  await trx
    .updateTable('delivery')
    .set({ state: 'suppressed', reason, done_at: now, next_try_at: null })
    .where('send_id', '=', sendId)
    .where('state', '=', 'planned')
    .execute();
};
