import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { spreadLabels } from './spread-labels.ts';

const labels = fc.array(
  fc.record({
    at: fc.double({ min: -50, max: 450, noNaN: true }),
    size: fc.double({ min: 1, max: 40, noNaN: true }),
  }),
  { maxLength: 9 },
);

describe('labels on a line', () => {
  it('never overlap and stay on it while there is room', () => {
    fc.assert(
      fc.property(labels, (wanted) => {
        const centres = spreadLabels(wanted, 0, 400);
        const spans = wanted
          .map(({ size }, index) => ({
            from: (centres[index] ?? Number.NaN) - size / 2,
            to: (centres[index] ?? Number.NaN) + size / 2,
          }))
          .sort((a, b) => a.from - b.from);
        for (const [index, span] of spans.entries()) {
          expect(span.from).toBeGreaterThanOrEqual(-1e-6);
          expect(span.to).toBeLessThanOrEqual(400 + 1e-6);
          expect(span.from).toBeGreaterThanOrEqual((spans[index - 1]?.to ?? 0) - 1e-6);
        }
      }),
    );
  });

  it('stay where they want to be when nothing is in the way', () => {
    expect(
      spreadLabels(
        [
          { at: 100, size: 20 },
          { at: 50, size: 20 },
        ],
        0,
        200,
      ),
    ).toEqual([100, 50]);
  });

  it('share the way when two want the same place', () => {
    expect(
      spreadLabels(
        [
          { at: 100, size: 20 },
          { at: 100, size: 20 },
        ],
        0,
        200,
      ),
    ).toEqual([90, 110]);
  });

  it('are pulled inside at the ends', () => {
    expect(
      spreadLabels(
        [
          { at: 0, size: 20 },
          { at: 200, size: 20 },
        ],
        0,
        200,
      ),
    ).toEqual([10, 190]);
  });
});
