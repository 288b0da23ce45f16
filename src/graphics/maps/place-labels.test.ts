import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Box, boxesOverlap, boxWithin } from '../box.ts';
import type { Point } from '../geometry.ts';
import { plainType } from '../testing/plain-type.ts';
import type { TextStyle } from '../typesetter.ts';
import { letterPoint } from './lettering.ts';
import { placeLabels } from './place-labels.ts';

const FRAME: Box = { x0: 0, y0: 0, x1: 600, y1: 600 };
const style: TextStyle = { family: 'sans', weight: 400, size: 15 };

const town = fc.record({
  at: fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 600 })),
  name: fc.string({ minLength: 2, maxLength: 16 }),
  rank: fc.integer({ min: 1, max: 4 }),
});
const river = fc.array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 0, max: 600 })), {
  minLength: 2,
  maxLength: 6,
});

function placeTowns(
  towns: { at: readonly [number, number]; name: string; rank: number }[],
  lines: [Point, Point][][] = [],
) {
  const letterings = towns.map(({ at, name, rank }) =>
    letterPoint(plainType, [{ text: name, style }], { at, radius: 4, priority: rank, halo: '#fff' }),
  );
  const obstacles = towns.map(({ at: [x, y] }) => ({ x0: x - 4, y0: y - 4, x1: x + 4, y1: y + 4 }));
  const chosen = placeLabels(letterings, { frame: FRAME, obstacles, lines, clearance: 4 });
  const boxes = letterings.flatMap(({ candidates }, index) => candidates[chosen[index] ?? -1]?.box ?? []);
  return { chosen, boxes, obstacles };
}

describe('labels of towns anywhere', () => {
  it('never cover one another, a dot or the edge of the map', () => {
    fc.assert(
      fc.property(fc.array(town, { maxLength: 30 }), river, (towns, points) => {
        const line = points.slice(1).map((end, index): [Point, Point] => [points[index] ?? end, end]);
        const { boxes, obstacles } = placeTowns(towns, [line]);
        for (const [index, box] of boxes.entries()) {
          expect(boxWithin(box, FRAME)).toBe(true);
          expect(obstacles.some((dot) => boxesOverlap(box, dot))).toBe(false);
          expect(boxes.slice(index + 1).some((other) => boxesOverlap(box, other))).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('are all there when twelve towns are spread over the map', () => {
    const towns = Array.from({ length: 12 }, (_, index) => ({
      at: [100 + (index % 4) * 130, 100 + Math.floor(index / 4) * 180] as const,
      name: 'A town with a name',
      rank: 3,
    }));
    expect(placeTowns(towns).chosen).not.toContain(undefined);
  });

  it('stand right of a lone town, and left of one at the right edge', () => {
    const [lone] = placeTowns([{ at: [300, 300], name: 'Harsund', rank: 1 }]).boxes;
    expect(lone?.x0).toBeGreaterThan(300);
    const [edge] = placeTowns([{ at: [590, 300], name: 'Harsund', rank: 1 }]).boxes;
    expect(edge?.x1).toBeLessThan(590);
  });

  it('give way to a river where they can', () => {
    const river: [Point, Point][] = [
      [
        [300, 300],
        [600, 300],
      ],
    ];
    const [box] = placeTowns([{ at: [300, 300], name: 'Harsund', rank: 1 }], [river]).boxes;
    expect(box && box.y0 < 300 && box.y1 > 300 && box.x1 > 304).toBe(false);
  });

  it('keep the more important one when there is room for one only', () => {
    const candidates = [{ box: { x0: 10, y0: 10, x1: 90, y1: 30 }, cost: 0 }];
    const chosen = placeLabels(
      [
        { candidates, priority: 3 },
        { candidates, priority: 1 },
      ],
      { frame: FRAME, obstacles: [], lines: [] },
    );
    expect(chosen).toEqual([undefined, 0]);
  });

  it('move aside when that lets another in', () => {
    const shared = { x0: 10, y0: 10, x1: 90, y1: 30 };
    const flexible = {
      candidates: [
        { box: shared, cost: 0 },
        { box: { x0: 10, y0: 50, x1: 90, y1: 70 }, cost: 1 },
      ],
      priority: 1,
    };
    const chosen = placeLabels([flexible, { candidates: [{ box: shared, cost: 0 }], priority: 2 }], {
      frame: FRAME,
      obstacles: [],
      lines: [],
    });
    expect(chosen).toEqual([1, 0]);
  });
});
