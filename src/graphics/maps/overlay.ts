import type { Box } from '../box.ts';
import { boundsOf, type Point, pathThrough, segmentsOf } from '../geometry.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import { breakLines } from '../text-block.ts';
import type { Typesetter } from '../typesetter.ts';
import { type Lettering, type LetterLine, letterArea, letterLine, letterPoint } from './lettering.ts';
import type { MapArea, MapLine, MapMark, MapOverlay } from './map-spec.ts';
import { AREA_LOOKS, LINE_LOOKS, MAP_TEXT } from './map-styles.ts';
import type { Polyline } from './place-labels.ts';
import { type Projection, projectAll } from './projection.ts';
import { smoothLine, softenRing } from './rough-line.ts';
import { drawMark, markRadius } from './symbols.ts';

/** What lies over the ground of a map: its drawing, its lettering, and what lettering must respect. */
export type Layer = { svg: Svg; letterings: Lettering[]; obstacles: Box[]; lines: Polyline[] };

const HATCH = 'hatch';
const HALO = PALETTE.paper;

/** Areas under lines under marks. */
export function drawOverlay(
  type: Typesetter,
  overlay: MapOverlay,
  projection: Projection,
  smooth: boolean,
): Layer {
  const areas = overlay.areas.map((area) => drawArea(type, area, projection, smooth));
  const lines = overlay.lines.map((line) => drawLine(type, line, projection));
  const marks = overlay.marks.map((mark) => drawMarkLayer(type, mark, projection));
  return mergeLayers([
    { svg: hatchPattern(), letterings: [], obstacles: [], lines: [] },
    ...areas,
    ...lines,
    ...marks,
  ]);
}

export const mergeLayers = (layers: Layer[]): Layer => ({
  svg: el('g', {}, ...layers.map((layer) => layer.svg)),
  letterings: layers.flatMap((layer) => layer.letterings),
  obstacles: layers.flatMap((layer) => layer.obstacles),
  lines: layers.flatMap((layer) => layer.lines),
});

function hatchPattern(): Svg {
  const line = el('line', {
    x1: 0,
    y1: 0,
    x2: 0,
    y2: 8,
    stroke: PALETTE.accent,
    'stroke-width': 1.6,
    'stroke-opacity': 0.55,
  });
  return el(
    'defs',
    {},
    el(
      'pattern',
      { id: HATCH, width: 8, height: 8, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' },
      line,
    ),
  );
}

/** Zones on a map of a country have no corners; those on a plan keep theirs. */
export const softenArea = (outline: readonly Point[]): Point[] => softenRing(outline, 4, 110);

function drawArea(type: Typesetter, area: MapArea, projection: Projection, smooth: boolean): Layer {
  const look = AREA_LOOKS[area.style];
  const ring = projectAll(projection, smooth ? softenArea(area.outline) : area.outline);
  const d = pathThrough(ring, true);
  const svg = el(
    'g',
    {},
    el('path', {
      d,
      fill: look.fill,
      'fill-opacity': look.opacity,
      stroke: look.stroke,
      'stroke-width': 1.4,
      'stroke-dasharray': look.dash,
      'stroke-linejoin': 'round',
    }),
    look.hatch && el('path', { d, fill: `url(#${HATCH})` }),
  );
  const letterings = area.label
    ? [
        letterArea(type, wrapHead(type, areaLines(area, look.text), boundsOf(ring)), {
          ring,
          priority: 5,
          halo: HALO,
        }),
      ]
    : [];
  return { svg, letterings, obstacles: [], lines: [segmentsOf(ring, true)] };
}

/** "Name (detail)" and "Name, detail" are set on two lines, the detail lighter. */
function areaLines({ label }: { label: string }, fill: string): LetterLine[] {
  const [, name = label, detail] =
    /^(.+?)(?:\s*\((.+)\)|,\s+(.+))?$/
      .exec(label)
      ?.flatMap((part, index) => (index < 2 ? [part] : part ? [part] : [])) ?? [];
  const head = { text: name, style: MAP_TEXT.overlay, fill };
  return detail ? [head, { text: detail, style: MAP_TEXT.overlayDetail, fill }] : [head];
}

/** The name over as many lines as a narrow area wants. */
function wrapHead(type: Typesetter, [head, ...rest]: LetterLine[], { x0, x1 }: Box): LetterLine[] {
  if (!head) return rest;
  return [
    ...breakLines(type, head.text, head.style, Math.max(70, x1 - x0 - 24)).map((text) => ({ ...head, text })),
    ...rest,
  ];
}

function drawLine(type: Typesetter, line: MapLine, projection: Projection): Layer {
  const look = LINE_LOOKS[line.style];
  const points = projectAll(projection, smoothLine(line.points));
  const d = pathThrough(points);
  const stroke = {
    d,
    fill: 'none',
    'stroke-linecap': line.style === 'route' ? 'round' : 'butt',
    'stroke-linejoin': 'round',
  };
  const casing =
    line.style === 'route' &&
    el('path', { ...stroke, stroke: PALETTE.paper, 'stroke-width': look.width + 2.4, 'stroke-opacity': 0.7 });
  const svg = el(
    'g',
    {},
    casing,
    el('path', { ...stroke, stroke: look.stroke, 'stroke-width': look.width, 'stroke-dasharray': look.dash }),
  );
  const fill = line.style === 'route' || line.style === 'planned' ? '#8c2712' : PALETTE.ink;
  const letterings = line.label
    ? [letterLine(type, areaLines(line, fill), { points, priority: 4, halo: HALO })]
    : [];
  return { svg, letterings, obstacles: [], lines: [segmentsOf(points)] };
}

function drawMarkLayer(type: Typesetter, mark: MapMark, projection: Projection): Layer {
  const at = projection.to(mark.at);
  const radius = markRadius(mark.kind);
  const style =
    mark.kind === 'highlight' ? { ...MAP_TEXT.overlay, weight: 700 } : { ...MAP_TEXT.overlay, weight: 500 };
  const line = { text: mark.label, style, fill: mark.kind === 'highlight' ? '#8c2712' : PALETTE.ink };
  return {
    svg: drawMark(mark.kind, at),
    letterings: mark.label
      ? [letterPoint(type, [line], { at, radius, priority: mark.kind === 'highlight' ? 1 : 3, halo: HALO })]
      : [],
    obstacles: [{ x0: at[0] - radius, y0: at[1] - radius, x1: at[0] + radius, y1: at[1] + radius }],
    lines: [],
  };
}
