import type { ListedArticle } from '#features/articles/articles.ts';
import { parsePayload, purgeChannel } from '#platform/page-cache/invalidation.ts';
import type { NotificationListener } from '#platform/page-cache/notification-listener.ts';
import type { Period } from './decay.ts';
import { type Scope, scopeKey } from './group-ranking.ts';
import { createListing, type Word } from './popular-listing.ts';
import { createRankings, type RankingsOptions } from './rankings.ts';

export type PopularList = {
  /** The most read first. */
  articles: ListedArticle[];
  /** How long a page may show it: the ranking is then a minute old. */
  maxAgeSeconds: number;
};

export type Popular = {
  /**
   * The most read articles of an edition or a section, all of them listed at this moment. From memory: the database is
   * asked only where memory may not be believed. Throws where it may not and the database is away.
   */
  top: (scope: Scope, options?: { period?: Period; limit?: number }) => Promise<PopularList>;
  /**
   * Hears from now on, through the listener that the page cache hears, of every purge: what concerns a ranked article is
   * read again before it is shown. Without a listener, memory is believed for half a second only.
   */
  listenTo: (listener: Pick<NotificationListener, 'state' | 'subscribe'>) => void;
  /** Word of a purge by another way than the listener: what an embargo let out. */
  changed: (keys: readonly string[] | 'all') => void;
  /** Ranks anew from time to time, so that no page has to wait for it. */
  start: () => void;
  stop: () => Promise<void>;
};

const SHOWN = 10;
const SHOWN_FOR_MS = 60_000;
/** Twice a minute, so that a page made just before still has half a minute. */
const RANK_EVERY_MS = 28_000;
const UNHEARD: Word = { status: 'cut_off', connections: 0 };
/** A page is kept this long even where the ranking could not be made anew: asking more often would not help. */
const SHORTEST_MS = 5000;

/**
 * What is most read, held in each node's memory. Ranking sums up reads and happens by the clock; listing asks which of
 * the ranked articles may be shown and happens again at every change of one of them.
 */
export function createPopular(options: RankingsOptions): Popular {
  let word = (): Word => UNHEARD;
  const rankings = createRankings(options);
  const listing = createListing(rankings, { ...options, word: () => word() });
  const work = new Set<Promise<void>>();
  let timer: NodeJS.Timeout | undefined;

  /** Nobody waits for it, so nobody need hear that it failed: the next page tries again and tells. */
  const inBackground = (job: () => Promise<unknown>): void => {
    const done = job()
      .then(
        () => undefined,
        () => undefined,
      )
      .finally(() => work.delete(done));
    work.add(done);
  };
  const refresh = () => inBackground(() => rankings.rank().then(listing.list));

  const changed: Popular['changed'] = (keys) => {
    if (listing.changed(keys)) inBackground(listing.list);
  };

  return {
    top: async (scope, { period = 'today', limit = SHOWN } = {}) => {
      if (rankings.isOverdue()) await rankings.rank();
      const lists = listing.believed() ?? (await listing.list());
      const leftMs = Math.max(SHORTEST_MS, SHOWN_FOR_MS - rankings.ageMs());
      return {
        articles: (lists[period].get(scopeKey(scope)) ?? []).slice(0, limit),
        maxAgeSeconds: Math.floor(leftMs / 1000),
      };
    },
    listenTo: (listener) => {
      word = listener.state;
      listener.subscribe(purgeChannel, (payload) => changed(parsePayload(payload).keys));
    },
    changed,
    start: () => {
      refresh();
      timer = setInterval(refresh, RANK_EVERY_MS).unref();
    },
    stop: async () => {
      clearInterval(timer);
      await Promise.all(work);
    },
  };
}
