import type { Box } from './box.ts';
import { PALETTE } from './palette.ts';
import { el, type Svg } from './svg.ts';
import type { TextStyle, Typesetter } from './typesetter.ts';

export type LabelOptions = {
  x: number;
  /** The baseline. */
  y: number;
  style: TextStyle;
  anchor?: 'start' | 'middle' | 'end';
  fill?: string;
  /** Colour of a rim that keeps the text readable over lines. */
  halo?: string;
  /** Degrees, clockwise, around x, y. */
  rotate?: number;
};

export type Label = { svg: Svg; box: Box };

/** Parts of the size that capitals rise above and descenders fall below the baseline, in both house families. */
const ASCENT = 0.74;
const DESCENT = 0.24;

/** The space that a line of text takes, without drawing it. */
export function labelBox(
  type: Typesetter,
  text: string,
  { x, y, style, anchor = 'start' }: LabelOptions,
): Box {
  const width = type.measure(text, style);
  const x0 = x - width * { start: 0, middle: 0.5, end: 1 }[anchor];
  return { x0, y0: y - style.size * ASCENT, x1: x0 + width, y1: y + style.size * DESCENT };
}

/** One line of text as an outline. */
export function drawLabel(type: Typesetter, text: string, options: LabelOptions): Label {
  const box = labelBox(type, text, options);
  const path = {
    d: type.outline(text, options.style, box.x0, options.y).d,
    transform: options.rotate ? `rotate(${options.rotate} ${options.x} ${options.y})` : undefined,
  };
  const ink = el('path', { ...path, fill: options.fill ?? PALETTE.ink });
  if (!options.halo) return { svg: ink, box };
  const rim = el('path', {
    ...path,
    fill: 'none',
    stroke: options.halo,
    'stroke-opacity': 0.85,
    'stroke-width': options.style.size / 4.5,
    'stroke-linejoin': 'round',
  });
  return { svg: el('g', {}, rim, ink), box };
}
