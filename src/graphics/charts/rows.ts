import type { Box } from '../box.ts';
import { GRAPHIC_BODY_WIDTH } from '../frame.ts';
import type { Svg } from '../svg.ts';
import { breakLines, drawLines } from '../text-block.ts';
import { STYLES } from '../text-styles.ts';
import type { Typesetter } from '../typesetter.ts';

/** Where the rows of a horizontal chart are: short names stand before the row, long ones above it. */
export type RowLayout = {
  /** Space before the bars; 0 when names stand above. */
  labelWidth: number;
  bar: number;
  /** Empty space under the last bar, part of `height`. */
  tail: number;
  height: number;
  labels: string[][];
  barTop: (index: number) => number;
};

const LABEL_GAP = 12;
const LEADING = 1.18;
/** Names up to this width (px), on one line or two, stand before their rows. */
const MAX_BESIDE = GRAPHIC_BODY_WIDTH * 0.3;

/** Lays out one row per label, top to bottom, in px relative to the body. */
export function layOutRows(
  type: Typesetter,
  labels: string[],
  { bar, gap }: { bar: number; gap: number },
): RowLayout {
  const beside = labels.map((label) => breakLines(type, label, STYLES.labelStrong, MAX_BESIDE));
  const sideBySide = beside.every(
    (lines) =>
      lines.length <= 2 && lines.every((line) => type.measure(line, STYLES.labelStrong) <= MAX_BESIDE),
  );
  const line = STYLES.label.size * LEADING;
  const wrapped = sideBySide
    ? beside
    : labels.map((label) => breakLines(type, label, STYLES.label, GRAPHIC_BODY_WIDTH));
  const widest = Math.max(0, ...beside.flat().map((text) => type.measure(text, STYLES.labelStrong)));
  const tops: number[] = [];
  let y = 0;
  for (const lines of wrapped) {
    const above = sideBySide ? Math.max(0, (lines.length * line - bar) / 2) : lines.length * line + 3;
    tops.push(y + above);
    y += above + bar + gap + (sideBySide ? above : 0);
  }
  return {
    labelWidth: sideBySide ? widest + LABEL_GAP : 0,
    bar,
    tail: gap / 2,
    height: y - gap / 2,
    labels: wrapped,
    barTop: (index) => tops[index] ?? 0,
  };
}

/** The name of a row where the layout wants it. */
export function drawRowLabel(
  type: Typesetter,
  rows: RowLayout,
  index: number,
  area: Box,
  strong = false,
): Svg {
  const style = strong ? STYLES.labelStrong : STYLES.label;
  const lines = rows.labels[index] ?? [];
  const top = area.y0 + rows.barTop(index);
  if (rows.labelWidth === 0) {
    const y = top - 3 - lines.length * STYLES.label.size * LEADING;
    return drawLines(type, lines, { x: area.x0, y, style, leading: LEADING }).svg;
  }
  const y = top + (rows.bar - lines.length * STYLES.label.size * LEADING) / 2;
  return drawLines(type, lines, {
    x: area.x0 + rows.labelWidth - LABEL_GAP,
    y,
    anchor: 'end',
    style,
    leading: LEADING,
  }).svg;
}
