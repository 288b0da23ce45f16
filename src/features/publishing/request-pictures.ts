import { requestSources } from '#features/media/media.ts';
import type { PictureReference } from '#features/stories/stories.ts';
import type { Db } from '#platform/database.ts';
import { enqueueAll } from '#platform/jobs.ts';
import { fetchPictureJob } from './fetch-picture.job.ts';

/** Has the pictures of takes fetched that have not been asked for before. Addresses that are not of the web wait for whoever knows them. */
export async function requestPictures(trx: Db, pictures: PictureReference[]): Promise<void> {
  const web = pictures.map((picture) => picture.href).filter((href) => /^https?:\/\//i.test(href));
  const drawn = new Set(pictures.filter(({ kind }) => kind === 'graphic').map(({ href }) => href));
  const fresh = (await requestSources(trx, web)).map((href) =>
    drawn.has(href) ? { href, kind: 'graphic' as const } : { href },
  );
  await enqueueAll(trx, fetchPictureJob, fresh, { maxAttempts: 6 });
}
