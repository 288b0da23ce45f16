import { type Db, withTransaction } from '#platform/database.ts';
import { enqueue } from '#platform/jobs.ts';
import type { MailAddress } from '#platform/mailer/address.ts';
import { mayAskLetter } from './asked-letters.repo.ts';
import type { BriefingListRow } from './briefings.tables.ts';
import { sendLetter } from './letter.job.ts';
import { askSubscription, upsertSubscriber } from './subscribers.repo.ts';
import { findSuppression } from './suppression.repo.ts';

/** What strangers can have sent to one address: few enough that nobody's mailbox is flooded with them. */
const LETTERS = { perDay: 4, apartMs: 60_000 };

/**
 * Somebody asks for a list to come to an address. Whoever asks learns nothing: the answer is the same whether the address
 * is new, waiting, subscribed already, or suppressed; only the mailbox tells.
 */
export async function subscribe(
  db: Db,
  { address, list, now }: { address: MailAddress; list: BriefingListRow; now: Date },
): Promise<void> {
  await withTransaction(db, async (trx) => {
    const suppressed = await findSuppression(trx, address.key);
    if (suppressed || !(await mayAskLetter(trx, address.key, now, LETTERS))) return;
    const subscriber = await upsertSubscriber(trx, address, now);
    const subscription = await askSubscription(trx, subscriber.id, list.id, now);
    const kind = subscription.state === 'active' ? 'known' : 'confirm';
    await enqueue(trx, sendLetter, { kind, subscriberId: subscriber.id, listId: list.id });
  });
}
