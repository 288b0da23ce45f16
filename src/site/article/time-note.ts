import type { RecordTime } from '#record/read-record.ts';
import type { Language } from '#ui/words.ts';

type TimeWords = {
  locale: string;
  /** A month with the part of it that is meant: "early April 2015". */
  month: (month: string, mod: Mod | undefined) => string;
  year: (year: string, mod: Mod | undefined) => string;
  week: (day: string, mod: Mod | undefined) => string;
  weekend: (day: string) => string;
  part: (part: string, year: string) => string | undefined;
  clock: (day: string, time: string) => string;
};

/** Which part of a month or year; "about" and "more than" cannot be said as a date. */
type Mod = 'START' | 'MID' | 'END';

const ENGLISH_PARTS: Readonly<Record<string, string>> = {
  ...{ Q1: 'first quarter of', Q2: 'second quarter of', Q3: 'third quarter of', Q4: 'fourth quarter of' },
  ...{ H1: 'first half of', H2: 'second half of', SP: 'spring', SU: 'summer', FA: 'autumn' },
};
const KOREAN_PARTS: Readonly<Record<string, string>> = {
  ...{
    Q1: '1분기',
    Q2: '2분기',
    Q3: '3분기',
    Q4: '4분기',
    H1: '상반기',
    H2: '하반기',
    SP: '봄',
    SU: '여름',
    FA: '가을',
  },
};
const KOREAN_YEAR_MODS: Record<Mod, string> = { START: '초', MID: '중반', END: '말' };
const KOREAN_MONTH_MODS: Record<Mod, string> = { START: '초', MID: '중순', END: '말' };

const english: TimeWords = {
  locale: 'en-GB',
  month: (month, mod) =>
    mod === undefined ? month : `${{ START: 'early ', MID: 'mid-', END: 'late ' }[mod]}${month}`,
  year: (year, mod) =>
    mod === undefined ? year : `${{ START: 'early ', MID: 'mid-', END: 'late ' }[mod]}${year}`,
  week: (day, mod) =>
    `${mod === undefined ? '' : { START: 'early in ', MID: 'in the middle of ', END: 'late in ' }[mod]}the week of ${day}`,
  weekend: (day) => `the weekend of ${day}`,
  part: (part, year) => ENGLISH_PARTS[part] && `${ENGLISH_PARTS[part]} ${year}`,
  clock: (day, time) => `${day}, ${time}`,
};

const korean: TimeWords = {
  locale: 'ko-KR',
  month: (month, mod) => (mod === undefined ? month : `${month} ${KOREAN_MONTH_MODS[mod]}`),
  year: (year, mod) => (mod === undefined ? `${year}년` : `${year}년 ${KOREAN_YEAR_MODS[mod]}`),
  week: (day, mod) => `${day}부터 한 주${mod === undefined ? '' : `의 ${KOREAN_YEAR_MODS[mod]}`}`,
  weekend: (day) => `${day}부터 주말`,
  part: (part, year) => KOREAN_PARTS[part] && `${year}년 ${KOREAN_PARTS[part]}`,
  clock: (day, time) => `${day} ${time}`,
};

const WORDS: Record<Language, TimeWords> = { en: english, ko: korean };

const DAY = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})?.*)?$/;
const MONTH = /^(\d{4})-(\d{2})$/;
const WEEK = /^(\d{4})-W(\d{2})(-WE)?$/;
const PART = /^(\d{4})-([A-Z][A-Z\d])$/;
const YEAR = /^\d{4}$/;

const DAY_MS = 86_400_000;

/**
 * A resolved time in plain words ("early next month" → "early April 2015"), undefined where the text says as much itself or the value is
 * none that a calendar has.
 */
export function toTimeNote({ value, mod, text, type }: RecordTime, language: Language): string | undefined {
  const part = mod === undefined ? undefined : toMod(mod);
  if (type === 'DURATION' || type === 'SET' || (mod !== undefined && part === undefined)) return undefined;
  const words = WORDS[language];
  return saysAll(text, value, language) ? undefined : write(words, value, part);
}

const toMod = (mod: string): Mod | undefined =>
  mod === 'START' || mod === 'MID' || mod === 'END' ? mod : undefined;

function write(words: TimeWords, value: string, mod: Mod | undefined): string | undefined {
  const { locale } = words;
  const [, day, time] = DAY.exec(value) ?? [];
  if (day !== undefined) {
    const written = writeDay(locale, new Date(day), { weekday: 'long' });
    return written && (time ? words.clock(written, time) : written);
  }
  const month = MONTH.exec(value);
  if (month) return words.month(writeMonth(locale, new Date(`${value}-01`)) ?? '', mod) || undefined;
  const week = WEEK.exec(value);
  if (week) {
    const monday = mondayOf(Number(week[1]), Number(week[2]));
    return week[3]
      ? words.weekend(writeDay(locale, new Date(monday + 5 * DAY_MS)) ?? '')
      : words.week(writeDay(locale, new Date(monday)) ?? '', mod);
  }
  const ofYear = PART.exec(value);
  if (ofYear) return words.part(ofYear[2] ?? '', ofYear[1] ?? '');
  return YEAR.test(value) ? words.year(value, mod) : undefined;
}

/** The Monday of a week (ISO 8601: the first one has the year's first Thursday), in milliseconds. */
function mondayOf(year: number, week: number): number {
  const fourth = new Date(Date.UTC(year, 0, 4));
  return fourth.getTime() + ((week - 1) * 7 - ((fourth.getUTCDay() + 6) % 7)) * DAY_MS;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Kept: making a formatter costs as much as the rest of a page. */
function formatterOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${Object.keys(options).join()}`;
  const made = formatters.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  formatters.set(key, made);
  return made;
}

const writeMonth = (locale: string, at: Date): string | undefined =>
  Number.isNaN(at.getTime()) ? undefined : formatterOf(locale, { year: 'numeric', month: 'long' }).format(at);

const writeDay = (locale: string, at: Date, options: Intl.DateTimeFormatOptions = {}): string | undefined =>
  Number.isNaN(at.getTime())
    ? undefined
    : formatterOf(locale, { ...options, year: 'numeric', month: 'long', day: 'numeric' })
        .format(at)
        .replace(',', '');

/** Whether the words name year, month and day as far as the value has them: nothing would be added. */
function saysAll(text: string, value: string, language: Language): boolean {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:$|T)/.exec(value) ?? [];
  if (year === '') return text.includes(value.slice(0, 4));
  const numbers = (text.match(/\d+/g) ?? []).map(Number);
  if (!numbers.includes(Number(year))) return false;
  if (month === undefined) return true;
  const named = monthNames(language, Number(month)).some((name) => text.toLowerCase().includes(name));
  if (!named && !numbers.includes(Number(month))) return false;
  return day === undefined || numbers.includes(Number(day));
}

function monthNames(language: Language, month: number): string[] {
  if (language === 'ko') return [`${month}월`];
  const name = writeMonth('en-GB', new Date(Date.UTC(2015, month - 1, 1)))?.toLowerCase() ?? '';
  return name === '' ? [] : [name.slice(0, 3)];
}
