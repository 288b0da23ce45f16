import { toCivil, toDay } from '../times/calendar.ts';
import { shiftUnit, type When } from '../times/when.ts';
import { chooseYear, fixed, fromToday, nearestDay } from './anchors.ts';
import { counted, isLength, skipWeekday } from './counters.ts';
import type { KoreanContext, KoreanDate } from './phrase.ts';
import { isDigit, SEASONS, skipSpaces, wordAt } from './words.ts';

const YEAR_PART: [string, (year: number) => When][] = [
  ...([1, 2, 3, 4] as const).flatMap((nth): [string, (year: number) => When][] => [
    [`${nth}분기`, (year) => ({ unit: 'quarter', year, nth })],
    [`${nth}사분기`, (year) => ({ unit: 'quarter', year, nth })],
  ]),
  ['상반기', (year) => ({ unit: 'half', year, nth: 1 })],
  ['하반기', (year) => ({ unit: 'half', year, nth: 2 })],
  ...SEASONS.map(([word, season]): [string, (year: number) => When] => [
    word,
    (year) => ({ unit: 'season', year, season }),
  ]),
];

export type YearOf = (context: KoreanContext) => number | undefined;

export const relativeYear =
  (count: number): YearOf =>
  ({ day }) =>
    day === undefined ? undefined : toCivil(day).year + count;

/** What follows a month: its day, or nothing. */
function monthTail(text: string, month: number, at: number, year: YearOf | undefined): KoreanDate {
  const day = counted(text, skipSpaces(text, at), '일', 1, 31);
  const yearFor = (context: KoreanContext, date: number): number | undefined =>
    year?.(context) ?? chooseYear(context, (given) => toDay(given, month, date));
  if (day && !isLength(text, day.end))
    return {
      end: skipWeekday(text, day.end),
      rule: 'month-day',
      resolve: (context) => {
        const found = yearFor(context, day.value);
        const date = found === undefined ? undefined : toDay(found, month, day.value);
        return date === undefined
          ? undefined
          : { when: { unit: 'day', day: date }, ...(!year && { anchor: context.anchor }) };
      },
    };
  return {
    end: at,
    rule: 'month',
    resolve: (context) => {
      const found = yearFor(context, 1);
      return found === undefined
        ? undefined
        : { when: { unit: 'month', year: found, month }, ...(!year && { anchor: context.anchor }) };
    },
  };
}

/** "2015년", and what may follow it: month, day, quarter, season. */
export function yearTail(text: string, at: number, year: YearOf, absolute: boolean): KoreanDate {
  const next = skipSpaces(text, at);
  const month = counted(text, next, '월', 1, 12);
  if (month) return monthTail(text, month.value, month.end, year);
  const part = wordAt(text, next, YEAR_PART);
  const make = part?.[1] ?? ((found: number): When => ({ unit: 'year', year: found }));
  return {
    end: part ? next + part[0].length : at,
    rule: part ? 'year-part' : 'year',
    resolve: (context) => {
      const found = year(context);
      return found === undefined
        ? undefined
        : { when: make(found), ...(!absolute && { anchor: context.anchor }) };
    },
  };
}

/** "25일": as in Korean news the day of this month, or of the one that is nearer; after a month just named, of that one. */
export function readBareDay(text: string, at: number): KoreanDate | undefined {
  const day = counted(text, at, '일', 1, 31);
  if (!day || isLength(text, day.end)) return undefined;
  return {
    end: skipWeekday(text, day.end),
    rule: 'bare-day',
    resolve: (context) => nearestDay(context, day.value),
  };
}

/** "2015-03-25", "2015.3.25", "2015/3/25". */
function readDashed(text: string, at: number): KoreanDate | undefined {
  const mark = text[at + 4];
  if (mark !== '-' && mark !== '.' && mark !== '/') return undefined;
  const [year, month, day] = text
    .slice(at, at + 10)
    .split(mark)
    .map((part) => Number.parseInt(part, 10));
  const date =
    year !== undefined && month !== undefined && day !== undefined && year > 1000
      ? toDay(year, month, day)
      : undefined;
  if (date === undefined) return undefined;
  let end = text.indexOf(mark, at + 5) + 1;
  while (isDigit(text, end)) end++;
  return end - at > 10
    ? undefined
    : { end, rule: 'numeric-date', resolve: fixed({ unit: 'day', day: date }) };
}

export function readNumbered(text: string, at: number): KoreanDate | undefined {
  const decade = counted(text, at, '년대', 10, 2090);
  if (decade) {
    const full = decade.value < 100 ? 1900 + decade.value : decade.value;
    return {
      end: decade.end,
      rule: 'decade',
      resolve: fixed({ unit: 'decade', decade: Math.floor(full / 10) }),
    };
  }
  const century = counted(text, at, '세기', 1, 30);
  if (century)
    return {
      end: century.end,
      rule: 'century',
      resolve: fixed({ unit: 'century', century: century.value - 1 }),
    };
  const year = counted(text, at, '년', 1000, 2199);
  if (year && !isLength(text, year.end))
    return yearTail(text, text[year.end] === '도' ? year.end + 1 : year.end, () => year.value, true);
  const month = counted(text, at, '월', 1, 12);
  if (month) return monthTail(text, month.value, month.end, undefined);
  const quarter = counted(text, at, '분기', 1, 4);
  if (quarter)
    return {
      end: quarter.end,
      rule: 'quarter',
      resolve: fromToday((day) => {
        const when = shiftUnit(day, 'year', 0);
        return when.unit === 'year' ? { unit: 'quarter', nth: quarter.value, year: when.year } : undefined;
      }),
    };
  return readBareDay(text, at) ?? readDashed(text, at);
}
