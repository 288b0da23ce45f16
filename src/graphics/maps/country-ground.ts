import { centroid, type Point, pathThrough, segmentsOf } from '../geometry.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import type { Geography } from './map-spec.ts';
import { type Projection, projectAll } from './projection.ts';
import { roughenLine, smoothLine } from './rough-line.ts';

const COAST = 0.2;
const BORDER = 0.07;
/** Beyond this the world outside the grid need not be drawn. */
const FAR = 1000;

/** The natural lines of a country in grid units, from its skeleton. */
export type Land = {
  coast: Point[];
  borders: { with: string; line: Point[] }[];
  country: Point[];
  /** Everything that is land on the mainland side, the neighbours included. */
  mainland: Point[];
  islands: Point[][];
  rivers: { name: string; line: Point[] }[];
  lakes: Point[][];
};

/** Gives a skeleton its bays and bends; `detail` is the shortest piece of coast, in grid units. */
export function growLand(geography: Geography, detail: number): Land {
  const coast = roughenLine(runOf(geography.outline, geography.coastRuns.from, geography.coastRuns.to), {
    roughness: COAST,
    detail,
  });
  const borders = geography.borders.map((border) => ({
    with: border.with,
    line: roughenLine(runOf(geography.outline, border.from, border.to), {
      roughness: BORDER,
      detail: detail * 2,
    }),
  }));
  const north = extendCoast(coast.slice(0, 1), geography.outline, -1, detail);
  const south = extendCoast(coast.slice(-1), geography.outline, 1, detail);
  return {
    coast,
    borders,
    country: [...coast, ...borders.flatMap(({ line }) => line.slice(1))],
    mainland: [...north.toReversed(), ...coast, ...south, [3 * FAR, 2 * FAR], [3 * FAR, -FAR]],
    islands: geography.islands.map(({ outline }) => roughenLine(outline, { roughness: COAST, detail }, true)),
    rivers: geography.rivers.map(({ name, points }) => ({
      name,
      line: roughenLine(smoothLine(points), { roughness: 0.16, detail }),
    })),
    lakes: geography.lakes.map(({ outline }) => roughenLine(outline, { roughness: 0.12, detail }, true)),
  };
}

/** The points of a ring from one of its corners on to another. */
function runOf(ring: readonly Point[], from: Point, to: Point): Point[] {
  const indexOf = ([x, y]: Point) =>
    Math.max(
      0,
      ring.findIndex((point) => point[0] === x && point[1] === y),
    );
  const start = indexOf(from);
  const turned = [...ring.slice(start), ...ring.slice(0, start + 1)];
  const end = turned.findIndex((point, index) => index > 0 && point[0] === to[0] && point[1] === to[1]);
  return turned.slice(0, end + 1);
}

/** The coast of the neighbours beyond the end of ours, so that their land does not end at a cut. */
function extendCoast(
  [end = [0, 0]]: Point[],
  outline: readonly Point[],
  south: 1 | -1,
  detail: number,
): Point[] {
  const [middle] = centroid(outline);
  const lean = end[0] < middle ? 0.35 : -0.35;
  const points = [0, 1, 2, 3, 4, 5, 6].map(
    (step): Point => [end[0] + step * 150 * lean, end[1] + south * step * 150],
  );
  return roughenLine(points, { roughness: COAST, detail }).slice(1);
}

