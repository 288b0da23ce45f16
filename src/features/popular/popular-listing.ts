import { listByIds } from '#features/articles/articles.ts';
import { PAPER_KEY } from '#features/taxonomy/taxonomy.ts';
import { monotonicMs } from '#lib/clock.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { ListenerState } from '#platform/page-cache/notification-listener.ts';
import type { Period } from './decay.ts';
import { groupRanking, type RankedLists } from './group-ranking.ts';
import type { Rankings } from './rankings.ts';
import { singleFlight } from './single-flight.ts';

/** The lists of each period, of articles that readers could be pointed to when it was made. */
export type Listing = Readonly<Record<Period, RankedLists>>;

export type PopularListing = {
  /** The listing in memory, undefined where it may not be believed. */
  believed: () => Listing | undefined;
  /** Reads it anew. Throws where the database is away. */
  list: () => Promise<Listing>;
  /** Notes a purge. Returns whether it concerns a ranked article: nothing in memory is believed then. */
  changed: (keys: readonly string[] | 'all') => boolean;
};

/** Whether word of purges arrives, and over the how manyth connection. */
export type Word = Pick<ListenerState, 'status' | 'connections'>;

export type ListingOptions = {
  db: Db;
  word: () => Word;
  nowMs?: () => number;
};

type Mark = { generation: number; connections: number; at: number };

/** Cut off from word of purges a kill may have been missed: as the page cache, believe nothing for longer. */
const CUT_OFF_MS = 500;
const ATTEMPTS = 10;
const ARTICLE = 'article:';

/**
 * Which of the ranked articles may be shown, read from the listed articles by their numbers whenever one of them has
 * changed. It keeps the rule of the page cache: what was read before a purge is not believed after it.
 */
export function createListing(rankings: Rankings, options: ListingOptions): PopularListing {
  const { db, word, nowMs = monotonicMs } = options;
  let purges = 0;
  let held: { listing: Listing; mark: Mark } | undefined;

  const mark = (): Mark => ({
    generation: rankings.generation() + purges,
    connections: word().connections,
    at: nowMs(),
  });
  const isSame = (a: Mark, b: Mark) => a.generation === b.generation && a.connections === b.connections;

  const list = async (): Promise<Listing> => {
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const begun = mark();
      const listed = await listByIds(db, [...rankings.ids()]);
      if (!isSame(begun, mark())) continue;
      const listing = {
        today: groupRanking(rankings.of('today'), listed),
        week: groupRanking(rankings.of('week'), listed),
      };
      held = { listing, mark: begun };
      return listing;
    }
    throw new AppError('unavailable', 'What is most read changes faster than it can be listed; try again.');
  };

  return {
    list: singleFlight(list),
    believed: () => {
      const now = mark();
      if (!held || !isSame(held.mark, now)) return undefined;
      return word().status === 'live' || now.at - held.mark.at < CUT_OFF_MS ? held.listing : undefined;
    },
    changed: (keys) => {
      const ids = rankings.ids();
      const concerns = (key: string) =>
        key === PAPER_KEY || (key.startsWith(ARTICLE) && ids.has(Number(key.slice(ARTICLE.length))));
      if (keys !== 'all' && !keys.some(concerns)) return false;
      purges += 1;
      return true;
    },
  };
}
