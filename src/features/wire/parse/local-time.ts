/** A reading of a clock on a wall: month and day from 1. */
export type WallTime = {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second?: number;
};

// Formatters are slow to make (about 50 µs) and cheap to use.
const formatters = new Map<string, Intl.DateTimeFormat | undefined>();

function formatterOf(zone: string): Intl.DateTimeFormat | undefined {
  if (!formatters.has(zone)) formatters.set(zone, makeFormatter(zone));
  return formatters.get(zone);
}

function makeFormatter(zone: string): Intl.DateTimeFormat | undefined {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' });
  } catch {
    return undefined;
  }
}

/** Minutes east of Greenwich that a zone is at a moment; undefined for a zone that is unknown. */
function offsetAt(zone: string, moment: number): number | undefined {
  const parts = formatterOf(zone)?.formatToParts(moment);
  const name = parts?.find(({ type }) => type === 'timeZoneName')?.value;
  if (name === undefined) return undefined;
  const found = /^GMT(?:([+-])(\d{2}):(\d{2}))?/.exec(name);
  const minutes = Number(found?.[2] ?? 0) * 60 + Number(found?.[3] ?? 0);
  return found?.[1] === '-' ? -minutes : minutes;
}

/**
 * What a clock in an IANA zone shows, as ISO 8601 with that zone's offset then. A time that the clock shows twice is the
 * first of them, one that it skips is read with the offset from before. Undefined for an unknown zone or no real date.
 */
export function wallTimeIn(zone: string, wall: WallTime): string | undefined {
  const asUtc = utcOf(wall);
  if (asUtc === undefined) return undefined;
  const before = offsetAt(zone, asUtc - 86_400_000);
  if (before === undefined) return undefined;
  const after = offsetAt(zone, asUtc + 86_400_000) ?? before;
  const fits = [before, after].find((offset) => offsetAt(zone, asUtc - offset * 60_000) === offset) ?? before;
  return isoAt(wall, fits);
}

/** What a clock at a fixed offset shows, as ISO 8601; undefined where the date or time is none. */
export function isoAt(wall: WallTime, offsetMinutes: number): string | undefined {
  const asUtc = utcOf(wall);
  if (asUtc === undefined || Math.abs(offsetMinutes) > 18 * 60) return undefined;
  const shown = new Date(asUtc).toISOString().slice(0, 19);
  if (offsetMinutes === 0) return `${shown}Z`;
  const minutes = Math.abs(offsetMinutes);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${shown}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function utcOf({ year, month, day, hour, minute, second = 0 }: WallTime): number | undefined {
  if (!(year >= 1 && year <= 9999 && hour <= 24 && minute <= 59 && second <= 61)) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1) return undefined;
  return date.setUTCHours(hour, minute, Math.min(second, 59));
}
