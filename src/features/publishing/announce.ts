import { type ArticleRow, topicsOf } from '#features/articles/articles.ts';
import type { Db } from '#platform/database.ts';
import { enqueueAll } from '#platform/jobs.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { articleChanged } from './article-changed.job.ts';
import { purgeKeysOf } from './purge-keys.ts';

/**
 * Tells every node, at the moment the transaction commits, that what shows this article has changed, and queues the
 * reactions that may take their time. `hard`: the article must not be shown any more, not even from a stale page.
 * `before`: the article as it was, where it may have been listed elsewhere.
 */
export async function announce(
  trx: Db,
  article: ArticleRow,
  options: { hard: boolean; before?: ArticleRow },
): Promise<void> {
  await announceAll(trx, [{ article, topics: await topicsOf(trx, article.id) }], options);
}

/** Announces articles whose topics are known, in two statements. */
export async function announceAll(
  trx: Db,
  announced: { article: ArticleRow; topics: number[] }[],
  { hard, before }: { hard: boolean; before?: ArticleRow },
): Promise<void> {
  const keys = new Set(announced.flatMap(({ article, topics }) => purgeKeysOf(article, topics)));
  if (before) for (const key of purgeKeysOf(before, [])) keys.add(key);
  await notifyPurge(trx, { keys: [...keys], hard });
  const changes = announced.map(({ article }) => ({
    articleId: article.id,
    revision: article.current_revision,
  }));
  await enqueueAll(trx, articleChanged, changes);
}
