import { expect, test } from 'vitest';
import { parseRetryAfter } from './retry-after.ts';

const now = new Date('2026-11-24T06:00:00Z');

test.each([
  ['120', 120],
  [' 5 ', 5],
  ['0', 1],
  ['99999999', 86_400],
  ['Tue, 24 Nov 2026 06:10:00 GMT', 600],
  ['Tue, 24 Nov 2020 06:10:00 GMT', 1],
  ['soon', undefined],
  ['-5', undefined],
  [undefined, undefined],
])('%s is %s seconds', (value, seconds) => {
  expect(parseRetryAfter(value, now)).toBe(seconds);
});
