import type { Unit } from './when.ts';

const CODES: Record<Unit, string> = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
};

/** Half of a unit, and a quarter, in the next smaller one. */
const HALVES: Partial<Record<Unit, [half: string, quarter: string]>> = {
  minute: ['PT30S', 'PT15S'],
  hour: ['PT30M', 'PT15M'],
  year: ['P6M', 'P3M'],
  decade: ['P5Y', 'P2.5Y'],
  century: ['P50Y', 'P25Y'],
};

/** A TIMEX3 duration; `count` is a number or X for an unknown one. */
export function durationValue(count: string | number, unit: Unit): string {
  const part =
    Number(count) === 0.5 ? HALVES[unit]?.[0] : Number(count) === 0.25 ? HALVES[unit]?.[1] : undefined;
  if (part) return part;
  if (unit === 'decade' && Number(count) === 1.5) return 'P15Y';
  const short = unit === 'second' || unit === 'minute' || unit === 'hour';
  return `${short ? 'PT' : 'P'}${count}${CODES[unit]}`;
}
