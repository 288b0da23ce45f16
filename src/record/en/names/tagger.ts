import { ROWS } from './features.ts';
import { BEFORE, LABELS, mayBegin, typeOf } from './labels.ts';

/** A row of numbers for each feature, one per label, then one for each pair of labels that may follow each other. */
export type Weights = Int8Array | Float32Array;

export const PAIRS = ROWS * LABELS;
export const SIZE = PAIRS + LABELS * LABELS;

/** The score of each label of a token by its features. */
export function scoreToken(
  weights: Weights,
  rows: readonly number[],
  scores: Float64Array,
  at: number,
): void {
  const base = at * LABELS;
  scores.fill(0, base, base + LABELS);
  for (const row of rows) {
    const from = row * LABELS;
    for (let label = 0; label < LABELS; label++)
      scores[base + label] = (scores[base + label] as number) + (weights[from + label] as number);
  }
}

/** A label for each token of a region; `marginOf` says how far a name's type is ahead of the others, from its first token to before `to`. */
export type Labelling = { labels: Uint8Array; marginOf: (from: number, to: number) => number };

/** Adds the best way to each label of a token to its score, and keeps where it came from. */
function step(weights: Weights, scores: Float64Array, from: Uint8Array, at: number): void {
  const [base, before] = [at * LABELS, (at - 1) * LABELS];
  for (let label = 0; label < LABELS; label++) {
    if (at === 0) {
      if (!mayBegin(label)) scores[base + label] = Number.NEGATIVE_INFINITY;
      continue;
    }
    let most = Number.NEGATIVE_INFINITY;
    for (const last of BEFORE[label] ?? []) {
      const sum = (scores[before + last] as number) + (weights[PAIRS + last * LABELS + label] as number);
      if (sum > most) {
        most = sum;
        from[base + label] = last;
      }
    }
    scores[base + label] = (scores[base + label] as number) + most;
  }
}

/** The score of labels from one token to before another, with the pairs that join them to their neighbours. */
function scorePath(
  weights: Weights,
  own: Float64Array,
  labels: Uint8Array,
  from: number,
  to: number,
): number {
  let sum = 0;
  for (let at = from; at < to; at++) sum += own[at * LABELS + (labels[at] as number)] as number;
  for (let at = Math.max(from, 1); at < Math.min(to + 1, labels.length); at++)
    sum += weights[PAIRS + (labels[at - 1] as number) * LABELS + (labels[at] as number)] as number;
  return sum;
}

/** How far the labels of a name are ahead of the same words as another type of name, or as none. */
function marginOf(weights: Weights, own: Float64Array, labels: Uint8Array, from: number, to: number): number {
  const chosen = scorePath(weights, own, labels, from, to);
  const kept = labels.slice(from, to);
  let most = Number.NEGATIVE_INFINITY;
  for (let first = 0; first < LABELS; first += first === 0 ? 1 : 2) {
    if (typeOf(first) === typeOf(kept[0] as number)) continue;
    for (let at = from; at < to; at++) labels[at] = first === 0 ? 0 : first + (at === from ? 0 : 1);
    most = Math.max(most, scorePath(weights, own, labels, from, to));
  }
  labels.set(kept, from);
  return chosen - most;
}

/** The best labels for the tokens of a region (Viterbi 1967). */
export function bestLabels(weights: Weights, rows: readonly number[][]): Labelling {
  const count = rows.length;
  const scores = new Float64Array(count * LABELS);
  rows.forEach((list, at) => {
    scoreToken(weights, list, scores, at);
  });
  const own = scores.slice();
  const from = new Uint8Array(count * LABELS);
  for (let at = 0; at < count; at++) step(weights, scores, from, at);
  const labels = new Uint8Array(count);
  let best = 0;
  const end = (count - 1) * LABELS;
  for (let label = 1; label < LABELS; label++)
    if ((scores[end + label] as number) > (scores[end + best] as number)) best = label;
  for (let at = count - 1; at >= 0; at--) {
    labels[at] = best;
    best = from[at * LABELS + best] as number;
  }
  return { labels, marginOf: (first, to) => marginOf(weights, own, labels, first, to) };
}
