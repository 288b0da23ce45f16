import { expect, test } from 'vitest';
import { parseDuration, toDuration } from './duration.ts';

test.each([
  ['60s', 60],
  ['5m', 300],
  [' 1h ', 3_600],
  ['2d', 172_800],
  ['0s', 0],
])('%s is %i seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

test.each(['', '60', 's', '1.5h', '-5m', '5 m', '1h30m', '5M'])('"%s" is no duration', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test.each([
  [60, '1m'],
  [90, '90s'],
  [3_600, '1h'],
  [86_400, '1d'],
  [0, '0s'],
])('%i seconds are written %s', (seconds, text) => {
  expect(toDuration(seconds)).toBe(text);
});
