import type { Point } from '../geometry.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import type { MapMark } from './map-spec.ts';

/** Half the size of a symbol in px, its rim included. */
export const markRadius = (kind: MapMark['kind']): number =>
  ({ highlight: 8, building: 6, ferry: 10, rail: 10, quay: 4 })[kind];

/** Small signs that read without a key: a dot, a block, a boat, a carriage. */
export function drawMark(kind: MapMark['kind'], [x, y]: Point): Svg {
  const move = { transform: `translate(${x} ${y})` };
  if (kind === 'highlight')
    return el('circle', {
      cx: x,
      cy: y,
      r: 7,
      fill: PALETTE.accent,
      stroke: PALETTE.paper,
      'stroke-width': 2,
    });
  if (kind === 'building')
    return el('rect', {
      x: x - 5,
      y: y - 5,
      width: 10,
      height: 10,
      fill: PALETTE.ink,
      stroke: PALETTE.paper,
      'stroke-width': 1.5,
    });
  if (kind === 'quay')
    return el('circle', {
      cx: x,
      cy: y,
      r: 3.2,
      fill: PALETTE.ink,
      stroke: PALETTE.paper,
      'stroke-width': 1.2,
    });
  const ground = el('circle', {
    cx: 0,
    cy: 0,
    r: 10,
    fill: PALETTE.ink,
    stroke: PALETTE.paper,
    'stroke-width': 1.5,
  });
  return el('g', move, ground, kind === 'ferry' ? boat() : carriage());
}

const boat = (): Svg =>
  el(
    'g',
    { fill: '#ffffff' },
    el('path', { d: 'M-6 1.4H6L4.2 5H-4.2Z' }),
    el('path', { d: 'M-3.6 0.6V-2H-1V-4.6H1V-2H3.6V0.6Z' }),
  );

const carriage = (): Svg =>
  el(
    'g',
    {},
    el('path', {
      d: 'M-4 -4.4Q-4 -5.6 -2.8 -5.6H2.8Q4 -5.6 4 -4.4V2Q4 3.2 2.8 3.2H-2.8Q-4 3.2 -4 2ZM-3.6 5.6 -2 3.2M3.6 5.6 2 3.2',
      fill: '#ffffff',
      stroke: '#ffffff',
      'stroke-width': 1.2,
    }),
    el('rect', { x: -2.7, y: -4.2, width: 5.4, height: 3.4, fill: PALETTE.ink }),
  );

/** A town: a dot, the capital a ring. */
export function drawTown([x, y]: Point, radius: number, isCapital: boolean): Svg {
  const ring = el('circle', {
    cx: x,
    cy: y,
    r: radius,
    fill: PALETTE.ink,
    stroke: PALETTE.paper,
    'stroke-width': 1.8,
  });
  return el('g', {}, ring, isCapital && el('circle', { cx: x, cy: y, r: radius / 2.6, fill: PALETTE.paper }));
}
