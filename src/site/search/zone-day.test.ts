import { expect, test } from 'vitest';
import { endOfZoneDay, startOfZoneDay } from './zone-day.ts';

test('a day begins at midnight of its zone', () => {
  expect(startOfZoneDay('2026-11-24', 'Asia/Seoul')).toEqual(new Date('2026-11-23T15:00:00Z'));
  expect(startOfZoneDay('2026-07-01', 'America/New_York')).toEqual(new Date('2026-07-01T04:00:00Z'));
  expect(endOfZoneDay('2026-12-31', 'UTC')).toEqual(new Date('2027-01-01T00:00:00Z'));
});

test('a day on which the clocks change has 23 or 25 hours', () => {
  const hours = (day: string) =>
    (Number(endOfZoneDay(day, 'Europe/Berlin')) - Number(startOfZoneDay(day, 'Europe/Berlin'))) / 3_600_000;
  expect([hours('2026-03-29'), hours('2026-10-25'), hours('2026-06-01')]).toEqual([23, 25, 24]);
});

test('what is no day is none', () => {
  for (const day of ['2026-02-30', '2026-13-01', 'today', '', '0001-01-01'])
    expect(startOfZoneDay(day, 'UTC')).toBeUndefined();
});
