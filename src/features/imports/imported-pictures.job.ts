import { z } from 'zod';
import { requestSources } from '#features/media/media.ts';
import type { PictureReference } from '#features/stories/stories.ts';
import type { Clock } from '#lib/clock.ts';
import type { Db } from '#platform/database.ts';
import { defineJob, enqueue, handle, type JobHandler } from '#platform/jobs.ts';
import {
  addWaitingPictures,
  findNextPicture,
  postponePicture,
  removeWaitingPicture,
} from './imported-pictures.repo.ts';

/** Fetches one picture and queues itself for the next: old sites are somebody's server, and perhaps a small one. */
const fetchImportedPicture = defineJob(
  'fetch-imported-picture',
  z.object({}).transform(() => ({})),
);

/** There is one such job at a time, whoever asks for it. */
const ONE = 'imported-pictures';
const PAUSE_MS = 1000;
const MOST_TRIES = 4;
const TRY_AGAIN_MS = 10 * 60_000;

/** Has pictures of imported posts fetched one after the other, with a pause between them; those asked for before are left alone. */
export async function fetchPicturesGently(trx: Db, pictures: PictureReference[], at: Date): Promise<void> {
  const web = pictures.map((picture) => picture.href).filter((href) => /^https?:\/\//i.test(href));
  const fresh = await requestSources(trx, web);
  if (fresh.length === 0) return;
  await addWaitingPictures(trx, fresh, at);
  await queueNext(trx, at);
}

const queueNext = (db: Db, runAt: Date): Promise<void> =>
  enqueue(db, fetchImportedPicture, {}, { jobKey: ONE, keepRunAt: true, runAt });

type Parts = {
  db: Db;
  now: Clock;
  /** Fetches and stores a picture; throws where it may be had another time. */
  fetch: (href: string) => Promise<void>;
};

/** A picture is taken off the list once it is there or given up, so that a crash has it fetched again. */
export const importedPicturesHandler = ({ db, now, fetch }: Parts): JobHandler =>
  handle(fetchImportedPicture, async () => {
    const picture = await findNextPicture(db);
    if (!picture) return;
    if (picture.due_at > now()) return queueNext(db, picture.due_at);
    try {
      await fetch(picture.href);
      await removeWaitingPicture(db, picture.href);
    } catch {
      // Why it failed is kept with the picture; the report of the import says it.
      if (picture.tries + 1 >= MOST_TRIES) await removeWaitingPicture(db, picture.href);
      else await postponePicture(db, picture.href, later(now(), TRY_AGAIN_MS * (picture.tries + 1)));
    }
    await queueNext(db, later(now(), PAUSE_MS));
  });

const later = (time: Date, ms: number): Date => new Date(time.getTime() + ms);
