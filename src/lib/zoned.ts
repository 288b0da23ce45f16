type CalendarDay = { year: string; month: string; day: string };

// Formatters are slow to make (about 50 µs) and cheap to use.
const formatters = new Map<string, Intl.DateTimeFormat>();

function dayFormatter(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

/** The calendar day of a moment in an IANA zone, zero-padded. */
export function calendarDay(moment: Date, zone: string): CalendarDay {
  const [year = '', month = '', day = ''] = dayFormatter(zone).format(moment).split('-');
  return { year: year.padStart(4, '0'), month, day };
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
