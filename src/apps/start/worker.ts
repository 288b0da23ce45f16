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
  const backfills = bringUpToDate(options, stopping.signal);
  return {
    stop: async () => {
      stopping.abort();
      await Promise.all([poller, inboxes, backfills, mail, jobs.stop()]);
    },
  };
}

/** What articles have that came before it was kept, or before it was made as it is now. */
async function bringUpToDate({ db, log }: WorkerOptions, signal: AbortSignal): Promise<void> {
  const follow = async () => {
    // One after the other, for they read the same.
    await backfillPeople(db, { signal });
    await backfillTimelines(db, { signal });
  };
  const works: [what: string, work: Promise<unknown>][] = [
    ['search rows', backfillSearch(db, { signal })],
    ['records', readAgain(db, { signal, gently: true })],
    ['people and timelines', follow()],
  ];
  const heard = works.map(([what, work]) =>
    work.catch((thrown: unknown) =>
      log.error({ reason: messageOf(thrown) }, `${what} could not be brought up to date`),
    ),
  );
  await Promise.all(heard);
}
