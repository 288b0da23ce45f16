import type { RecordTime } from '#record/read-record.ts';

const DATE = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/;
const WEEK = /^\d{4}-W\d{2}/;
const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/;
const ZONE = /^(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * A TIMEX3 value as HTML's `datetime` can hold it (HTML, "the time element"): a year, month, day, week, or moment; undefined for all else
 * (quarters, seasons, "the future"). A part of a day stands as its day, a weekend as its week.
 */
export function toDatetime({ value, zone }: Pick<RecordTime, 'value' | 'zone'>): string | undefined {
  if (MOMENT.test(value)) return zone !== undefined && ZONE.test(zone) ? `${value}${zone}` : value;
  const [day = ''] = value.split('T');
  // HTML knows no year 0000.
  if (DATE.test(day)) return day.startsWith('0000') ? undefined : day;
  return WEEK.exec(value)?.[0];
}
