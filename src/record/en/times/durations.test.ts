import { expect, test } from 'vitest';
import { readRecord } from '#record/read-record.ts';
import { timesOf, WEDNESDAY } from '#record/testing/times-of.ts';

test.each([
  ['He is here for a three-day visit.', 'three-day = P3D'],
  ['He stayed for two years.', 'two years = P2Y'],
  ['He stayed for more than a decade.', 'more than a decade = P1DE MORE_THAN'],
  ['He stayed for half an hour.', 'half an hour = PT30M'],
  ['He stayed for two hours and 30 minutes.', 'two hours and 30 minutes = PT2H30M'],
  ['He waited for years.', 'years = PXY'],
  ['It fell over the past five years.', 'the past five years = P5Y'],
  ['It was a year-long search.', 'year-long = P1Y'],
  ['They meet every Tuesday.', 'every Tuesday = XXXX-WXX-2'],
  ['They meet twice a week.', 'twice a week = P1W'],
  ['It costs $5 million a year.', 'a year = P1Y'],
  ['It is an annual fair.', 'annual = P1Y'],
  ['It is raining now.', 'now = PRESENT_REF'],
  ['It will end in the near future.', 'the near future = FUTURE_REF'],
  ['It has grown in recent years.', 'recent years = PAST_REF'],
])('reads a length, a set or a vague time in %s', (text, expected) => {
  expect(timesOf(text)).toEqual([expected]);
});

test.each([
  'A 42-year-old man was held.',
  'She is 42 years old.',
  'The Daily Mail said so.',
  'He soon left.',
  'The shop is open 24/7.',
])('leaves alone what is no time: %s', (text) => {
  expect(timesOf(text)).toEqual([]);
});

test('names the rule behind a find when asked', () => {
  const [time] = readRecord('He stayed for two years.', WEDNESDAY, { explain: true }).times;
  expect(time).toMatchObject({ type: 'DURATION', rule: 'duration' });
  expect(readRecord('He stayed for two years.', WEDNESDAY).times[0]).not.toHaveProperty('rule');
});
