import { drawLabel, type LabelOptions } from './label.ts';
import { el, type Svg } from './svg.ts';
import type { TextStyle, Typesetter } from './typesetter.ts';

/**
 * Breaks a text into lines no wider than `width` px: at spaces (Korean too, as Korean papers do), and inside a word
 * only when the word alone is too wide.
 */
export function breakLines(type: Typesetter, text: string, style: TextStyle, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (type.measure(longer, style) <= width) {
      line = longer;
      continue;
    }
    if (line) lines.push(line);
    const pieces = breakWord(type, word, style, width);
    lines.push(...pieces.slice(0, -1));
    line = pieces.at(-1) ?? '';
  }
  return line ? [...lines, line] : lines;
}

function breakWord(type: Typesetter, word: string, style: TextStyle, width: number): string[] {
  if (type.measure(word, style) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const character of word) {
    if (piece && type.measure(piece + character, style) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += character;
  }
  return [...pieces, piece];
}

/** Lines of nearly even length: the narrowest measure that needs no more lines than `width` does. */
export function balanceLines(type: Typesetter, text: string, style: TextStyle, width: number): string[] {
  const lines = breakLines(type, text, style, width);
  if (lines.length < 2) return lines;
  let narrow = width / 2;
  let wide = width;
  for (let step = 0; step < 7; step++) {
    const middle = (narrow + wide) / 2;
    if (breakLines(type, text, style, middle).length > lines.length) narrow = middle;
    else wide = middle;
  }
  return breakLines(type, text, style, wide);
}

/** Full lines, evened out only where the last would hold a single short word. */
export function breakWithoutWidow(type: Typesetter, text: string, style: TextStyle, width: number): string[] {
  const lines = breakLines(type, text, style, width);
  const isWidow = lines.length > 1 && type.measure(lines.at(-1) ?? '', style) < width * 0.2;
  return isWidow ? balanceLines(type, text, style, width) : lines;
}

export type TextBlock = { svg: Svg; height: number };

/** Lines under one another; `y` is the top of the block, `leading` a multiple of the size. */
export function drawLines(
  type: Typesetter,
  lines: string[],
  { leading = 1.3, ...options }: LabelOptions & { leading?: number },
): TextBlock {
  const step = options.style.size * leading;
  const first = options.y + options.style.size * (0.78 + (leading - 1) / 2);
  const drawn = lines.map(
    (line, index) => drawLabel(type, line, { ...options, y: first + index * step }).svg,
  );
  return { svg: el('g', {}, ...drawn), height: lines.length * step };
}
