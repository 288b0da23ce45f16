import type { Db } from '#platform/database.ts';
import type { Mailbox } from '#platform/mailbox/open-mailbox.ts';
import type { Receive } from '../receive.ts';
import type { WireSourceRow } from '../wire.tables.ts';
import { BUDGET, type Haul } from './poll-folder.ts';
import { listSeen, saveSeen } from './seen.repo.ts';

export type MailboxVisit = {
  db: Db;
  source: WireSourceRow;
  mailbox: Mailbox;
  receive: Receive;
  /** The mailbox's address without a password: what mails are named by. */
  url: string;
  now: Date;
};

/** The name under which the place in a mailbox is remembered; no file is named so. */
const CURSOR = '#mailbox';

/**
 * Takes the new mails of a mailbox in their order. The cursor, UIDVALIDITY and UID, moves on after each that was received:
 * a crash before that means that it is received again, which does no harm. Where the mailbox was made anew all of it is
 * looked at again.
 */
export async function pollMailbox(visit: MailboxVisit): Promise<Haul> {
  const { db, source, mailbox, receive, url, now } = visit;
  const haul: Haul = { items: 0, taken: 0, left: [] };
  const [validity, uid] = (await listSeen(db, source.id)).get(CURSOR)?.stamp.split(' ') ?? [];
  const after = validity === mailbox.validity ? Number(uid ?? 0) : 0;
  let bytes = 0;
  for (const mail of await mailbox.listAfter(after, BUDGET.files)) {
    if (bytes > 0 && bytes + mail.size > BUDGET.bytes) break;
    const name = `${url};UID=${mail.uid}`;
    if (mail.size > BUDGET.fileBytes)
      haul.left.push(
        `The mail ${mail.uid} has ${mail.size} bytes; none of more than ${BUDGET.fileBytes} is read.`,
      );
    else {
      const raw = await mailbox.read(mail.uid);
      const received =
        raw && (await receive(source, { bytes: raw, contentType: 'message/rfc822', name, receivedAt: now }));
      bytes += raw?.byteLength ?? 0;
      haul.taken += 1;
      haul.items += received?.items.length ?? 0;
      if (received?.reason !== undefined) haul.left.push(`Mail ${mail.uid}: ${received.reason}`);
    }
    await saveSeen(
      db,
      source.id,
      [{ name: CURSOR, stamp: `${mailbox.validity} ${mail.uid}`, taken: true }],
      now,
    );
    if (source.move_to !== null) await mailbox.move(mail.uid, source.move_to);
  }
  return haul;
}
