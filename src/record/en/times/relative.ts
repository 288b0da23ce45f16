import { mondayOf, weekdayOf } from '../../times/calendar.ts';
import {
  type Context,
  type DatePhrase,
  isCapital,
  lowAt,
  type Resolved,
  type Scan,
} from '../../times/phrase.ts';
import { shiftUnit, type When } from '../../times/when.ts';
import { SEASONS, UNITS } from '../calendar-words.ts';
import { countFromMention, fromToday, shiftToday } from './anchor.ts';
import { readMonth } from './months.ts';

const DAYS = new Map<string, number>([
  ['today', 0],
  ['tomorrow', 1],
  ['yesterday', -1],
]);

/** "today", "the day after tomorrow"; not "only yesterday", which is an idiom. */
export function readDeicticDay(scan: Scan, from: number): DatePhrase | undefined {
  const count = DAYS.get(lowAt(scan, from));
  if (count !== undefined) {
    const before = lowAt(scan, from - 1);
    if (count === -1 && (before === 'only' || (before === 'just' && lowAt(scan, from - 2) === 'like')))
      return undefined;
    // USA Today, Today (the programme), "Yesterday" (the song)
    if (isCapital(scan, from) && isCapital(scan, from - 1) && lowAt(scan, from - 1) !== '') return undefined;
    return {
      from,
      to: from + 1,
      rule: 'deictic-day',
      resolve: (context) => shiftToday(context, 'day', count),
    };
  }
  if (lowAt(scan, from) !== 'the' || lowAt(scan, from + 1) !== 'day') return undefined;
  const pair = `${lowAt(scan, from + 2)} ${lowAt(scan, from + 3)}`;
  const two = pair === 'after tomorrow' ? 2 : pair === 'before yesterday' ? -2 : 0;
  return two === 0
    ? undefined
    : { from, to: from + 4, rule: 'deictic-day', resolve: (context) => shiftToday(context, 'day', two) };
}

const DETERMINERS = new Map<string, number>([
  ['last', -1],
  ['next', 1],
  ['this', 0],
  ['current', 0],
]);

const isDateUnit = (unit: string): boolean => unit !== 'second' && unit !== 'minute' && unit !== 'hour';

/** "last week", "this year", "next month", "the current year", "this past week", "this weekend", "last century". */
export function readRelativeUnit(scan: Scan, from: number): DatePhrase | undefined {
  let at = from;
  if (lowAt(scan, at) === 'the' && lowAt(scan, at + 1) === 'current') at++;
  const count = DETERMINERS.get(lowAt(scan, at));
  if (count === undefined) return undefined;
  const past = count === 0 && lowAt(scan, at + 1) === 'past';
  const coming = count === 0 && lowAt(scan, at + 1) === 'coming';
  const noun = past || coming ? at + 2 : at + 1;
  const low = lowAt(scan, noun);
  const shift = past ? -1 : coming ? 1 : count;
  if (low === 'weekend')
    return { from, to: noun + 1, rule: 'relative-weekend', resolve: (context) => weekend(context, shift) };
  // "calendar year", "fiscal year", "school year", "academic year", "financial year"
  const kind = /^(calendar|fiscal|school|academic|financial|tax)$/.test(low) ? 1 : 0;
  const unit = UNITS.get(lowAt(scan, noun + kind));
  if (unit === undefined || !isDateUnit(unit)) return undefined;
  // "this day and age", "this decade" is fine; "last day" and "next day" are counted from a mention
  if (unit === 'day' && (count !== 0 || lowAt(scan, noun + 1) === 'and')) return undefined;
  if (lowAt(scan, noun + kind + 1) === "'s" && unit === 'day') return undefined;
  return {
    from,
    to: noun + kind + 1,
    rule: 'relative-unit',
    resolve: (context) => shiftToday(context, unit, shift),
  };
}

function weekend(context: Context, shift: number): Resolved | undefined {
  return fromToday(context, (day) => {
    // On a Monday "this weekend" under a past verb is the one just over.
    const back = shift === 0 && context.tense === 'past' && weekdayOf(day) < 5 ? -7 : 0;
    return { unit: 'weekend', day: mondayOf(day) + shift * 7 + back };
  });
}

/** "the weekend", "over the weekend": the last one, or the next under a future verb. */
export function readWeekend(scan: Scan, from: number): DatePhrase | undefined {
  if (lowAt(scan, from) !== 'the' || lowAt(scan, from + 1) !== 'weekend') return undefined;
  return {
    from,
    to: from + 2,
    rule: 'weekend',
    resolve: (context) =>
      fromToday(
        context,
        (day) => ({
          unit: 'weekend',
          day: mondayOf(day) - (context.tense === 'future' || weekdayOf(day) > 5 ? 0 : 7),
        }),
        0.8,
      ),
  };
}

