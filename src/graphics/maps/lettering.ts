import type { Box } from '../box.ts';
import { boundsOf, centroid, type Point, pointAlong } from '../geometry.ts';
import { drawLabel } from '../label.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import type { TextStyle, Typesetter } from '../typesetter.ts';
import type { Candidate, Placeable } from './place-labels.ts';

/** One to three lines of lettering, set as a block. */
export type LetterLine = { text: string; style: TextStyle; fill?: string };
export type Lettering = Omit<Placeable, 'candidates'> & {
  candidates: readonly (Candidate & { draw: () => Svg })[];
};

type Block = { lines: readonly LetterLine[]; width: number; height: number };
type Align = 'start' | 'middle' | 'end';

const LEADING = 1.18;
const LOW = 40;

function setBlock(type: Typesetter, lines: readonly LetterLine[]): Block {
  return {
    lines,
    width: Math.max(...lines.map(({ text, style }) => type.measure(text, style))),
    height: lines.reduce((sum, { style }) => sum + style.size * LEADING, 0),
  };
}

function drawBlock(type: Typesetter, block: Block, box: Box, align: Align, halo: string): Svg {
  const x = { start: box.x0, middle: (box.x0 + box.x1) / 2, end: box.x1 }[align];
  let y = box.y0;
  const drawn = block.lines.map(({ text, style, fill }) => {
    y += style.size * LEADING;
    return drawLabel(type, text, { x, y: y - style.size * 0.3, anchor: align, style, fill, halo }).svg;
  });
  return el('g', {}, ...drawn);
}

const boxAt = (x0: number, y0: number, { width, height }: Block): Box => ({
  x0,
  y0,
  x1: x0 + width,
  y1: y0 + height,
});

/** Right first, as readers expect, then left, then above and below (the order of Imhof, 1975). */
const DIRECTIONS = [
  { dx: 1, dy: 0, cost: 0 },
  { dx: -1, dy: 0, cost: 1.5 },
  { dx: 1, dy: -0.8, cost: 1 },
  { dx: 1, dy: 0.8, cost: 1.2 },
  { dx: -1, dy: -0.8, cost: 2 },
  { dx: -1, dy: 0.8, cost: 2.2 },
  { dx: 0, dy: -1, cost: 2.5 },
  { dx: 0, dy: 1, cost: 2.8 },
] as const;

const alignOf = (dx: number): Align => (dx > 0 ? 'start' : dx < 0 ? 'end' : 'middle');

/** Places beside a point: touching it in eight directions, or further off with a leader line. */
export function letterPoint(
  type: Typesetter,
  lines: readonly LetterLine[],
  { at, radius, priority, halo }: { at: Point; radius: number; priority: number; halo: string },
): Lettering {
  const block = setBlock(type, lines);
  const candidates = [0, 16, 34, 58].flatMap((far, step) =>
    DIRECTIONS.map(({ dx, dy, cost }) => {
      const gap = radius + 5 + far;
      const slanted = dx !== 0 && dy !== 0;
      const x = at[0] + dx * (slanted && far === 0 ? radius * 0.7 + 3 : gap * (slanted ? 0.75 : 1));
      const y = at[1] + dy * (dx === 0 ? gap - 1 : slanted ? radius * 0.6 + far * 0.9 : 0);
      const box = boxAt(
        dx > 0 ? x : dx < 0 ? x - block.width : x - block.width / 2,
        dy === 0 ? y - block.height / 2 : dy < 0 ? y - block.height : y,
        block,
      );
      const leader: [Point, Point] | undefined = far ? [at, nearestOn(box, at)] : undefined;
      return {
        box,
        cost: cost + step * 7,
        draw: () => el('g', {}, leader && drawLeader(leader), drawBlock(type, block, box, alignOf(dx), halo)),
      };
    }),
  );
  return { priority, candidates };
}

const nearestOn = (box: Box, [x, y]: Point): Point => [
  Math.max(box.x0 - 3, Math.min(box.x1 + 3, x)),
  Math.max(box.y0, Math.min(box.y1, y)),
];

const drawLeader = ([from, to]: [Point, Point]): Svg =>
  el('line', { x1: from[0], y1: from[1], x2: to[0], y2: to[1], stroke: PALETTE.ink, 'stroke-width': 1 });

