import { listArticlePictures } from '#features/articles/articles.ts';
import { createPictureVariants, parsePictureAddress, pictureSources } from '#features/media/media.ts';
import { articleChanged } from '#features/publishing/publishing.ts';
import { indexArticles } from '#features/search/search.ts';
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import type { Db } from '#platform/database.ts';
import { handle, type JobHandler } from '#platform/jobs.ts';

/**
 * What follows the publication, holding or killing of an article and may take its time. Everything that must be true
 * at once is done by the views and by the purge in the publishing transaction; lists and feeds are read from the views.
 */
export function articleReactions({ db, blobs }: { db: Db; blobs: BlobStore }): JobHandler {
  const variants = createPictureVariants(db, blobs);
  return handle(articleChanged, async ({ articleId }) => {
    await indexArticles(db, [articleId]);
    // The files that fronts and the article's head show first, so that no reader waits for them to be made.
    for (const picture of await listArticlePictures(db, articleId)) {
      for (const slot of ['front-lead', 'article-lead'] as const) {
        const address = parsePictureAddress(pictureSources(picture, slot).src);
        if (address) await variants(address);
      }
    }
  });
}
