import type { Analysis } from '../../analysis.ts';
import { certainLabel } from './certain.ts';
import { featuresOf, LABELS, ROWS, rememberText, type TextMemory } from './features.ts';
import type { Segment } from './segments.ts';

/** Weights, row by row, one per label. */
export type Weights = Int8Array | Float64Array;

export const SIZE = ROWS * LABELS.length;

/** The margin of what needs no weighing. */
const SURE = 600;

type Scored = { label: number; margin: number };

/** The best label for the features in `rows`, and by how much it is ahead. */
export function bestLabel(weights: Weights, rows: readonly number[]): Scored {
  let [label, most, next] = [0, Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let one = 0; one < LABELS.length; one++) {
    let sum = 0;
    for (const row of rows) sum += weights[row * LABELS.length + one] ?? 0;
    if (sum > most) {
      next = most;
      most = sum;
      label = one;
    } else if (sum > next) next = sum;
  }
  return { label, margin: most - next };
}

/** Keeps the label of a longer name for the short forms of it. */
export function remember(
  { tokens }: Analysis,
  memory: TextMemory,
  { from, to }: Segment,
  label: number,
): void {
  if (to - from < 2 || label === 0) return;
  memory.first.set(tokens[from]?.low ?? '', label);
  memory.last.set(tokens[to - 1]?.low ?? '', label);
}

/** Segments in the order in which they are labelled: longer ones first, for they say what the short ones mean. */
export const inOrder = (segments: readonly Segment[]): Segment[] => [
  ...segments.filter(({ from, to }) => to - from > 1),
  ...segments.filter(({ from, to }) => to - from === 1),
];

/** The label of each segment (averaged perceptron, Freund and Schapire 1999). */
export function classify(
  analysis: Analysis,
  segments: readonly Segment[],
  weights: Weights,
): Map<Segment, Scored> {
  const memory = rememberText(analysis);
  const labels = new Map<Segment, Scored>();
  const rows: number[] = [];
  for (const segment of inOrder(segments)) {
    const sure = certainLabel(analysis, segment);
    if (sure === undefined) featuresOf(analysis, memory, segment, rows);
    const scored = sure === undefined ? bestLabel(weights, rows) : { label: sure, margin: SURE };
    labels.set(segment, scored);
    remember(analysis, memory, segment, scored.label);
  }
  return labels;
}
