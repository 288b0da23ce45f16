import { type ListedArticle, listByIds } from '#features/articles/articles.ts';
import type { Db } from '#platform/database.ts';
import { type Issues, insertIssue, readIssues } from './issues.repo.ts';

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/**
 * The planned stories of a send that may be shown now, as they are now, and the number of the issue that is: the latest
 * one where nothing has changed since, else another. `memory` holds what was read of the send before.
 */
export async function readIssue(
  trx: Db,
  sendId: number,
  memory: { issues?: Issues },
): Promise<{ issue: number; stories: ListedArticle[] }> {
  memory.issues ??= await readIssues(trx, sendId);
  const { planned, latest } = memory.issues;
  const ids = planned.map(({ article_id }) => article_id);
  const visible = new Map((await listByIds(trx, ids)).map((article) => [article.id, article]));
  const stories = planned.flatMap(({ article_id }) => visible.get(article_id) ?? []);
  const now = planned.flatMap(({ article_id, position }) => {
    const article = visible.get(article_id);
    return article ? [{ article_id, revision: article.current_revision, position }] : [];
  });
  if (isSame(now, latest.stories)) return { issue: latest.issue, stories };
  memory.issues = await addIssue(trx, sendId, now);
  return { issue: memory.issues.latest.issue, stories };
}

/** Another worker may have seen the change first; the send's row is locked, so the two do not add it twice. */
async function addIssue(trx: Db, sendId: number, stories: Issues['planned']): Promise<Issues> {
  const issues = await readIssues(trx, sendId);
  if (isSame(stories, issues.latest.stories)) return issues;
  const issue = issues.latest.issue + 1;
  await insertIssue(trx, sendId, issue, stories);
  return { planned: issues.planned, latest: { issue, stories } };
}
