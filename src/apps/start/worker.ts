import { join } from 'node:path';
import type pg from 'pg';
import { BRIEFING_SCHEDULE, openBriefingRoom } from '#features/briefings/briefings.ts';
import { importedPicturesHandler } from '#features/imports/imports.ts';
import { partnerHandlers } from '#features/partners/partners.ts';
import { backfillPeople } from '#features/people/people.ts';
import { compactViews, compactViewsHandler } from '#features/popular/popular.ts';
import { readAgain } from '#features/publishing/publishing.ts';
import { backfillSearch } from '#features/search/search.ts';
import { forgetKeys, forgetKeysHandler } from '#features/stories/stories.ts';
import { backfillTimelines } from '#features/timelines/timelines.ts';
import { type Receive, runInboxes, runPoller } from '#features/wire/wire.ts';
import { systemClock } from '#lib/clock.ts';
import { messageOf } from '#lib/errors.ts';
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import type { Db } from '#platform/database.ts';
import type { GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { runWorker } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import { splitByline } from '#site/article/byline.ts';
import { articleReactions } from './article-reactions.ts';
import { fetchAndShow, fetchPicture } from './fetch-picture.ts';

export type WorkerOptions = {
  pool: pg.Pool;
  db: Db;
  blobs: BlobStore;
  fetch: GuardedFetch;
  receive: Receive;
  baseUrl: string;
  /** Absent: mails go into a folder. */
  smtpUrl: string | undefined;
  dataFolder: string;
  /** No other process works on this database's jobs. */
  alone: boolean;
  log: Log;
};

export type RunningDesk = { stop: () => Promise<void> };

/** Starts what works behind the paper: jobs, the polling of sources, the watching of folders. */
export async function startWorker(options: WorkerOptions): Promise<RunningDesk> {
  const { pool, db, blobs, log, receive } = options;
  const briefings = await openBriefingRoom(options);
  const jobs = await runWorker({
    pool,
    log,
    alone: options.alone,
    handlers: [
      ...briefings.handlers,
      articleReactions({ db, blobs }),
      fetchPicture({ db, blobs, fetch: options.fetch }),
      importedPicturesHandler({
        db,
        now: systemClock,
        fetch: (href) => fetchAndShow({ db, blobs, fetch: options.fetch }, href),
      }),
      ...partnerHandlers({
        db,
        fetch: options.fetch,
        paper: { baseUrl: options.baseUrl, splitByline },
        now: systemClock,
      }),
      compactViewsHandler({ db, now: systemClock }),
      forgetKeysHandler({ db, now: systemClock }),
    ],
    schedule: [
      BRIEFING_SCHEDULE,
      { cron: '17 * * * *', job: compactViews },
      { cron: '43 3 * * *', job: forgetKeys },
    ],
  });
  const stopping = new AbortController();
  const poller = runPoller(
    { db, fetch: options.fetch, receive, log, baseUrl: options.baseUrl },
    stopping.signal,
  );
  const mail = briefings.run(stopping.signal);
  const inboxes = runInboxes(
    { db, folder: join(options.dataFolder, 'inbox'), receive, log },
    stopping.signal,
  );
  // Articles that came before there was search, or before its rows were written as they are now.
  const backfill = backfillSearch(db, { signal: stopping.signal }).catch((thrown: unknown) =>
    log.error({ reason: messageOf(thrown) }, 'search rows could not be brought up to date'),
  );
  // Texts that an older reader read, or none.
  const reading = readAgain(db, { signal: stopping.signal, gently: true }).catch((thrown: unknown) =>
    log.error({ reason: messageOf(thrown) }, 'records could not be brought up to date'),
  );
  // Articles that came before people and timelines were kept; one after the other, for they read the same.
  const following = backfillPeople(db, { signal: stopping.signal })
    .then(() => backfillTimelines(db, { signal: stopping.signal }))
    .catch((thrown: unknown) =>
      log.error({ reason: messageOf(thrown) }, 'people and timelines could not be brought up to date'),
    );
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([poller, inboxes, backfill, reading, following, mail, jobs.stop()]);
    },
  };
}
