import { buffer } from 'node:stream/consumers';
import DKIM from 'nodemailer/lib/dkim';
import MailComposer from 'nodemailer/lib/mail-composer';
import { toWireAddress } from './address.ts';
import type { DkimKey } from './dkim-key.ts';

export type MessageParts = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  text: string;
  html: string;
  date: Date;
  /** With its angle brackets. */
  messageId: string;
  /** ASCII; each stands on one line however long, since folding a List-Unsubscribe breaks signatures and readers. */
  headers: Record<string, string>;
};

/** What a signature covers; RFC 8058 asks for both List-Unsubscribe headers, which the signer would leave out half of. */
const SIGNED =
  'From:Subject:Date:Message-ID:To:MIME-Version:Content-Type:List-Id:List-Unsubscribe:List-Unsubscribe-Post:Content-Language';

/** A whole message with a text and an HTML part (RFC 2046 multipart/alternative), signed where there is a key. */
export async function composeMessage(parts: MessageParts, dkim?: DkimKey): Promise<Buffer> {
  const composed = await new MailComposer({
    from: { name: parts.from.name, address: toWireAddress(parts.from.address) },
    to: toWireAddress(parts.to),
    subject: parts.subject,
    text: parts.text,
    html: parts.html,
    date: parts.date,
    messageId: parts.messageId,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: Object.entries(parts.headers).map(([key, value]) => ({
      key,
      value: { prepared: true, foldLines: false, value: value.replace(/[\r\n]+/g, ' ') },
    })) as never,
  })
    .compile()
    .build();
  return dkim ? buffer(new DKIM({ ...dkim, headerFieldNames: SIGNED }).sign(composed)) : composed;
}
