import { mondayOf, monthLength, nthWeekday, toDay } from '../../times/calendar.ts';
import {
  type Context,
  type DatePhrase,
  isGlued,
  lowAt,
  type Resolved,
  type Scan,
  tokenAt,
} from '../../times/phrase.ts';
import { shiftUnit } from '../../times/when.ts';
import { WEEKDAYS } from '../calendar-words.ts';
import { CHOSEN } from './anchor.ts';

type ReadDate = (scan: Scan, at: number) => DatePhrase | undefined;

/** "the week of March 9": the week that holds the day. */
export function readWeekOf(scan: Scan, from: number, readDate: ReadDate): DatePhrase | undefined {
  const at = lowAt(scan, from) === 'the' ? from + 1 : from;
  if (lowAt(scan, at) !== 'week' || !/^(of|beginning|starting)$/.test(lowAt(scan, at + 1))) return undefined;
  const date = readDate(scan, lowAt(scan, at + 2) === 'on' ? at + 3 : at + 2);
  return (
    date && {
      ...date,
      from,
      rule: 'week-of',
      mod: undefined,
      resolve: (context) => {
        const found = date.resolve(context);
        return found?.when.unit === 'day'
          ? { ...found, when: { unit: 'week', day: mondayOf(found.when.day) } }
          : undefined;
      },
    }
  );
}

const NTH = new Map([
  ['first', 1],
  ['second', 2],
  ['third', 3],
  ['fourth', 4],
  ['fifth', 5],
  ['last', -1],
  ['final', -1],
]);

/** "the last Sunday of April", "the second Tuesday in March". */
export function readNthWeekday(scan: Scan, from: number, readDate: ReadDate): DatePhrase | undefined {
  const at = lowAt(scan, from) === 'the' ? from + 1 : from;
  const nth = NTH.get(lowAt(scan, at));
  const weekday = WEEKDAYS.get(lowAt(scan, at + 1));
  if (nth === undefined || weekday === undefined || !/^(of|in)$/.test(lowAt(scan, at + 2))) return undefined;
  const date = readDate(scan, at + 3);
  return (
    date && {
      ...date,
      from,
      rule: 'nth-weekday',
      mod: undefined,
      resolve: (context) => {
        const found = date.resolve(context);
        if (found?.when.unit !== 'month') return undefined;
        const day = nthWeekday(found.when.year, found.when.month, weekday, nth);
        return day === undefined ? undefined : { ...found, when: { unit: 'day', day } };
      },
    }
  );
}

/** What may follow "on the 25th" where it is a day: the end of a clause, or a preposition. */
const AFTER =
  /^([.,;:!?)"”\n]|and|but|in|at|for|with|when|after|before|to|from|by|as|that|is|was|will|has|)$/;

/** "on the 25th": the nearest such day on the side that the verb speaks of. */
export function readBareDate(scan: Scan, from: number): DatePhrase | undefined {
  const number = tokenAt(scan, from + 1);
  const ordinal = /^(st|nd|rd|th)$/.test(lowAt(scan, from + 2)) && isGlued(scan, from + 2);
  const cued = /^(on|by|until|since|from)$/.test(lowAt(scan, from - 1));
  if (
    !cued ||
    !ordinal ||
    number.kind !== 'number' ||
    number.text.length > 2 ||
    !AFTER.test(lowAt(scan, from + 3))
  )
    return undefined;
  const date = Number(number.text);
  if (date < 1 || date > 31) return undefined;
  return { from, to: from + 3, rule: 'bare-day', resolve: (context) => nearestDate(context, date) };
}

/** What a tense weighs against nearness, in days. */
const TENSE = 20;

function nearestDate({ day, tense, anchor }: Context, date: number): Resolved | undefined {
  if (day === undefined) return undefined;
  const cost = (found: number): number =>
    Math.abs(found - day) +
    ((tense === 'past' && found > day) || (tense === 'future' && found < day) ? TENSE : 0);
  const days = [-1, 0, 1].flatMap((shift) => {
    const month = shiftUnit(day, 'month', shift);
    const found =
      month.unit === 'month' && date <= monthLength(month.year, month.month)
        ? toDay(month.year, month.month, date)
        : undefined;
    return found === undefined ? [] : [found];
  });
  const best = days.sort((a, b) => cost(a) - cost(b))[0];
  return best === undefined
    ? undefined
    : { when: { unit: 'day', day: best }, anchor, confidence: CHOSEN - 0.2 };
}
