import { localTime } from '#lib/zoned.ts';
import { toDay } from './calendar.ts';

/** When a text was written, as the clock on its wall: a day number and the minute of the day where it is known. */
export type WritingTime = { day: number; minute: number | undefined };

const ISO =
  /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d{1,9})?)?)?\s?(Z|[+-]\d{2}:?\d{2})?$/;

const inZone = (moment: Date, zone: string): WritingTime => {
  const { day, minutes } = localTime(moment, zone);
  return { day, minute: minutes };
};

/**
 * Reads a publication time: ISO 8601, a day or a moment. With a zone, a moment is what the clock there shows; without one, what the
 * time's own offset says. `undefined` for anything else. Throws a RangeError for a zone that is not known.
 */
export function readWritingTime(
  published: string | Date | undefined,
  zone: string | undefined,
): WritingTime | undefined {
  if (published === undefined) return undefined;
  if (published instanceof Date)
    return Number.isNaN(published.getTime()) ? undefined : inZone(published, zone ?? 'UTC');
  const found = ISO.exec(published.trim());
  if (!found) return undefined;
  const [, year, month, date, hour, minute, offset] = found;
  const day = toDay(Number(year), Number(month), Number(date));
  if (day === undefined) return undefined;
  if (hour === undefined) return { day, minute: undefined };
  if (zone && offset) {
    const moment = new Date(published.trim().replace(' ', 'T'));
    if (!Number.isNaN(moment.getTime())) return inZone(moment, zone);
  }
  return { day, minute: Number(hour) * 60 + Number(minute) };
}

/** Whether a text can be read as a publication time. */
export const isPublicationTime = (published: string): boolean =>
  readWritingTime(published, undefined) !== undefined;
