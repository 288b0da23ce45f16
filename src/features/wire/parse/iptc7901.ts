import { oneLine } from '#document/clean-text.ts';
import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireFailure, WireItem } from '../wire-item.schema.ts';
import { hideControls, showControls } from './control-pictures.ts';
import { monthOf } from './date-words.ts';
import { embargoIn, saysEmbargo } from './embargo-words.ts';
import { firstSentence } from './first-sentence.ts';
import { guessLanguage } from './guess-language.ts';
import { type Agency7901, agency7901, category7901 } from './iptc7901-agencies.ts';
import { decodeIptc7901 } from './iptc7901-charset.ts';
import { dateline7901 } from './iptc7901-dateline.ts';
import { readHeading } from './iptc7901-heading.ts';
import { takeLineNotes } from './iptc7901-notes.ts';
import { finishItem } from './item-draft.ts';
import { LIMITS, refuse } from './limits.ts';
import { isoAt, wallTimeIn } from './local-time.ts';
import { readDate } from './read-date.ts';
import { isForEditors, readMarks } from './sender-marks.ts';
import { documentOfLines } from './wire-lines.ts';

/** Source and number, priority, category, length in words, remarks (IPTC 7901, 2.2). */
const HEADER =
  /^[\s␁]{0,8}([A-Za-z]{2,5})\s?(\d{3,5})\s{1,3}([1-9])\s{1,3}([A-Za-z]{1,4}(?:[/,][A-Za-z]{1,4}){0,3})(?:\s{1,3}(\d{1,6}))?(?:\s{1,4}(\S.{0,200}))?\s*$/;
const DAY_TIME =
  /^\s{0,8}(\d{2})(\d{2})(\d{2})\s?([A-Z]{1,4}(?![a-z]))?\s{0,3}(\p{L}{3,9})\.?\s{1,3}(\d{4}|\d{2})\s*$/iu;

/** Whether bytes begin as a message of IPTC 7901 does: SOH or none (mail takes it away), then the header line. */
export function isIptc7901(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.subarray(0, 600)).toString('latin1');
  const lines = showControls(head)
    .split(/\r\n|[\r\n␂]/)
    .filter((line) => line.trim() !== '');
  const line = /^\s{0,4}ZCZC\b/.test(lines[0] ?? '') ? (lines[1] ?? '') : (lines[0] ?? '');
  const found = HEADER.exec(line);
  return found !== null && (line.includes('␁') || found[5] !== undefined);
}

/** IPTC 7901 (text transmission): one message or many in a row, each from SOH to EOT. */
export function parseIptc7901(bytes: Uint8Array): ParsedMessage {
  const items: WireItem[] = [];
  const failures: WireFailure[] = [];
  const text = decodeIptc7901(bytes);
  const messages = text.split(/(?=␁)/).filter((one) => one.replace(/[\s\u2400-\u241f]+/g, '') !== '');
  const wanted = messages.slice(0, LIMITS.items);
  for (const [position, message] of wanted.entries()) {
    try {
      items.push(itemOf(message));
    } catch (thrown) {
      failures.push({ position, reason: messageOf(thrown) });
    }
  }
  if (items.length === 0 && failures.length <= 1) refuse(failures[0]?.reason ?? 'The message is empty.');
  return { format: 'iptc7901', items, failures };
}

type Header = { service: string; number: string; priority: number; categories: string[]; remarks?: string };

function headerOf(line: string): Header | undefined {
  const found = HEADER.exec(line);
  if (found === null) return undefined;
  const [, service = '', number = '', priority, categories = '', , remarks] = found;
  return {
    service,
    number,
    priority: Number(priority),
    categories: categories.split(/[/,]/),
    ...(remarks === undefined ? {} : { remarks: oneLine(remarks) }),
  };
}

type Parts = { header: Header; lines: string[]; start: number; after: string[] };

/** Header, the lines of heading and text with the place of STX among them, and what follows ETX. */
function partsOf(message: string): Parts {
  const whole = message.replace(/\r\n?/g, '\n').replace(/\n?␂/g, '\n␂');
  const etx = whole.indexOf('␃');
  const before = (etx < 0 ? whole : whole.slice(0, etx)).split('\n');
  const at = before.findIndex(
    (line) => line.replace(/[\s\u2400-\u241f]+/g, '') !== '' && !/^\s{0,4}ZCZC\b/.test(line),
  );
  const header = headerOf(before[at] ?? '');
  if (header === undefined) refuse('The message does not begin with the header line of IPTC 7901.');
  const lines = before.slice(at + 1);
  const start = lines.findIndex((line) => line.startsWith('␂'));
  const after = etx < 0 ? [] : whole.slice(etx + 1).split('\n');
  return {
    header,
    lines: lines.map(hideControls),
    start: Math.max(0, start),
    after: after.map(hideControls),
  };
}

