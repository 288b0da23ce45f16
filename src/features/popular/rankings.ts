import { type Clock, monotonicMs } from '#lib/clock.ts';
import { messageOf } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { Log } from '#platform/log.ts';
import { type Period, RANKINGS } from './decay.ts';
import { rankArticles, type ScoredArticle } from './ranking.repo.ts';
import { singleFlight } from './single-flight.ts';

export type Rankings = {
  /** In no order; empty as long as nothing has been ranked. */
  of: (period: Period) => readonly ScoredArticle[];
  /** Every article that is ranked in any period. */
  ids: () => ReadonlySet<number>;
  /** Rises with every ranking that is made. */
  generation: () => number;
  /** Milliseconds since today's ranking was made. */
  ageMs: () => number;
  /** Whether a ranking is older than it may get. */
  isOverdue: () => boolean;
  /** Makes those that have had their time. Never throws: one that fails leaves the one before standing. */
  rank: () => Promise<void>;
};

export type RankingsOptions = { db: Db; log: Log; now: Clock; nowMs?: () => number };

type Ranked = { articles: ScoredArticle[]; at: number };

/** Places kept of each section: those that are shown, and others to move up when some are killed. */
const DEPTH = 25;
const PERIODS: readonly Period[] = ['today', 'week'];
/** A ranking is made anew when asked for after its first time, and waited for after its second. */
const TIMES: Readonly<Record<Period, { dueMs: number; overdueMs: number }>> = {
  today: { dueMs: 20_000, overdueMs: 60_000 },
  week: { dueMs: 600_000, overdueMs: 1_200_000 },
};
const RETRY_MS = 5000;

/** The rankings by reads, kept in memory. */
export function createRankings({ db, log, now, nowMs = monotonicMs }: RankingsOptions): Rankings {
  const never = (): Ranked => ({ articles: [], at: Number.NEGATIVE_INFINITY });
  const ranked: Record<Period, Ranked> = { today: never(), week: never() };
  let ids: ReadonlySet<number> = new Set();
  let generation = 0;
  let retryAt = Number.NEGATIVE_INFINITY;

  const ageOf = (period: Period) => nowMs() - ranked[period].at;
  /** A young paper need not wait for its first week: where nothing is ranked, it is looked at as often as today. */
  const isDue = (period: Period) => {
    const { dueMs } = ranked[period].articles.length === 0 ? TIMES.today : TIMES[period];
    return ageOf(period) >= dueMs;
  };

  const rankPeriod = async (period: Period): Promise<void> => {
    const at = nowMs();
    ranked[period] = { articles: await rankArticles(db, RANKINGS[period], { now: now(), depth: DEPTH }), at };
    ids = new Set(PERIODS.flatMap((each) => ranked[each].articles.map(({ id }) => id)));
    generation += 1;
  };

  const rank = async (): Promise<void> => {
    try {
      for (const period of PERIODS) if (isDue(period)) await rankPeriod(period);
    } catch (error) {
      retryAt = nowMs() + RETRY_MS;
      log.warn({ reason: messageOf(error) }, 'what is most read could not be ranked');
    }
  };

  return {
    of: (period) => ranked[period].articles,
    ids: () => ids,
    generation: () => generation,
    ageMs: () => ageOf('today'),
    isOverdue: () => nowMs() >= retryAt && PERIODS.some((period) => ageOf(period) >= TIMES[period].overdueMs),
    rank: singleFlight(rank),
  };
}
