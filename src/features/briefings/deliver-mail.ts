import { composeMessage } from '#platform/mailer/compose-message.ts';
import type { DkimKey } from '#platform/mailer/dkim-key.ts';
import type { Outcome } from '#platform/mailer/outcome.ts';
import type { BriefingListRow } from './briefings.tables.ts';
import type { BatchContent, BatchMail } from './claim-batch.ts';
import type { ComposeMail, MailContext } from './compose-mail.ts';
import type { ClaimedDelivery, DeliveryResult } from './deliveries.repo.ts';
import { preferencesAddress, unsubscribeAddress } from './mail-links.ts';
import { toMessageId } from './message-id.ts';
import type { senderAddress } from './sender-address.ts';
import { firstKey, type SenderContext } from './sender-context.ts';

/** What is the same for all mails of one send. */
export type SendContext = SenderContext & {
  list: BriefingListRow;
  mail: MailContext;
  compose: ComposeMail;
  from: ReturnType<typeof senderAddress>;
  dkim: DkimKey | undefined;
};

/** Writes one mail of a send and hands it to the mail server. Never throws for what the server does. */
export async function deliverMail(
  context: SendContext,
  content: BatchContent,
  mail: BatchMail,
): Promise<Outcome> {
  const { from, mailer, dkim, clock, list } = context;
  const key = firstKey(context.keys);
  const site = { baseUrl: context.baseUrl, prefix: context.mail.edition.prefix };
  const { delivery } = mail;
  const subscriber = delivery.subscriber_id;
  const unsubscribe = unsubscribeAddress(site, key, { subscriber, list: list.id });
  const preferences = preferencesAddress(site, key, clock(), { subscriber, epoch: delivery.epoch });
  const body = context.compose(content, mail, { preferences, unsubscribe });
  const message = await composeMessage(
    {
      ...body,
      from,
      to: delivery.address,
      date: clock(),
      messageId: toMessageId(key, { kind: 'delivery', id: delivery.id }, from.domain),
      headers: {
        'List-Id': `<${list.slug}.${list.edition}.${from.domain}>`,
        'List-Unsubscribe': `<${unsubscribe}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Content-Language': context.mail.edition.language,
      },
    },
    dkim,
  );
  return mailer.send({ from: from.address, to: delivery.address }, message);
}

/** What an outcome means for the delivery: done, to be tried again, or given up. */
export function toResult(
  { clock, retryAfter, awayMs }: Pick<SenderContext, 'clock' | 'retryAfter' | 'awayMs'>,
  { id, attempts }: Pick<ClaimedDelivery, 'id' | 'attempts'>,
  outcome: Outcome,
): DeliveryResult {
  const now = clock();
  const done = { id, nextTryAt: null, doneAt: now };
  const again = (ms: number) => ({ id, nextTryAt: new Date(now.getTime() + ms), doneAt: null });
  switch (outcome.state) {
    case 'accepted':
      return { ...done, state: 'sent', reason: '' };
    case 'refused':
      return { ...done, state: 'failed', reason: outcome.reason };
    case 'unknown':
      return { ...done, state: 'unknown', reason: outcome.reason };
    case 'away':
      return { ...again(awayMs), state: 'planned', reason: outcome.reason, uncounted: true };
    case 'later': {
      const wait = retryAfter(attempts);
      return wait === undefined
        ? { ...done, state: 'failed', reason: `Given up after ${attempts} tries: ${outcome.reason}` }
        : { ...again(wait), state: 'planned', reason: outcome.reason };
    }
  }
}
