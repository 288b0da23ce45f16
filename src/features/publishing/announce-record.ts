import type { ArticleRow } from '#features/articles/articles.ts';
import type { Db } from '#platform/database.ts';
import { enqueue } from '#platform/jobs.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { articleChanged } from './article-changed.job.ts';

/**
 * Tells every node that an article's record has changed. Its text is the same, so lists of its section and edition stand;
 * what is made of records (its page, its topics) does not.
 */
export const purgeRecord = (trx: Db, id: number, topics: readonly number[]): Promise<void> =>
  notifyPurge(trx, { keys: [`article:${id}`, ...topics.map((topic) => `topic:${topic}`)], hard: false });

/** The same, and queues the reactions to it. */
export async function announceRecord(
  trx: Db,
  { id, current_revision }: Pick<ArticleRow, 'id' | 'current_revision'>,
  topics: readonly number[],
): Promise<void> {
  await purgeRecord(trx, id, topics);
  await enqueue(trx, articleChanged, { articleId: id, revision: current_revision });
}
