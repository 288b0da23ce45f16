import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysKeys, keysOf, startOfDay } from './search-keys.ts';

test('a row is found by the keys of a span of days exactly when its day is in the span', () => {
  const day = fc.integer({ min: 15_000, max: 30_000 });
  fc.assert(
    fc.property(day, fc.nat({ max: 3000 }), day, (first, length, at) => {
      const keys = new Set(daysKeys('en', first, first + length));
      const row = keysOf({ edition: 'en', section_id: 1, topics: [], visible_from: startOfDay(at) });
      expect(row.filter((key) => keys.has(key))).toHaveLength(at >= first && at <= first + length ? 1 : 0);
    }),
  );
});

test('a span of ten years is a few dozen keys', () => {
  expect(daysKeys('en', 16_001, 19_655).length).toBeLessThan(50);
});
