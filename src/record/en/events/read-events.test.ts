import { expect, test } from 'vitest';
import { readRecord } from '#record/read-record.ts';
import { WEDNESDAY } from '#record/testing/times-of.ts';

const eventsIn = (text: string) =>
  readRecord(text, WEDNESDAY).events.map(({ what, who, where, when, status }) =>
    [who.join(' & '), what, where, when, status].join(' | '),
  );

test.each([
  [
    'John Smith plans to visit South Korea in early April.',
    'John Smith | visit South Korea | South Korea | 2015-04 | expected',
  ],
  [
    'On Thursday, John Smith is set to arrive in Japan.',
    'John Smith | arrive in Japan | Japan | 2015-03-26 | announced',
  ],
  ['John Smith will meet reporters next Tuesday.', 'John Smith | meet reporters |  | 2015-03-31 | announced'],
])('reads a plan in %s', (text, expected) => {
  expect(eventsIn(text)).toEqual([expected]);
});

test.each([
  'John Smith visited Japan on Monday.',
  'Sales will rise in April, John Smith said.',
  'John Smith may visit Japan in April.',
  'John Smith will visit Japan, officials said Wednesday.',
  'If the talks fail, John Smith will leave on Friday.',
  'John Smith will not meet reporters next Tuesday.',
  'He will play on Saturday.',
])('leaves alone what is no plan of somebody for a day: %s', (text) => {
  expect(eventsIn(text)).toEqual([]);
});

test('without a day of writing nothing is planned', () => {
  expect(readRecord('John Smith will meet reporters on 5 May 2015.', {}).events).toEqual([]);
});
