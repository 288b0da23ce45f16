import { AppError } from '#lib/errors.ts';
import { localTime } from '#lib/zoned.ts';

/** A day of the calendar, without a zone, counted in days since 1 January 1970. */
export type DayNumber = number;

/** Where the words of a text stand in time: the day it was written, and the last day of the demo edition. */
export type DateContext = { language: 'en' | 'ko'; ownDay: DayNumber; paperDay: DayNumber };

const MS_PER_DAY = 86_400_000;

const WEEKDAYS = {
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
  ko: ['일요일', '월요일', '화요일', '수요일', '목요일', '금요일', '토요일'],
};
const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * The instant at which clocks in `zone` show `minutes` past midnight on `day`. A time that clocks skip comes out
 * one hour later, as people read it.
 */
export function instantAt(day: DayNumber, minutes: number, zone: string): Date {
  const wanted = day * MS_PER_DAY + minutes * 60_000;
  let guess = wanted;
  // Two rounds settle any offset, the second being needed only within hours of a change of clocks.
  for (let round = 0; round < 2; round += 1) {
    const shown = localTime(new Date(guess), zone);
    guess += wanted - (shown.day * MS_PER_DAY + shown.minutes * 60_000);
  }
  return new Date(guess);
}

/**
 * Day 0 of the demo edition: today once the last story of day 0 can have been written, else yesterday.
 * @param readyAt minutes past midnight by which every story of day 0 is out
 */
export function paperDayAt(now: Date, zone: string, readyAt: number): DayNumber {
  const { day, minutes } = localTime(now, zone);
  return minutes >= readyAt ? day : day - 1;
}

/**
 * The instant of a written time: `-3 09:40` (day of the demo edition and local time) or `now-25m` (minutes before the
 * loading). Throws `bad_input` for anything else.
 */
export function resolveAt(written: string, now: Date, paperDay: DayNumber, zone: string): Date {
  const before = /^now-(\d+)m$/.exec(written);
  if (before) return new Date(now.getTime() - Number(before[1]) * 60_000);
  const local = /^([+-]?\d+) (\d{2}):(\d{2})$/.exec(written);
  if (!local) throw new AppError('bad_input', `Not a time: "${written}". Write "-3 09:40" or "now-25m".`);
  return instantAt(paperDay + Number(local[1]), Number(local[2]) * 60 + Number(local[3]), zone);
}

/**
 * A text with its date tokens filled in, so that "on Thursday" is true whenever the demo edition is loaded.
 *
 * `{weekday:-3}` `{date:+12}` `{day:0}` `{on:+2}` count days, `{month:+1}` months and `{year:-4}` years from the day the text was
 * written; with `@` in place of `:` they count from day 0 of the demo edition. `on` is the weekday for a day less than a
 * week away and the date for any other, as a reporter writes it. Throws `bad_input` for an unknown token.
 */
export function resolveTokens(text: string, context: DateContext): string {
  return text.replace(/\{([^{}]*)\}/g, (token, inside: string) => {
    const match = /^(weekday|date|day|on|month|year)([:@])([+-]?\d+)$/.exec(inside);
    if (!match) throw new AppError('bad_input', `Unknown token ${token} in a demo story.`);
    const base = match[2] === '@' ? context.paperDay : context.ownDay;
    return wordsFor(match[1] ?? '', base, Number(match[3]), context);
  });
}

function wordsFor(kind: string, base: DayNumber, offset: number, context: DateContext): string {
  const { language, ownDay } = context;
  if (kind === 'month') return monthName(monthOf(base) + offset, language);
  if (kind === 'year') return String(toDate(base).getUTCFullYear() + offset);
  const day = base + offset;
  if (kind === 'weekday') return weekdayName(day, language);
  if (kind === 'date') return dateWords(day, language);
  if (kind === 'day')
    return language === 'ko' ? `${toDate(day).getUTCDate()}일` : String(toDate(day).getUTCDate());
  return onWords(day, ownDay, language);
}

/** "on Thursday", "on 6 December"; in Korean "6일" within the month of writing, else "12월 6일". */
function onWords(day: DayNumber, ownDay: DayNumber, language: 'en' | 'ko'): string {
  if (language === 'ko') {
    const sameMonth = toDate(day).toISOString().slice(0, 7) === toDate(ownDay).toISOString().slice(0, 7);
    return sameMonth ? `${toDate(day).getUTCDate()}일` : dateWords(day, 'ko');
  }
  return `on ${Math.abs(day - ownDay) < 7 ? weekdayName(day, 'en') : dateWords(day, 'en')}`;
}

const toDate = (day: DayNumber): Date => new Date(day * MS_PER_DAY);
const monthOf = (day: DayNumber): number => toDate(day).getUTCMonth();
const weekdayName = (day: DayNumber, language: 'en' | 'ko'): string =>
  WEEKDAYS[language][toDate(day).getUTCDay()] ?? '';

function monthName(month: number, language: 'en' | 'ko'): string {
  const index = ((month % 12) + 12) % 12;
  return language === 'ko' ? `${index + 1}월` : (MONTHS[index] ?? '');
}

const dateWords = (day: DayNumber, language: 'en' | 'ko'): string =>
  language === 'ko'
    ? `${monthName(monthOf(day), 'ko')} ${toDate(day).getUTCDate()}일`
    : `${toDate(day).getUTCDate()} ${monthName(monthOf(day), 'en')}`;

/** An instant as ISO 8601 with the offset that holds in `zone` at that moment, to the second, as agencies write it. */
export function toZonedIso(instant: Date, zone: string): string {
  const { day, minutes } = localTime(instant, zone);
  const seconds = instant.getUTCSeconds();
  const shown = day * MS_PER_DAY + minutes * 60_000 + seconds * 1000;
  const offset = Math.round((shown - Math.floor(instant.getTime() / 1000) * 1000) / 60_000);
  const sign = offset < 0 ? '-' : '+';
  const pad = (value: number): string => String(value).padStart(2, '0');
  const size = Math.abs(offset);
  return `${new Date(shown).toISOString().slice(0, 19)}${sign}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}
