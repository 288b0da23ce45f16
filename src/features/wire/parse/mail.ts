import { oneLine } from '#document/clean-text.ts';
import { toText } from '#document/to-text.ts';
import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireFailure, WireFormat, WireItem } from '../wire-item.schema.ts';
import { embargoIn, saysEmbargo } from './embargo-words.ts';
import { guessLanguage } from './guess-language.ts';
import { finishItem } from './item-draft.ts';
import { refuse } from './limits.ts';
import { bodyOfMail } from './mail-body.ts';
import { decodeCharset } from './mail-charset.ts';
import { headerWords, isMail, type MailHeaders, type MailPart, type Mime, readMime } from './mail-mime.ts';
import { readSender } from './mail-sender.ts';
import { copyOfMail, type MailCopy } from './mail-text.ts';
import { readDate } from './read-date.ts';
import { readMarks } from './sender-marks.ts';

/** How an attached story is read; given by the dispatch, for it knows the other formats. */
export type ReadAttachment = (bytes: Uint8Array, options: { as?: WireFormat }) => ParsedMessage;

const DEEPEST = 3;
/** A mail of fewer words than this beside an attached story only carries it. */
const COVER_WORDS = 60;

/**
 * A mail (RFC 5322, MIME) as an item, and each story attached to it as its own. Archives are never opened; pictures and
 * other files stay in the message as it came, with a note.
 */
export function parseMail(bytes: Uint8Array, read: ReadAttachment, depth = 0): ParsedMessage {
  const mime = readMime(bytes);
  const attached = readAttachments(mime, read, depth);
  const draft = itemOfMail(mime, attached.notes);
  const words = draft === undefined ? 0 : toText(draft.body).split(/\s+/).length;
  const own = draft === undefined || (attached.items.length > 0 && words < COVER_WORDS) ? [] : [draft];
  const items = [...own, ...attached.items.map((item) => underCover(item, mime, draft))];
  if (items.length === 0 && attached.failures.length === 0)
    refuse('The mail holds no words and no story that can be read.');
  return {
    format: 'mail',
    items,
    failures: attached.failures.map((failure) => ({ ...failure, position: failure.position + own.length })),
  };
}

/** An attached story without a time of its own has the mail's, and what held the mail back holds it back. */
function underCover(item: WireItem, { headers }: Mime, cover: WireItem | undefined): WireItem {
  const sent = item.versioncreated ?? readDate('Date', [headerWords(headers, 'date')], []);
  const embargoed = item.embargoed ?? cover?.embargoed;
  return {
    ...item,
    ...(sent === undefined ? {} : { versioncreated: sent }),
    ...(embargoed === undefined ? {} : { embargoed }),
  };
}

const PREFIX = /^\s{0,3}(?:(?:re|fwd?|aw|wg|tr|rv|sv|vs|antw|i|r)\s?(?:\[\d\])?\s?:|\[[^\]]{1,40}\])\s{0,3}/i;
const KIND =
  /^(?:press release|news release|media release|pressemitteilung|medienmitteilung|communiqué(?: de presse)?|comunicado(?: de prensa)?|comunicato stampa|for immediate release|embargoed?(?: until [^:–-]{3,60})?|strictly embargoed|sperrfrist(?: [^:–-]{3,40})?)\s?[:|–—-]\s?/iu;

/** A subject as a headline: without what mail programs and lists put before it. */
function headlineOf(subject: string): { headline: string; taken: string[] } {
  let headline = subject;
  const taken: string[] = [];
  for (let turn = 0; turn < 6; turn += 1) {
    const found = PREFIX.exec(headline) ?? KIND.exec(headline);
    if (found === null || found[0].length >= headline.length) break;
    if (!PREFIX.test(headline)) taken.push(found[0]);
    headline = headline.slice(found[0].length);
  }
  return { headline: headline.trim(), taken };
}

function itemOfMail(
  { headers, parts, notes: mimeNotes }: Mime,
  attachedNotes: readonly string[],
): WireItem | undefined {
  const notes = [...mimeNotes, ...attachedNotes];
  const { document, notes: bodyNotes } = bodyOfMail(parts);
  notes.push(...bodyNotes);
  const copy = copyOfMail(document);
  const text = toText(copy.body);
  if (text.trim() === '') return undefined;
  const subject = copy.forwarded?.subject ?? headerWords(headers, 'subject') ?? '';
  const { headline, taken } = headlineOf(subject);
  const release = copy.release || /release|mitteilung|communiqu|comunica/i.test(taken.join(' '));
  const language = headerWords(headers, 'content-language') ?? guessLanguage(text);
  const sent = readDate('Date', [headerWords(headers, 'date')], notes, 'en');
  const { byline, body } = takeByline(copy);
  const sender = readSender(copy.forwarded?.from ?? headerWords(headers, 'from'), release);
  const held = [subject, ...copy.ednotes].filter(saysEmbargo);
  const marks = readMarks([
    ...taken,
    ...(/^(?:kill|withdrawn|retraction|correct(?:ion|ed)|updated?|urgent|advisory)(?: notice)?\s?:/i
      .exec(headline)
      ?.slice(0, 1) ?? []),
  ]);
  return finishItem({
    notes,
    wireCopy: true,
    uri: messageName(headers),
    language,
    headline: headline === '' ? undefined : headline,
    byline: byline ?? sender.byline,
    credit: sender.credit,
    body,
    bodySent: true,
    pubstatus: marks.killed ? 'canceled' : 'usable',
    versioncreated: sent,
    embargoed: embargoOf(held, sent, language),
    signal: marks.signals,
    ednotes: [...copy.ednotes, ...taken.filter(saysEmbargo)],
    evolvedfrom: named(headers.get('supersedes')?.[0] ?? headers.get('replaces')?.[0]),
    keywords: headerWords(headers, 'keywords')?.split(','),
    links: [headers.get('archived-at')?.[0]?.replace(/^<|>$/g, '')]
      .filter((href) => href !== undefined)
      .map((href) => ({ href, rel: 'alternate' })),
  });
}

