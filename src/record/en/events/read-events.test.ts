import { expect, test } from 'vitest';
import { readRecord } from '#record/read-record.ts';
import { eventsOf } from '#record/testing/events-of.ts';

test.each([
  [
    '{John Smith} plans to visit [South Korea] in early April.',
    'John Smith | visit South Korea | South Korea | 2015-04 | expected',
  ],
  [
    'On Thursday, {John Smith} is set to arrive in [Japan].',
    'John Smith | arrive in Japan | Japan | 2015-03-26 | announced',
  ],
  [
    '{John Smith} will meet reporters next Tuesday.',
    'John Smith | meet reporters |  | 2015-03-31 | announced',
  ],
])('reads a plan in %s', (text, expected) => {
  expect(eventsOf(text)).toEqual([expected]);
});

test.each([
  'Sales will rise in April, {John Smith} said.',
  '{John Smith} may visit [Japan] in April.',
  '{John Smith} will visit [Japan], officials said Wednesday.',
  'If the talks fail, {John Smith} will leave on Friday.',
  '{John Smith} never met reporters on Tuesday.',
  'He will play on Saturday.',
])('leaves alone what is no plan of somebody for a day: %s', (text) => {
  expect(eventsOf(text)).toEqual([]);
});

test('without a day of writing nothing is planned', () => {
  expect(readRecord('John Smith will meet reporters on 5 May 2015.', {}).events).toEqual([]);
});
