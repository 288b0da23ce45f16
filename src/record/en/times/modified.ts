import type { TimexMod } from '../../record.ts';
import {
  type Context,
  type DatePhrase,
  isGlued,
  lowAt,
  type Resolved,
  type Scan,
} from '../../times/phrase.ts';
import { shiftUnit } from '../../times/when.ts';
import { UNITS } from '../calendar-words.ts';
import { countFromMention, fromToday } from './anchor.ts';

type ReadDate = (scan: Scan, at: number) => DatePhrase | undefined;

const NOUNS = new Map<string, TimexMod | undefined>([
  ['beginning', 'START'],
  ['start', 'START'],
  ['outset', 'START'],
  ['dawn', 'START'],
  ['end', 'END'],
  ['close', 'END'],
  ['middle', 'MID'],
  ['turn', 'START'],
  ['rest', undefined],
  ['remainder', undefined],
  ['course', undefined],
]);

/** "the year", "the week": the one of today, or of a mention in the same sentence. */
function readPlainUnit(scan: Scan, at: number): DatePhrase | undefined {
  const unit = UNITS.get(lowAt(scan, at + 1));
  const word = lowAt(scan, at);
  if (
    (word !== 'the' && word !== 'that') ||
    !unit ||
    unit === 'hour' ||
    unit === 'minute' ||
    unit === 'second'
  )
    return undefined;
  if (word === 'that')
    return {
      from: at,
      to: at + 2,
      rule: unit === 'day' ? 'mention-day' : 'mention-unit',
      resolve: (context) => countFromMention(context, unit, 0),
    };
  const resolve = (context: Context): Resolved | undefined => {
    const last = context.mention?.when;
    if ((unit === 'decade' || unit === 'century') && last?.unit === unit)
      return { when: last, anchor: 'mention', confidence: 0.6 };
    if (context.storyYear !== undefined && unit === 'year')
      return { when: { unit: 'year', year: context.storyYear }, anchor: 'mention', confidence: 0.6 };
    return fromToday(context, (day) => shiftUnit(day, unit, 0), 0.85);
  };
  return { from: at, to: at + 2, rule: 'plain-unit', resolve };
}

