import { type Db, withTransaction } from '#platform/database.ts';
import { enqueue } from '#platform/jobs.ts';
import type { MailAddress } from '#platform/mailer/address.ts';
import { mayAskLetter } from './asked-letters.repo.ts';
import type { SubscriberRow } from './briefings.tables.ts';
import { sendLetter } from './letter.job.ts';
import type { OpenedLink } from './open-link.ts';
import {
  activateSubscription,
  endSubscriptions,
  findSubscriberByKey,
  listSubscriptions,
  moveSubscriber,
  putSubscription,
} from './subscribers.repo.ts';
import { findSuppression } from './suppression.repo.ts';

/** Makes the subscription of a confirmation link active; false where it was ended since the link was written. */
export const confirmSubscription = (db: Db, { link }: OpenedLink, now: Date): Promise<boolean> =>
  activateSubscription(db, { subscriberId: link.subscriber, listId: link.list, round: link.version }, now);

/** Sets which lists a reader gets: those of `wanted`, and no other. */
export async function chooseLists(
  db: Db,
  subscriberId: number,
  wanted: readonly number[],
  now: Date,
): Promise<void> {
  await withTransaction(db, async (trx) => {
    const current = await listSubscriptions(trx, subscriberId);
    for (const { list_id, state } of current) {
      if (state === 'active' && !wanted.includes(list_id))
        await endSubscriptions(trx, { subscriberId, listId: list_id }, 'unsubscribed', now);
    }
    for (const listId of wanted) await putSubscription(trx, subscriberId, listId, now);
  });
}

/** How many letters may go to a new address that a reader named. */
const MOVE_LETTERS = { perDay: 3, apartMs: 60_000 };

/** Asks a new address whether it wants the mails of a reader; nothing changes before it says so. */
export async function askMove(db: Db, subscriber: SubscriberRow, to: MailAddress, now: Date): Promise<void> {
  await withTransaction(db, async (trx) => {
    if (to.key === subscriber.address_key || (await findSuppression(trx, to.key))) return;
    if (!(await mayAskLetter(trx, to.key, now, MOVE_LETTERS))) return;
    await enqueue(trx, sendLetter, {
      kind: 'move',
      subscriberId: subscriber.id,
      listId: 0,
      to: to.address,
    });
  });
}

/** Moves a reader to an address that has confirmed it. Where that is a reader already, the two become one. */
export async function confirmMove(
  db: Db,
  subscriber: SubscriberRow,
  to: MailAddress,
  now: Date,
): Promise<void> {
  await withTransaction(db, async (trx) => {
    const other = await findSubscriberByKey(trx, to.key);
    if (!other || other.id === subscriber.id) return moveSubscriber(trx, subscriber.id, to);
    for (const { list_id, state } of await listSubscriptions(trx, subscriber.id)) {
      if (state === 'active') await putSubscription(trx, other.id, list_id, now);
    }
    await endSubscriptions(trx, { subscriberId: subscriber.id }, 'moved', now);
  });
}
