import { expect, test } from 'vitest';
import { fromIsoDay, isCompatible, mondayOfWeek, toIsoDay, toSpan } from './day-span.ts';

test.each([
  ['2015-04-09', undefined, '2015-04-09', '2015-04-09', 'day'],
  ['2015-04-09T14:30', undefined, '2015-04-09', '2015-04-09', 'day'],
  ['2015-W14', undefined, '2015-03-30', '2015-04-05', 'week'],
  ['2015-W14-WE', undefined, '2015-04-04', '2015-04-05', 'week'],
  ['2020-W53', undefined, '2020-12-28', '2021-01-03', 'week'],
  ['2015-04', undefined, '2015-04-01', '2015-04-30', 'month'],
  ['2015-04', 'START', '2015-04-01', '2015-04-10', 'month'],
  ['2015-02', 'END', '2015-02-19', '2015-02-28', 'month'],
  ['2016-02-XX', undefined, '2016-02-01', '2016-02-29', 'month'],
  ['2015-Q2', undefined, '2015-04-01', '2015-06-30', 'longer'],
  ['2015-WI', undefined, '2015-12-01', '2016-02-29', 'longer'],
  ['2015-H2', undefined, '2015-07-01', '2015-12-31', 'longer'],
  ['2016', undefined, '2016-01-01', '2016-12-31', 'longer'],
] as const)('%s %s lies from %s to %s', (value, mod, first, last, precision) => {
  const span = toSpan({ value, ...(mod && { mod }) });
  expect(span && { ...span, first: toIsoDay(span.first), last: toIsoDay(span.last) }).toMatchObject({
    ...{ first, last, precision },
  });
});

test.each(['P3D', 'FUTURE_REF', '2015-W54', '2015-02-30', '2015-13', '', '201'])(
  '%s is no stretch of days',
  (value) => {
    expect(toSpan({ value })).toBeUndefined();
  },
);

test('a time of day is kept', () => {
  expect(toSpan({ value: '2015-04-09T06:00' })?.clock).toBe('06:00');
  expect(toSpan({ value: '2015-04-09TMO' })?.clock).toBeUndefined();
});

test('a vague time may be missed by a few days, a day may not', () => {
  const of = (value: string) => toSpan({ value }) ?? { first: 0, last: 0, precision: 'day' as const };
  const early = toSpan({ value: '2015-04', mod: 'START' }) ?? of('2015-04');
  expect(isCompatible(early, of('2015-04-13'))).toBe(true);
  expect(isCompatible(early, of('2015-04-20'))).toBe(false);
  expect(isCompatible(of('2015-04-09'), of('2015-04-10'))).toBe(false);
});

test('weeks and days are read back as they are written', () => {
  expect(mondayOfWeek(2015, 14)).toBe(fromIsoDay('2015-03-30'));
  expect(mondayOfWeek(2015, 54)).toBeUndefined();
  expect(fromIsoDay('2015-02-30')).toBeUndefined();
});
