import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { readMessageId } from './message-id.ts';
import { parseReport } from './read-report.parse.ts';
import { findAddressOf } from './reports.repo.ts';
import { type ReportEffect, takeReport } from './take-report.ts';

export type TakenMessage = { kind: 'bounce' | 'complaint'; address: string; effect: ReportEffect };

/**
 * Takes in one bounce or complaint as it came into a mailbox. Only what quotes the signed Message-ID of a mail of ours
 * counts; the address is that mail's, whatever the report claims.
 * @throws AppError bad_input where it is no report, or not about a mail of ours.
 */
export async function takeMessage(
  db: Db,
  keys: readonly Buffer[],
  bytes: Uint8Array,
  now: Date,
): Promise<TakenMessage> {
  const report = await parseReport(bytes);
  for (const text of report.messageIds) {
    const mail = readMessageId(keys, text);
    const addressKey = mail && (await findAddressOf(db, mail));
    if (!mail || !addressKey) continue;
    const deliveryId = mail.kind === 'delivery' ? mail.id : undefined;
    const { kind, status, detail } = report;
    const effect = await takeReport(db, { addressKey, kind, status, detail, deliveryId }, now);
    return { kind, address: addressKey, effect };
  }
  throw new AppError('bad_input', 'The report quotes no mail that this paper sent.');
}
