import { oneLine } from '#document/clean-text.ts';
import { toText } from '#document/to-text.ts';
import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireFailure, WireItem } from '../wire-item.schema.ts';
import { type AnpaHead, readAnpaHead } from './anpa-head.ts';
import { readAnpaLines, typeset } from './anpa-lines.ts';
import { hideControls, showControls } from './control-pictures.ts';
import { zoneOf } from './date-words.ts';
import { takeDateline } from './dateline.ts';
import { embargoIn, saysEmbargo } from './embargo-words.ts';
import { firstSentence } from './first-sentence.ts';
import { guessLanguage } from './guess-language.ts';
import { decodeIptc7901 } from './iptc7901-charset.ts';
import { takeLineNotes } from './iptc7901-notes.ts';
import { finishItem } from './item-draft.ts';
import { LIMITS, refuse } from './limits.ts';
import { isoAt } from './local-time.ts';
import { readMarks } from './sender-marks.ts';
import { documentOfLines } from './wire-lines.ts';

/** Service level and number, selector code (ANPA 84-2, formerly 1312). */
const FIRST = /^[\s\u2400-\u2416]{0,12}([A-Za-z])(\d{4})[␟ ]?([\w-]{0,12})\s*$/;
/** Priority, category, format and kind of copy, keyword, date, words. */
const SECOND =
  /^[\s␁]{0,4}([a-zA-Z])[ ␟]([a-zA-Z])[ \u2410-\u241f]{0,4}\s?(\S.{0,60}?)?\s{1,12}(\d{1,2})-(\d{1,2})(?:\s{1,4}(\d{1,5}))?\s*$/;
const SIGN_OFF = /\b([A-Z]{2})-([A-Z]{2})-(\d{2})-(\d{2})-(\d{2,4})\s(\d{2})(\d{2})\s?([A-Z]{3,4})?/;

const linesOf = (text: string): string[] => text.split(/\r\n|[\r\n]/).filter((line) => line.trim() !== '');

/** Whether bytes begin as a message of ANPA 1312 does: with SYN SYN SOH or without, then its two header lines. */
export function isAnpa(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 400)).toString('latin1');
  const [first = '', second = ''] = linesOf(showControls(head));
  return FIRST.test(first) && SECOND.test(second.replace(/␂.*$/, ''));
}

/** ANPA 1312: one message or many in a row, each from SOH to EOT. */
export function parseAnpa(bytes: Uint8Array): ParsedMessage {
  const items: WireItem[] = [];
  const failures: WireFailure[] = [];
  const messages = decodeIptc7901(bytes, 'en')
    .split(/(?=␖{0,4}␁)/)
    .filter((one) => one.replace(/[\s\u2400-\u241f]+/g, '') !== '')
    .slice(0, LIMITS.items);
  for (const [position, message] of messages.entries()) {
    try {
      items.push(itemOf(message));
    } catch (thrown) {
      failures.push({ position, reason: messageOf(thrown) });
    }
  }
  if (items.length === 0 && failures.length <= 1) refuse(failures[0]?.reason ?? 'The message is empty.');
  return { format: 'anpa', items, failures };
}

type Header = { service: string; number: string; priority: string; category: string; keyword: string };

type Parts = { header: Header; text: string; whole: string };

function partsOf(message: string): Parts {
  const lines = message.replace(/\r\n?/g, '\n').replace(/\n?␂/g, '\n␂').split('\n');
  const at = lines.findIndex((line) => line.replace(/[\s\u2400-\u241f]+/g, '') !== '');
  const first = FIRST.exec(lines[at] ?? '');
  const second = SECOND.exec(lines[at + 1] ?? '');
  if (first === null || second === null)
    refuse('The message does not begin with the two header lines of ANPA 1312.');
  const rest = lines.slice(at + 2).join('\n');
  const etx = rest.indexOf('␃');
  const clean = (part: string): string => hideControls(part.replaceAll('␈', ' '));
  return {
    header: {
      service: first[1] ?? '',
      number: first[2] ?? '',
      priority: (second[1] ?? '').toLowerCase(),
      category: (second[2] ?? '').toLowerCase(),
      keyword: oneLine((second[3] ?? '').replace(/[\u2400-\u241f]/g, ' ')),
    },
    text: clean(etx < 0 ? rest : rest.slice(0, etx)),
    whole: clean(rest),
  };
}

/** Flash, bulletin, urgent, regular, daily; advance copy and what is held waits its turn. */
const URGENCY: Readonly<Record<string, number>> = {
  f: 1,
  b: 2,
  u: 3,
  r: 4,
  z: 4,
  d: 5,
  a: 6,
  s: 6,
  w: 6,
  h: 6,
  y: 6,
  q: 8,
};

