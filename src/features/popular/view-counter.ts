import { randomUUID } from 'node:crypto';
import type { Clock } from '#lib/clock.ts';
import { messageOf } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { Log } from '#platform/log.ts';
import { HOUR_MS } from './decay.ts';
import { addViews, type ViewBatch, type ViewSum } from './views.repo.ts';

export type ViewCounter = {
  /** Counts one read, in memory. */
  add: (articleId: number) => void;
  /** Adds what is in memory to the database. Never throws: what could not be added is tried again at the next flush. */
  flush: () => Promise<void>;
  /** Flushes on and on, until stopped. */
  start: () => void;
  /** Flushes for the last time. */
  stop: () => Promise<void>;
  stats: () => ViewCounterStats;
};

export type ViewCounterStats = {
  /** Reads counted since the process began. */
  counted: number;
  /** Of these, not in the database yet. */
  waiting: number;
  /** Reads that found no room: more different numbers came between two flushes than there can be articles in use. */
  dropped: number;
  failures: number;
};

type CounterOptions = { db: Db; log: Log; now: Clock; flushEveryMs?: number; maxSums?: number };

/** What a process that is killed loses at most. */
const FLUSH_EVERY_MS = 3000;
/** Different articles by hour between two flushes; the numbers that a beacon sends are anyone's to make up. */
const MAX_SUMS = 50_000;

/**
 * Adds up reads in memory and writes the sums as one statement every few seconds, whatever the number of readers. While
 * the database is away the sums stay and grow; a batch whose answer was lost is sent again and not counted twice.
 */
export function createViewCounter(options: CounterOptions): ViewCounter {
  const { db, log, now, flushEveryMs = FLUSH_EVERY_MS, maxSums = MAX_SUMS } = options;
  const node = randomUUID();
  const stats: ViewCounterStats = { counted: 0, waiting: 0, dropped: 0, failures: 0 };
  let sums = new Map<string, ViewSum>();
  let batch: ViewBatch | undefined;
  let number = 0;
  let flushing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const add = (articleId: number) => {
    const hour = Math.floor(now().getTime() / HOUR_MS) * HOUR_MS;
    const key = `${hour} ${articleId}`;
    const known = sums.get(key);
    if (!known && sums.size >= maxSums) {
      stats.dropped += 1;
      return;
    }
    if (known) known.views += 1;
    else sums.set(key, { articleId, hour: new Date(hour), views: 1 });
    stats.counted += 1;
    stats.waiting += 1;
  };

  /** A batch is closed before it is sent and stays the same until the database has it. */
  const nextBatch = (): ViewBatch | undefined => {
    if (batch || sums.size === 0) return batch;
    number += 1;
    batch = { node, number, sums: [...sums.values()] };
    sums = new Map();
    return batch;
  };

  const send = async (): Promise<void> => {
    for (let next = nextBatch(); next; next = nextBatch()) {
      await addViews(db, next);
      stats.waiting -= next.sums.reduce((total, { views }) => total + views, 0);
      batch = undefined;
    }
  };

  const flush = () => {
    flushing ??= send()
      .catch((error: unknown) => {
        stats.failures += 1;
        log.warn({ reason: messageOf(error), waiting: stats.waiting }, 'reads could not be added up yet');
      })
      .finally(() => {
        flushing = undefined;
      });
    return flushing;
  };

  return {
    add,
    flush,
    start: () => {
      timer = setInterval(flush, flushEveryMs).unref();
    },
    stop: async () => {
      clearInterval(timer);
      await flush();
      // What came while the flush before was under way.
      if (stats.waiting > 0) await flush();
      if (stats.waiting > 0) log.warn({ reads: stats.waiting }, 'reads are lost: the database is away');
    },
    stats: () => ({ ...stats }),
  };
}
