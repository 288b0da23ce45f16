import type { Box } from './box.ts';

export type Point = readonly [x: number, y: number];

export const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1]);

export const between = (a: Point, b: Point, part: number): Point => [
  a[0] + (b[0] - a[0]) * part,
  a[1] + (b[1] - a[1]) * part,
];

/** Neighbouring pairs of a line; of a ring when `closed`. */
export function segmentsOf(points: readonly Point[], closed = false): [Point, Point][] {
  const ends = closed ? [...points.slice(1), ...points.slice(0, 1)] : points.slice(1);
  return ends.flatMap((end, index) => {
    const start = points[index];
    return start ? [[start, end] as [Point, Point]] : [];
  });
}

/** Whether a segment touches a box (Liang and Barsky's clipping, 1984). */
export function segmentMeetsBox([a, b]: [Point, Point], box: Box): boolean {
  let enter = 0;
  let leave = 1;
  const edges = [
    [a[0] - b[0], a[0] - box.x0],
    [b[0] - a[0], box.x1 - a[0]],
    [a[1] - b[1], a[1] - box.y0],
    [b[1] - a[1], box.y1 - a[1]],
  ] as const;
  for (const [p, q] of edges) {
    if (p === 0 && q < 0) return false;
    if (p < 0) enter = Math.max(enter, q / p);
    if (p > 0) leave = Math.min(leave, q / p);
  }
  return enter <= leave;
}

/** The point at a part (0..1) of a line's length, and the direction of the line there as a unit vector. */
export function pointAlong(points: readonly Point[], part: number): { at: Point; direction: Point } {
  const segments = segmentsOf(points);
  const total = segments.reduce((sum, [a, b]) => sum + distance(a, b), 0);
  let rest = total * part;
  for (const [a, b] of segments) {
    const length = distance(a, b);
    if (rest <= length && length > 0) {
      return {
        at: between(a, b, rest / length),
        direction: [(b[0] - a[0]) / length, (b[1] - a[1]) / length],
      };
    }
    rest -= length;
  }
  return { at: points.at(-1) ?? [0, 0], direction: [1, 0] };
}

/** Whether a point lies inside a ring (even-odd rule). */
export const isInRing = ([x, y]: Point, ring: readonly Point[]): boolean =>
  segmentsOf(ring, true).reduce(
    (inside, [a, b]) =>
      a[1] > y !== b[1] > y && x < ((b[0] - a[0]) * (y - a[1])) / (b[1] - a[1]) + a[0] ? !inside : inside,
    false,
  );

/** Middle of the area of a simple ring; the mean of its points when it has no area. */
export function centroid(ring: readonly Point[]): Point {
  let area = 0;
  let x = 0;
  let y = 0;
  for (const [a, b] of segmentsOf(ring, true)) {
    const cross = a[0] * b[1] - b[0] * a[1];
    area += cross;
    x += (a[0] + b[0]) * cross;
    y += (a[1] + b[1]) * cross;
  }
  if (Math.abs(area) > 1e-9) return [x / (3 * area), y / (3 * area)];
  const sum = ring.reduce<Point>((total, point) => [total[0] + point[0], total[1] + point[1]], [0, 0]);
  return [sum[0] / Math.max(1, ring.length), sum[1] / Math.max(1, ring.length)];
}

export function boundsOf(points: readonly Point[]): Box {
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  return { x0: Math.min(...xs), y0: Math.min(...ys), x1: Math.max(...xs), y1: Math.max(...ys) };
}

/** An SVG path through points, closed or open. */
export function pathThrough(points: readonly Point[], closed = false): string {
  const steps = points.map(([x, y]) => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`);
  return steps.length ? `M${steps.join('L')}${closed ? 'Z' : ''}` : '';
}
