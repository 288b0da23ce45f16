import { monthLength, toDay } from './calendar.ts';

const SEASONS: Record<string, [month: number, months: number]> = {
  SP: [3, 3],
  SU: [6, 3],
  FA: [9, 3],
  WI: [12, 3],
};

/** First and last day of a TIMEX3 date value, as day numbers; `undefined` where it names no days of its own. */
export function daysOf(value: string): [first: number, last: number] | undefined {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?|-W(\d{2})(?:-WE)?|-(Q|H)(\d)|-(SP|SU|FA|WI))?(?:T|$)/.exec(
    value,
  );
  if (!found) return undefined;
  const [, yearText, month, day, week, part, nth, season] = found;
  const year = Number(yearText);
  const months = (from: number, count: number): [number, number] | undefined => {
    const first = toDay(year, from, 1);
    const over = from + count - 1 > 12;
    const [endYear, endMonth] = over ? [year + 1, from + count - 13] : [year, from + count - 1];
    const last = toDay(endYear, endMonth, monthLength(endYear, endMonth));
    return first === undefined || last === undefined ? undefined : [first, last];
  };
  if (day) {
    const only = toDay(year, Number(month), Number(day));
    return only === undefined ? undefined : [only, only];
  }
  if (month) return months(Number(month), 1);
  if (part) return months(part === 'Q' ? Number(nth) * 3 - 2 : Number(nth) * 6 - 5, part === 'Q' ? 3 : 6);
  if (season) return months(...(SEASONS[season] ?? [1, 12]));
  if (week) {
    const fourth = toDay(year, 1, 4) ?? 0;
    const monday = fourth - ((((fourth + 3) % 7) + 7) % 7) + (Number(week) - 1) * 7;
    return value.endsWith('WE') ? [monday + 5, monday + 6] : [monday, monday + 6];
  }
  return months(1, 12);
}
