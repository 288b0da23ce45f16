import { listArticlePictures } from '#features/articles/articles.ts';
import { followArticle as followForDiary } from '#features/diary/diary.ts';
import { createPictureVariants, parsePictureAddress, pictureSources } from '#features/media/media.ts';
import { recordChange } from '#features/partners/partners.ts';
import { followArticle as followForPeople } from '#features/people/people.ts';
import { articleChanged, readMissing } from '#features/publishing/publishing.ts';
import { indexArticles } from '#features/search/search.ts';
import { followArticle as followForTimelines } from '#features/timelines/timelines.ts';
import { systemClock } from '#lib/clock.ts';
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import type { Db } from '#platform/database.ts';
import { handle, type JobHandler } from '#platform/jobs.ts';

/** Brings up to date what rests on an article's record. */
export async function followRecord(db: Db, articleId: number): Promise<void> {
  await followForDiary(db, articleId);
  await followForPeople(db, articleId);
  await followForTimelines(db, articleId);
}

/**
 * What follows the publication, holding or killing of an article and may take its time. Everything that must be true
 * at once is done by the views and by the purge in the publishing transaction; lists and feeds are read from the views.
 */
export function articleReactions({ db, blobs }: { db: Db; blobs: BlobStore }): JobHandler {
  const variants = createPictureVariants(db, blobs);
  return handle(articleChanged, async ({ articleId }) => {
    // First: partners are told of a kill before anything else is done about it.
    await recordChange(db, articleId, systemClock());
    await indexArticles(db, [articleId]);
    // Of a burst of copy, which was not read before it went out.
    await readMissing(db, articleId);
    await followRecord(db, articleId);
    // The files that fronts and the article's head show first, so that no reader waits for them to be made.
    for (const picture of await listArticlePictures(db, articleId)) {
      for (const slot of ['front-lead', 'article-lead'] as const) {
        const address = parsePictureAddress(pictureSources(picture, slot).src);
        if (address) await variants(address);
      }
    }
  });
}
