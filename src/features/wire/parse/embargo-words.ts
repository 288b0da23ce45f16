import { monthOf, zoneOf } from './date-words.ts';
import { isoAt, type WallTime, wallTimeIn } from './local-time.ts';

/** Words that hold copy back. Not "embargo" alone: that may be the news. */
const HELD =
  /(?:\bembargo(?:ed)?\s{0,2}(?:[:,–—-]|until|till|to\b|for|by|date|jusqu|bis\b|fino|hasta|tot\b|til\b)|\b(?:strictly|under)\s+embargo|\bsperr?frist|\bgesperrt bis|\bnot for (?:release|publication|broadcast|use) (?:before|until)|\bnot to be (?:published|used|released) before|\bhold for release|\bfor release (?:at|on|after|by|\d|noon|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|[ap]m)|\bsous embargo|\bembargo\s?:|\bfrei ab\b|\bfrei für|\bveröffentlichung (?:erst|frühestens) |\bsotto embargo|\bbajo embargo|\bonder embargo|\bvorbehalten bis)/iu;
const ALONE = /^[\s*+([-]{0,6}(?:strictly )?(?:embargo(?:ed)?|sperrfrist|hfr|gesperrt)[\s*+)\]:!-]{0,6}$/iu;

export type EmbargoSetting = {
  /** When the copy came, for a date without a year: ISO 8601. */
  sent?: string;
  /** The sender's IANA zone, for a time that names none. */
  zone?: string;
  language?: string;
};

/** What may stand before such words at the start of a line that holds copy back; elsewhere in a sentence they are the news. */
const LEAD =
  /^[\s*+([<_–—-]{0,8}(?:(?:strictly|achtung|attention|please note|hinweis|news|note)[\s,:!-]{1,4}|(?:this|the following|dieser?|diese|die|ce|cette|questo|este)\s[^.:]{0,60}?\s?|[^()[\]]{0,120}[([]\s?)?$/iu;

/** Whether a line says that copy is held back. */
export function saysEmbargo(line: string): boolean {
  if (line.length >= 400) return false;
  if (ALONE.test(line)) return true;
  const at = line.search(HELD);
  if (at < 0) return false;
  const shouted = /^(?:EMBARGO|SPERR|HOLD FOR|NOT FOR|FOR RELEASE)/.test(line.slice(at));
  return shouted || LEAD.test(line.slice(0, at));
}

/**
 * Until when a line holds copy back, as ISO 8601 with offset; 'indefinite' where it does so without a time that can be
 * read whole (date, time of day, and a zone that it names or that the sender is in): held too long is mended by hand,
 * published too soon is not. Undefined where the line holds nothing back.
 */
export function embargoIn(line: string, setting: EmbargoSetting = {}): string | 'indefinite' | undefined {
  if (!saysEmbargo(line)) return undefined;
  const text = line.slice(Math.max(0, line.search(HELD)));
  const zone = zoneIn(text);
  const day = dayIn(text, setting);
  if (day === undefined) return 'indefinite';
  const wall: WallTime = { ...day, ...(clockIn(text) ?? { hour: 0, minute: 0 }) };
  // "Until 24:00" is the next day's beginning, which the arithmetic of dates gives by itself.
  if (zone !== undefined) return isoAt(wall, zone) ?? 'indefinite';
  return (setting.zone === undefined ? undefined : wallTimeIn(setting.zone, wall)) ?? 'indefinite';
}

function zoneIn(text: string): number | undefined {
  const offset = /(?:GMT|UTC)\s?([+-])(\d{1,2})(?::?(\d{2}))?/.exec(text);
  if (offset !== null) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return offset[1] === '-' ? -minutes : minutes;
  }
  for (const word of text.match(/\b[A-Z]{2,5}\b/g) ?? []) {
    const zone = word.length < 2 || /^(?:AT|AM|PM)$/.test(word) ? undefined : zoneOf(word);
    if (zone !== undefined) return zone;
  }
  return undefined;
}

type Clock = { hour: number; minute: number };

function clockIn(text: string): Clock | undefined {
  if (/\bnoon\b/i.test(text)) return { hour: 12, minute: 0 };
  if (/\bmidnight\b/i.test(text)) return { hour: 0, minute: 0 };
  const found =
    /\b(\d{1,2})(?:[:.h](\d{2}))?\s?([ap])\.?\s?m\b/i.exec(text) ??
    /\b([01]?\d|2[0-4])[:.h]([0-5]\d)(?![.\d]?\d)\s?(?:uhr|h\b|hrs?\b)?/i.exec(text) ??
    /\b([01]\d|2[0-4])([0-5]\d)\s?(?:hrs?|hours|h\b|(?:GMT|UTC|BST|C?E?S?T|MEZ|MESZ|Z)\b|local|uhr)/i.exec(
      text,
    ) ??
    /\b([01]?\d|2[0-4])()\s?(?:uhr|h\b|heures)/i.exec(text);
  if (found === null) return undefined;
  const half = found[3]?.toLowerCase();
  const hour = Number(found[1]) % (half === undefined ? 25 : 12);
  return { hour: half === 'p' ? hour + 12 : hour, minute: Number(found[2] || 0) };
}

type Day = { year: number; month: number; day: number };

function dayIn(text: string, { sent, language }: EmbargoSetting): Day | undefined {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  if (iso !== null) return { year: Number(iso[1]), month: Number(iso[2]), day: Number(iso[3]) };
  const dotted = /\b(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})?\b/.exec(text);
  if (dotted !== null) return withYear(Number(dotted[1]), Number(dotted[2]), dotted[3], sent);
  const words = text.match(/\p{L}+|\d+/gu) ?? [];
  for (const [at, word] of words.entries()) {
    const month = /^\d/.test(word) || word.length < 3 ? undefined : monthOf(word, language);
    if (month === undefined) continue;
    const around = [words[at - 1], words[at - 2], words[at + 1]];
    const day = around.find((one) => one !== undefined && /^\d{1,2}$/.test(one) && Number(one) <= 31);
    if (day === undefined) continue;
    const year = words.slice(at + 1, at + 4).find((one) => /^(?:19|20)\d{2}$/.test(one));
    return withYear(Number(day), month, year, sent);
  }
  return undefined;
}

/** A date without a year is the one nearest to when the copy came. */
function withYear(
  day: number,
  month: number,
  year: string | undefined,
  sent: string | undefined,
): Day | undefined {
  if (year !== undefined) return { year: Number(year) + (year.length === 2 ? 2000 : 0), month, day };
  if (sent === undefined) return undefined;
  const came = new Date(sent);
  const years = [-1, 0, 1].map((more) => came.getUTCFullYear() + more);
  const far = (one: number): number => Math.abs(Date.UTC(one, month - 1, day) - came.getTime());
  const [nearest] = years.sort((a, b) => far(a) - far(b));
  return nearest === undefined ? undefined : { year: nearest, month, day };
}
