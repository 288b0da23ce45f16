import type { Box } from '../box.ts';
import type { Point } from '../geometry.ts';

/** From grid units to px: one scale for both axes. */
export type Projection = { to: (point: Point) => Point; scale: number; frame: Box };

/** Fits a cut of the grid (left, top, right, bottom) into a width in px, with its top left corner at x, y. */
export function projectView(
  view: readonly [number, number, number, number],
  width: number,
  x = 0,
  y = 0,
): Projection {
  const [left, top, right, bottom] = view;
  const scale = width / (right - left);
  return {
    scale,
    to: ([east, south]) => [x + (east - left) * scale, y + (south - top) * scale],
    frame: { x0: x, y0: y, x1: x + width, y1: y + (bottom - top) * scale },
  };
}

export const projectAll = (projection: Projection, points: readonly Point[]): Point[] =>
  points.map(projection.to);
