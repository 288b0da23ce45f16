import { messageOf } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { Log } from '#platform/log.ts';
import { type Release, readReleases } from './releases.repo.ts';

export type ReleaseWatch = {
  /** An article changed, and with it perhaps the time of the next release. */
  look: () => void;
  stop: () => void;
};

type WatchOptions = {
  db: Db;
  /** Called with articles at the moment they become visible, on this node. */
  onRelease: (released: Release[]) => void;
  log: Log;
};

/** Longest wait between looks: timers drift, clocks are set, and a word from the database can be missed. */
const LONGEST_MS = 15_000;
const RETRY_MS = 1000;
/** So that the look falls behind the moment by the database's clock and not just before it. */
const AFTER_MS = 5;

/**
 * Lets articles out when their embargo ends, without anyone publishing them again: each web node watches for itself, so
 * that it holds without a worker and after a restart. The views decide what is visible; this only tells caches when.
 */
export function watchReleases({ db, onRelease, log }: WatchOptions): ReleaseWatch {
  let since: Date | undefined;
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let again = false;
  let stopped = false;

  const wait = (ms: number) => {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(look, ms).unref();
  };

  const read = async (): Promise<number> => {
    const { now, released, next } = await readReleases(db, since);
    since = now;
    if (released.length > 0) onRelease(released);
    const untilNext = next ? next.getTime() - now.getTime() + AFTER_MS : LONGEST_MS;
    return Math.min(Math.max(untilNext, 0), LONGEST_MS);
  };

  function look(): void {
    if (stopped) return;
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    again = false;
    read()
      .catch((thrown: unknown) => {
        log.debug({ reason: messageOf(thrown) }, 'could not look for articles that become visible');
        return RETRY_MS;
      })
      .then((ms) => {
        busy = false;
        wait(again ? 0 : ms);
      });
  }

  look();
  return {
    look,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
