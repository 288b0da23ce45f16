import { createHash } from 'node:crypto';
import { cleanText, oneLine } from '#document/clean-text.ts';
import { type Document, EMPTY_DOCUMENT } from '#document/document.ts';
import { safeHref } from '#document/safe-href.ts';
import { toText } from '#document/to-text.ts';
import type { WireItem, WireLink, WireMedia, WireSubject } from '../wire-item.schema.ts';
import { takeDateline } from './dateline.ts';
import { takeEditorNotes } from './editor-notes.ts';
import { embargoIn } from './embargo-words.ts';
import { takeEndCredit } from './end-credit.ts';
import { readKillNotice } from './kill-notice.ts';
import { dropRepeatedHead } from './repeated-head.ts';

/** What a format's own parser finds; `finishItem` makes a wire item of it. Strings as they stood, notes as sentences. */
export type ItemDraft = Partial<Omit<WireItem, 'ednote' | 'notes' | 'subject' | 'links' | 'media'>> & {
  ednotes?: (string | undefined)[];
  notes: string[];
  subject?: WireSubject[];
  links?: WireLink[];
  media?: WireMedia[];
  /** The provider sent a body, though nothing of it may be left; told apart from an item that has none. */
  bodySent?: boolean;
  /** Copy from a wire, where notes to editors may stand in the body; a page or feed was published already. */
  wireCopy?: boolean;
  /** The sender's IANA zone, for times in words that name none. */
  zone?: string;
};

const LINES = [
  'headline',
  'slugline',
  'byline',
  'credit',
  'located',
  'copyrightholder',
  'evolvedfrom',
] as const;
const TEXTS = ['abstract', 'usageterms'] as const;

/**
 * The wire item of a draft: fields cleaned, empty ones gone, notes to editors taken out of the body, credit and place
 * read from the body where the fields do not give them, a stable `urn:sha256:` of headline and body where the message
 * names no identifier.
 */
export function finishItem(draft: ItemDraft): WireItem {
  const notes = draft.notes;
  const fields = cleanFields(draft);
  let body: Document = draft.body ?? EMPTY_DOCUMENT;
  const ednotes = (draft.ednotes ?? []).map((note) => cleanText(note ?? '').trim());
  const taken = takeEditorNotes(body, draft.wireCopy === true);
  body = dropRepeatedHead(taken.body, fields);
  ednotes.push(...taken.notes);
  const end = takeEndCredit(body);
  body = end.body;
  const dateline = takeDateline(toText(body).slice(0, 400));
  fields.credit ??= end.credit ?? dateline.credit;
  fields.located ??= dateline.located;
  if (draft.bodySent === true && body.content.length === 0) body = WORDLESS_DOCUMENT;
  const ednote = [...new Set(ednotes.filter((note) => note !== ''))].join('\n');
  fields.embargoed ??=
    draft.wireCopy === true ? embargoInNotes(ednotes, draft, fields.versioncreated) : undefined;
  if (fields.embargoed === undefined) delete fields.embargoed;
  if (fields.headline === undefined) notes.push('No headline was found.');
  const item: WireItem = {
    ...fields,
    uri: uriOf(draft.uri, fields.headline, body),
    type: draft.type ?? 'text',
    body,
    pubstatus: draft.pubstatus ?? 'usable',
    subject: cleanSubjects(draft.subject ?? []),
    links: cleanLinks(draft.links ?? []),
    media: cleanMedia(draft.media ?? []),
    notes: [...new Set(notes)],
    ...(ednote === '' ? {} : { ednote }),
    ...(draft.event === undefined ? {} : { event: draft.event }),
  };
  return draft.wireCopy === true ? withKills(item) : item;
}

/** An order to take back another story is canceled itself, whatever its format says, and links to what it means. */
function withKills(item: WireItem): WireItem {
  const kills = readKillNotice({
    ...item,
    canceled: item.pubstatus === 'canceled',
    forEditors: item.pubstatus === 'withheld',
    signal: item.signal ?? [],
    ednotes: item.ednote?.split('\n') ?? [],
    text: toText(item.body),
  });
  if (kills === undefined) return item;
  return { ...item, pubstatus: 'canceled', links: [...item.links, ...kills] };
}

/** An embargo that only a note to editors speaks of holds as well as one in a field. */
const embargoInNotes = (
  ednotes: readonly string[],
  draft: ItemDraft,
  sent: string | undefined,
): string | undefined =>
  ednotes
    .flatMap((note) => note.split('\n'))
    .map((line) => embargoIn(line, { sent, zone: draft.zone, language: draft.language }))
    .find((until) => until !== undefined);

/** A body that was sent but holds nothing the schema can: the editor's empty document is one empty paragraph. */
const WORDLESS_DOCUMENT: Document = { type: 'doc', content: [{ type: 'paragraph' }] };

