const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY_MS = 86_400_000;

/** The moment at which a calendar day ("2026-11-24") begins in a zone; undefined for what is no such day. */
export function startOfZoneDay(day: string, zone: string): Date | undefined {
  const [, year, month, date] = DAY.exec(day) ?? [];
  const midnight = Date.UTC(Number(year), Number(month) - 1, Number(date));
  // The 31st of a month of thirty days would be the 1st of the next.
  if (Number.isNaN(midnight) || !new Date(midnight).toISOString().startsWith(day)) return undefined;
  // Twice, since the offset may have changed between the first guess and the moment.
  const guess = midnight - offsetAt(midnight, zone);
  return new Date(midnight - offsetAt(guess, zone));
}

/** The moment at which a calendar day has ended. */
export const endOfZoneDay = (day: string, zone: string): Date | undefined => {
  const start = startOfZoneDay(day, zone);
  if (!start) return undefined;
  const next = new Date(Date.parse(`${day}T00:00:00Z`) + DAY_MS);
  return startOfZoneDay(next.toISOString().slice(0, 10), zone);
};

/** How far a zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(moment: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).formatToParts(moment);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value);
  const wall = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return wall - Math.floor(moment / 1000) * 1000;
}
