import type { ArticleRow } from '#features/articles/articles.ts';
import type { Db } from '#platform/database.ts';
import { enqueue } from '#platform/jobs.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { articleChanged } from './article-changed.job.ts';

/**
 * Tells every node that an article's record has changed, and queues the reactions to it. Its text is the same, so lists
 * of its section and edition stand; what is made of records (its page, its topics) does not.
 */
export async function announceRecord(
  trx: Db,
  { id, current_revision }: Pick<ArticleRow, 'id' | 'current_revision'>,
  topics: readonly number[],
): Promise<void> {
  const keys = [`article:${id}`, ...topics.map((topic) => `topic:${topic}`)];
  await notifyPurge(trx, { keys, hard: false });
  await enqueue(trx, articleChanged, { articleId: id, revision: current_revision });
}