const MENTIONS = new Map<string, number>([
  ['following', 1],
  ['next', 1],
  ['subsequent', 1],
  ['previous', -1],
  ['preceding', -1],
  ['prior', -1],
  ['same', 0],
]);

/** "the following day", "the previous year", "the same month", "that day", "that same year": counted from a mention. */
export function readMentionUnit(scan: Scan, from: number): DatePhrase | undefined {
  const low = lowAt(scan, from);
  let at = from + 1;
  let count: number | undefined;
  if (low === 'that') {
    count = 0;
    if (lowAt(scan, at) === 'same' || lowAt(scan, at) === 'very') at++;
  } else if (low === 'the') count = MENTIONS.get(lowAt(scan, at++));
  else if (low === 'previous') count = -1;
  else if (low === 'next' && lowAt(scan, at) === 'day') count = 1;
  const unit = UNITS.get(lowAt(scan, at));
  if (count === undefined || unit === undefined || !isDateUnit(unit)) return undefined;
  const moved = count;
  // "over the next year" is a length of time
  if (
    lowAt(scan, from + 1) === 'next' &&
    unit !== 'day' &&
    /^(over|in|within|for|during|throughout|of)$/.test(lowAt(scan, from - 1))
  )
    return undefined;
  return {
    from,
    to: at + 1,
    rule: unit === 'day' ? 'mention-day' : 'mention-unit',
    resolve: (context) => countFromMention(context, unit, moved),
  };
}

/** "the day before", "the year after", "the week before last": only where nothing follows that they could be counted from. */
export function readDayBefore(scan: Scan, from: number): DatePhrase | undefined {
  const unit = UNITS.get(lowAt(scan, from + 1));
  if (lowAt(scan, from) !== 'the' || unit === undefined || !isDateUnit(unit)) return undefined;
  const word = lowAt(scan, from + 2);
  if (word !== 'before' && word !== 'after' && word !== 'earlier' && word !== 'following') return undefined;
  const next = lowAt(scan, from + 3);
  if (next === 'last' || next === 'next') {
    const count = next === 'last' ? -2 : 2;
    return {
      from,
      to: from + 4,
      rule: 'unit-before-last',
      resolve: (context) => shiftToday(context, unit, count),
    };
  }
  if (!/^([.,;:!?)"”\n]|and|but|in|at|when|with|to|for|as|that|by|on|from|was|were|had|)$/.test(next))
    return undefined;
  const count = word === 'after' || word === 'following' ? 1 : -1;
  return {
    from,
    to: from + 3,
    rule: unit === 'day' ? 'day-before' : 'unit-before',
    resolve: (context) => countFromMention(context, unit, count),
  };
}

/** "last March", "next June", "this May"; "last summer", "next spring", "this winter". */
export function readRelativeMonth(scan: Scan, from: number): DatePhrase | undefined {
  const word = lowAt(scan, from);
  const past = word === 'this' && lowAt(scan, from + 1) === 'past';
  const count = DETERMINERS.get(word);
  if (count === undefined) return undefined;
  const at = from + (past || (word === 'this' && lowAt(scan, from + 1) === 'coming') ? 2 : 1);
  const month = isCapital(scan, at) ? readMonth(scan, at) : undefined;
  if (month)
    return {
      from,
      to: month.to,
      rule: 'relative-month',
      resolve: (context) =>
        fromToday(context, (day) => relativeMonth(day, month.month, past ? -1 : count), 0.9),
    };
  const season = SEASONS.get(lowAt(scan, at));
  if (!season) return undefined;
  return {
    from,
    to: at + 1,
    rule: 'relative-season',
    resolve: (context) =>
      fromToday(
        context,
        (day) => {
          const { year, month: now } = monthOf(day);
          return { unit: 'season', season, year: seasonYear(season, now, year, past ? -1 : count) };
        },
        0.85,
      ),
  };
}

function monthOf(day: number): { year: number; month: number } {
  const when = shiftUnit(day, 'month', 0);
  return when.unit === 'month' ? when : { year: 0, month: 1 };
}

function relativeMonth(day: number, month: number, count: number): When {
  const now = monthOf(day);
  if (count < 0) return { unit: 'month', month, year: month < now.month ? now.year : now.year - 1 };
  if (count > 0) return { unit: 'month', month, year: month > now.month ? now.year : now.year + 1 };
  return { unit: 'month', month, year: now.year };
}

const SEASON_ENDS: Record<string, number> = { SP: 5, SU: 8, FA: 11, WI: 2 };

/** A winter is named by the year it begins in. */
function seasonYear(season: string, month: number, year: number, count: number): number {
  const end = SEASON_ENDS[season] ?? 12;
  if (season === 'WI')
    return month <= 2 ? year - 1 + (count < 0 ? -1 : count > 0 ? 1 : 0) : year + (count < 0 ? -1 : 0);
  if (count < 0) return month > end ? year : year - 1;
  if (count > 0) return month < end - 2 ? year : year + 1;
  return year;
}
