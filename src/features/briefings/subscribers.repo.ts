import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { MailAddress } from '#platform/mailer/address.ts';
import type { EndedReason, SubscriberRow, SubscriptionRow } from './briefings.tables.ts';

/** The subscriber of an address, made where there is none; locked until the transaction ends. */
export async function upsertSubscriber(
  trx: Db,
  { address, key }: MailAddress,
  now: Date,
): Promise<SubscriberRow> {
  return trx
    .insertInto('subscriber')
    .values({ address, address_key: key, created_at: now })
    .onConflict((conflict) => conflict.column('address_key').doUpdateSet({ address_key: key }))
    .returningAll()
    .executeTakeFirstOrThrow();
}

export const findSubscriber = (db: Db, id: number): Promise<SubscriberRow | undefined> =>
  db.selectFrom('subscriber').selectAll().where('id', '=', id).executeTakeFirst();

export const findSubscriberByKey = (db: Db, key: string): Promise<SubscriberRow | undefined> =>
  db.selectFrom('subscriber').selectAll().where('address_key', '=', key).executeTakeFirst();

export const findSubscription = (
  db: Db,
  subscriberId: number,
  listId: number,
): Promise<SubscriptionRow | undefined> =>
  db
    .selectFrom('subscription')
    .selectAll()
    .where('subscriber_id', '=', subscriberId)
    .where('list_id', '=', listId)
    .executeTakeFirst();

export const listSubscriptions = (db: Db, subscriberId: number): Promise<SubscriptionRow[]> =>
  db.selectFrom('subscription').selectAll().where('subscriber_id', '=', subscriberId).execute();

/** Puts a subscription in waiting for its confirmation; one that is active or waiting stays as it is. */
export async function askSubscription(
  trx: Db,
  subscriberId: number,
  listId: number,
  now: Date,
): Promise<SubscriptionRow> {
  await trx
    .insertInto('subscription')
    .values({ subscriber_id: subscriberId, list_id: listId, state: 'pending', changed_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['subscriber_id', 'list_id'])
        .doUpdateSet({ state: 'pending', ended_reason: null, changed_at: now })
        .where('subscription.state', '=', 'ended'),
    )
    .execute();
  return trx
    .selectFrom('subscription')
    .selectAll()
    .where('subscriber_id', '=', subscriberId)
    .where('list_id', '=', listId)
    .executeTakeFirstOrThrow();
}

/** Makes a subscription active; `round`: only where it is still that one. Answers whether it is active now. */
export async function activateSubscription(
  trx: Db,
  which: { subscriberId: number; listId: number; round: number },
  now: Date,
): Promise<boolean> {
  const row = await trx
    .updateTable('subscription')
    .set((eb) => ({
      state: 'active',
      paused_until: null,
      changed_at: eb.case().when('state', '=', 'active').then(eb.ref('changed_at')).else(now).end(),
    }))
    .where('subscriber_id', '=', which.subscriberId)
    .where('list_id', '=', which.listId)
    .where('round', '=', which.round)
    .where('state', '<>', 'ended')
    .returning('state')
    .executeTakeFirst();
  return row !== undefined;
}

/** Subscribes to a list at once: for whoever has proved the address already. */
export async function putSubscription(
  trx: Db,
  subscriberId: number,
  listId: number,
  now: Date,
): Promise<void> {
  await trx
    .insertInto('subscription')
    .values({ subscriber_id: subscriberId, list_id: listId, state: 'active', changed_at: now })
    .onConflict((conflict) =>
      conflict
        .columns(['subscriber_id', 'list_id'])
        .doUpdateSet({ state: 'active', ended_reason: null, changed_at: now })
        .where('subscription.state', '<>', 'active'),
    )
    .execute();
}

/** Ends subscriptions of one subscriber, all of them without `listId`; ended ones stay as they are. */
export async function endSubscriptions(
  db: Db,
  which: { subscriberId: number; listId?: number },
  reason: EndedReason,
  now: Date,
): Promise<void> {
  let query = db
    .updateTable('subscription')
    .set({ state: 'ended', ended_reason: reason, paused_until: null, changed_at: now })
    .set((eb) => ({ round: eb('round', '+', 1) }))
    .where('subscriber_id', '=', which.subscriberId)
    .where('state', '<>', 'ended');
  if (which.listId !== undefined) query = query.where('list_id', '=', which.listId);
  await query.execute();
}

export const setPaused = async (db: Db, subscriberId: number, until: Date | null): Promise<void> => {
  await db
    .updateTable('subscription')
    .set({ paused_until: until })
    .where('subscriber_id', '=', subscriberId)
    .where('state', '=', 'active')
    .execute();
};

/** Gives a subscriber another address; links that went to the old one open nothing any more. */
export const moveSubscriber = async (trx: Db, id: number, { address, key }: MailAddress): Promise<void> => {
  await trx
    .updateTable('subscriber')
    .set({ address, address_key: key })
    .set((eb) => ({ epoch: eb('epoch', '+', 1) }))
    .where('id', '=', id)
    .execute();
};

export const deleteSubscriber = async (db: Db, id: number): Promise<void> => {
  await db.deleteFrom('subscriber').where('id', '=', id).execute();
};

export type SubscriberCounts = { list_id: number; active: number; paused: number; pending: number };

export const countSubscribers = async (db: Db, now: Date): Promise<SubscriberCounts[]> => {
  const counted = await sql<SubscriberCounts>`
    select list_id,
      count(*) filter (where state = 'active' and coalesce(paused_until, ${now}) <= ${now}) as active,
      count(*) filter (where state = 'active' and paused_until > ${now}) as paused,
      count(*) filter (where state = 'pending') as pending
    from subscription group by list_id`.execute(db);
  return counted.rows;
};

/** Forgets who never confirmed: subscriptions waiting since before `before`, and subscribers left without any. */
export async function forgetUnconfirmed(db: Db, before: Date): Promise<void> {
  await sql`
    with gone as (
      delete from subscription where state = 'pending' and changed_at < ${before} returning subscriber_id)
    delete from subscriber s where s.id in (select subscriber_id from gone)
      and not exists (select from subscription o where o.subscriber_id = s.id
        and (o.state <> 'pending' or o.changed_at >= ${before}))`.execute(db);
}
