import { AppError } from '#lib/errors.ts';
import type { CacheState, Outcome } from './cache-state.ts';
import { awaitPatiently, joinFlight } from './flight.ts';
import type { RenderPage } from './page.ts';
import { dropPage } from './page-store.ts';
import type { StoredPage } from './stored-page.ts';
import { isUnavailable } from './unavailable.ts';

export type Fetched = { readonly page: StoredPage; readonly outcome: Outcome };

/** The old page of a key if it may still be shown; a hard purge has removed it from the store by then. */
const findStandIn = (state: CacheState, key: string): StoredPage | undefined => {
  const held = state.store.pages.get(key);
  if (held === undefined || state.options.nowMs() - held.renderedAt > state.options.staleIfErrorMs)
    return undefined;
  held.recentlyUsed = true;
  return held;
};

const notThere = new Set(['not_found', 'gone', 'forbidden']);

const afterFailure = (state: CacheState, key: string, error: unknown): Fetched => {
  const standIn = findStandIn(state, key);
  if (standIn && isUnavailable(error)) {
    standIn.retryAt = state.options.nowMs() + state.options.retryMs;
    return { page: standIn, outcome: 'stale' };
  }
  // The render found out that there is no such page any more; what it used to look like must not come back.
  if (standIn && error instanceof AppError && notThere.has(error.code)) dropPage(state.store, standIn);
  throw error;
};

/**
 * The page of a key: fresh from memory, else rendered once for all who ask. While an old page is there, a request waits
 * for the new one only as long as `patienceMs`; the wait is what lets a publication show at the next view instead of
 * the one after.
 */
export const fetchPage = async (state: CacheState, key: string, render: RenderPage): Promise<Fetched> => {
  const held = state.store.pages.get(key);
  const now = state.options.nowMs();
  if (held && held.freshUntil > now) {
    held.recentlyUsed = true;
    return { page: held, outcome: 'hit' };
  }
  if (held && held.retryAt > now) return { page: held, outcome: 'stale' };
  const { flight, began } = joinFlight(state, key, render);
  try {
    const made = held ? await awaitPatiently(state, flight) : await flight.result;
    if (made) return { page: made, outcome: began ? 'miss' : 'wait' };
    const standIn = findStandIn(state, key);
    if (standIn) return { page: standIn, outcome: 'stale' };
    return { page: await flight.result, outcome: began ? 'miss' : 'wait' };
  } catch (error) {
    return afterFailure(state, key, error);
  }
};