function embargoOf(
  held: readonly string[],
  sent: string | undefined,
  language: string | undefined,
): string | undefined {
  const all = held.map((line) => embargoIn(line, { sent, language }));
  return all.find((one) => one !== undefined && one !== 'indefinite') ?? all[0];
}

/** The name by which RFC 2392 refers to a message. */
const named = (id: string | undefined): string | undefined => {
  const found = /<?([^<>\s]{1,400}@[^<>\s]{1,250})>?/.exec(id ?? '')?.[1];
  return found === undefined ? undefined : `mid:${found}`;
};

const messageName = (headers: MailHeaders): string | undefined => named(headers.get('message-id')?.[0]);

const BYLINE = /^(?:by|von|par|por|di|door|av|af)\s{1,3}(\p{Lu}[^.!?\d]{3,80})$/iu;

/** "By Jane Doe" over the copy. */
function takeByline({ body }: MailCopy): { byline?: string; body: MailCopy['body'] } {
  for (const [at, block] of body.content.slice(0, 4).entries()) {
    const found =
      block.type === 'paragraph' ? BYLINE.exec(oneLine(toText({ type: 'doc', content: [block] }))) : null;
    if (found?.[1] !== undefined)
      return { byline: found[1].trim(), body: { type: 'doc', content: body.content.toSpliced(at, 1) } };
  }
  return { body };
}

const ARCHIVE =
  /\.(?:zip|gz|tgz|bz2|xz|7z|rar|tar|zst|lz|cab|jar|iso)$|(?:zip|x-7z|x-rar|x-tar|gzip|x-bzip|compressed)/i;
/** ZIP, gzip, RAR, 7z, whatever their names say. */
const ARCHIVE_STARTS = ['PK\u0003\u0004', '\u001f\u008b', 'Rar!', '7z\u00bc'];
const STORY = /\.(?:txt|text|html?|xml|json|nitf|ics|eml|rss|anpa)$/i;

type Attached = { items: WireItem[]; failures: WireFailure[]; notes: string[] };

function readAttachments({ parts }: Mime, read: ReadAttachment, depth: number): Attached {
  const found: Attached = { items: [], failures: [], notes: [] };
  for (const part of parts) {
    const inBody = !part.attached && (part.type === 'text/plain' || part.type === 'text/html');
    if (inBody || part.bytes.byteLength === 0) continue;
    const what = `${part.name ?? 'without a name'} (${part.type}, ${Math.ceil(part.bytes.byteLength / 1024)} kB)`;
    const isStory =
      part.type.startsWith('text/') ||
      part.type === 'message/rfc822' ||
      /[/+](?:xml|json)$/.test(part.type) ||
      STORY.test(part.name ?? '');
    const isArchive =
      ARCHIVE.test(part.name ?? '') ||
      ARCHIVE.test(part.type) ||
      ARCHIVE_STARTS.some((start) =>
        Buffer.from(part.bytes.subarray(0, 4)).toString('latin1').startsWith(start),
      );
    if (isArchive) found.notes.push(`The attachment ${what} is an archive; archives are not opened.`);
    else if (!isStory) found.notes.push(`The attachment ${what} was left in the message as it came.`);
    else readStory(part, what, found, read, depth);
  }
  return found;
}

function readStory(part: MailPart, what: string, found: Attached, read: ReadAttachment, depth: number): void {
  try {
    const nested = part.type === 'message/rfc822' || isMail(part.bytes);
    if (nested && depth >= DEEPEST) refuse(`It lies more than ${DEEPEST} messages deep.`);
    const parsed = nested ? parseMail(part.bytes, read, depth + 1) : read(inUtf8(part), formatOf(part));
    for (const item of parsed.items)
      found.items.push({ ...item, notes: [`Came as the attachment ${what}.`, ...item.notes] });
    for (const { reason } of parsed.failures)
      found.failures.push({ position: found.items.length + found.failures.length, reason });
  } catch (thrown) {
    found.notes.push(`The attachment ${what} could not be read: ${messageOf(thrown)}`);
  }
}

/** Plain text and HTML in the charset that only the part's header names. */
const inUtf8 = (part: MailPart): Uint8Array =>
  part.charset !== undefined && part.type.startsWith('text/') && part.type !== 'text/xml'
    ? new TextEncoder().encode(decodeCharset(part.bytes, part.charset))
    : part.bytes;

const formatOf = ({ type }: MailPart): { as?: WireFormat } => (type === 'text/html' ? { as: 'html' } : {});

export { isMail } from './mail-mime.ts';
