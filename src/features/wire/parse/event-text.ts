import type { Block, Inline } from '#document/document.ts';
import type { WireEvent } from '../wire-item.schema.ts';

/** When and where an event is, as the first lines of its text, in the words of its language; nothing where neither is known. */
export function eventLines(event: WireEvent, language = 'en'): Block[] {
  const lines = [
    whenOf(event, language),
    event.place,
    language.startsWith('en') ? event.recurrence : undefined,
  ];
  const content: Inline[] = [];
  for (const text of lines) {
    if (text === undefined || text.trim() === '') continue;
    if (content.length > 0) content.push({ type: 'hardBreak' });
    content.push({ type: 'text', text: text.replace(/\s+/g, ' ').trim() });
  }
  return content.length === 0 ? [] : [{ type: 'paragraph', content }];
}

const isDay = (time: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(time);

function whenOf({ start, end, zone }: WireEvent, language: string): string | undefined {
  if (start === undefined) return undefined;
  const from = shown(start);
  const to = end === undefined ? undefined : shown(end);
  if (from === undefined) return undefined;
  const day = formatOf(language, { dateStyle: 'full' });
  const clock = formatOf(language, { timeStyle: 'short' });
  const words = (time: string, at: Date): string =>
    `${day.format(at)}${isDay(time) ? '' : `, ${clock.format(at)}`}`;
  const first = words(start, from);
  const zoned = isDay(start) ? '' : zoneWords(start, zone);
  if (end === undefined || to === undefined || to <= from) return first + zoned;
  const sameDay = day.format(from) === day.format(to);
  if (sameDay) return `${first}${isDay(end) ? '' : `–${clock.format(to)}`}${zoned}`;
  return `${first} – ${words(end, to)}${zoned}`;
}

/** The clock's own reading, whatever its zone, as a moment of UTC. */
function shown(time: string): Date | undefined {
  const wall = Date.parse(`${time.slice(0, 16)}${isDay(time) ? 'T00:00' : ''}Z`);
  return Number.isNaN(wall) ? undefined : new Date(wall);
}

function zoneWords(start: string, zone: string | undefined): string {
  if (zone !== undefined && zone !== 'UTC') return ` (${zone.replace(/^.*\//, '').replaceAll('_', ' ')})`;
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/.exec(start)?.[0];
  return offset === undefined ? '' : ` (UTC${offset === 'Z' ? '' : offset})`;
}

function formatOf(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const settings = { ...options, timeZone: 'UTC', numberingSystem: 'latn', calendar: 'gregory' };
  try {
    // English without a country is the paper's own: the day before the month.
    return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, settings);
  } catch {
    return new Intl.DateTimeFormat('en-GB', settings);
  }
}

const UNITS: Readonly<Record<string, string>> = {
  D: 'day',
  W: 'week',
  M: 'month',
  Y: 'year',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
  YEARLY: 'year',
};
const DAYS: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
};
const PLACES: Readonly<Record<string, string>> = {
  '1': 'first',
  '2': 'second',
  '3': 'third',
  '4': 'fourth',
  '-1': 'last',
};

export type Recurrence = {
  freq?: string;
  interval?: number;
  count?: number;
  until?: string;
  days?: readonly string[];
};

/** A rule of recurrence in words; undefined where its frequency is finer than a day or missing. */
export function recurrenceWords({
  freq = '',
  interval = 1,
  count,
  until,
  days = [],
}: Recurrence): string | undefined {
  const unit = UNITS[freq.toUpperCase()];
  if (unit === undefined) return undefined;
  const named = days.map((day) => {
    const [, place = '', code = ''] = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(day.toUpperCase()) ?? [];
    return [PLACES[place.replace('+', '')], DAYS[code]].filter(Boolean).join(' ');
  });
  const on = named.filter((day) => day !== '');
  return [
    interval > 1 ? `every ${interval} ${unit}s` : `every ${unit}`,
    on.length === 0 ? '' : ` on ${on.join(', ')}`,
    count === undefined ? '' : `, ${count} times`,
    until === undefined ? '' : ` until ${until.slice(0, 10)}`,
  ].join('');
}
