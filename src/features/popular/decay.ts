/** How reads are weighed: over how long, and after how long a read counts half. */
export type Ranking = { readonly windowHours: number; readonly halfLifeHours: number };

export type Period = 'today' | 'week';

/**
 * Today: a read of this morning counts half at midday, a quarter in the evening, so that what is read now leads without
 * a single busy minute deciding. The week is weighed mildly, or on its last day Monday's story could not lose.
 */
export const RANKINGS: Readonly<Record<Period, Ranking>> = {
  today: { windowHours: 24, halfLifeHours: 6 },
  week: { windowHours: 7 * 24, halfLifeHours: 3 * 24 },
};

export const HOUR_MS = 3_600_000;
export const DAY_MS = 24 * HOUR_MS;

/** Exponential decay: 1 for a read of this moment, ½ after the half-life, ¼ after two. Never over 1. */
export const weightOf = (ageMs: number, { halfLifeHours }: Ranking): number =>
  2 ** -(Math.max(0, ageMs) / (halfLifeHours * HOUR_MS));

export type BucketWeight = { readonly start: Date; readonly weight: number };

/**
 * The buckets of a length (an hour, a day; counted from midnight UTC) that a ranking takes in at a moment, the latest
 * first, each with the weight of its middle. A bucket whose middle is older than the window is left out.
 */
export function bucketWeights(now: Date, ranking: Ranking, bucketMs: number): BucketWeight[] {
  const buckets: BucketWeight[] = [];
  for (let start = Math.floor(now.getTime() / bucketMs) * bucketMs; ; start -= bucketMs) {
    const ageMs = now.getTime() - (start + bucketMs / 2);
    if (ageMs > ranking.windowHours * HOUR_MS) return buckets;
    buckets.push({ start: new Date(start), weight: weightOf(ageMs, ranking) });
  }
}
