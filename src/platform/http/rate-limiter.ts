import { monotonicMs } from '#lib/clock.ts';

type Bucket = { tokens: number; at: number };

export type RateLimit = {
  /** How many may come at once. */
  readonly burst: number;
  readonly perSecond: number;
  /** How many keys are remembered; beyond it the one unused longest is forgotten. */
  readonly maxKeys?: number;
  readonly nowMs?: () => number;
};

/** Takes one token of a key. Returns 0, or the seconds until there will be one. */
export type RateLimiter = { readonly take: (key: string) => number; readonly size: () => number };

/** Token buckets in this process's memory: N nodes let through up to N times the rate. */
export const createRateLimiter = ({
  burst,
  perSecond,
  maxKeys = 10_000,
  nowMs = monotonicMs,
}: RateLimit): RateLimiter => {
  const buckets = new Map<string, Bucket>();
  const touch = (key: string, bucket: Bucket) => {
    // Re-inserting keeps the map in order of use.
    buckets.delete(key);
    buckets.set(key, bucket);
    if (buckets.size <= maxKeys) return;
    const oldest = buckets.keys().next().value;
    if (oldest !== undefined) buckets.delete(oldest);
  };
  return {
    size: () => buckets.size,
    take: (key) => {
      const now = nowMs();
      const bucket = buckets.get(key) ?? { tokens: burst, at: now };
      bucket.tokens = Math.min(burst, bucket.tokens + ((now - bucket.at) / 1000) * perSecond);
      bucket.at = now;
      touch(key, bucket);
      if (bucket.tokens < 1) return (1 - bucket.tokens) / perSecond;
      bucket.tokens -= 1;
      return 0;
    },
  };
};
