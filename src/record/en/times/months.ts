import { toDay, weekdayOf } from '../../times/calendar.ts';
import {
  type Context,
  type DatePhrase,
  isCapital,
  isDash,
  isGlued,
  lowAt,
  type Resolved,
  type Scan,
  tokenAt,
} from '../../times/phrase.ts';
import { MONTHS, SHORT_MONTHS } from '../calendar-words.ts';
import { readOrdinal } from '../numbers.ts';
import { absolute, chooseDay, chooseMonth } from './anchor.ts';
import { readYearAfter, type YearOf } from './year-after.ts';

type MonthWord = { month: number; to: number };

/** A month's name; a short form needs its point or a number beside it. */
export function readMonth(scan: Scan, at: number): MonthWord | undefined {
  const { low, kind } = tokenAt(scan, at);
  if (kind !== 'word') return undefined;
  const full = MONTHS.get(low);
  if (full !== undefined) return { month: full, to: at + 1 };
  const short = SHORT_MONTHS.get(low);
  if (short === undefined) return undefined;
  const pointed = lowAt(scan, at + 1) === '.' && isGlued(scan, at + 1);
  const to = pointed ? at + 2 : at + 1;
  const besideNumber = tokenAt(scan, to).kind === 'number' || tokenAt(scan, at - 1).kind === 'number';
  return (pointed && isCapital(scan, at)) || besideNumber ? { month: short, to } : undefined;
}

type DayWord = { day: number; to: number };

/** A day of the month in digits, with or without "th", or as an ordinal; not part of a longer number or a clock time. */
export function readDayNumber(scan: Scan, at: number): DayWord | undefined {
  const ordinal = readOrdinal(scan, at);
  if (ordinal)
    return ordinal.value >= 1 && ordinal.value <= 31 ? { day: ordinal.value, to: ordinal.to } : undefined;
  const token = tokenAt(scan, at);
  if (token.kind !== 'number' || token.text.length > 2) return undefined;
  const day = Number(token.text);
  if (day < 1 || day > 31) return undefined;
  const next = tokenAt(scan, at + 1);
  if (isGlued(scan, at + 1)) {
    if (next.low === '%' || (next.kind === 'word' && next.low !== "'s")) return undefined;
    if (
      (next.low === ':' || next.low === '.') &&
      tokenAt(scan, at + 2).kind === 'number' &&
      isGlued(scan, at + 2)
    )
      return undefined;
  }
  return { day, to: at + 1 };
}

type DayDate = { month: number; day: number; year: YearOf | undefined; weekday?: number };

function resolveDay(context: Context, { month, day, year, weekday }: DayDate): Resolved | undefined {
  if (!year) return chooseDay(context, month, day, weekday);
  const found = year.year(context);
  const date = found === undefined ? undefined : toDay(found, month, day);
  if (date === undefined) return undefined;
  const resolved = year.anchor
    ? { when: { unit: 'day' as const, day: date }, anchor: year.anchor(context), confidence: 0.9 }
    : absolute({ unit: 'day', day: date });
  // A weekday that does not fit leaves doubt which of the two is wrong.
  return weekday !== undefined && weekdayOf(date) !== weekday ? { ...resolved, confidence: 0.7 } : resolved;
}

const dayPhrase = (from: number, to: number, rule: string, date: DayDate): DatePhrase => ({
  from,
  to,
  rule,
  resolve: (context) => resolveDay(context, date),
});

const JOINS = new Set(['to', 'and', 'or', 'through', 'until', 'till', ',', '&']);

/** Further days of the same month after the first: "-5", " and 6", ", 4 and 5". */
function readMoreDays(scan: Scan, from: number): { at: number; day: number; to: number }[] {
  const more: { at: number; day: number; to: number }[] = [];
  for (let at = from; more.length < 6; ) {
    const low = lowAt(scan, at);
    if (!isDash(low) && !JOINS.has(low)) break;
    const start = low === ',' && lowAt(scan, at + 1) === 'and' ? at + 2 : at + 1;
    const day = readDayNumber(scan, start);
    const after = day ? tokenAt(scan, day.to) : undefined;
    // "March 3, 20 people": a number after a comma or "and" that counts something is no day
    const counts = after?.kind === 'word' && !isDayFollower(after.low) && !(day && readMonth(scan, day.to));
    if (!day || counts || after?.low === '%') break;
    more.push({ at: start, day: day.day, to: day.to });
    at = day.to;
  }
  return more;
}
const isDayFollower = (low: string): boolean =>
  JOINS.has(low) ||
  /^(in|at|for|on|of|with|when|by|from|last|this|next|were|was|is|are|will|have|had|as|after|before)$/.test(
    low,
  );

/** "March 25", "March 25th, 2015", "March 3-5, 2015", "Oct. 3 of last year"; several phrases for several days. */
export function readMonthDay(
  scan: Scan,
  from: number,
  at = from,
  weekday?: number,
): DatePhrase[] | undefined {
  const month = readMonth(scan, at);
  if (!month) return undefined;
  const day = readDayNumber(scan, lowAt(scan, month.to) === 'the' ? month.to + 1 : month.to);
  if (!day) return undefined;
  const more = readMoreDays(scan, day.to);
  const lastTo = more.at(-1)?.to ?? day.to;
  const year = readYearAfter(scan, lastTo);
  const first = dayPhrase(from, more.length === 0 && year ? year.to : day.to, 'month-day', {
    month: month.month,
    day: day.day,
    year,
    weekday,
  });
  const others = more.map((one, index) =>
    dayPhrase(one.at, index === more.length - 1 && year ? year.to : one.to, 'month-day-list', {
      month: month.month,
      day: one.day,
      year,
    }),
  );
  return [first, ...others];
}

