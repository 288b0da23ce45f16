import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distance, type Point } from '../geometry.ts';
import { roughenLine, smoothLine, softenRing } from './rough-line.ts';

const skeleton: Point[] = [
  [0, 0],
  [100, 20],
  [180, 90],
];
const coast = { roughness: 0.2, detail: 2 };

describe('a natural line', () => {
  it('is the same every time and keeps the points of its skeleton', () => {
    const once = roughenLine(skeleton, coast);
    expect(roughenLine(skeleton, coast)).toEqual(once);
    for (const point of skeleton) expect(once).toContainEqual(point);
    expect(once.length).toBeGreaterThan(80);
  });

  it('has no straight run longer than its detail', () => {
    const line = roughenLine(skeleton, coast);
    for (const [index, point] of line.slice(1).entries())
      expect(distance(line[index] ?? point, point)).toBeLessThanOrEqual(2);
  });

  it('breaks a shared edge alike in every shape that holds it', () => {
    const edge = roughenLine(
      [
        [0, 0],
        [100, 20],
      ],
      coast,
    );
    expect(roughenLine(skeleton, coast).slice(0, edge.length)).toEqual(edge);
  });

  it('ends for any skeleton', () => {
    const point = fc.tuple(fc.integer({ min: -500, max: 500 }), fc.integer({ min: -500, max: 500 }));
    fc.assert(
      fc.property(fc.array(point, { maxLength: 8 }), (points) => {
        const line = roughenLine(points, { roughness: 0.25, detail: 10 }, true);
        expect(line.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      }),
    );
  });
});

describe('a smooth line', () => {
  it('goes through all points', () => {
    const line = smoothLine(skeleton);
    for (const point of skeleton) expect(line.some((one) => distance(one, point) < 1e-9)).toBe(true);
  });
});

describe('a softened ring', () => {
  it('keeps the corners of a quay and rounds a river bank', () => {
    const quay: Point[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ];
    expect(softenRing(quay)).toEqual(quay);
    const bank: Point[] = [
      [0, 0],
      [100, 10],
      [200, 0],
      [300, 200],
      [0, 200],
    ];
    expect(softenRing(bank)).not.toContainEqual([100, 10]);
  });
});
