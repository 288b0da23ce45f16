import { monotonicMs } from '#lib/clock.ts';
import { noSharedCache } from './cache-headers.ts';
import type { CacheOptions, CacheState, PageCacheCounts } from './cache-state.ts';
import { type Fetched, fetchPage } from './fetch-page.ts';
import type { RenderPage } from './page.ts';
import { addAlias, createPageStore, dropPage, findPage, growPage, pagesWith } from './page-store.ts';
import { createPurgeLog, type Purge, recordPurge } from './purge-log.ts';
import { type Representation, representationOf, type StoredPage, toStoredPage } from './stored-page.ts';

export type PageCacheStats = {
  readonly pages: number;
  readonly bytes: number;
  readonly evictions: number;
  readonly cutOff: boolean;
  readonly counts: Readonly<PageCacheCounts>;
};

/**
 * Finished responses in memory, made once per change however many ask. It keeps three rules: a render that began before
 * a purge is never fresh after it; what was purged hard is not shown again; old bytes stand in only while new ones
 * are on the way or the database is away.
 */
export type PageCache = {
  /** A fresh page at an address as the request spells it, else undefined. Never waits, never renders. */
  readonly peek: (address: string) => StoredPage | undefined;
  /** The page of a key, rendered if need be; rejects with what the render threw when nothing may stand in for it. */
  readonly fetch: (key: string, render: RenderPage) => Promise<Fetched>;
  /** Renders for one request alone: nothing is looked up and nothing kept. */
  readonly bypass: (key: string, render: RenderPage) => Promise<Fetched>;
  /** A page in an encoding (a place in `encodings`). */
  readonly represent: (page: StoredPage, encoding: number) => Representation | Promise<Representation>;
  /** Declares content keys changed. Returns how many pages that touched. */
  readonly purge: (purge: Purge) => number;
  /** Lets `peek` find a page under another spelling of its address. */
  readonly alias: (address: string, key: string) => void;
  /** Word of purges no longer arrives: what is held may be out of date from now on. */
  readonly cutOff: () => void;
  /** Word arrives again. What was missed is unknown and may include a kill, so nothing from before is shown any more. */
  readonly restore: () => void;
  /** Counts by kind of answer; the fast path adds its hits here. */
  readonly counts: PageCacheCounts;
  readonly stats: () => PageCacheStats;
};

const defaults = {
  maxBytes: 64 * 1024 * 1024,
  maxPageBytes: 4 * 1024 * 1024,
  maxNegative: 500,
  negativeMs: 10_000,
  maxAgeMs: 300_000,
  patienceMs: 100,
  renderTimeoutMs: 10_000,
  staleIfErrorMs: 24 * 3600 * 1000,
  retryMs: 1000,
  cutOffFreshMs: 500,
  headers: [],
  shared: noSharedCache,
  nowMs: monotonicMs,
  onRender: () => undefined,
} satisfies CacheOptions;

const purgePages = (state: CacheState, purge: Purge): number => {
  recordPurge(state.log, purge);
  const pages = pagesWith(state.store, purge.keys);
  for (const page of pages) {
    page.freshUntil = 0;
    // The change that was waited for is here, so a pause after a failure has lost its reason.
    page.retryAt = 0;
    if (!purge.hard) continue;
    page.withdrawn = true;
    dropPage(state.store, page);
  }
  // Whatever changed may have appeared at an address that was empty: remembered 404s go with every purge.
  for (const key of [...state.store.negatives]) {
    const page = state.store.pages.get(key);
    if (page) dropPage(state.store, page);
  }
  return pages.size;
};

const cutOff = (state: CacheState): void => {
  state.cutOff = true;
  for (const page of state.store.pages.values()) page.freshUntil = 0;
};

const restore = (state: CacheState): void => {
  state.cutOff = false;
  purgePages(state, { keys: 'all', hard: true });
};

const peek = (state: CacheState, address: string): StoredPage | undefined => {
  const page = findPage(state.store, address);
  if (page === undefined || page.freshUntil <= state.options.nowMs()) return undefined;
  page.recentlyUsed = true;
  return page;
};

const bypass = async (state: CacheState, key: string, render: RenderPage): Promise<Fetched> => {
  const response = await render();
  const page = toStoredPage(key, { ...response, cache: false }, state.options, state.options.nowMs());
  return { page, outcome: 'bypass' };
};

const toStats = ({ store, counts, cutOff }: CacheState): PageCacheStats => ({
  pages: store.pages.size,
  bytes: store.bytes,
  evictions: store.evictions,
  cutOff,
  counts: { ...counts },
});

/** An empty page cache. Every option has a default fit for one node with a database beside it. */
export const createPageCache = (options: Partial<CacheOptions> = {}): PageCache => {
  const settings = { ...defaults, ...options };
  const state: CacheState = {
    options: settings,
    store: createPageStore(settings),
    log: createPurgeLog(),
    flights: new Map(),
    counts: { hit: 0, miss: 0, wait: 0, stale: 0, bypass: 0, renders: 0, softPurges: 0, hardPurges: 0 },
    cutOff: false,
  };
  const counted = async (answer: Promise<Fetched>): Promise<Fetched> => {
    const fetched = await answer;
    state.counts[fetched.outcome] += 1;
    return fetched;
  };
  return {
    peek: (address) => peek(state, address),
    fetch: (key, render) => counted(fetchPage(state, key, render)),
    bypass: (key, render) => counted(bypass(state, key, render)),
    represent: (page, encoding) =>
      representationOf(page, encoding, (bytes) => growPage(state.store, page, bytes)),
    purge: (purge) => {
      state.counts[purge.hard ? 'hardPurges' : 'softPurges'] += 1;
      return purgePages(state, purge);
    },
    alias: (address, key) => addAlias(state.store, address, key),
    cutOff: () => cutOff(state),
    restore: () => restore(state),
    counts: state.counts,
    stats: () => toStats(state),
  };
};
