import { failSource, type MediaKind, saveSource, storePicture } from '#features/media/media.ts';
import { fetchPictureJob, showPicture } from '#features/publishing/publishing.ts';
import { systemClock } from '#lib/clock.ts';
import { AppError, messageOf } from '#lib/errors.ts';
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import type { Db } from '#platform/database.ts';
import { FetchFailure } from '#platform/guarded-fetch/fetch-failure.ts';
import type { GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { handle, type JobHandler } from '#platform/jobs.ts';

type Parts = { db: Db; blobs: BlobStore; fetch: GuardedFetch };

const MAX_PICTURE_BYTES = 40 * 1024 * 1024;

export const fetchPicture = (parts: Parts): JobHandler =>
  handle(fetchPictureJob, ({ href, kind }) => fetchAndShow(parts, href, kind));

/**
 * Fetches a picture that copy names, stores it, and has the pages made anew that wait for it. Why it could not be had is kept with its
 * address; throws only where another try may do better.
 */
export async function fetchAndShow(
  { db, blobs, fetch }: Parts,
  href: string,
  kind?: MediaKind,
): Promise<void> {
  const at = systemClock();
  try {
    const fetched = await fetch.get(href, { maxBytes: MAX_PICTURE_BYTES });
    if (fetched.state !== 'fetched') throw new AppError('bad_input', 'The server sent no picture.');
    const media = await storePicture(db, blobs, { bytes: fetched.bytes, kind, now: at });
    await db.transaction().execute(async (trx) => {
      await saveSource(trx, { href, media_id: media.id, fetched_at: at });
      await showPicture(trx, href);
    });
  } catch (thrown) {
    await failSource(db, href, messageOf(thrown), at);
    // What the server may do better next time is tried again; what is wrong with the picture itself is not.
    if (thrown instanceof AppError && thrown.code !== 'unavailable') return;
    if (thrown instanceof FetchFailure && thrown.kind === 'refused') return;
    throw thrown;
  }
}
