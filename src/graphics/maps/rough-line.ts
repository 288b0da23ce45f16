import { between, distance, type Point, segmentsOf } from '../geometry.ts';

/**
 * `roughness`: how far, as a part of a segment's length, its middle may move; 0.2 is a broken coast, 0.05 a border.
 * `detail`: segments shorter than this, in the units of the points, are left alone.
 */
export type Roughness = { roughness: number; detail: number };

/**
 * A natural outline from a skeleton: every segment is broken at its middle and moved sideways, again and again
 * (midpoint displacement; Fournier, Fussell and Carpenter, CACM 25(6), 1982). The given points stay where they are, and
 * a segment always breaks the same way, so two shapes that share an edge fit together in every cut of the map.
 */
export function roughenLine(
  points: readonly Point[],
  { roughness, detail }: Roughness,
  closed = false,
): Point[] {
  const first = points[0];
  if (!first) return [];
  const broken = segmentsOf(points, closed).flatMap(([a, b]) =>
    breakSegment(a, b, roughness, detail, seedOf(a, b)),
  );
  return closed ? broken : [first, ...broken];
}

/** Everything after `a` up to and including `b`. */
function breakSegment(a: Point, b: Point, roughness: number, detail: number, seed: number): Point[] {
  const length = distance(a, b);
  if (length <= detail) return [b];
  const shift = (unitNoise(seed) - 0.5) * 2 * roughness;
  const part = 0.5 + (unitNoise(seed + 1) - 0.5) * 0.3;
  const middle = between(a, b, part);
  const moved: Point = [middle[0] - (b[1] - a[1]) * shift, middle[1] + (b[0] - a[0]) * shift];
  return [
    ...breakSegment(a, moved, roughness, detail, scramble(seed + 2)),
    ...breakSegment(moved, b, roughness, detail, scramble(seed + 3)),
  ];
}

const seedOf = (a: Point, b: Point): number =>
  scramble(a[0] * 73856093 + a[1] * 19349663 + b[0] * 83492791 + b[1] * 49979693);

/** An integer hash with good avalanche (the finaliser of MurmurHash3). */
function scramble(value: number): number {
  let hash = Math.round(value) | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

const unitNoise = (seed: number): number => scramble(seed) / 0xffffffff;

/** A smooth line through all points (uniform Catmull-Rom), `steps` pieces to a segment. */
export function smoothLine(points: readonly Point[], steps = 8): Point[] {
  const at = (index: number): Point => points[Math.max(0, Math.min(points.length - 1, index))] ?? [0, 0];
  const smooth = points
    .slice(0, -1)
    .flatMap((_, index) =>
      Array.from({ length: steps }, (_, step) =>
        catmullRom(at(index - 1), at(index), at(index + 1), at(index + 2), step / steps),
      ),
    );
  return [...smooth, at(points.length - 1)];
}

function catmullRom(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const along = (axis: 0 | 1) =>
    0.5 *
    (2 * b[axis] +
      (c[axis] - a[axis]) * t +
      (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
      (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t * t * t);
  return [along(0), along(1)];
}

/** Rounds the gentle corners of a ring by cutting them (Chaikin, 1974) and leaves the sharp ones of quays and walls. */
export function softenRing(ring: readonly Point[], passes = 3, sharpDegrees = 48): Point[] {
  let points = [...ring];
  for (let pass = 0; pass < passes; pass++)
    points = points.flatMap((point, index) => cutCorner(points, point, index, sharpDegrees));
  return points;
}

function cutCorner(points: readonly Point[], point: Point, index: number, sharpDegrees: number): Point[] {
  const before = points.at(index - 1) ?? point;
  const after = points[(index + 1) % points.length] ?? point;
  const turn = Math.abs(
    Math.atan2(point[1] - before[1], point[0] - before[0]) -
      Math.atan2(after[1] - point[1], after[0] - point[0]),
  );
  const degrees = (Math.min(turn, 2 * Math.PI - turn) * 180) / Math.PI;
  return degrees > sharpDegrees ? [point] : [between(point, before, 0.25), between(point, after, 0.25)];
}
