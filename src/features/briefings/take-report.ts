import type { Db } from '#platform/database.ts';
import { countBounces, insertReport } from './reports.repo.ts';
import { endSubscriptions, findSubscriberByKey } from './subscribers.repo.ts';
import { suppress } from './suppression.repo.ts';

export type MailReport = {
  addressKey: string;
  kind: 'bounce' | 'complaint';
  /** Enhanced status code (RFC 3463), empty where there was none. */
  status: string;
  detail: string;
  deliveryId?: number;
  /** Whoever reports says that the address is gone for good. */
  permanent?: boolean;
};

export type ReportEffect = 'suppressed' | 'noted';

/** Mailboxes that do not exist, moved away, are disabled, or whose domain takes no mail: RFC 3463, 3.2 to 3.4; RFC 7505. */
const GONE_FOR_GOOD = /^5\.(1\.(1|2|3|6|10)|2\.1|4\.4)$/;
const ENOUGH_BOUNCES = 3;
const WITHIN_MS = 30 * 24 * 3_600_000;

/**
 * Takes in what came back about a mail. A complaint, or a mailbox that is gone, ends it for the address at once and for
 * good; other failures (full, refused by a policy) when there were three in thirty days.
 */
export async function takeReport(db: Db, report: MailReport, now: Date): Promise<ReportEffect> {
  const { addressKey, kind, status } = report;
  return db.transaction().execute(async (trx) => {
    await insertReport(trx, {
      address_key: addressKey,
      kind,
      status,
      detail: report.detail.slice(0, 1000),
      delivery_id: report.deliveryId ?? null,
      received_at: now,
    });
    const final =
      kind === 'complaint' ||
      report.permanent ||
      GONE_FOR_GOOD.test(status) ||
      (await countBounces(trx, addressKey, new Date(now.getTime() - WITHIN_MS))) >= ENOUGH_BOUNCES;
    if (!final) return 'noted';
    await suppress(trx, {
      address_key: addressKey,
      reason: kind,
      detail: report.detail.slice(0, 200),
      since: now,
    });
    const subscriber = await findSubscriberByKey(trx, addressKey);
    if (subscriber) await endSubscriptions(trx, { subscriberId: subscriber.id }, kind, now);
    return 'suppressed';
  });
}
