const HOUR_MS = 3_600_000;
/** A paper that was down at the hour sends late, but not in the afternoon. */
const LATE_HOURS = 4;

const formatters = new Map<string, Intl.DateTimeFormat>();

function hourIn(moment: Date, zone: string): { day: string; hour: number } {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(zone, formatter);
  }
  const [day = '', hour = ''] = formatter.format(moment).split(' ');
  return { day, hour: Number(hour) };
}

/**
 * The day (yyyy-mm-dd, in the edition's zone) whose briefing is due at `now`, undefined where none is. A briefing has one
 * such slot a day, also on days with 23 or 25 hours.
 */
export function dueSlot(now: Date, zone: string, hour: number): string | undefined {
  for (let back = 0; back < LATE_HOURS; back++) {
    const local = hourIn(new Date(now.getTime() - back * HOUR_MS), zone);
    if (local.hour === hour) return local.day;
  }
  return undefined;
}
