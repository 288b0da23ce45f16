import { setTimeout as pause } from 'node:timers/promises';
import { AppError } from '#lib/errors.ts';
import type { CacheState } from './cache-state.ts';
import type { PageResponse, RenderPage } from './page.ts';
import { dropPage, putPage } from './page-store.ts';
import { beginRender, type Conflict, conflictSince, endRender, type Ticket } from './purge-log.ts';
import { type StoredPage, toStoredPage } from './stored-page.ts';

/** One render under way, shared by all who ask for its page meanwhile. */
export type Flight = {
  readonly result: Promise<StoredPage>;
  /** Resolves to undefined when those who have an old page should stop waiting; made when first needed. */
  patience: Promise<undefined> | undefined;
};

/** How often a page is rendered again because it changed while it was being rendered. */
const maxAttempts = 3;

const withTimeout = async <T>(work: Promise<T>, ms: number, key: string): Promise<T> => {
  const timer = new AbortController();
  const expiry = pause(ms, undefined, { signal: timer.signal, ref: false }).then(() => {
    throw new AppError('unavailable', `${key} took longer than ${ms} ms to make; try again in a moment.`);
  });
  expiry.catch(() => undefined);
  try {
    return await Promise.race([work, expiry]);
  } finally {
    timer.abort();
  }
};

const renderTimed = async (state: CacheState, key: string, render: RenderPage): Promise<PageResponse> => {
  const { nowMs, renderTimeoutMs, onRender } = state.options;
  const begun = nowMs();
  let status: number | undefined;
  state.counts.renders += 1;
  try {
    const response = await withTimeout(Promise.resolve().then(render), renderTimeoutMs, key);
    status = response.status;
    return response;
  } finally {
    onRender((nowMs() - begun) / 1000, status);
  }
};

const freshnessMs = (state: CacheState, page: StoredPage): number => {
  const { negativeMs, maxAgeMs, cutOffFreshMs } = state.options;
  const own = page.maxAgeMs ?? maxAgeMs;
  const believed = page.negative ? Math.min(negativeMs, own) : own;
  return state.cutOff ? Math.min(cutOffFreshMs, believed) : believed;
};

const keep = (state: CacheState, page: StoredPage, conflict: Conflict): void => {
  const held = state.store.pages.get(page.key);
  if (!page.storable) {
    if (held) dropPage(state.store, held);
    return;
  }
  page.freshUntil = conflict === 'none' ? page.renderedAt + freshnessMs(state, page) : 0;
  putPage(state.store, page);
};

/** One render, and whether what it read was purged while it read. What follows the check runs without a pause. */
const attempt = async (
  state: CacheState,
  ticket: Ticket,
  key: string,
  render: RenderPage,
): Promise<{ page: StoredPage; conflict: Conflict }> => {
  const begun = state.options.nowMs();
  const page = toStoredPage(key, await renderTimed(state, key, render), state.options, begun);
  // A 404 cannot know which content it lacks, so any purge may concern it.
  const conflict = conflictSince(state.log, ticket, page.negative ? 'any' : page.keys);
  return { page, conflict };
};

const fly = async (state: CacheState, key: string, render: RenderPage): Promise<StoredPage> => {
  for (let count = 1; ; count += 1) {
    const ticket = beginRender(state.log);
    try {
      const { page, conflict } = await attempt(state, ticket, key, render);
      const done = conflict === 'none' || (conflict === 'soft' && count >= maxAttempts);
      if (done) {
        keep(state, page, conflict);
        return page;
      }
    } finally {
      endRender(state.log, ticket);
    }
    if (count >= maxAttempts) {
      throw new AppError(
        'unavailable',
        `${key} is changing faster than it can be made; try again in a moment.`,
      );
    }
  }
};

/** Joins the render of a page that is under way, or begins it. `began` tells which. */
export const joinFlight = (
  state: CacheState,
  key: string,
  render: RenderPage,
): { flight: Flight; began: boolean } => {
  const known = state.flights.get(key);
  if (known) return { flight: known, began: false };
  const result = fly(state, key, render).finally(() => state.flights.delete(key));
  // Those who stop waiting leave nobody to hear of a failure.
  result.catch(() => undefined);
  const flight: Flight = { result, patience: undefined };
  state.flights.set(key, flight);
  return { flight, began: true };
};

/** The page of a flight, or undefined once patience with it has run out. */
export const awaitPatiently = (state: CacheState, flight: Flight): Promise<StoredPage | undefined> => {
  flight.patience ??= pause(state.options.patienceMs, undefined, { ref: false });
  return Promise.race([flight.result, flight.patience]);
};