/** "25 March", "the 25th of March, 2015", "3-5 March"; several phrases for several days. */
export function readDayMonth(
  scan: Scan,
  from: number,
  at = from,
  weekday?: number,
): DatePhrase[] | undefined {
  const start = lowAt(scan, at) === 'the' ? at + 1 : at;
  const day = readDayNumber(scan, start);
  if (!day) return undefined;
  const more = readMoreDays(scan, day.to);
  const lastTo = more.at(-1)?.to ?? day.to;
  const monthAt =
    lowAt(scan, lastTo) === 'of' ? lastTo + 1 : isDash(lowAt(scan, lastTo)) ? lastTo + 1 : lastTo;
  const month = readMonth(scan, monthAt);
  // "the first March", "second May": without "of" an ordinal word is no day; a following number is a day of its own
  const isWord = tokenAt(scan, start).kind === 'word';
  if (!month || (isWord && monthAt === lastTo))
    return more.length > 0 ? readSingleDayMonth(scan, from, start, weekday) : undefined;
  const year = readYearAfter(scan, month.to);
  const end = year?.to ?? month.to;
  if (
    !year &&
    readDayNumber(scan, month.to) &&
    !isWord &&
    from === at &&
    more.length === 0 &&
    tokenAt(scan, at - 1).kind === 'word'
  )
    return undefined;
  const dates = [{ at: from, to: day.to, day: day.day }, ...more];
  return dates.map((one, index) =>
    dayPhrase(one.at, index === dates.length - 1 ? end : one.to, 'day-month', {
      month: month.month,
      day: one.day,
      year,
      ...(index === 0 && weekday !== undefined && { weekday }),
    }),
  );
}

function readSingleDayMonth(
  scan: Scan,
  from: number,
  at: number,
  weekday?: number,
): DatePhrase[] | undefined {
  const day = readDayNumber(scan, at);
  const month = day && readMonth(scan, lowAt(scan, day.to) === 'of' ? day.to + 1 : day.to);
  if (!day || !month) return undefined;
  const year = readYearAfter(scan, month.to);
  return [
    dayPhrase(from, year?.to ?? month.to, 'day-month', { month: month.month, day: day.day, year, weekday }),
  ];
}

const MONTH_CUES = new Set(
  `in of since until till by from during through throughout last next this early late mid between before after for every each
to and or past through around on -`.split(/\s+/),
);
/** Names and verbs too, so they need more than a capital letter. */
const AMBIGUOUS = new Set(['may', 'march', 'august', 'april', 'june']);

/** Whether a month's name without day or year is meant as a month. */
function isMonth(scan: Scan, at: number, to: number): boolean {
  const { low } = tokenAt(scan, at);
  const before = lowAt(scan, at - 1);
  if (low === 'may' || low === 'march') {
    const cued =
      MONTH_CUES.has(before) && before !== 'to' && before !== 'and' && before !== 'or' && before !== 'this';
    if (!isCapital(scan, at))
      return (
        before === 'in' || before === 'of' || before === 'since' || before === 'last' || before === 'next'
      );
    return (cued || joinsMonths(scan, at)) && !(isCapital(scan, to) && before !== 'in' && before !== 'since');
  }
  if (!AMBIGUOUS.has(low)) return true;
  if (!isCapital(scan, at)) return low !== 'august' || MONTH_CUES.has(before);
  // "April Smith", "Prime Minister June"
  return MONTH_CUES.has(before) || !(isCapital(scan, to) || isCapital(scan, at - 1));
}

/** "March to May", "April and May", "May or June". */
const joinsMonths = (scan: Scan, at: number): boolean =>
  (MONTHS.has(lowAt(scan, at - 2)) && /^(to|and|or|through|-|–)$/.test(lowAt(scan, at - 1))) ||
  (MONTHS.has(lowAt(scan, at + 2)) && /^(to|and|or|through|-|–)$/.test(lowAt(scan, at + 1)));

/** The year of "January and February 1937", "May to October 2020" for the first of the two; it ends before the second. */
function readSharedYear(scan: Scan, from: number): YearOf | undefined {
  if (!JOINS.has(lowAt(scan, from)) && !isDash(lowAt(scan, from))) return undefined;
  const second = readMonth(scan, from + 1);
  const year =
    second && tokenAt(scan, second.to).kind === 'number' ? readYearAfter(scan, second.to) : undefined;
  return year && { ...year, to: from };
}

/** "March", "March 2015", "March of last year". */
export function readMonthAlone(scan: Scan, from: number, at = from): DatePhrase | undefined {
  const month = readMonth(scan, at);
  if (!month) return undefined;
  const year = readYearAfter(scan, month.to) ?? readSharedYear(scan, month.to);
  if (!year) {
    if (!isMonth(scan, at, month.to)) return undefined;
    return { from, to: month.to, rule: 'month', resolve: (context) => chooseMonth(context, month.month) };
  }
  return {
    from,
    to: year.to,
    rule: 'month-year',
    resolve: (context) => {
      const found = year.year(context);
      if (found === undefined) return undefined;
      const when = { unit: 'month' as const, year: found, month: month.month };
      return year.anchor ? { when, anchor: year.anchor(context), confidence: 0.9 } : absolute(when);
    },
  };
}
