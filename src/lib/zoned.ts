type CalendarDay = { year: string; month: string; day: string };

const MS_PER_DAY = 86_400_000;

/** Makes a function that keeps its formatters: they are slow to make (about 50 µs) and cheap to use. */
function perZone(locale: string, options: Intl.DateTimeFormatOptions): (zone: string) => Intl.DateTimeFormat {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (zone) => {
    const known = made.get(zone);
    if (known) return known;
    const formatter = new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
    made.set(zone, formatter);
    return formatter;
  };
}

const dayFormatter = perZone('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
const clockFormatter = perZone('en-GB', {
  hourCycle: 'h23',
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
});

/** The calendar day of a moment in an IANA zone, zero-padded. */
export function calendarDay(moment: Date, zone: string): CalendarDay {
  const [year = '', month = '', day = ''] = dayFormatter(zone).format(moment).split('-');
  return { year: year.padStart(4, '0'), month, day };
}

/**
 * What a clock on a wall of an IANA zone shows at a moment: the calendar day, counted from 1970-01-01, and the minutes since
 * midnight. Throws a RangeError for a zone that is not known or a moment that is none.
 */
export function localTime(moment: Date, zone: string): { day: number; minutes: number } {
  const shown = { year: 0, month: 0, day: 0, hour: 0, minute: 0 };
  for (const { type, value } of clockFormatter(zone).formatToParts(moment))
    if (type in shown) shown[type as keyof typeof shown] = Number(value);
  const day = Date.UTC(shown.year, shown.month - 1, shown.day) / MS_PER_DAY;
  return { day, minutes: shown.hour * 60 + shown.minute };
}

/** Whether this runtime knows the zone. */
export function isZone(zone: string): boolean {
  try {
    dayFormatter(zone);
    return true;
  } catch {
    return false;
  }
}
