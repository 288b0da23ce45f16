import type { StoredPage } from './stored-page.ts';

export type StoreLimits = {
  readonly maxBytes: number;
  readonly maxPageBytes: number;
  readonly maxNegative: number;
};

/** Pages in memory, bounded in bytes, with an index from content keys to the pages that depend on them. */
export type PageStore = {
  readonly limits: StoreLimits;
  readonly pages: Map<string, StoredPage>;
  readonly byContentKey: Map<string, Set<StoredPage>>;
  /** Keys of the 404s held, oldest first. */
  readonly negatives: Set<string>;
  /** Other spellings of a page's address (with `utm_source`, say) to its key, oldest first. */
  readonly aliases: Map<string, string>;
  bytes: number;
  evictions: number;
};

const maxAliases = 4096;
const longestAddress = 1024;

export const createPageStore = (limits: StoreLimits): PageStore => ({
  limits,
  pages: new Map(),
  byContentKey: new Map(),
  negatives: new Set(),
  aliases: new Map(),
  bytes: 0,
  evictions: 0,
});

const holds = (store: PageStore, page: StoredPage): boolean => store.pages.get(page.key) === page;

export const dropPage = (store: PageStore, page: StoredPage): void => {
  if (!holds(store, page)) return;
  store.pages.delete(page.key);
  store.negatives.delete(page.key);
  store.bytes -= page.bytes;
  for (const key of page.keys) {
    const dependants = store.byContentKey.get(key);
    dependants?.delete(page);
    if (dependants?.size === 0) store.byContentKey.delete(key);
  }
};

/**
 * Frees room by the clock algorithm: the oldest page goes unless it was read since the hand last passed, in which case
 * it gets another round. A hit then costs one assignment, where a strict LRU would move a map entry on every read.
 */
const makeRoom = (store: PageStore): void => {
  for (const page of store.pages.values()) {
    if (store.bytes <= store.limits.maxBytes) return;
    if (page.recentlyUsed) {
      page.recentlyUsed = false;
      store.pages.delete(page.key);
      store.pages.set(page.key, page);
      continue;
    }
    dropPage(store, page);
    store.evictions += 1;
  }
};

const dropOldestNegatives = (store: PageStore): void => {
  for (const key of store.negatives) {
    if (store.negatives.size <= store.limits.maxNegative) return;
    const page = store.pages.get(key);
    if (page) dropPage(store, page);
  }
};

/** Puts a page in the place of whatever had its key; a page too large to keep only removes the old one. */
export const putPage = (store: PageStore, page: StoredPage): void => {
  const old = store.pages.get(page.key);
  if (old) dropPage(store, old);
  if (page.bytes > store.limits.maxPageBytes || page.key.length > longestAddress) return;
  store.pages.set(page.key, page);
  store.bytes += page.bytes;
  for (const key of page.keys) {
    const dependants = store.byContentKey.get(key);
    if (dependants) dependants.add(page);
    else store.byContentKey.set(key, new Set([page]));
  }
  if (page.negative) store.negatives.add(page.key);
  dropOldestNegatives(store);
  makeRoom(store);
};

/** Counts the bytes of an encoding that was added to a page. */
export const growPage = (store: PageStore, page: StoredPage, bytes: number): void => {
  if (!holds(store, page)) return;
  page.bytes += bytes;
  store.bytes += bytes;
  makeRoom(store);
};

/** The pages that depend on any of the keys, each once. */
export const pagesWith = (store: PageStore, keys: readonly string[] | 'all'): ReadonlySet<StoredPage> => {
  if (keys === 'all') return new Set(store.pages.values());
  const found = new Set<StoredPage>();
  for (const key of keys) for (const page of store.byContentKey.get(key) ?? []) found.add(page);
  return found;
};

export const addAlias = (store: PageStore, address: string, key: string): void => {
  if (address === key || address.length > longestAddress) return;
  store.aliases.set(address, key);
  if (store.aliases.size <= maxAliases) return;
  const oldest = store.aliases.keys().next().value;
  if (oldest !== undefined) store.aliases.delete(oldest);
};

/** The page at an address as the request spells it. */
export const findPage = (store: PageStore, address: string): StoredPage | undefined => {
  const direct = store.pages.get(address);
  if (direct !== undefined || store.aliases.size === 0) return direct;
  const key = store.aliases.get(address);
  return key === undefined ? undefined : store.pages.get(key);
};
