import { type EventTime, toSpan } from '#features/diary/diary.ts';
import type { Language } from '#ui/words.ts';

/** A calendar day, as days since 1970-01-01, in words; made once for each language. */
const FORMATS: Record<Language, ReturnType<typeof makeFormats>> = {
  en: makeFormats('en-GB'),
  ko: makeFormats('ko-KR'),
};

function makeFormats(locale: string) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const day = { day: 'numeric', month: 'long' } as const;
  return {
    weekday: format({ ...day, weekday: 'long' }),
    short: format({ day: 'numeric', month: 'short', weekday: 'short' }),
    day: format({ ...day, year: 'numeric' }),
    range: format({ ...day, year: 'numeric' }),
    month: format({ month: 'long', year: 'numeric' }),
  };
}

const toDate = (day: number): Date => new Date(day * 86_400_000);

/** "Thursday 9 April" */
export const weekdayLabel = (day: number, language: Language): string =>
  FORMATS[language].weekday.format(toDate(day));
/** "Thu, 9 Apr" */
export const shortDayLabel = (day: number, language: Language): string =>
  FORMATS[language].short.format(toDate(day));
/** "30 March – 5 April 2015" */
export const rangeLabel = (first: number, last: number, language: Language): string =>
  FORMATS[language].range.formatRange(toDate(first), toDate(last));

const EN = {
  parts: { START: 'early ', MID: 'mid-', END: 'late ' } as Record<string, string>,
  seasons: { SP: 'spring', SU: 'summer', FA: 'autumn', WI: 'winter' } as Record<string, string>,
  nth: ['', 'first', 'second', 'third', 'fourth'],
};
const KO = {
  parts: { START: ' 초', MID: ' 중순', END: ' 말' } as Record<string, string>,
  seasons: { SP: '봄', SU: '여름', FA: '가을', WI: '겨울' } as Record<string, string>,
};

/** A time as it was announced, in words: "9 April 2015", "early April 2015", "the week of 30 March 2015"; undefined for what is no stretch of the calendar. */
export function whenLabel(when: EventTime, language: Language): string | undefined {
  const span = toSpan(when);
  if (!span) return undefined;
  const formats = FORMATS[language];
  const day = formats.day.format(toDate(span.first));
  if (span.precision === 'day') return day;
  if (span.precision === 'week') {
    const weekend = span.last - span.first < 6;
    if (language === 'ko') return weekend ? `${day} 주말` : `${day}부터 한 주`;
    return weekend ? `the weekend of ${day}` : `the week of ${day}`;
  }
  const part = (language === 'ko' ? KO : EN).parts[when.mod ?? ''] ?? '';
  const stretch =
    span.precision === 'month' ? formats.month.format(toDate(span.first)) : longer(when.value, language);
  return language === 'ko' ? stretch + part : part + stretch;
}

function longer(value: string, language: Language): string {
  const year = value.slice(0, 4);
  const kind = value.slice(5);
  const nth = Number(kind.slice(1));
  if (language === 'ko') {
    if (kind.startsWith('Q')) return `${year}년 ${nth}분기`;
    if (kind.startsWith('H')) return `${year}년 ${nth === 1 ? '상반기' : '하반기'}`;
    return `${year}년${KO.seasons[kind] ? ` ${KO.seasons[kind]}` : ''}`;
  }
  if (kind.startsWith('Q')) return `the ${EN.nth[nth]} quarter of ${year}`;
  if (kind.startsWith('H')) return `the ${EN.nth[nth]} half of ${year}`;
  return EN.seasons[kind] ? `${EN.seasons[kind]} ${year}` : year;
}
