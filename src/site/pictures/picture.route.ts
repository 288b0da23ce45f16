import type { Hono } from 'hono';
import { listPictureArticles } from '#features/articles/articles.ts';
import { createPictureVariants, parsePictureAddress } from '#features/media/media.ts';
import { AppError } from '#lib/errors.ts';
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import type { Db } from '#platform/database.ts';
import { type CachedPages, cachedGet } from '#platform/http/cached-get.ts';
import { page } from '#platform/page-cache/page.ts';

/** Readers' browsers may keep a picture for a day; its bytes never change, but the right to show it may end. */
const CACHE_CONTROL = 'public, max-age=86400';

/**
 * `/media/{sha}/{crop}-{width}.{ext}`: a picture cut to a size, made on first demand. Served only while an article that
 * readers may see uses it: a kill takes its pictures along.
 */
export function pictureRoutes(
  app: Hono,
  pages: CachedPages,
  { db, blobs }: { db: Db; blobs: BlobStore },
): void {
  const variants = createPictureVariants(db, blobs);
  cachedGet(app, pages, {
    pattern: '/media/:sha/:file',
    render: async ({ path }) => {
      const address = parsePictureAddress(path);
      const articles = address ? await listPictureArticles(db, address.sha12) : [];
      const made = address && articles.length > 0 ? await variants(address) : undefined;
      if (!made) throw new AppError('not_found', 'There is no such picture.');
      const keys = articles.map((id) => `article:${id}`);
      return page({ type: made.type, body: made.bytes, headers: [['cache-control', CACHE_CONTROL]], keys });
    },
  });
}