/** "for the year", "in the quarter ended June 30": the one of a mention of its kind, else of today. */
export function readCuedUnit(scan: Scan, from: number): DatePhrase | undefined {
  const unit = UNITS.get(lowAt(scan, from + 1));
  if (unit !== 'week' && unit !== 'month' && unit !== 'quarter' && unit !== 'year') return undefined;
  const cued = /^(for|in|during|throughout)$/.test(lowAt(scan, from - 1));
  if (
    !cued ||
    !/^([.,;:!?)"”\n]|ended|ending|and|but|when|after|as|with|from|compared|)$/.test(lowAt(scan, from + 2))
  )
    return undefined;
  return {
    from,
    to: from + 2,
    rule: 'cued-unit',
    resolve: (context) => {
      const last = context.mention?.when;
      if (last?.unit === unit) return { when: last, anchor: 'mention', confidence: 0.5 };
      return fromToday(context, (day) => shiftUnit(day, unit, 0), 0.5);
    },
  };
}

/** "the end of the year", "the beginning of March", "the middle of next week", "the rest of the month". */
export function readPartOf(scan: Scan, from: number, readDate: ReadDate): DatePhrase | undefined {
  const at = lowAt(scan, from) === 'the' ? from + 1 : from;
  const noun = lowAt(scan, at);
  if (!NOUNS.has(noun) || lowAt(scan, at + 1) !== 'of') return undefined;
  const date = readPlainUnit(scan, at + 2) ?? readDate(scan, at + 2);
  return date && modified(from, date, NOUNS.get(noun), 'part-of');
}

const modified = (from: number, date: DatePhrase, mod: TimexMod | undefined, rule: string): DatePhrase => ({
  ...date,
  from,
  rule: `${rule}+${date.rule}`,
  mod: mod ?? date.mod,
});

/** "year-end", "year's end", "month-end", "week's end". */
export function readYearEnd(scan: Scan, from: number): DatePhrase | undefined {
  const start = lowAt(scan, from) === 'the' ? from + 1 : from;
  const unit = UNITS.get(lowAt(scan, start));
  if (unit !== 'year' && unit !== 'month' && unit !== 'week') return undefined;
  const join = lowAt(scan, start + 1);
  const end = join === "'s" || join === '-' ? start + 2 : start + 1;
  if (lowAt(scan, end) !== 'end' || (end === start + 1 && unit !== 'year')) return undefined;
  return {
    from,
    to: end + 1,
    rule: 'unit-end',
    mod: 'END',
    resolve: (context) => fromToday(context, (day) => shiftUnit(day, unit, 0), 0.85),
  };
}

/** "the day after Christmas", "the week before March 5". */
export function readBesideDate(scan: Scan, from: number, readDate: ReadDate): DatePhrase | undefined {
  const unit = lowAt(scan, from + 1);
  const word = lowAt(scan, from + 2);
  if (
    lowAt(scan, from) !== 'the' ||
    (unit !== 'day' && unit !== 'week') ||
    (word !== 'before' && word !== 'after')
  )
    return undefined;
  const date = readDate(scan, from + 3);
  if (!date) return undefined;
  const count = word === 'before' ? -1 : 1;
  return {
    ...date,
    from,
    rule: 'day-beside',
    resolve: (context) => {
      const found = date.resolve(context);
      return found?.when.unit === 'day'
        ? { ...found, when: shiftUnit(found.when.day, unit, count) }
        : undefined;
    },
  };
}

const MODS: Record<string, TimexMod> = { early: 'START', late: 'END', mid: 'MID', end: 'END' };

/** "early April", "late 2014", "mid-March", "late on Tuesday", "early in the year", "earlier this week", "later in the day". */
export function readEarlyLate(scan: Scan, from: number, readDate: ReadDate): DatePhrase | undefined {
  const start = lowAt(scan, from) === 'the' ? from + 1 : from;
  const word = lowAt(scan, start);
  const mod = MODS[word];
  if (!mod && word !== 'earlier' && word !== 'later') return undefined;
  let at = start + 1;
  if (lowAt(scan, at) === '-' && isGlued(scan, at)) {
    at++;
    if (!mod) return undefined;
  } else if (word === 'end') return undefined;
  // "early to mid April", "mid- to late 1990s"
  if (mod && lowAt(scan, at) === 'to' && MODS[lowAt(scan, at + 1)]) return undefined;
  const link = lowAt(scan, at);
  if (start === from && (link === 'in' || link === 'on' || link === 'that' || link === 'the')) {
    const inner = link === 'that' || link === 'the' ? at : at + 1;
    const plain = readPlainUnit(scan, inner);
    if (plain) return modified(from, plain, mod, 'early-late');
    if (link === 'that' || link === 'the')
      return mod && link === 'the' ? undefined : dated(scan, from, inner, mod, readDate);
    at = inner;
  }
  return dated(scan, from, at, mod, readDate);
}

function dated(
  scan: Scan,
  from: number,
  at: number,
  mod: TimexMod | undefined,
  readDate: ReadDate,
): DatePhrase | undefined {
  const date = readDate(scan, at);
  return date && modified(from, date, mod, 'early-late');
}

/** "the first day of April", "the last week of the year", "the first weekend of May". */
export function readUnitOf(scan: Scan, from: number, readDate: ReadDate): DatePhrase | undefined {
  const start = lowAt(scan, from) === 'the' ? from + 1 : from;
  const word = lowAt(scan, start);
  const unit = lowAt(scan, start + 1);
  if (
    (word !== 'first' && word !== 'last' && word !== 'final') ||
    (unit !== 'week' && unit !== 'day') ||
    lowAt(scan, start + 2) !== 'of'
  )
    return undefined;
  const date = readDate(scan, start + 3);
  if (!date) return undefined;
  return {
    ...date,
    from,
    rule: 'unit-of',
    mod: undefined,
    resolve: (context) => {
      const found = date.resolve(context);
      if (!found || (found.when.unit !== 'month' && found.when.unit !== 'year')) return undefined;
      const first = shiftUnit(dayIn(found), found.when.unit, word === 'first' ? 0 : 1);
      const day = dayIn({ ...found, when: first }) - (word === 'first' ? 0 : 1);
      return { ...found, when: shiftUnit(day, unit, 0) };
    },
  };
}

function dayIn({ when }: Resolved): number {
  const first = shiftUnit(0, 'day', 0);
  if (when.unit === 'month' || when.unit === 'year')
    return firstOf(when.year, when.unit === 'month' ? when.month : 1);
  return first.unit === 'day' ? first.day : 0;
}

const firstOf = (year: number, month: number): number => Date.UTC(year, month - 1, 1) / 86_400_000;
