import type { Box } from '../box.ts';
import { drawLabel } from '../label.ts';
import { PALETTE } from '../palette.ts';
import { el, type Svg } from '../svg.ts';
import { STYLES } from '../text-styles.ts';
import type { Typesetter } from '../typesetter.ts';

type Placed = { index: number; x0: number; x1: number };

const GAP = 9;

/**
 * Chooses which labels of an x axis to print so that none touch: always the first and the last, between them every
 * n-th with the smallest n that fits. Ends are pulled inside `from`..`to`.
 */
export function chooseXLabels(widths: number[], xs: number[], from: number, to: number): Placed[] {
  const all = widths.map((width, index) => {
    const x0 = Math.max(from, Math.min(to - width, (xs[index] ?? 0) - width / 2));
    return { index, x0, x1: x0 + width };
  });
  const first = all[0];
  const last = all.at(-1);
  if (!first || !last) return [];
  if (first === last || first.x1 + GAP > last.x0) return [last];
  for (let step = 1; step < all.length; step++) {
    const chosen = [first, ...all.slice(1, -1).filter(({ index }) => index % step === 0), last];
    if (chosen.every(({ x0 }, place) => place === 0 || x0 > (chosen[place - 1]?.x1 ?? 0) + GAP))
      return chosen;
  }
  return [first, last];
}

/** Prints an x axis under `area`; `xs` are the places of the labels in px. */
export function drawXLabels(
  type: Typesetter,
  labels: string[],
  xs: number[],
  area: Box,
  bounds: { from: number; to: number },
): Svg {
  const widths = labels.map((label) => type.measure(label, STYLES.axis));
  const drawn = chooseXLabels(widths, xs, bounds.from, bounds.to).map(
    ({ index, x0 }) =>
      drawLabel(type, labels[index] ?? '', { x: x0, y: area.y1 + 26, style: STYLES.axis, fill: PALETTE.soft })
        .svg,
  );
  return el('g', {}, ...drawn);
}
