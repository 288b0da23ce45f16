import { drawFramed, GRAPHIC_WIDTH, type Graphic } from '../frame.ts';
import { isInRing, type Point, pathThrough, segmentsOf } from '../geometry.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import { breakLines } from '../text-block.ts';
import type { Typesetter } from '../typesetter.ts';
import { letterArea, letterLine, letterSpot } from './lettering.ts';
import { drawLettering } from './locator-map.ts';
import type { PlanMap } from './map-spec.ts';
import { MAP_TEXT } from './map-styles.ts';
import { drawOverlay, type Layer, mergeLayers } from './overlay.ts';
import { type Projection, projectAll, projectView } from './projection.ts';
import { smoothLine, softenRing } from './rough-line.ts';

const STREET_NAME_WIDTH = 120;
const PARK = { fill: '#d5e0c8', text: '#4c6140' };

/** A plan of a town or a port: water, parks, streets, districts, and the story's marks on top. */
export function drawPlanMap(type: Typesetter, map: PlanMap): Graphic {
  const view = [0, 0, ...map.grid] as const;
  const height = projectView(view, GRAPHIC_WIDTH).frame.y1;
  return drawFramed(type, map, { height, bleed: true }, (area) => {
    const projection = projectView(view, GRAPHIC_WIDTH, area.x0, area.y0);
    const layer = mergeLayers([drawGround(type, map, projection), drawOverlay(type, map, projection, false)]);
    const { x0, y0, x1, y1 } = projection.frame;
    const clip = el(
      'defs',
      {},
      el('clipPath', { id: 'map' }, el('rect', { x: x0, y: y0, width: x1 - x0, height: y1 - y0 })),
    );
    return el(
      'g',
      {},
      clip,
      el('g', { 'clip-path': 'url(#map)' }, layer.svg),
      drawLettering(layer.letterings, layer, projection.frame),
    );
  });
}

function drawGround(type: Typesetter, map: PlanMap, projection: Projection): Layer {
  const { x0, y0, x1, y1 } = projection.frame;
  const water = map.water.map((ring) =>
    projectAll(
      projection,
      softenRing(ring).map((point) => pushOverEdge(map, point)),
    ),
  );
  const parks = map.parks.map(({ name, outline }) => ({
    name,
    ring: projectAll(projection, softenRing(outline, 3, 120)),
  }));
  const streets = map.streets.map(({ name, points }) => ({
    name,
    points: projectAll(projection, smoothLine(points)),
  }));
  const svg = el(
    'g',
    {},
    el('rect', { x: x0, y: y0, width: x1 - x0, height: y1 - y0, fill: '#efe9dd' }),
    ...water.map((ring) => el('path', { d: pathThrough(ring, true), fill: PALETTE.water })),
    ...parks.map(({ ring }) =>
      el('path', { d: pathThrough(ring, true), fill: PARK.fill, 'fill-opacity': 0.85 }),
    ),
    ...water.map((ring) =>
      el('path', {
        d: pathThrough(ring, true),
        fill: 'none',
        stroke: PALETTE.shore,
        'stroke-width': 1.4,
        'stroke-linejoin': 'round',
      }),
    ),
    ...streets.flatMap(({ name, points }) => drawStreet(name, points)),
  );
  return {
    svg,
    obstacles: [],
    lines: [
      ...water.map((ring) => segmentsOf(ring, true)),
      ...streets.map(({ points }) => segmentsOf(points)),
    ],
    letterings: [
      ...map.districts.map(({ name, at }) =>
        letterSpot(
          type,
          [
            {
              text: isSea(map, at) ? name : name.toUpperCase(),
              style: isSea(map, at) ? MAP_TEXT.sea : MAP_TEXT.country,
              fill: isSea(map, at) ? PALETTE.waterText : '#77716a',
            },
          ],
          { at: projection.to(at), priority: 6, halo: isSea(map, at) ? PALETTE.water : '#efe9dd' },
        ),
      ),
      ...parks.map(({ name, ring }) =>
        letterArea(type, [{ text: name, style: { ...MAP_TEXT.street, size: 14.5 }, fill: PARK.text }], {
          ring,
          priority: 6,
          halo: PARK.fill,
        }),
      ),
      ...streets.map(({ name, points }) =>
        letterLine(
          type,
          breakLines(type, name, MAP_TEXT.street, STREET_NAME_WIDTH).map((text) => ({
            text,
            style: MAP_TEXT.street,
            fill: PALETTE.soft,
          })),
          { points, priority: 8, halo: '#efe9dd' },
        ),
      ),
    ],
  };
}

/** Water that ends at the edge of the plan goes on beyond it, so that no shore is drawn along the edge. */
function pushOverEdge({ grid: [width, height] }: PlanMap, [x, y]: Point): Point {
  const over = (value: number, most: number) =>
    value <= 0 ? value - 30 : value >= most ? value + 30 : value;
  return [over(x, width), over(y, height)];
}

/** A railway, told by its name, is drawn as one; everything else as a street. */
function drawStreet(name: string, points: readonly Point[]): Svg[] {
  const d = pathThrough(points);
  const line = (stroke: string, width: number, dash?: string) =>
    el('path', {
      d,
      fill: 'none',
      stroke,
      'stroke-width': width,
      'stroke-dasharray': dash,
      'stroke-linejoin': 'round',
    });
  if (/\b(rail|railway|freight line)\b/i.test(name))
    return [line('#6f6961', 3.4), line(PALETTE.paper, 1.8, '7 7')];
  return [line('#cfc7b8', 7), line('#fdfcf9', 5.2)];
}

/** Whether a spot lies in the water. */
const isSea = (map: PlanMap, at: Point): boolean => map.water.some((ring) => isInRing(at, ring));
