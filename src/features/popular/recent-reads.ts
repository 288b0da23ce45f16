import { hash, randomBytes } from 'node:crypto';
import { monotonicMs } from '#lib/clock.ts';
import { DAY_MS } from './decay.ts';
import { createDigestFilter, type DigestFilter } from './digest-filter.ts';

export type Read = { network: string; userAgent: string; articleId: number };

export type RecentReads = {
  /** Whether this reader has read this article a short while ago; if not, notes that now they have. */
  readonly isRepeat: (read: Read) => boolean;
};

type RecentReadsOptions = {
  /** A repeat within this time is found for sure; one within twice of it perhaps. */
  windowMs?: number;
  /** Memory: twice 2 to this power bits. */
  exponent?: number;
  nowMs?: () => number;
};

const HALF_AN_HOUR_MS = 1_800_000;
/** 2 MB a filter, two of them: 1.6 million reads each; beyond that what is oldest is forgotten sooner. */
const EXPONENT = 24;

/**
 * Finds reloads without knowing readers. Of a read only a digest is looked at, under a key that is random, lives in this
 * process's memory alone and is thrown away every day; of the digest only bits in a filter remain, from which not even
 * the digest can be had back. Nothing of it is ever written. Each node has its own, so a reader whom a balancer sends to
 * N nodes counts up to N times.
 */
export function createRecentReads(options: RecentReadsOptions = {}): RecentReads {
  const { windowMs = HALF_AN_HOUR_MS, exponent = EXPONENT, nowMs = monotonicMs } = options;
  let current: DigestFilter = createDigestFilter(exponent);
  let before: DigestFilter = createDigestFilter(exponent);
  let turnedAt = nowMs();
  let key = '';
  let keyUntil = Number.NEGATIVE_INFINITY;

  const turn = (now: number) => {
    [current, before] = [before, current];
    current.clear();
    turnedAt = now;
  };

  const keepUp = (now: number) => {
    const isLongAgo = now - turnedAt >= 2 * windowMs;
    const isNewKey = now >= keyUntil;
    if (isNewKey) {
      key = randomBytes(32).toString('base64');
      keyUntil = now + DAY_MS;
    }
    // What was noted under the old key can never be found again.
    if (isNewKey || isLongAgo) turn(now);
    if (isNewKey || isLongAgo || now - turnedAt >= windowMs || current.isFull()) turn(now);
  };

  return {
    isRepeat: ({ network, userAgent, articleId }) => {
      keepUp(nowMs());
      const digest = hash('sha256', `${key}\n${network}\n${articleId}\n${userAgent}`, 'buffer');
      if (current.has(digest) || before.has(digest)) return true;
      current.add(digest);
      return false;
    },
  };
}
