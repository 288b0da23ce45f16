import PostalMime, { type Attachment } from 'postal-mime';
import { AppError, messageOf } from '#lib/errors.ts';

/** What a report in a mailbox says: a delivery status notification (RFC 3464) or a complaint (ARF, RFC 5965). */
export type ParsedReport = {
  kind: 'bounce' | 'complaint';
  status: string;
  detail: string;
  /** Message-IDs that the report quotes, the reported message's among them. */
  messageIds: string[];
};

const TEMPORARY = 'The report says that the mail is late, not that it failed.';

/**
 * Reads one message as it came (RFC 5322).
 * @throws AppError bad_input with the reason where it reports no failure and no complaint.
 */
export async function parseReport(bytes: Uint8Array): Promise<ParsedReport> {
  const mail = await PostalMime.parse(bytes, {
    // The reported message comes as an attachment with its headers, instead of being mixed into the text.
    forceRfc822Attachments: true,
    attachmentEncoding: 'utf8',
  }).catch((thrown: unknown) => {
    throw new AppError('bad_input', `This is no mail message: ${messageOf(thrown)}.`);
  });
  const parts = mail.attachments.map((part) => ({ type: part.mimeType.toLowerCase(), text: textOf(part) }));
  const original = parts.filter(({ type }) => /^(message\/rfc822|text\/rfc822-headers)/.test(type));
  const messageIds = original.flatMap(({ text }) => fieldsOf(text, 'message-id'));
  const find = (type: string) => parts.find((part) => part.type === type)?.text;
  const feedback = find('message/feedback-report');
  if (feedback !== undefined) {
    const [type = 'abuse'] = fieldsOf(feedback, 'feedback-type');
    return { kind: 'complaint', status: '', detail: `Reported as ${type}.`, messageIds };
  }
  const status = find('message/delivery-status') ?? find('message/global-delivery-status');
  if (status === undefined) {
    throw new AppError('bad_input', 'This is neither a delivery status notification nor a complaint.');
  }
  return { ...readStatus(status), messageIds };
}

function readStatus(text: string): Pick<ParsedReport, 'kind' | 'status' | 'detail'> {
  const [action = ''] = fieldsOf(text, 'action');
  const [status = ''] = fieldsOf(text, 'status');
  if (!/^failed/i.test(action)) throw new AppError('bad_input', TEMPORARY);
  const [diagnostic = ''] = fieldsOf(text, 'diagnostic-code');
  return { kind: 'bounce', status: /^\d\.\d{1,3}\.\d{1,3}/.exec(status)?.[0] ?? '', detail: diagnostic };
}

/** Values of a header field, unfolded. */
const fieldsOf = (text: string, name: string): string[] =>
  [
    ...text
      .replace(/\r\n/g, '\n')
      .replace(/\n[ \t]+/g, ' ')
      .matchAll(/^([A-Za-z-]+):[ \t]*(.*)$/gm),
  ]
    .filter(([, field = '']) => field.toLowerCase() === name)
    .map(([, , value = '']) => value.trim());

const textOf = ({ content }: Attachment): string =>
  typeof content === 'string' ? content : Buffer.from(content as ArrayBuffer).toString('utf8');
