import { mondayOf, monthLength, toCivil, toDay, toWeek } from './calendar.ts';

export type Unit =
  | 'second'
  | 'minute'
  | 'hour'
  | 'day'
  | 'week'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century';
export type Season = 'SP' | 'SU' | 'FA' | 'WI';

/** A stretch of the calendar. `day` is a day number; a week or weekend is named by its Monday; years before 1 are BC (0 = 1 BC). */
export type When =
  | { unit: 'day'; day: number }
  | { unit: 'week' | 'weekend'; day: number }
  | { unit: 'month'; year: number; month: number }
  | { unit: 'quarter' | 'half'; year: number; nth: number }
  | { unit: 'season'; year: number; season: Season }
  | { unit: 'year'; year: number }
  /** Some day of a year or of a month, which is not told. */
  | { unit: 'some-day'; year: number; month?: number }
  | { unit: 'decade'; decade: number }
  | { unit: 'century'; century: number };

const pad = (number: number, width: number): string => String(number).padStart(width, '0');
const yearValue = (year: number): string => (year > 0 ? pad(year, 4) : `BC${pad(1 - year, 4)}`);

/** The TIMEX3 value of a stretch of the calendar. */
export function toValue(when: When): string {
  switch (when.unit) {
    case 'day': {
      const { year, month, day } = toCivil(when.day);
      return `${yearValue(year)}-${pad(month, 2)}-${pad(day, 2)}`;
    }
    case 'week':
    case 'weekend': {
      const { year, week } = toWeek(when.day);
      return `${yearValue(year)}-W${pad(week, 2)}${when.unit === 'weekend' ? '-WE' : ''}`;
    }
    case 'month':
      return `${yearValue(when.year)}-${pad(when.month, 2)}`;
    case 'quarter':
    case 'half':
      return `${yearValue(when.year)}-${when.unit === 'quarter' ? 'Q' : 'H'}${when.nth}`;
    case 'season':
      return `${yearValue(when.year)}-${when.season}`;
    case 'year':
      return yearValue(when.year);
    case 'some-day':
      return `${yearValue(when.year)}-${when.month === undefined ? 'XX' : pad(when.month, 2)}-XX`;
    case 'decade':
      return when.decade >= 0 ? pad(when.decade, 3) : `BC${pad(-when.decade, 3)}`;
    case 'century':
      return when.century >= 0 ? pad(when.century, 2) : `BC${pad(-when.century, 2)}`;
  }
}

const SEASON_MONTH: Record<Season, number> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The first day of a stretch of the calendar. */
export function firstDay(when: When): number {
  switch (when.unit) {
    case 'day':
    case 'week':
      return when.day;
    case 'weekend':
      return when.day + 5;
    case 'month':
      return toDay(when.year, when.month, 1) ?? 0;
    case 'quarter':
      return toDay(when.year, when.nth * 3 - 2, 1) ?? 0;
    case 'half':
      return toDay(when.year, when.nth * 6 - 5, 1) ?? 0;
    case 'season':
      return toDay(when.year, SEASON_MONTH[when.season], 1) ?? 0;
    case 'year':
      return toDay(when.year, 1, 1) ?? 0;
    case 'some-day':
      return toDay(when.year, when.month ?? 1, 1) ?? 0;
    case 'decade':
      return toDay(when.decade * 10, 1, 1) ?? 0;
    case 'century':
      return toDay(when.century * 100, 1, 1) ?? 0;
  }
}

/** The year that a stretch of the calendar lies in, or begins in. */
export function yearOf(when: When): number {
  if ('year' in when) return when.year;
  if (when.unit === 'decade') return when.decade * 10;
  if (when.unit === 'century') return when.century * 100;
  return toCivil(when.day).year;
}

/** Months counted from year 0, for arithmetic. */
const monthIndex = (day: number): number => {
  const { year, month } = toCivil(day);
  return year * 12 + month - 1;
};

function shiftedMonth(day: number, months: number): When {
  const index = monthIndex(day) + months;
  return { unit: 'month', year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

function shiftedQuarter(day: number, quarters: number): When {
  const index = Math.floor(monthIndex(day) / 3) + quarters;
  return { unit: 'quarter', year: Math.floor(index / 4), nth: (((index % 4) + 4) % 4) + 1 };
}

/** The unit that holds `day`, moved by `count` units: (day, 'month', -1) is last month. Hours and less stay in the day. */
export function shiftUnit(day: number, unit: Unit, count: number): When {
  const { year } = toCivil(day);
  switch (unit) {
    case 'week':
      return { unit: 'week', day: mondayOf(day) + count * 7 };
    case 'month':
      return shiftedMonth(day, count);
    case 'quarter':
      return shiftedQuarter(day, count);
    case 'year':
      return { unit: 'year', year: year + count };
    case 'decade':
      return { unit: 'decade', decade: Math.floor(year / 10) + count };
    case 'century':
      return { unit: 'century', century: Math.floor(year / 100) + count };
    case 'day':
      return { unit: 'day', day: day + count };
    default:
      return { unit: 'day', day };
  }
}

/** The same day of another month, or its last day where it is shorter. */
export function addMonths(day: number, months: number): number {
  const to = shiftedMonth(day, months);
  if (to.unit !== 'month') return day;
  return toDay(to.year, to.month, Math.min(toCivil(day).day, monthLength(to.year, to.month))) ?? day;
}

/** Whether a year can be written as a value at all. */
export const isWritable = (when: When): boolean => {
  const year = yearOf(when);
  return Number.isFinite(year) && year > -9999 && year < 10_000;
};
