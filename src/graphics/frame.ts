import type { Box } from './box.ts';
import { PALETTE } from './palette.ts';
import { el, type Svg, svgDocument } from './svg.ts';
import { balanceLines, breakLines, breakWithoutWidow, drawLines } from './text-block.ts';
import { STYLES } from './text-styles.ts';
import type { Typesetter } from './typesetter.ts';

/** Words around a graphic. `alt` is what a reader who cannot see it should know. */
export type GraphicText = { title: string; subtitle?: string; source: string; note?: string; alt: string };

/** A finished graphic: SVG markup and its size in px. */
export type Graphic = { svg: string; width: number; height: number };

/** Every graphic is drawn this wide: at 390 px on a phone its 16 px labels are still 10 px tall. */
export const GRAPHIC_WIDTH = 600;
const MARGIN = 22;
/** Width of charts between the margins. */
export const GRAPHIC_BODY_WIDTH = GRAPHIC_WIDTH - 2 * MARGIN;

/**
 * Sets title, subtitle, note and source around a body. `body` is told the space it has (`height` px tall, `bleed` for
 * maps, which run to the edges) and draws inside it.
 */
export function drawFramed(
  type: Typesetter,
  text: GraphicText,
  { height, bleed = false }: { height: number; bleed?: boolean },
  body: (area: Box) => Svg,
): Graphic {
  const head = drawHead(type, text);
  const top = head.height;
  const area = {
    x0: bleed ? 0 : MARGIN,
    x1: GRAPHIC_WIDTH - (bleed ? 0 : MARGIN),
    y0: top,
    y1: top + height,
  };
  const foot = drawFoot(type, text, area.y1 + 14);
  const total = Math.ceil(area.y1 + 14 + foot.height + 14);
  const ground = el('rect', { width: GRAPHIC_WIDTH, height: total, fill: PALETTE.paper });
  const svg = svgDocument(GRAPHIC_WIDTH, total, text.title, text.alt, ground, head.svg, body(area), foot.svg);
  return { svg, width: GRAPHIC_WIDTH, height: total };
}

function drawHead(type: Typesetter, text: GraphicText) {
  const width = GRAPHIC_BODY_WIDTH;
  const rule = el('rect', { x: MARGIN, y: 0, width, height: 1.6, fill: PALETTE.ink });
  const title = drawLines(type, balanceLines(type, text.title, STYLES.title, width), {
    x: MARGIN,
    y: 14,
    style: STYLES.title,
    leading: 1.16,
  });
  const below = 14 + title.height + 5;
  const lines = breakWithoutWidow(type, text.subtitle ?? '', STYLES.subtitle, width);
  const subtitle = drawLines(type, lines, {
    x: MARGIN,
    y: below,
    style: STYLES.subtitle,
    fill: PALETTE.soft,
    leading: 1.32,
  });
  return { svg: el('g', {}, rule, title.svg, subtitle.svg), height: below + subtitle.height + 18 };
}

function drawFoot(type: Typesetter, text: GraphicText, y: number) {
  const width = GRAPHIC_BODY_WIDTH;
  const lines = [
    ...breakLines(type, text.note ?? '', STYLES.source, width),
    ...breakLines(type, text.source, STYLES.source, width),
  ];
  const drawn = drawLines(type, lines, {
    x: MARGIN,
    y,
    style: STYLES.source,
    fill: PALETTE.soft,
    leading: 1.4,
  });
  return { svg: drawn.svg, height: drawn.height };
}
