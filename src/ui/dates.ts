import type { When } from './when.tsx';
import type { Language } from './words.ts';

/** How an edition writes moments, in its language and its zone. */
export type DateFormats = {
  /** "14:05" */
  time: (at: Date) => When;
  /** "24 November 2026" */
  day: (at: Date) => When;
  /** "Tuesday, 24 November 2026" */
  weekday: (at: Date) => When;
  /** "24 November 2026, 14:05 KST": what stands over an article */
  moment: (at: Date) => When;
  /** The time if it is still the same day at `now`, else the day: what stands beside a headline in a list. */
  brief: (at: Date, now: Date) => When;
  /** "2026-11-24" in the edition's zone: groups a list by day, and dates addresses. */
  isoDay: (at: Date) => string;
};

const LOCALES: Record<Language, string> = { en: 'en-GB', ko: 'ko-KR' };
const cache = new Map<string, DateFormats>();

/**
 * The formats of a language in an IANA zone ("Asia/Seoul"). Kept, because making an Intl formatter costs about as much
 * as rendering a page. Throws RangeError on a zone that does not exist.
 */
export function dateFormats(language: Language, zone: string): DateFormats {
  const key = `${language} ${zone}`;
  const known = cache.get(key);
  if (known) return known;
  const made = makeFormats(language, zone);
  cache.set(key, made);
  return made;
}

function makeFormats(language: Language, zone: string): DateFormats {
  const locale = LOCALES[language];
  const format = (options: Intl.DateTimeFormatOptions) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone: zone, ...options });
    return (at: Date): string => formatter.format(at);
  };
  const time = format({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
  const dayOptions: Intl.DateTimeFormatOptions = { day: 'numeric', month: 'long', year: 'numeric' };
  const day = format(dayOptions);
  const weekday = format({ ...dayOptions, weekday: 'long' });
  const shortDay = format({ day: 'numeric', month: language === 'ko' ? 'long' : 'short' });
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  const isoDay = (at: Date): string => parts.format(at);
  const zoneName = zoneNamer(locale, zone);
  const label = (write: (at: Date) => string) => (at: Date) => ({ iso: at.toISOString(), label: write(at) });
  return {
    time: label(time),
    day: label(day),
    weekday: label(weekday),
    moment: label((at) => `${day(at)}${language === 'ko' ? '' : ','} ${time(at)} ${zoneName(at)}`.trimEnd()),
    brief: (at, now) => label(isoDay(at) === isoDay(now) ? time : shortDay)(at),
    isoDay,
  };
}

/** The zone's own abbreviation where its language has one, else its offset; Korea's readers need no "KST". */
function zoneNamer(locale: string, zone: string): (at: Date) => string {
  if (locale === 'ko-KR' && zone === 'Asia/Seoul') return () => '';
  if (zone === 'Asia/Seoul') return () => 'KST';
  const formatter = new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: 'short' });
  return (at) => formatter.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? '';
}
