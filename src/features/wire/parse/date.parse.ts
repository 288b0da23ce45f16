import { cutMonthOf, monthOf, zoneOf } from './date-words.ts';

/** `value` is ISO 8601 with offset. `assumed` says what the text left open and was filled in. */
export type ParsedDate = { value: string; assumed?: 'zone' | 'time' };

type Parts = {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  fraction?: string;
  offset?: number;
};

const LONGEST = 120;

/**
 * A date as feeds, wires and pages write it: RFC 3339 and the rest of ISO 8601, RFC 822/2822, asctime, months in many
 * languages, CJK dates. The offset is kept as given; without one the time is read as UTC, a date alone as its midnight
 * there, and `assumed` says so. Undefined where no such date is found. `language` decides between 1/2 and 2/1.
 */
export function parseDate(text: string, language?: string): ParsedDate | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || trimmed.length > LONGEST) return undefined;
  const parts = isoParts(trimmed) ?? wordParts(trimmed, language);
  return parts === undefined ? undefined : render(parts);
}

const ISO =
  /^([+-]?\d{4})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:[Tt ]{1,3}(\d{1,2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?\s?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?$/;
const ORDINAL = /^(\d{4})-?(\d{3})$/;

function isoParts(text: string): Parts | undefined {
  const ordinal = ORDINAL.exec(text);
  if (ordinal !== null) {
    const date = new Date(Date.UTC(Number(ordinal[1]), 0, Number(ordinal[2])));
    return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
  }
  const found = ISO.exec(text);
  if (found === null) return undefined;
  const [, year, month = '01', day = '01', hour, minute, second, fraction, zone] = found;
  const date = { year: Number(year), month: Number(month), day: Number(day) };
  if (hour === undefined) return date;
  return {
    ...date,
    hour: Number(hour),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    ...(fraction === undefined ? {} : { fraction }),
    ...(zone === undefined ? {} : { offset: offsetOf(zone) }),
  };
}

function offsetOf(zone: string): number {
  const numeric = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (numeric === null) return zoneOf(zone) ?? 0;
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3] ?? 0);
  return numeric[1] === '-' ? -minutes : minutes;
}

const TIME = /(\d{1,2})[:h.시時点](\d{2})(?:[:.分분](\d{2})(?:[.,](\d{1,9}))?)?/u;
const ZONE_AFTER =
  /^\s{0,3}(?:\(?([A-Za-z]{1,5})\)?(?![\p{L}/]))?\s{0,2}(?:(?:UTC|GMT)?\s?([+-]\d{1,2}:?\d{2}|[+-]\d{1,2})(?!\d))?/u;

