import { type Insertable, sql } from 'kysely';
import type { Db, Tables } from '#platform/database.ts';
import type { DeliveryState, SendRow } from './briefings.tables.ts';

/** Inserts a send; undefined where its slot is taken. */
export const insertSend = (trx: Db, send: Insertable<Tables['send']>): Promise<SendRow | undefined> =>
  trx
    .insertInto('send')
    .values(send)
    .onConflict((conflict) => conflict.columns(['list_id', 'kind', 'slot']).doNothing())
    .returningAll()
    .executeTakeFirst();

export const findSend = (db: Db, id: number): Promise<SendRow | undefined> =>
  db.selectFrom('send').selectAll().where('id', '=', id).executeTakeFirst();

export const findSlot = (
  db: Db,
  which: Pick<SendRow, 'list_id' | 'kind'> & { slot: string },
): Promise<SendRow | undefined> =>
  db
    .selectFrom('send')
    .selectAll()
    .where('list_id', '=', which.list_id)
    .where('kind', '=', which.kind)
    .where('slot', '=', which.slot)
    .executeTakeFirst();

export const listSends = (db: Db, listId: number, limit: number): Promise<SendRow[]> =>
  db
    .selectFrom('send')
    .selectAll()
    .where('list_id', '=', listId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();

/** Up to when the list's readers have been told of everything; a send that was stopped before its first mail does not count. */
export const findLastUntil = async (db: Db, listId: number): Promise<Date | undefined> => {
  const { rows } = await sql<{ until: Date | null }>`
    select max(s.until) as until from send s
    where s.list_id = ${listId} and s.kind = 'briefing' and (s.state <> 'stopped' or exists (
      select from delivery d where d.send_id = s.id and d.state in ('sent', 'unknown')))`.execute(db);
  return rows[0]?.until ?? undefined;
};

/** Sends that may leave now and have a delivery that is due. */
export const listDueSends = async (db: Db, now: Date): Promise<number[]> => {
  const { rows } = await sql<{ id: number }>`
    select s.id from send s
    where s.state in ('planned', 'sending') and s.not_before <= ${now} and exists (
      select from delivery d where d.send_id = s.id and d.state = 'planned'
        and (d.next_try_at is null or d.next_try_at <= ${now}))
    order by s.kind desc, s.not_before, s.id`.execute(db);
  return rows.map(({ id }) => id);
};

/** Closes the sends whose last delivery is done. */
export const finishSends = async (db: Db, now: Date): Promise<SendRow[]> => {
  const { rows } = await sql<SendRow>`
    update send s set state = 'sent', finished_at = ${now}
    where s.state in ('planned', 'sending') and s.not_before <= ${now} and not exists (
      select from delivery d where d.send_id = s.id and d.state in ('planned', 'sending'))
    returning s.*`.execute(db);
  return rows;
};

/** Stops a send; nothing that is not on its way yet leaves. Answers undefined where it was over already. */
export const stopSendRow = (db: Db, id: number, now: Date, note: string): Promise<SendRow | undefined> =>
  db
    .updateTable('send')
    .set({ state: 'stopped', finished_at: now, note })
    .where('id', '=', id)
    .where('state', 'in', ['planned', 'sending'])
    .returningAll()
    .executeTakeFirst();

/** A finished send that got more deliveries goes on. */
export const reopenSend = async (trx: Db, id: number): Promise<void> => {
  await trx
    .updateTable('send')
    .set({ state: 'sending', finished_at: null })
    .where('id', '=', id)
    .where('state', '=', 'sent')
    .execute();
};

/**
 * Takes the send's next turn: only while it may leave, and no sooner than its rate allows for so many mails, over all
 * workers. Where it is not its turn, `waitMs` says when to ask again; absent where never.
 */
export async function takeTurn(
  trx: Db,
  id: number,
  count: number,
  now: Date,
): Promise<{ send: SendRow } | { waitMs?: number }> {
  const { rows } = await sql<SendRow>`
    update send set state = 'sending', started_at = coalesce(started_at, ${now}),
      next_claim_at = ${now}::timestamptz + ${count} * interval '1 second' / rate
    where id = ${id} and state in ('planned', 'sending') and not_before <= ${now} and next_claim_at <= ${now}
    returning *`.execute(trx);
  const [send] = rows;
  if (send) return { send };
  const waiting = await trx
    .selectFrom('send')
    .select('next_claim_at')
    .where('id', '=', id)
    .where('state', 'in', ['planned', 'sending'])
    .where('not_before', '<=', now)
    .executeTakeFirst();
  return waiting ? { waitMs: Math.max(1, waiting.next_claim_at.getTime() - now.getTime()) } : {};
}

export const countDeliveries = async (db: Db, sendId: number): Promise<Record<DeliveryState, number>> => {
  const rows = await db
    .selectFrom('delivery')
    .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
    .where('send_id', '=', sendId)
    .groupBy('state')
    .execute();
  const none = { planned: 0, sending: 0, sent: 0, failed: 0, unknown: 0, suppressed: 0 };
  return Object.assign(none, Object.fromEntries(rows.map(({ state, count }) => [state, count])));
};

/** Deliveries of the sends of the last two days, by the send's kind and what became of them. */
export const listRecentCounts = async (
  db: Db,
): Promise<{ kind: SendRow['kind']; state: DeliveryState; count: number }[]> => {
  const { rows } = await sql<{ kind: SendRow['kind']; state: DeliveryState; count: number }>`
    select s.kind, d.state, count(*)::int as count from send s join delivery d on d.send_id = s.id
    where s.not_before > now() - interval '2 days' group by s.kind, d.state`.execute(db);
  return rows;
};
