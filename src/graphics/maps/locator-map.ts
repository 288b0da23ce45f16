import type { Box } from '../box.ts';
import { drawFramed, GRAPHIC_WIDTH, type Graphic } from '../frame.ts';
import { boundsOf } from '../geometry.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import type { Typesetter } from '../typesetter.ts';
import { drawCountryGround, growLand } from './country-ground.ts';
import { drawInset } from './inset.ts';
import { type Lettering, letterCorners, letterPoint } from './lettering.ts';
import type { LocatorMap } from './map-spec.ts';
import { townRadius, townStyle } from './map-styles.ts';
import { nameGround } from './name-ground.ts';
import { drawOverlay, type Layer, mergeLayers, softenArea } from './overlay.ts';
import { placeLabels } from './place-labels.ts';
import { type Projection, projectAll, projectView } from './projection.ts';
import { scaleBar } from './scale-bar.ts';
import { drawTown } from './symbols.ts';

const EDGE = 8;
/** A cut smaller than this part of the country's height gets a small map that shows where it lies. */
const INSET_BELOW = 0.75;

/** A map of a country or of a cut of it, with towns, water, neighbours, scale bar and what the story needs on top. */
export function drawLocatorMap(type: Typesetter, map: LocatorMap): Graphic {
  const height = projectView(map.view, GRAPHIC_WIDTH).frame.y1;
  return drawFramed(type, map, { height, bleed: true }, (area) => {
    const projection = projectView(map.view, GRAPHIC_WIDTH, area.x0, area.y0);
    const land = growLand(map.geography, Math.max(0.6, 1.6 / projection.scale));
    const layer = mergeLayers([
      drawOverlay(type, map, projection, true),
      drawTowns(type, map, projection),
      nameGround(type, map, land, projection),
    ]);
    const furniture = placeFurniture(type, map, projection);
    return el(
      'g',
      {},
      clip(projection.frame),
      el('g', { 'clip-path': 'url(#map)' }, drawCountryGround(land, map.geography, projection), layer.svg),
      drawLettering([...furniture, ...layer.letterings], layer, projection.frame),
    );
  });
}

const clip = ({ x0, y0, x1, y1 }: Box): Svg =>
  el(
    'defs',
    {},
    el('clipPath', { id: 'map' }, el('rect', { x: x0, y: y0, width: x1 - x0, height: y1 - y0 })),
  );

/** Places all lettering of a map at once and draws what found room. */
export function drawLettering(letterings: Lettering[], layer: Layer, frame: Box): Svg {
  const inner = { x0: frame.x0 + EDGE, y0: frame.y0 + EDGE, x1: frame.x1 - EDGE, y1: frame.y1 - EDGE };
  const chosen = placeLabels(letterings, {
    frame: inner,
    obstacles: layer.obstacles,
    lines: layer.lines,
    clearance: 5,
  });
  const drawn = letterings.map((lettering, index) => lettering.candidates[chosen[index] ?? -1]?.draw());
  return el('g', {}, ...drawn);
}

function drawTowns(type: Typesetter, map: LocatorMap, projection: Projection): Layer {
  const towns = map.geography.towns.filter(({ key }) => map.towns.includes(key));
  const placed = towns.map((town) => ({
    ...town,
    at: projection.to(town.at),
    radius: townRadius(town.rank),
  }));
  return {
    svg: el('g', {}, ...placed.map(({ at, radius, rank }) => drawTown(at, radius, rank === 1))),
    letterings: placed.map(({ at, radius, rank, name }) =>
      letterPoint(type, [{ text: name, style: townStyle(rank) }], {
        at,
        radius,
        priority: rank,
        halo: PALETTE.land,
      }),
    ),
    obstacles: placed.map(({ at: [x, y], radius }) => ({
      x0: x - radius,
      y0: y - radius,
      x1: x + radius,
      y1: y + radius,
    })),
    lines: [],
  };
}

/** Scale bar and inset, in corners where they hide no town and nothing that the story is about. */
function placeFurniture(type: Typesetter, map: LocatorMap, projection: Projection): Lettering[] {
  const shapes = [
    ...map.areas.map(({ outline }) => softenArea(outline)),
    ...map.lines.map(({ points }) => points),
  ];
  const avoid = shapes.map((points) => boundsOf(projectAll(projection, points)));
  const bar = scaleBar(type, projection.scale * map.geography.unitsPerKm);
  const corner = letterCorners(projection.frame, { ...bar, margin: 14, priority: 2.5 }, bar.draw);
  const ys = map.geography.outline.map(([, y]) => y);
  if (map.view[3] - map.view[1] > (Math.max(...ys) - Math.min(...ys)) * INSET_BELOW) return [corner];
  const inset = drawInset(growLand(map.geography, 9), map.geography, map.view);
  return [
    { ...letterCorners(projection.frame, { ...inset, margin: 12, priority: 0 }, inset.draw), avoid },
    { ...corner, avoid },
  ];
}
