import { mondayOf, monthLength, toCivil, toDay, weekdayOf } from '../times/calendar.ts';
import { firstDay, shiftUnit, type Unit, type When } from '../times/when.ts';
import type { KoreanContext, KoreanDate } from './phrase.ts';

export type Resolve = KoreanDate['resolve'];

export const fixed =
  (when: When): Resolve =>
  () => ({ when });

export const fromToday =
  (count: (day: number, context: KoreanContext) => When | undefined): Resolve =>
  (context) => {
    const when = context.day === undefined ? undefined : count(context.day, context);
    return when && { when, anchor: context.anchor };
  };

export const fromMention =
  (days: number): Resolve =>
  (context) => {
    const { mention, day, anchor } = context;
    if (mention?.unit === 'day') return { when: { unit: 'day', day: mention.day + days }, anchor: 'mention' };
    return day === undefined ? undefined : { when: { unit: 'day', day: day + days }, anchor };
  };

export const shift = (unit: Unit, count: number): Resolve => fromToday((day) => shiftUnit(day, unit, count));

/** The year nearest to today, on the side that the sentence speaks of. */
export function chooseYear(
  context: KoreanContext,
  place: (year: number) => number | undefined,
): number | undefined {
  const { day } = context;
  if (day === undefined) return undefined;
  const { year } = toCivil(day);
  const cost = (at: number): number => {
    const first = place(at);
    if (first === undefined) return Number.POSITIVE_INFINITY;
    return Math.abs(first - day) + (context.future === first < day - 31 ? 215 : 0);
  };
  return [year, year - 1, year + 1].sort((a, b) => cost(a) - cost(b))[0];
}

export function nearestDay(
  context: KoreanContext,
  date: number,
): { when: When; anchor: KoreanContext['anchor'] } | undefined {
  const { day, anchor, future } = context;
  const start = context.from?.when;
  if (start?.unit === 'day') {
    const { year, month } = toCivil(start.day);
    const found = toDay(year, month, date);
    if (found !== undefined && found > start.day)
      return { when: { unit: 'day', day: found }, anchor: 'mention' };
  }
  if (day === undefined) return undefined;
  const days = [-1, 0, 1].flatMap((count) => {
    const month = shiftUnit(day, 'month', count);
    const found =
      month.unit === 'month' && date <= monthLength(month.year, month.month)
        ? firstDay(month) + date - 1
        : undefined;
    return found === undefined ? [] : [found];
  });
  const cost = (found: number): number =>
    Math.abs(found - day) + (found !== day && future !== found > day ? 20 : 0);
  const best = days.sort((a, b) => cost(a) - cost(b))[0];
  return best === undefined ? undefined : { when: { unit: 'day', day: best }, anchor };
}

export const inWeek = (weekday: number, count: number): Resolve =>
  fromToday((day) => ({ unit: 'day', day: mondayOf(day) + count * 7 + weekday - 1 }));

export const weekdayOn = (weekday: number, future: boolean): Resolve =>
  fromToday((day) => {
    const back = (weekdayOf(day) - weekday + 7) % 7;
    return { unit: 'day', day: future ? day + ((7 - back) % 7) : day - back };
  });
