import { articlesWithPicture } from '#features/articles/articles.ts';
import type { Db } from '#platform/database.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';

/** Has everything made anew that shows an article with this picture: it has just arrived. */
export async function showPicture(trx: Db, href: string): Promise<void> {
  const articles = await articlesWithPicture(trx, href);
  if (articles.length === 0) return;
  await notifyPurge(trx, { keys: articles.map((id) => `article:${id}`), hard: false });
}