/** Water, land, rivers, lakes and borders, back to front. */
export function drawCountryGround(land: Land, geography: Geography, projection: Projection): Svg {
  const { frame, scale } = projection;
  const area = (points: readonly Point[], fill: string, stroke?: string) =>
    el('path', {
      d: pathThrough(projectAll(projection, points), true),
      fill,
      stroke,
      'stroke-width': stroke ? 1.1 : undefined,
      'stroke-linejoin': 'round',
    });
  const line = (points: readonly Point[], stroke: string, width: number, dash?: string) =>
    el('path', {
      d: pathThrough(projectAll(projection, points)),
      fill: 'none',
      stroke,
      'stroke-width': width,
      'stroke-dasharray': dash,
      'stroke-linejoin': 'round',
      'stroke-linecap': 'round',
    });
  const riverWidth = Math.min(4.2, Math.max(1.8, scale * 2.2));
  return el(
    'g',
    {},
    el('rect', {
      x: frame.x0,
      y: frame.y0,
      width: frame.x1 - frame.x0,
      height: frame.y1 - frame.y0,
      fill: PALETTE.water,
    }),
    drawShallows([land.mainland, ...land.islands], projection),
    area(land.mainland, PALETTE.abroad, PALETTE.shore),
    area(land.country, PALETTE.land),
    ...land.islands.map((island) => area(island, PALETTE.land, PALETTE.shore)),
    line(land.coast, PALETTE.shore, 1.1),
    ...land.rivers.flatMap((river) =>
      taper(river.line).map(({ part, width }) => line(part, PALETTE.river, riverWidth * width)),
    ),
    drawHills(geography, projection),
    ...land.lakes.map((lake) => area(lake, PALETTE.water, PALETTE.river)),
    ...[...land.borders.map((border) => border.line), ...bordersAbroad(geography)].map((border) =>
      line(border, PALETTE.border, 1.6, '7 4'),
    ),
  );
}

/** A river in pieces that widen from its source to its mouth. */
function taper(points: readonly Point[], pieces = 8): { part: Point[]; width: number }[] {
  const step = Math.ceil(points.length / pieces);
  return Array.from({ length: pieces }, (_, index) => ({
    part: points.slice(index * step, (index + 1) * step + 1),
    width: 0.4 + (0.6 * (index + 1)) / pieces,
  }));
}

const RIDGES: Point[] = [
  [-26, -30],
  [0, -38],
  [18, -20],
  [-12, -14],
  [-34, -2],
  [8, 2],
  [28, 8],
  [-20, 16],
  [2, 24],
  [22, 34],
  [-8, 42],
  [14, 54],
];

/** Small ridges around the place of a range of hills. */
function ridgesOf(geography: Geography, projection: Projection): Point[][] {
  const size = Math.min(9, 4 + projection.scale * 3);
  return geography.hills.flatMap(({ at }) =>
    RIDGES.map(([dx, dy]): Point[] => {
      const [x, y] = projection.to([at[0] + dx, at[1] + dy]);
      return [
        [x - size, y + size * 0.45],
        [x, y - size * 0.45],
        [x + size, y + size * 0.45],
      ];
    }),
  );
}

/** The ridges as lines that lettering should not cross. */
export const ridgeLines = (geography: Geography, projection: Projection) =>
  ridgesOf(geography, projection).map((ridge) => segmentsOf(ridge));

function drawHills(geography: Geography, projection: Projection): Svg {
  const strokes = ridgesOf(geography, projection).map((ridge) => pathThrough(ridge));
  return el('path', {
    d: strokes.join(''),
    fill: 'none',
    stroke: '#c7b998',
    'stroke-width': 1.3,
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  });
}

/** Two faint bands along the shore, as sea charts have them. */
function drawShallows(shores: Point[][], projection: Projection): Svg {
  const bands = [
    { width: 26, colour: '#d1e0e5' },
    { width: 12, colour: '#c8dae0' },
  ];
  return el(
    'g',
    {},
    ...bands.map(({ width, colour }) =>
      el('path', {
        d: shores.map((shore) => pathThrough(projectAll(projection, shore), true)).join(''),
        fill: 'none',
        stroke: colour,
        'stroke-width': width,
        'stroke-linejoin': 'round',
      }),
    ),
  );
}

/** The border between two neighbours starts where our borders with them meet, and leads away from us. */
function bordersAbroad(geography: Geography): Point[][] {
  const [x, y] = centroid(geography.outline);
  return segmentsOf(geography.borders.map((border) => border.to)).map(([meeting]) => {
    const reach = FAR / Math.hypot(meeting[0] - x, meeting[1] - y);
    const far: Point = [meeting[0] + (meeting[0] - x) * reach, meeting[1] + (meeting[1] - y) * reach];
    return roughenLine([meeting, far], { roughness: BORDER, detail: 4 });
  });
}