const CATEGORIES: Readonly<Record<string, string>> = {
  a: 'domestic',
  b: 'special events',
  c: 'features',
  d: 'food',
  e: 'entertainment',
  f: 'finance',
  i: 'international',
  j: 'lottery',
  k: 'commentary',
  l: 'lifestyle',
  m: 'farm',
  n: 'state and regional',
  o: 'weather',
  p: 'politics',
  q: 'sports results',
  r: 'racing',
  s: 'sport',
  t: 'travel',
  v: 'advisories',
  w: 'Washington',
};

function itemOf(message: string): WireItem {
  const { header, text, whole } = partsOf(message);
  const notes: string[] = [];
  const sent = signOff(whole);
  const { head, body } = readAnpaLines(text.replace(new RegExp(`^.*${SIGN_OFF.source}.*$`, 'gm'), ''));
  const read = readAnpaHead(head);
  const { body: lines, notes: lineNotes } = takeLineNotes(bodyLines(body, read));
  // The header's keyword is cut short and says no more than the text's own, where there is one.
  const marks = readMarks([
    ...read.marks,
    ...(read.slugline === undefined ? header.keyword.split(/\s?,\s?/).slice(1) : []),
  ]);
  const plain = lines.map(typeset).filter((line) => !saysEmbargo(line));
  const held = [...read.marks, ...read.notes, ...lines.slice(0, 6)].filter(
    (line) => saysEmbargo(line) || isAdvance(line),
  );
  const killed = marks.killed || read.notes.some((note) => /\bmandatory kill|\bkill bc-/i.test(note));
  const forEditors = header.category === 'v' || marks.forEditors;
  if (forEditors) notes.push('The whole message speaks to editors; it is withheld.');
  const document = documentOfLines(plain, 'en');
  const dateline = takeDateline(oneLine(toText(document).slice(0, 300)));
  return finishItem({
    notes,
    wireCopy: true,
    uri:
      sent === undefined
        ? undefined
        : `urn:anpa:${header.service.toLowerCase()}${header.number}:${sent.slice(0, 10)}`,
    language: guessLanguage(plain.join('\n')) ?? 'en',
    headline: read.headline === undefined ? firstSentence(toText(document)) : typeset(read.headline),
    abstract: read.abstract === undefined ? undefined : typeset(read.abstract),
    slugline: read.slugline ?? (header.keyword === '' ? undefined : header.keyword),
    byline: read.byline,
    credit: dateline.credit ?? read.credit ?? (SIGN_OFF.exec(whole)?.[1] === 'AP' ? 'AP' : undefined),
    body: document,
    bodySent: document.content.length > 0,
    urgency: URGENCY[header.priority],
    pubstatus: killed ? 'canceled' : forEditors ? 'withheld' : 'usable',
    versioncreated: sent,
    embargoed: embargoOf(held, sent),
    signal: marks.signals,
    ednotes: [...read.notes, ...held, ...lineNotes],
    links: [{ rel: 'number', href: `number:${header.service.toLowerCase()}${header.number}` }],
    subject: [{ code: `anpacat:${header.category}`, name: CATEGORIES[header.category] }],
  });
}

/** The copy; a message without any is a list of lines that all stand in its head. */
function bodyLines(body: readonly string[], head: AnpaHead): string[] {
  const subheads = head.rest.map((line) => `\t${line}`);
  return [...subheads, ...body];
}

const isAdvance = (mark: string): boolean => /^adv\s?\d{2,4}$/i.test(mark.trim());

/** "Adv05" tells a day without a time: held until told otherwise, as is all that cannot be read whole. */
function embargoOf(held: readonly string[], sent: string | undefined): string | undefined {
  const read = held.map((line) => embargoIn(line, { sent, zone: 'America/New_York', language: 'en' }));
  return (
    read.find((one) => one !== undefined && one !== 'indefinite') ??
    (held.length > 0 ? 'indefinite' : undefined)
  );
}

/** "AP-NY-03-04-15 0234EST": month, day, year, time. */
function signOff(text: string): string | undefined {
  const found = SIGN_OFF.exec(text);
  if (found === null) return undefined;
  const [, , , month, day, year = '', hour, minute, zone] = found;
  const offset = zone === undefined ? undefined : zoneOf(zone);
  if (offset === undefined) return undefined;
  const fullYear = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
  return isoAt(
    { year: fullYear, month: Number(month), day: Number(day), hour: Number(hour), minute: Number(minute) },
    offset,
  );
}
