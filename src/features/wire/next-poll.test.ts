import { expect, test } from 'vitest';
import { backOffSeconds } from './next-poll.ts';

const waits = (everySeconds: number) =>
  [1, 2, 3, 4, 5, 6, 7, 100].map((failures) => backOffSeconds(failures, everySeconds, 0));

test('the wait doubles with every failure, up to an hour', () => {
  expect(waits(60)).toEqual([120, 240, 480, 960, 1920, 3600, 3600, 3600]);
});

test('a source that is asked less than hourly is not asked more often for failing', () => {
  expect(waits(7_200)).toEqual(Array(8).fill(7_200));
});

test('chance takes off up to a quarter', () => {
  expect(backOffSeconds(1, 60, 1)).toBe(90);
  expect(backOffSeconds(9, 60, 0.5)).toBe(3_150);
});
