import type { Box } from '../box.ts';
import type { TextStyle, Typesetter } from '../typesetter.ts';
import { parseSvg } from './parse-svg.ts';

const widthOf = (text: string, style: TextStyle) => text.length * style.size * 0.52;

/** A typesetter that draws each line of text as a box, so that a test can find all text of a graphic again. */
export const plainType: Typesetter = {
  measure: widthOf,
  outline: (text, style, x = 0, y = 0) => ({
    d: text ? `M${x},${y}h${widthOf(text, style)}v${-style.size}` : '',
    width: widthOf(text, style),
  }),
};

const TEXT_BOX = /^M([-\d.e]+),([-\d.e]+)h([-\d.e]+)v-([\d.e]+)$/;

/** The boxes of all text in a graphic that was set with `plainType`; a halo and its text count once. */
export function textBoxes(svg: string): Box[] {
  const paths = new Set(parseSvg(svg).elements.map(({ attributes }) => attributes.d ?? ''));
  return [...paths].flatMap((d) => {
    const [, x, y, width, size] = (TEXT_BOX.exec(d) ?? []).map(Number);
    if (x === undefined || y === undefined || width === undefined || size === undefined) return [];
    return [{ x0: x, y0: y - size * 0.7, x1: x + width, y1: y + size * 0.2 }];
  });
}
