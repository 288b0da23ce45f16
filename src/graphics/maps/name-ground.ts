import { type Box, boxWithin, grow } from '../box.ts';
import { boundsOf, isInRing, type Point, segmentsOf } from '../geometry.ts';
import { PALETTE } from '../palette.ts';
import { el } from '../svg.ts';
import type { TextStyle, Typesetter } from '../typesetter.ts';
import { type Land, ridgeLines } from './country-ground.ts';
import { type Lettering, letterArea, letterLine, letterSpot } from './lettering.ts';
import type { LocatorMap } from './map-spec.ts';
import { MAP_TEXT } from './map-styles.ts';
import type { Layer } from './overlay.ts';
import { type Projection, projectAll } from './projection.ts';

/** Px to a grid unit from which islands are named. */
const ISLAND_NAMES_FROM = 1;
/** Px between the name of a sea or a country and the shore or border around it. */
const SHORE_AIR = 4;

type Region = 'water' | 'country' | 'abroad';
type SpotKind = { style: TextStyle; fill: string; halo: string; region: Region };

const SEA: SpotKind = { style: MAP_TEXT.sea, fill: PALETTE.waterText, halo: PALETTE.water, region: 'water' };
const HILLS: SpotKind = { style: MAP_TEXT.hills, fill: '#7a6a4f', halo: PALETTE.land, region: 'country' };
const NEIGHBOUR: SpotKind = {
  style: MAP_TEXT.country,
  fill: '#77716a',
  halo: PALETTE.abroad,
  region: 'abroad',
};

/** Names of seas, hills and neighbours, each wholly inside what it names, and of rivers and islands. */
export function nameGround(
  type: Typesetter,
  { geography, areas }: LocatorMap,
  land: Land,
  projection: Projection,
): Layer {
  const { frame } = projection;
  const avoid = areas.map(({ outline }) => boundsOf(projectAll(projection, outline)));
  const regionOf = regionsOf(land, projection);
  const nameSpot = (kind: SpotKind, name: string, at: Point): Lettering[] => {
    const text = [{ text: name, style: kind.style, fill: kind.fill }];
    const spot = letterSpot(type, text, { at: projection.to(at), priority: 7, halo: kind.halo });
    const candidates = spot.candidates.filter(({ box }) =>
      pointsOf(grow(box, SHORE_AIR)).every((point) => regionOf(point) === kind.region),
    );
    return [{ ...spot, candidates, avoid }];
  };
  const spots = [
    ...geography.seas.flatMap(({ name, at }) => nameSpot(SEA, name, at)),
    ...geography.hills.flatMap(({ name, at }) => nameSpot(HILLS, name, at)),
    ...geography.neighbours.flatMap(({ name, at }) => nameSpot(NEIGHBOUR, name.toUpperCase(), at)),
  ];
  const rivers = land.rivers.flatMap(({ name, line }) =>
    nameRiver(type, name, projectAll(projection, line), frame),
  );
  const islands = projection.scale < ISLAND_NAMES_FROM ? [] : geography.islands;
  const named = islands.map(({ name, outline }) => nameIsland(type, name, projectAll(projection, outline)));
  const shores = [
    land.coast,
    ...land.islands,
    ...land.rivers.map(({ line }) => line),
    ...land.borders.map(({ line }) => line),
  ];
  const lines = [
    ...shores.map((line) => segmentsOf(projectAll(projection, thinned(line)))),
    ...ridgeLines(geography, projection),
  ];
  return { svg: el('g', {}), letterings: [...spots, ...rivers, ...named], obstacles: [], lines };
}

/** Tells water, our land and the neighbours' apart, for points in px. */
function regionsOf(land: Land, projection: Projection): (point: Point) => Region {
  const [mainland, country, ...islands] = [land.mainland, land.country, ...land.islands].map((ring) =>
    projectAll(projection, thinned(ring, 8)),
  );
  return (point) => {
    if (islands.some((island) => isInRing(point, island))) return 'country';
    if (!mainland || !isInRing(point, mainland)) return 'water';
    return country && isInRing(point, country) ? 'country' : 'abroad';
  };
}

/** Enough points of a box to know what lies under it. */
function pointsOf({ x0, y0, x1, y1 }: Box): Point[] {
  return [0, 0.25, 0.5, 0.75, 1].flatMap((part): Point[] => {
    const x = x0 + (x1 - x0) * part;
    return [
      [x, y0],
      [x, (y0 + y1) / 2],
      [x, y1],
    ];
  });
}

function nameRiver(type: Typesetter, name: string, line: readonly Point[], frame: Box): Lettering[] {
  const points = line.filter(([x, y]) => boxWithin({ x0: x, y0: y, x1: x, y1: y }, frame));
  const label = { text: name, style: MAP_TEXT.river, fill: PALETTE.waterText };
  return points.length > 20 ? [letterLine(type, [label], { points, priority: 8, halo: PALETTE.land })] : [];
}

const nameIsland = (type: Typesetter, name: string, ring: Point[]): Lettering =>
  letterArea(type, [{ text: name, style: MAP_TEXT.hills, fill: '#6b5d45' }], {
    ring,
    priority: 6,
    halo: PALETTE.land,
  });

/** Every fourth point is enough to know whether a label crosses a line. */
const thinned = <T>(points: readonly T[], every = 4): T[] =>
  points.filter((_, index) => index % every === 0 || index === points.length - 1);
