import type { TimexMod } from '#record/record.ts';
import { mondayOf, monthLength, toCivil, toDay } from '#record/times/calendar.ts';

/** When an event is to be: a TIMEX3 value (ISO-TimeML) with its modifier. */
export type EventTime = { value: string; mod?: TimexMod };

export const PRECISIONS = ['day', 'week', 'month', 'longer'] as const;
/** How exactly a time is told; `longer` is a quarter, a season, a year. */
export type Precision = (typeof PRECISIONS)[number];

/** First and last day, counted from 1970-01-01; `clock` as "14:30" where the time of day is told. */
export type DaySpan = { first: number; last: number; precision: Precision; clock?: string };

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}:\d{2}))?/;
const WEEK = /^(\d{4})-W(\d{2})(-WE)?$/;
const MONTH = /^(\d{4})-(\d{2})(?:-XX)?$/;
const PART = /^(\d{4})-([QH])(\d)$/;
const SEASON = /^(\d{4})-(SP|SU|FA|WI)$/;
const YEAR = /^(\d{4})(?:-XX-XX)?$/;
const SEASON_MONTH: Record<string, number> = { SP: 3, SU: 6, FA: 9, WI: 12 };

/** The days that a time may mean; undefined for what is no such stretch of the calendar (durations, sets, "the future"). */
export function toSpan({ value, mod }: EventTime): DaySpan | undefined {
  return dayOf(value) ?? weekOf(value) ?? monthsOf(value, mod);
}

function dayOf(value: string): DaySpan | undefined {
  const [, year, month, day, clock] = DAY.exec(value) ?? [];
  const first = day && toDay(Number(year), Number(month), Number(day));
  if (typeof first !== 'number') return undefined;
  return { first, last: first, precision: 'day', ...(clock && { clock }) };
}

function weekOf(value: string): DaySpan | undefined {
  const [whole, year, week, weekend] = WEEK.exec(value) ?? [];
  if (!whole) return undefined;
  const monday = mondayOfWeek(Number(year), Number(week));
  if (monday === undefined) return undefined;
  return { first: monday + (weekend ? 5 : 0), last: monday + 6, precision: 'week' };
}

/** The Monday of an ISO 8601 week; undefined for a week that its year does not have. */
export function mondayOfWeek(year: number, week: number): number | undefined {
  // 4 January is always in week 1.
  const inFirst = toDay(year, 1, 4);
  const inNext = toDay(year + 1, 1, 4);
  if (inFirst === undefined || inNext === undefined || week < 1) return undefined;
  const monday = mondayOf(inFirst) + (week - 1) * 7;
  return monday < mondayOf(inNext) ? monday : undefined;
}

function monthsOf(value: string, mod: TimexMod | undefined): DaySpan | undefined {
  const [, monthYear, month] = MONTH.exec(value) ?? [];
  if (month) return months(Number(monthYear), Number(month), 1, mod);
  const [, partYear, kind, nth] = PART.exec(value) ?? [];
  if (kind) {
    const length = kind === 'Q' ? 3 : 6;
    return months(Number(partYear), (Number(nth) - 1) * length + 1, length, mod);
  }
  const [, seasonYear, season = ''] = SEASON.exec(value) ?? [];
  if (seasonYear) return months(Number(seasonYear), SEASON_MONTH[season] ?? 0, 3, mod);
  const [, year] = YEAR.exec(value) ?? [];
  return year ? months(Number(year), 1, 12, mod) : undefined;
}

/** So many months from the first of one on; a third of them where the time says early, mid or late. */
function months(year: number, month: number, count: number, mod: TimexMod | undefined): DaySpan | undefined {
  const first = toDay(year, month, 1);
  if (first === undefined) return undefined;
  const end = new Date(Date.UTC(year, month - 1 + count, 1)).getTime() / 86_400_000 - 1;
  const third = Math.floor((end - first + 1) / 3);
  const precision = count === 1 ? 'month' : 'longer';
  if (mod === 'START') return { first, last: first + third - 1, precision };
  if (mod === 'MID') return { first: first + third, last: first + 2 * third - 1, precision };
  if (mod === 'END') return { first: first + 2 * third, last: end, precision };
  return { first, last: end, precision };
}

/** "early April" may turn out to be the 12th: days by which a vague time may be missed. */
const slackOf = ({ precision }: DaySpan): number => (precision === 'day' ? 0 : precision === 'week' ? 1 : 5);

/** Whether two times may mean the same day. */
export function isCompatible(a: DaySpan, b: DaySpan): boolean {
  const slack = Math.max(slackOf(a), slackOf(b));
  return a.first <= b.last + slack && b.first <= a.last + slack;
}

/** "2015-04-06" for a day number, and back; undefined for what is no day. */
export const toIsoDay = (day: number): string => new Date(day * 86_400_000).toISOString().slice(0, 10);
export function fromIsoDay(iso: string): number | undefined {
  const span = dayOf(iso);
  return span?.first;
}

/** The month that a day is in, as its first and last day. */
export function monthOf(day: number): { first: number; last: number } {
  const { year, month, day: date } = toCivil(day);
  const first = day - date + 1;
  return { first, last: first + monthLength(year, month) - 1 };
}
