import type { Flight } from './flight.ts';
import type { PageStore, StoreLimits } from './page-store.ts';
import type { PurgeLog } from './purge-log.ts';
import type { PageSettings } from './stored-page.ts';

export type CacheOptions = StoreLimits &
  PageSettings & {
    /** How long a 404 is believed. */
    readonly negativeMs: number;
    /** Freshness of a page that names none itself: a net under the purges, not the means of staying current. */
    readonly maxAgeMs: number;
    /** How long a request waits for a page that is being made anew before it gets the old one instead. */
    readonly patienceMs: number;
    /** A render that takes longer counts as the database being away. */
    readonly renderTimeoutMs: number;
    /** How old the bytes may be that stand in while the database is away. */
    readonly staleIfErrorMs: number;
    /** Pause between attempts while it is away. */
    readonly retryMs: number;
    /** Freshness while word of purges does not arrive. */
    readonly cutOffFreshMs: number;
    /** Milliseconds on a clock that never jumps. */
    readonly nowMs: () => number;
    readonly onRender: (seconds: number, status: number | undefined) => void;
  };

/** How a request was answered: from memory, by its own render, by another's, with old bytes, past the cache. */
export type Outcome = 'hit' | 'miss' | 'wait' | 'stale' | 'bypass';

export type PageCacheCounts = Record<Outcome | 'renders' | 'softPurges' | 'hardPurges', number>;

export type CacheState = {
  readonly options: CacheOptions;
  readonly store: PageStore;
  readonly log: PurgeLog;
  readonly flights: Map<string, Flight>;
  readonly counts: PageCacheCounts;
  cutOff: boolean;
};