function wordParts(text: string, language?: string): Parts | undefined {
  const bare = text.replace(/\bEtc\//i, '').replace(/[\u200e\u200f]/g, '');
  const clock = clockOf(bare);
  const dateText = clock === undefined ? bare : `${bare.slice(0, clock.start)} ${bare.slice(clock.end)}`;
  const date = eastAsianDate(dateText) ?? namedDate(dateText, language) ?? numericDate(dateText, language);
  if (date === undefined) return undefined;
  return clock === undefined ? date : { ...date, ...clock.parts };
}

function clockOf(text: string): { start: number; end: number; parts: Partial<Parts> } | undefined {
  const colon = /\d{1,2}:\d{2}/.exec(text);
  const from = colon === null ? 0 : colon.index;
  const found = (colon === null ? /(\d{1,2})[h시時](\d{2})/u : TIME).exec(text.slice(from));
  if (found === null) return undefined;
  const start = from + found.index;
  let end = start + found[0].length;
  const half = /^\s{0,2}([ap])\.?m\b\.?/i.exec(text.slice(end));
  const before = /(오전|오후|上午|下午|午前|午後)\s{0,2}$/u.exec(text.slice(0, start))?.[1];
  if (half !== null) end += half[0].length;
  const afternoon =
    half?.[1]?.toLowerCase() === 'p' || before === '오후' || before === '下午' || before === '午後';
  const morning = half?.[1]?.toLowerCase() === 'a' || before === '오전';
  const zone = zoneAfter(text.slice(end));
  let hour = Number(found[1]);
  if (afternoon && hour < 12) hour += 12;
  if (morning && hour === 12) hour = 0;
  const korean = zone.offset === undefined && /오전|오후/u.test(text) ? 540 : zone.offset;
  const parts: Partial<Parts> = { hour, minute: Number(found[2]), second: Number(found[3] ?? 0) };
  if (found[4] !== undefined) parts.fraction = found[4];
  if (korean !== undefined) parts.offset = korean;
  return { start: start - (before === undefined ? 0 : 3), end: end + zone.length, parts };
}

function zoneAfter(text: string): { offset?: number; length: number } {
  const found = ZONE_AFTER.exec(text);
  const [whole = '', word, numeric] = found ?? [];
  const named = word === undefined ? undefined : zoneOf(word);
  if (numeric !== undefined && (word === undefined || named === 0))
    return { offset: offsetOf(numeric), length: whole.length };
  if (named !== undefined) return { offset: named, length: whole.length };
  return { length: 0 };
}

function eastAsianDate(text: string): Parts | undefined {
  const found = /(\d{4})\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]?/u.exec(text);
  return found === null
    ? undefined
    : { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
}

const WORD = /[\p{L}\p{M}]+(?:\.[\p{L}\p{M}]+)*|\d+/gu;

function namedDate(text: string, language?: string): Parts | undefined {
  const words = text.match(WORD) ?? [];
  const named = namedMonth(words, language);
  if (named === undefined) return undefined;
  const { at, month } = named;
  const numbers = words.map((word, index) => ({ word, index })).filter(({ word }) => /^\d{1,4}$/.test(word));
  const year =
    numbers.find(({ word }) => word.length === 4) ?? numbers.filter(({ index }) => index > at).at(-1);
  if (year === undefined) return undefined;
  const days = numbers.filter(
    (number) => number !== year && Number(number.word) >= 1 && Number(number.word) <= 31,
  );
  const day = days.find(({ index }) => Math.abs(index - at) === 1) ?? days[0];
  // A month and a year alone are no day; no day is guessed.
  if (day === undefined) return undefined;
  return { year: fullYear(year.word), month, day: Number(day.word) };
}

/** The month that is named, and where: a word beside a number before one that only could be a month. */
function namedMonth(words: readonly string[], language?: string): { at: number; month: number } | undefined {
  const months = words.flatMap((word, at) => {
    const month = /^\d/.test(word) ? undefined : monthOf(word, language);
    return month === undefined ? [] : [{ at, month }];
  });
  const isNumber = (at: number): boolean => /^\d/.test(words[at] ?? '');
  const near = (reach: number) => (one: { at: number }) =>
    isNumber(one.at - reach) || isNumber(one.at + reach);
  const exact = months.find(near(1)) ?? months.find(near(2)) ?? months[0];
  if (exact !== undefined) return exact;
  const at = words.findIndex(
    (word, place) => !/^\d/.test(word) && near(1)({ at: place }) && cutMonthOf(word) !== undefined,
  );
  const month = cutMonthOf(words[at] ?? '');
  return month === undefined ? undefined : { at, month };
}

function numericDate(text: string, language?: string): Parts | undefined {
  const found = /(\d{1,4})\s?([-/.])\s?(\d{1,3})\s?\2\s?(\d{1,4})/.exec(text);
  if (found === null) return undefined;
  const [, first = '', separator, second = '', third = ''] = found;
  if (first.length >= 3) return { year: Number(first), month: Number(second), day: Number(third) };
  if (separator === '-' && third.length <= 2)
    return { year: fullYear(first), month: Number(second), day: Number(third) };
  const [a, b] = [Number(first), Number(second)];
  const american =
    separator === '/' &&
    b <= 31 &&
    a <= 12 &&
    (b > 12 || (language ?? 'en').toLowerCase().split('-')[0] === 'en');
  const [month, day] = american && !/^en-(?!us)/i.test(language ?? '') ? [a, b] : b > 12 ? [a, b] : [b, a];
  return { year: fullYear(third), month, day };
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
}

function render(parts: Parts): ParsedDate | undefined {
  const { year, month, day, hour = 0, minute = 0, second = 0, fraction, offset } = parts;
  if (
    year < 1 ||
    year > 9999 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    hour > 24 ||
    minute > 59 ||
    second > 61
  )
    return undefined;
  if (Math.abs(offset ?? 0) > 18 * 60) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1) return undefined;
  date.setUTCHours(hour, minute, Math.min(second, 59));
  const milliseconds =
    fraction === undefined || /^0+$/.test(fraction) ? '' : `.${fraction.slice(0, 3).padEnd(3, '0')}`;
  const value = `${date.toISOString().slice(0, 19)}${milliseconds}${offsetText(offset ?? 0)}`;
  if (parts.hour === undefined) return { value, assumed: 'time' };
  return offset === undefined ? { value, assumed: 'zone' } : { value };
}

function offsetText(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
