import { monthLength, toCivil, toDay, weekdayOf } from '../../times/calendar.ts';
import type { Context, Resolved } from '../../times/phrase.ts';
import { firstDay, shiftUnit, type Unit, type When, yearOf } from '../../times/when.ts';

/** Sure of it: nothing to choose. */
export const SURE = 0.95;
/** Chosen by tense or nearness. */
export const CHOSEN = 0.8;
/** Leans on a time mentioned before. */
export const LEANING = 0.6;

export const absolute = (when: When): Resolved => ({ when, confidence: 0.98 });

/** Counted from the day of writing. */
export function fromToday(
  context: Context,
  count: (day: number) => When | undefined,
  confidence = SURE,
): Resolved | undefined {
  if (context.day === undefined) return undefined;
  const when = count(context.day);
  return when && { when, anchor: context.anchor, confidence };
}

/** Counted from the year, month or day mentioned last, else from the day of writing. */
export function fromMention(
  context: Context,
  count: (day: number) => When | undefined,
): Resolved | undefined {
  if (!context.mention) return fromToday(context, count, LEANING);
  const when = count(firstDay(context.mention.when));
  return when && { when, anchor: 'mention', confidence: LEANING };
}

/** Counted in days from a day mentioned; from a coarser mention only its year or month is known of the result. */
export function fromMentionedDay(
  context: Context,
  count: (day: number) => When | undefined,
): Resolved | undefined {
  const { mention, mentionedDay } = context;
  if (mentionedDay !== undefined) {
    const when = count(mentionedDay);
    return when && { when, anchor: 'mention', confidence: LEANING };
  }
  if (mention?.when.unit === 'week') return fromMention(context, count);
  if (mention?.when.unit === 'month' || mention?.when.unit === 'year')
    return { when: { ...mention.when, unit: 'some-day' }, anchor: 'mention', confidence: 0.4 };
  return mention ? undefined : fromToday(context, count, 0.4);
}

/** Counted in any unit from what was mentioned. */
export const countFromMention = (context: Context, unit: Unit, count: number): Resolved | undefined =>
  (unit === 'day' || unit === 'week' ? fromMentionedDay : fromMention)(context, (day) =>
    shiftUnit(day, unit, count),
  );

/** `unit` of the day of writing, moved by `count`. */
export const shiftToday = (context: Context, unit: Unit, count: number): Resolved | undefined =>
  fromToday(context, (day) => shiftUnit(day, unit, count));

type Place = (year: number) => [first: number, last: number] | undefined;

/** What a tense weighs against nearness, in days: a past date may lie up to 312 days back before one 53 days ahead is meant. */
const TENSE = 260;

/**
 * The year of a date written without one, by the tense of its verb, else the nearest. `place` gives first and last day of the
 * date in a year. A story about the past keeps to its own year.
 */
export function chooseYear(context: Context, place: Place): number | undefined {
  if (context.storyYear !== undefined) return chooseStoryYear(context, context.storyYear, place);
  const { day, tense } = context;
  if (day === undefined) return undefined;
  const { year } = toCivil(day);
  const candidates = [year - 1, year, year + 1].flatMap((at) => {
    const span = place(at);
    if (!span) return [];
    const [first, last] = span;
    const distance = day < first ? first - day : day > last ? last - day : 0;
    return [{ at, distance }];
  });
  const cost = ({ distance }: { distance: number }): number => {
    const wrong = (tense === 'past' && distance > 0) || (tense === 'future' && distance < 0);
    return Math.abs(distance) + (wrong ? TENSE : 0);
  };
  return candidates.sort((a, b) => cost(a) - cost(b))[0]?.at;
}

/** In a history the same year as before, or the next one where that is nearer: "in December 1917 … on 26 January". */
function chooseStoryYear(context: Context, year: number, place: Place): number {
  const when = context.mention?.when;
  if (when?.unit !== 'day' && when?.unit !== 'month') return year;
  const day = firstDay(when);
  const [same, next] = [place(year)?.[0], place(year + 1)?.[0]];
  if (same === undefined || next === undefined) return year;
  return Math.abs(next - day) < Math.abs(same - day) ? year + 1 : year;
}

/** A month without a year. */
export function chooseMonth(context: Context, month: number): Resolved | undefined {
  const year = chooseYear(context, (at) => {
    const first = toDay(at, month, 1);
    return first === undefined ? undefined : [first, first + monthLength(at, month) - 1];
  });
  return year === undefined ? undefined : leaning(context, { unit: 'month', year, month });
}

/** A day of a month without a year; with a weekday, the nearest year that gives it. */
export function chooseDay(
  context: Context,
  month: number,
  day: number,
  weekday?: number,
): Resolved | undefined {
  const year = chooseYear(context, (at) => {
    const date = toDay(at, month, day);
    if (date === undefined || (weekday !== undefined && weekdayOf(date) !== weekday)) return undefined;
    return [date, date];
  });
  if (year === undefined) return weekday === undefined ? undefined : chooseDay(context, month, day);
  const date = toDay(year, month, day);
  return date === undefined ? undefined : leaning(context, { unit: 'day', day: date });
}

const leaning = (context: Context, when: When): Resolved =>
  context.storyYear === undefined
    ? { when, anchor: context.anchor, confidence: CHOSEN }
    : { when, anchor: 'mention', confidence: LEANING };

/** A weekday alone: under a future verb the next one, else the last one; today counts for both. */
export function chooseWeekday(context: Context, weekday: number): Resolved | undefined {
  const { tense } = context;
  return fromToday(
    context,
    (day) => {
      const back = (weekdayOf(day) - weekday + 7) % 7;
      if (tense === 'future') return { unit: 'day', day: back === 0 ? day : day + 7 - back };
      return { unit: 'day', day: day - back };
    },
    tense === 'none' ? 0.7 : 0.9,
  );
}

export const yearNow = (context: Context): number | undefined =>
  context.day === undefined ? undefined : toCivil(context.day).year;

export const yearMentioned = (context: Context): number | undefined =>
  context.mention ? yearOf(context.mention.when) : yearNow(context);
