import fc from 'fast-check';
import { expect, test } from 'vitest';
import { abreastOf, arrangeLead, rowsOf } from './arrange.ts';

test('rows are as even as they can be', () => {
  expect([1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(rowsOf)).toEqual([
    [1],
    [2],
    [3],
    [4],
    [3, 2],
    [3, 3],
    [4, 3],
    [4, 4],
    [3, 3, 3],
    [4, 3, 3],
  ]);
  expect(abreastOf(5)).toEqual([3, 3, 3, 2, 2]);
});

test('no row has a single story under a fuller one, and every story has a place', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 60 }), (count) => {
      expect(rowsOf(count).reduce((sum, row) => sum + row, 0)).toBe(count);
      expect(Math.min(...rowsOf(count))).toBeGreaterThan(1);
      expect(Math.max(...rowsOf(count))).toBeLessThanOrEqual(4);
    }),
  );
});

test('a column stands only beside a lead with a picture, with four or five stories in it', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.boolean(), (others, picture) => {
      const { row, beside, rest } = arrangeLead(others, picture);
      expect(row + beside + rest).toBe(others);
      expect(beside === 0 || (picture && (beside === 4 || beside === 5))).toBe(true);
    }),
  );
});
