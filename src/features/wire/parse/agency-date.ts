import { parseDate } from './date.parse.ts';
import { wallTimeIn } from './local-time.ts';
import { readDate } from './read-date.ts';

/**
 * A date of an agency, as ISO 8601 with offset: like `readDate`, but a time that names no zone is what the clock shows
 * where that agency sits (`zone`, an IANA name). Several agencies send such times.
 */
export function readAgencyDate(
  what: string,
  values: readonly (string | undefined)[],
  notes: string[],
  zone?: string,
): string | undefined {
  const first = values.find((value) => value !== undefined && value.trim() !== '');
  const date = first === undefined || zone === undefined ? undefined : parseDate(first);
  if (date?.assumed !== 'zone' || zone === undefined) return readDate(what, values, notes);
  const [year, month, day, hour, minute, second] = (date.value.match(/\d+/g) ?? []).map(Number);
  const local = wallTimeIn(zone, {
    year: year ?? 0,
    month: month ?? 0,
    day: day ?? 0,
    hour: hour ?? 0,
    minute: minute ?? 0,
    second,
  });
  if (local === undefined) return readDate(what, values, notes);
  notes.push(`The ${what} had no time zone; it was read as the time in ${zone}.`);
  return local;
}
