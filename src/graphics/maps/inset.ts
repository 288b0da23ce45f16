import { boundsOf, pathThrough } from '../geometry.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import type { Land } from './country-ground.ts';
import type { Geography } from './map-spec.ts';
import { projectAll, projectView } from './projection.ts';

const INSET_WIDTH = 104;
const AIR = 50;

export type Inset = { width: number; height: number; draw: (x: number, y: number) => Svg };

/** A small map of the whole country on which a frame shows the cut; `draw` takes the top left corner. */
export function drawInset(
  land: Land,
  geography: Geography,
  view: readonly [number, number, number, number],
): Inset {
  const bounds = boundsOf([...geography.outline, ...geography.islands.flatMap(({ outline }) => outline)]);
  const whole = [bounds.x0 - AIR, bounds.y0 - AIR, bounds.x1 + AIR, bounds.y1 + AIR] as const;
  const { frame } = projectView(whole, INSET_WIDTH);
  return {
    width: INSET_WIDTH,
    height: frame.y1,
    draw: (x, y) => {
      const small = projectView(whole, INSET_WIDTH, x, y);
      const area = { x, y, width: INSET_WIDTH, height: frame.y1 };
      const shape = (points: Land['country'], fill: string) =>
        el('path', { d: pathThrough(projectAll(small, points), true), fill });
      const [left, top] = small.to([view[0], view[1]]);
      const [right, bottom] = small.to([view[2], view[3]]);
      return el(
        'g',
        {},
        el('defs', {}, el('clipPath', { id: 'inset' }, el('rect', area))),
        el('rect', { ...area, fill: PALETTE.paper, stroke: PALETTE.paper, 'stroke-width': 4 }),
        el(
          'g',
          { 'clip-path': 'url(#inset)' },
          el('rect', { ...area, fill: PALETTE.water }),
          shape(land.mainland, PALETTE.abroad),
          shape(land.country, PALETTE.quiet),
          ...land.islands.map((island) => shape(island, PALETTE.quiet)),
          el('rect', {
            x: left,
            y: top,
            width: right - left,
            height: bottom - top,
            fill: PALETTE.accent,
            'fill-opacity': 0.14,
            stroke: PALETTE.accent,
            'stroke-width': 1.8,
          }),
        ),
      );
    },
  };
}
