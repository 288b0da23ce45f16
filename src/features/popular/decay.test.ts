import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bucketWeights, DAY_MS, HOUR_MS, RANKINGS, weightOf } from './decay.ts';

const NOW = new Date('2031-05-04T12:20:00Z');

test('a read counts whole now, half after the half-life and a quarter after two', () => {
  const ranking = { windowHours: 24, halfLifeHours: 6 };
  expect(weightOf(0, ranking)).toBe(1);
  expect(weightOf(6 * HOUR_MS, ranking)).toBeCloseTo(0.5);
  expect(weightOf(12 * HOUR_MS, ranking)).toBeCloseTo(0.25);
});

test('a clock that runs behind never makes a read count more than once', () => {
  expect(weightOf(-HOUR_MS, RANKINGS.today)).toBe(1);
});

test('today takes in the hour under way and those before it whose middle is within the window', () => {
  const starts = bucketWeights(NOW, RANKINGS.today, HOUR_MS).map(({ start }) => start.toISOString());
  expect(starts[0]).toBe('2031-05-04T12:00:00.000Z');
  expect(starts.at(-1)).toBe('2031-05-03T12:00:00.000Z');
  expect(starts).toHaveLength(25);
});

test('days begin at midnight UTC, and each is weighed by its noon', () => {
  const [today, yesterday] = bucketWeights(NOW, RANKINGS.week, DAY_MS);
  expect(today?.start.toISOString()).toBe('2031-05-04T00:00:00.000Z');
  expect(yesterday?.weight).toBeCloseTo(weightOf(24 * HOUR_MS + 20 * 60_000, RANKINGS.week));
});

test('the older a bucket the less it weighs, at any moment and under any ranking', () => {
  const ranking = fc.record({
    windowHours: fc.integer({ min: 1, max: 200 }),
    halfLifeHours: fc.integer({ min: 1, max: 99 }),
  });
  const moment = fc.date({ min: new Date('2001-01-01'), max: new Date('2099-01-01'), noInvalidDate: true });
  fc.assert(
    fc.property(moment, ranking, (now, given) => {
      const buckets = bucketWeights(now, given, HOUR_MS);
      expect(buckets.length).toBeGreaterThan(0);
      for (const [index, { weight }] of buckets.entries()) {
        expect(weight).toBeLessThanOrEqual(buckets[index - 1]?.weight ?? 1);
        expect(weight).toBeGreaterThan(0);
      }
    }),
  );
});
