/** Pairs of items that are of one story: how many of those found are right, how many of the right ones are found. */
export type PairScore = { precision: number; recall: number; f1: number; pairs: number };

const pairsIn = (count: number): number => (count * (count - 1)) / 2;
const countAll = (labels: (string | number)[]): number => {
  const sizes = new Map<string | number, number>();
  for (const label of labels) sizes.set(label, (sizes.get(label) ?? 0) + 1);
  return [...sizes.values()].reduce((sum, size) => sum + pairsIn(size), 0);
};

/** `truth` and `found` name the story of each item, in one order. */
export function scorePairs(truth: number[], found: number[]): PairScore {
  const right = countAll(truth.map((story, index) => `${story} ${found[index]}`));
  const precision = right / Math.max(1, countAll(found));
  const recall = right / Math.max(1, countAll(truth));
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall || 1),
    pairs: countAll(truth),
  };
}
