import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseXLabels } from './x-labels.ts';

const place = (count: number, width: number) =>
  Array.from({ length: count }, (_, index) => (width * index) / Math.max(1, count - 1));

describe('labels of an x axis', () => {
  it('never touch and always hold the last', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1, max: 150, noNaN: true }), { minLength: 1, maxLength: 40 }),
        (widths) => {
          const chosen = chooseXLabels(widths, place(widths.length, 500), 0, 500);
          expect(chosen.at(-1)?.index).toBe(widths.length - 1);
          for (const [order, label] of chosen.entries()) {
            expect(label.x0).toBeGreaterThanOrEqual(-1e-9);
            expect(label.x1).toBeLessThanOrEqual(500 + 1e-9);
            if (order > 0) expect(label.x0).toBeGreaterThan(chosen[order - 1]?.x1 ?? 0);
          }
        },
      ),
    );
  });

  it('are all there when they fit, and evenly thinned when they do not', () => {
    const indexes = (count: number, width: number) =>
      chooseXLabels(Array(count).fill(width), place(count, 500), 0, 500).map(({ index }) => index);
    expect(indexes(6, 40)).toEqual([0, 1, 2, 3, 4, 5]);
    expect(indexes(13, 40)).toEqual([0, 2, 4, 6, 8, 10, 12]);
    expect(indexes(2, 400)).toEqual([1]);
  });
});