/** Places in the middle of an area and around it. */
export function letterArea(
  type: Typesetter,
  lines: readonly LetterLine[],
  { ring, priority, halo }: { ring: readonly Point[]; priority: number; halo: string },
): Lettering {
  const block = setBlock(type, lines);
  const bounds = boundsOf(ring);
  const [x, y] = centroid(ring);
  const inside = [0, -14, 14, -30, 30, -48, 48].flatMap((down) =>
    [0, -20, 20, -45, 45].map((right) => ({
      x: x + right - block.width / 2,
      y: y + down - block.height / 2,
      cost: (Math.abs(down) + Math.abs(right)) / 20,
    })),
  );
  const outside = [
    { x: x - block.width / 2, y: bounds.y0 - block.height - 4, cost: 5 },
    { x: x - block.width / 2, y: bounds.y1 + 4, cost: 5.5 },
    { x: bounds.x1 + 7, y: y - block.height / 2, cost: 6 },
    { x: bounds.x0 - block.width - 7, y: y - block.height / 2, cost: 6.5 },
  ];
  const roomInside = block.width < bounds.x1 - bounds.x0 + 16 && block.height < bounds.y1 - bounds.y0;
  const candidates = [
    ...inside.map((place) => ({ ...place, cost: place.cost + (roomInside ? 0 : 9) })),
    ...outside,
  ].map((place) => {
    const box = boxAt(place.x, place.y, block);
    return { box, cost: place.cost, draw: () => drawBlock(type, block, box, 'middle', halo) };
  });
  return { priority, candidates };
}

/** Places beside a line, near its middle if possible. */
export function letterLine(
  type: Typesetter,
  lines: readonly LetterLine[],
  { points, priority, halo }: { points: readonly Point[]; priority: number; halo: string },
): Lettering {
  const block = setBlock(type, lines);
  const candidates = [0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9].flatMap((part) =>
    [1, -1].flatMap((side) =>
      [7, 15, 28].map((gap) => {
        const { at, direction } = pointAlong(points, part);
        const normal: Point = [-direction[1] * side, direction[0] * side];
        const reach = (Math.abs(normal[0]) * block.width + Math.abs(normal[1]) * block.height) / 2 + gap;
        const box = boxAt(
          at[0] + normal[0] * reach - block.width / 2,
          at[1] + normal[1] * reach - block.height / 2,
          block,
        );
        const align: Align = normal[0] > 0.6 ? 'start' : normal[0] < -0.6 ? 'end' : 'middle';
        return {
          box,
          cost: Math.abs(part - 0.5) * 5 + gap / 14,
          draw: () => drawBlock(type, block, box, align, halo),
        };
      }),
    ),
  );
  return { priority, candidates };
}

/** Places at a spot and near it, for names of seas and countries. */
export function letterSpot(
  type: Typesetter,
  lines: readonly LetterLine[],
  { at, priority, halo, reach = 90 }: { at: Point; priority: number; halo: string; reach?: number },
): Lettering {
  const block = setBlock(type, lines);
  const steps = [0, -0.25, 0.25, -0.5, 0.5, -1, 1];
  const candidates = steps.flatMap((down) =>
    steps.map((right) => {
      const box = boxAt(
        at[0] + right * reach - block.width / 2,
        at[1] + down * reach - block.height / 2,
        block,
      );
      return {
        box,
        cost: (Math.abs(down) + Math.abs(right)) * 1.6,
        draw: () => drawBlock(type, block, box, 'middle', halo),
      };
    }),
  );
  return { priority, candidates };
}

/** The four corners of a frame, for a scale bar or an inset of a given size; a low one may also stand along the bottom. */
export function letterCorners(
  frame: Box,
  { width, height, margin, priority }: { width: number; height: number; margin: number; priority: number },
  draw: (x: number, y: number) => Svg,
): Lettering {
  const [left, right] = [frame.x0 + margin, frame.x1 - margin - width];
  const [top, bottom] = [frame.y0 + margin, frame.y1 - margin - height];
  const corners: Point[] = [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
    ...(height < LOW ? [0.2, 0.35, 0.5, 0.65] : []).map(
      (part): Point => [left + (right - left) * part, bottom],
    ),
  ];
  const candidates = corners.map(([x, y], index) => ({
    box: { x0: x, y0: y, x1: x + width, y1: y + height },
    cost: index,
    draw: () => draw(x, y),
  }));
  return { priority, candidates };
}
