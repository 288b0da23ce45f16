import { durationValue } from '../../times/duration-value.ts';
import { fixed, isCapital, lowAt, type Phrase, type Scan, tokenAt } from '../../times/phrase.ts';
import { MONTHS, PARTS, PLURAL_WEEKDAYS, SEASONS, UNITS, WEEKDAYS } from '../calendar-words.ts';
import { readNumber, readOrdinal } from '../numbers.ts';
import { readQuantity } from './quantity.ts';

const set = (from: number, to: number, value: string, rule: string, confidence = 0.9): Phrase =>
  fixed(from, to, rule, { type: 'SET', value, confidence });

const ADVERBS = new Map<string, string>([
  ['hourly', 'PT1H'],
  ['daily', 'P1D'],
  ['nightly', 'P1D'],
  ['weekly', 'P1W'],
  ['fortnightly', 'P2W'],
  ['biweekly', 'P2W'],
  ['monthly', 'P1M'],
  ['bimonthly', 'P2M'],
  ['quarterly', 'P3M'],
  ['annual', 'P1Y'],
  ['annually', 'P1Y'],
  ['yearly', 'P1Y'],
  ['biannual', 'P6M'],
  ['semiannual', 'P6M'],
  ['biennial', 'P2Y'],
  ['biennially', 'P2Y'],
  ['biannually', 'P6M'],
  ['perennially', 'P1Y'],
]);
export const ADVERB_HEADS: readonly string[] = [...ADVERBS.keys()];

/** "annual", "daily", "monthly"; not in a name ("Daily Mail"). */
export function readAdverb(scan: Scan, from: number): Phrase | undefined {
  const value = ADVERBS.get(lowAt(scan, from));
  if (!value) return undefined;
  const before = tokenAt(scan, from - 1);
  const named = isCapital(scan, from) && (isCapital(scan, from + 1) || before.kind === 'word');
  return named ? undefined : set(from, from + 1, value, 'set-adverb');
}

const EVERY = new Set(['every', 'each']);
const repeated = (count: number, value: string): string =>
  count === 1 ? value : value.replace('1', String(count));

/** "every Tuesday", "each year", "every two weeks", "every other day", "every March", "each summer", "every morning". */
export function readEvery(scan: Scan, from: number): Phrase | undefined {
  if (!EVERY.has(lowAt(scan, from))) return undefined;
  let at = from + 1;
  let count = 1;
  const single = lowAt(scan, at) === 'single' || lowAt(scan, at) === 'passing';
  if (single) at++;
  if (lowAt(scan, at) === 'other' || lowAt(scan, at) === 'second') {
    count = 2;
    at++;
  } else if (lowAt(scan, at) === 'few') {
    const vague = readQuantity(scan, at);
    return vague ? set(from, vague.to, durationValue('X', vague.unit), 'set-every') : undefined;
  } else {
    const nth = readOrdinal(scan, at);
    const quantity = nth ? undefined : readQuantity(scan, at);
    if (nth && nth.value > 1) {
      count = nth.value;
      at = nth.to;
    } else if (quantity && !Number.isNaN(quantity.count))
      return set(from, quantity.to, durationValue(quantity.count, quantity.unit), 'set-every');
  }
  return everyOne(scan, from, at, count);
}

function everyOne(scan: Scan, from: number, at: number, count: number): Phrase | undefined {
  const low = lowAt(scan, at);
  const weekday = WEEKDAYS.get(low);
  if (weekday !== undefined) {
    const part = PARTS.get(lowAt(scan, at + 1));
    return set(from, part ? at + 2 : at + 1, `XXXX-WXX-${weekday}${part ? `T${part}` : ''}`, 'set-weekday');
  }
  const month = isCapital(scan, at) ? MONTHS.get(low) : undefined;
  if (month !== undefined) return set(from, at + 1, `XXXX-${String(month).padStart(2, '0')}`, 'set-month');
  const season = SEASONS.get(low);
  if (season) return set(from, at + 1, `XXXX-${season}`, 'set-season');
  const part = PARTS.get(low);
  if (part) return set(from, at + 1, `XXXX-XX-XXT${part}`, 'set-part');
  if (low === 'weekend') return set(from, at + 1, 'XXXX-WXX-WE', 'set-weekend');
  if (low === 'weekday') return set(from, at + 1, 'P1D', 'set-unit');
  const unit = UNITS.get(low);
  return unit ? set(from, at + 1, repeated(count, durationValue(1, unit)), 'set-unit') : undefined;
}

/** "on Tuesdays", "Sundays", "weekends". */
export function readPlural(scan: Scan, from: number): Phrase | undefined {
  const weekday = PLURAL_WEEKDAYS.get(lowAt(scan, from));
  if (weekday === undefined || (isCapital(scan, from + 1) && lowAt(scan, from - 1) !== 'on'))
    return undefined;
  return set(from, from + 1, `XXXX-WXX-${weekday}`, 'set-weekday');
}

export function readWeekends(scan: Scan, from: number): Phrase | undefined {
  const before = lowAt(scan, from - 1);
  if (before !== 'on' && before !== 'at' && before !== 'most' && before !== 'and') return undefined;
  return set(
    from,
    from + 1,
    lowAt(scan, from) === 'weekends' ? 'XXXX-WXX-WE' : 'XXXX-WXX-XX',
    'set-weekend',
    0.8,
  );
}

/** "per day", "per year", "a day" after "once", "twice", "three times". */
export function readPer(scan: Scan, from: number): Phrase | undefined {
  const unit = UNITS.get(lowAt(scan, from + 1));
  if (!unit || unit === 'second' || unit === 'hour' || unit === 'minute') return undefined;
  return set(from, from + 2, durationValue(1, unit), 'set-per', 0.8);
}

/** "once a year", "twice a week", "three times a day". */
export function readTimes(scan: Scan, from: number): Phrase | undefined {
  const low = lowAt(scan, from);
  let at = from + 1;
  if (low !== 'once' && low !== 'twice') {
    const number = readNumber(scan, from);
    if (!number || lowAt(scan, number.to) !== 'times') return undefined;
    at = number.to + 1;
  }
  if (!/^(a|an|each|every|per)$/.test(lowAt(scan, at))) return undefined;
  const quantity = UNITS.has(lowAt(scan, at + 1)) ? undefined : readQuantity(scan, at + 1);
  if (quantity && !Number.isNaN(quantity.count))
    return set(from, quantity.to, durationValue(quantity.count, quantity.unit), 'set-times');
  const unit = UNITS.get(lowAt(scan, at + 1));
  return unit ? set(from, at + 2, durationValue(1, unit), 'set-times') : undefined;
}

/** "the first Monday of each month", "the 15th of every month". */
export function readOfEvery(scan: Scan, from: number): Phrase | undefined {
  const start = lowAt(scan, from) === 'the' ? from + 1 : from;
  const nth = lowAt(scan, start) === 'last' ? { value: -1, to: start + 1 } : readOrdinal(scan, start);
  if (!nth) return undefined;
  const of = WEEKDAYS.has(lowAt(scan, nth.to)) || lowAt(scan, nth.to) === 'day' ? nth.to + 1 : nth.to;
  if (lowAt(scan, of) !== 'of' || !EVERY.has(lowAt(scan, of + 1))) return undefined;
  const unit = UNITS.get(lowAt(scan, of + 2));
  return unit === 'month' || unit === 'year'
    ? set(from, of + 3, durationValue(1, unit), 'set-of-every')
    : undefined;
}
