/** Days are counted from 1970-01-01 in the Gregorian calendar, so that adding and comparing is plain arithmetic. */

const DAY = 86_400_000;

export type CivilDate = { year: number; month: number; day: number };

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The number of days in a month (1 to 12). */
export const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** The day number of a calendar date that exists; `undefined` for the likes of 30 February. */
export function toDay(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || day > monthLength(year, month)) return undefined;
  // Date.UTC takes years 0 to 99 for 1900 and on.
  const base = Date.UTC(2000, month - 1, day);
  if (year >= 100) return Date.UTC(year, month - 1, day) / DAY;
  return new Date(base).setUTCFullYear(year, month - 1, day) / DAY;
}

export function toCivil(day: number): CivilDate {
  const date = new Date(day * DAY);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const mondayOf = (day: number): number => day - weekdayOf(day) + 1;

/** ISO 8601 week: its year is that of its Thursday. */
export function toWeek(day: number): { year: number; week: number } {
  const thursday = mondayOf(day) + 3;
  const { year } = toCivil(thursday);
  const first = toDay(year, 1, 1) ?? thursday;
  return { year, week: Math.floor((thursday - first) / 7) + 1 };
}

/** The nth (1 to 5) weekday of a month, or the last with n = -1. */
export function nthWeekday(year: number, month: number, weekday: number, n: number): number | undefined {
  if (n < 0) {
    const last = toDay(year, month, monthLength(year, month));
    return last === undefined ? undefined : last - ((weekdayOf(last) - weekday + 7) % 7);
  }
  const first = toDay(year, month, 1);
  if (first === undefined) return undefined;
  const offset = ((weekday - weekdayOf(first) + 7) % 7) + (n - 1) * 7;
  return offset < monthLength(year, month) ? first + offset : undefined;
}

/** Western Easter Sunday (the anonymous Gregorian rule, Meeus 1991). */
export function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return toDay(year, Math.floor(f / 31), (f % 31) + 1) ?? 0;
}