type Fields = Partial<
  Omit<WireItem, 'uri' | 'type' | 'body' | 'pubstatus' | 'subject' | 'links' | 'media' | 'notes' | 'ednote'>
>;

function cleanFields(draft: ItemDraft): Fields {
  const fields: Fields = {};
  for (const name of LINES) {
    const value = oneLine(draft[name] ?? '');
    if (value !== '') fields[name] = value;
  }
  for (const name of TEXTS) {
    const value = cleanText(draft[name] ?? '').trim();
    if (value !== '') fields[name] = value;
  }
  const language = languageTag(draft.language);
  if (language !== undefined) fields.language = language;
  for (const name of ['versioncreated', 'firstcreated', 'embargoed'] as const) {
    if (draft[name] !== undefined) fields[name] = draft[name];
  }
  if (draft.version !== undefined && Number.isSafeInteger(draft.version) && draft.version >= 0)
    fields.version = draft.version;
  if (draft.urgency !== undefined && draft.urgency >= 1 && draft.urgency <= 9)
    fields.urgency = Math.trunc(draft.urgency);
  const signal = lines(draft.signal);
  if (signal.length > 0) fields.signal = signal;
  const keywords = lines(draft.keywords);
  if (keywords.length > 0) fields.keywords = keywords;
  return fields;
}

const lines = (values: readonly string[] | undefined): string[] =>
  [...new Set((values ?? []).map(oneLine))].filter((value) => value !== '');

/** A language tag with its primary part in lower case; undefined where it is none. */
export function languageTag(tag: string | undefined): string | undefined {
  const found = /^([a-z]{2,8})((?:[-_][a-z0-9]{1,8}){0,4})$/i.exec(tag?.trim() ?? '');
  return found === null ? undefined : `${found[1]?.toLowerCase()}${found[2]?.replaceAll('_', '-')}`;
}

function uriOf(uri: string | undefined, headline: string | undefined, body: Document): string {
  const given = oneLine(uri ?? '');
  if (given !== '') return given;
  return `urn:sha256:${createHash('sha256')
    .update(`${headline ?? ''}\n${toText(body)}`)
    .digest('hex')}`;
}

function cleanSubjects(subjects: readonly WireSubject[]): WireSubject[] {
  const found = new Map<string, WireSubject>();
  for (const { code, name } of subjects) {
    const subject: WireSubject = {};
    if (oneLine(code ?? '') !== '') subject.code = oneLine(code ?? '');
    if (oneLine(name ?? '') !== '') subject.name = oneLine(name ?? '');
    const key = subject.code ?? subject.name;
    if (key !== undefined && !found.has(key)) found.set(key, subject);
  }
  return [...found.values()];
}

function cleanLinks(links: readonly WireLink[]): WireLink[] {
  const found = new Map<string, WireLink>();
  for (const link of links) {
    const href = safeHref(link.href) ?? itemName(link.href);
    if (href === undefined) continue;
    const key = `${link.rel ?? ''} ${href}`;
    if (!found.has(key)) found.set(key, { ...withoutEmpty(link), href });
  }
  return [...found.values()];
}

/**
 * Another item as standards name it (RFC 3085, RFC 4151), the key that documents of one story share (NITF's du-key), or an agency's number:
 * it leads nowhere, but tells what belongs to what.
 */
const itemName = (href: string): string | undefined => {
  const name = oneLine(href);
  const named = /^(?:urn:newsml|urn:uuid|urn:publicid|tag):[\p{L}\w!$&'()*+,./:;=?@~%-]{1,1000}$/iu.test(
    name,
  );
  return named || /^(?:du-key:[^<>"\\]{1,300}|number:\p{L}{1,8}\d{1,8})$/u.test(name) ? name : undefined;
};

/** A picture known by name, not by an address of the web: never fetched, never put into a page, only looked up among our own. */
const pictureName = (href: string): string | undefined =>
  /^demo-graphic:[a-z0-9-]{1,80}$/.test(href) ? href : undefined;

function cleanMedia(media: readonly WireMedia[]): WireMedia[] {
  const found = new Map<string, WireMedia>();
  for (const one of media) {
    const href = one.href === undefined ? undefined : (safeHref(one.href) ?? pictureName(one.href));
    const { href: _, ...rest } = one;
    const cleaned: WireMedia = { ...(href === undefined ? {} : { href }), ...withoutEmpty(rest) };
    const key = href ?? JSON.stringify(cleaned);
    if (Object.keys(cleaned).length > 0 && !found.has(key)) found.set(key, cleaned);
  }
  return [...found.values()];
}

function withoutEmpty<T extends object>(value: T): T {
  const kept = Object.entries(value)
    .map(([key, one]) => [key, typeof one === 'string' ? oneLine(one) : one] as const)
    .filter(([, one]) => one !== undefined && one !== '' && !Number.isNaN(one));
  return Object.fromEntries(kept) as T;
}