function itemOf(message: string): WireItem {
  const { header, lines, start, after } = partsOf(message);
  const notes: string[] = [];
  const dayTime = takeDayTime(lines, after);
  const heading = readHeading(lines, start);
  const taken = takeLineNotes(heading.body);
  const language = guessLanguage(taken.body.join('\n'));
  const dateline = dateline7901(taken.body.slice(0, 12).join('\n'));
  const agency = agency7901(header.remarks, dateline.credit, `${header.service}${header.number}`);
  const sent = readDayTime(dayTime, agency, language, notes);
  const marks = readMarks(heading.marks);
  const held = heldLines([...heading.marks, ...heading.body.slice(0, 12), ...taken.notes]);
  const embargo = held
    .map((line) => embargoIn(line, { sent, zone: agency?.zone, language }))
    .find((one) => one !== undefined);
  const body = taken.body.filter((line) => !held.includes(line));
  const forEditors = marks.forEditors || (heading.headline !== undefined && isForEditors(heading.headline));
  if (forEditors && !marks.killed) notes.push('The whole message speaks to editors; it is withheld.');
  return finishItem({
    notes,
    wireCopy: true,
    uri: uriOf(header, sent),
    language: language ?? agency?.language,
    headline: heading.headline ?? (forEditors ? marks.signals.at(-1) : firstSentence(body.join(' '))),
    abstract: heading.deck,
    slugline: heading.slugline,
    keywords: heading.slugline?.split(heading.slugline.includes('/') ? '/' : '-'),
    byline: heading.byline,
    credit: dateline.credit ?? agency?.credit,
    located: dateline.located,
    body: documentOfLines(body, language),
    bodySent: body.some((line) => line.trim() !== ''),
    urgency: header.priority,
    pubstatus: marks.killed ? 'canceled' : forEditors ? 'withheld' : 'usable',
    versioncreated: sent,
    embargoed: embargo,
    signal: marks.signals,
    ednotes: [...heading.marks.filter((mark) => /^[([]/.test(mark)), ...held, ...taken.notes],
    links: [{ rel: 'number', href: `number:${header.service.toLowerCase()}${header.number}` }],
    subject: header.categories.map((code) => ({
      code: `iptc7901cat:${code.toLowerCase()}`,
      name: category7901(code),
    })),
  });
}

const heldLines = (lines: readonly string[]): string[] => [
  ...new Set(lines.filter((line) => saysEmbargo(line))),
];

/** The day-time group: after ETX, else the last line with words. It is taken out of the lines it stands in. */
function takeDayTime(lines: string[], after: readonly string[]): RegExpExecArray | undefined {
  const beyond = after.map((line) => DAY_TIME.exec(line)).find((found) => found !== null);
  if (beyond !== undefined) return beyond;
  let looked = 0;
  for (let at = lines.length - 1; at >= 0 && looked < 4; at -= 1) {
    const line = lines[at] ?? '';
    if (line.trim() === '') continue;
    looked += 1;
    const found = DAY_TIME.exec(line);
    if (found === null) continue;
    lines.splice(at, 1);
    return found;
  }
  return undefined;
}

function readDayTime(
  found: RegExpExecArray | undefined,
  agency: Agency7901 | undefined,
  language: string | undefined,
  notes: string[],
): string | undefined {
  if (found === undefined) return undefined;
  const [, day = '', hour = '', minute = '', zone, monthWord = '', year = ''] = found;
  const month = monthOf(monthWord, language);
  if (month === undefined) return undefined;
  const fullYear = year.length === 4 ? Number(year) : Number(year) + (Number(year) < 70 ? 2000 : 1900);
  const wall = { year: fullYear, month, day: Number(day), hour: Number(hour), minute: Number(minute) };
  if (zone !== undefined) {
    const text = `${fullYear}-${String(month).padStart(2, '0')}-${day} ${hour}:${minute} ${zone}`;
    return readDate('day-time group', [text], notes, language);
  }
  // dpa's English service writes Greenwich time, its German one the time of Berlin.
  const local =
    agency?.credit === 'dpa' && language !== undefined && language !== 'de' ? undefined : agency?.zone;
  if (local !== undefined) return wallTimeIn(local, wall);
  notes.push('The day-time group had no time zone; it was read as UTC.');
  return isoAt(wall, 0);
}

/** Numbers begin anew every day, so the day is part of the name. */
const uriOf = ({ service, number }: Header, sent: string | undefined): string | undefined =>
  sent === undefined ? undefined : `urn:iptc7901:${service.toLowerCase()}${number}:${sent.slice(0, 10)}`;
