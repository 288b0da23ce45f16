import { parseDate } from './date.parse.ts';

/**
 * The first of some dates that can be read, as ISO 8601 with offset. `notes` gets a sentence for one that cannot, or
 * that had no zone. `what` names the field for the desk ("pubDate").
 */
export function readDate(
  what: string,
  values: readonly (string | undefined)[],
  notes: string[],
  language?: string,
): string | undefined {
  for (const text of values) {
    if (text === undefined || text.trim() === '') continue;
    const date = parseDate(text, language);
    if (date === undefined) {
      notes.push(`The ${what} "${text.trim().slice(0, 60)}" could not be read as a date.`);
      continue;
    }
    if (date.assumed === 'zone') notes.push(`The ${what} had no time zone; it was read as UTC.`);
    if (date.assumed === 'time') notes.push(`The ${what} had no time of day; it was read as midnight UTC.`);
    return date.value;
  }
  return undefined;
}
