import fc from 'fast-check';
import { expect, test } from 'vitest';
import { easterOf, nthWeekday, toCivil, toDay, toWeek, weekdayOf } from './calendar.ts';

test('a day number and its calendar date are each other’s inverse, before year 100 too', () => {
  fc.assert(
    fc.property(fc.integer({ min: -900_000, max: 900_000 }), (day) => {
      const { year, month, day: date } = toCivil(day);
      expect(toDay(year, month, date)).toBe(day);
    }),
  );
  expect(toDay(70, 1, 1)).toBeLessThan(toDay(1970, 1, 1) ?? 0);
});

test('days that do not exist have no number', () => {
  expect(toDay(2015, 2, 29)).toBeUndefined();
  expect(toDay(2015, 13, 1)).toBeUndefined();
  expect(toDay(1900, 2, 29)).toBeUndefined();
});

test('weeks are those of ISO 8601 at the turn of a year', () => {
  expect(toWeek(toDay(2015, 12, 31) ?? 0)).toEqual({ year: 2015, week: 53 });
  expect(toWeek(toDay(2016, 1, 3) ?? 0)).toEqual({ year: 2015, week: 53 });
  expect(toWeek(toDay(2018, 12, 31) ?? 0)).toEqual({ year: 2019, week: 1 });
});

test('moving feasts fall where the calendar has them', () => {
  expect(toCivil(easterOf(2015))).toEqual({ year: 2015, month: 4, day: 5 });
  expect(toCivil(easterOf(2024))).toEqual({ year: 2024, month: 3, day: 31 });
  expect(toCivil(nthWeekday(2014, 11, 4, 4) ?? 0)).toEqual({ year: 2014, month: 11, day: 27 });
  expect(toCivil(nthWeekday(2015, 5, 1, -1) ?? 0)).toEqual({ year: 2015, month: 5, day: 25 });
  expect(weekdayOf(toDay(2015, 3, 25) ?? 0)).toBe(3);
});
