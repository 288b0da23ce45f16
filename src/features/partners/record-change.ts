import { NEVER } from '#features/stories/stories.ts';
import type { Db } from '#platform/database.ts';
import { enqueue } from '#platform/jobs.ts';
import { nextVersion, statusOf } from './change.ts';
import { findStanding, lockStream, moveToEnd, type StandingRow } from './changes.repo.ts';
import { lookAgain, pushArticle } from './partner.jobs.ts';
import { listPushed } from './partners.repo.ts';

/**
 * Notes in the stream of changes how an article stands now, and queues what is to be pushed, in one transaction. Doing it again changes
 * nothing. An article that only comes out later is looked at again then; one that was never public is nobody's business.
 */
export async function recordChange(db: Db, articleId: number, now: Date): Promise<void> {
  await db.transaction().execute(async (trx) => {
    await lockStream(trx);
    const standing = await findStanding(trx, articleId);
    if (!standing) return;
    const { shown, killed, revision, told } = standing;
    if (!shown) await waitForRelease(trx, articleId, standing, now);
    if (!shown && !told) return;
    const next = { status: statusOf(shown, killed), revision };
    const version = nextVersion(told ?? undefined, next);
    if (told?.version === version) return;
    await moveToEnd(trx, { article_id: articleId, version, ...next, at: now });
    for (const partnerId of await listPushed(trx)) await enqueuePush(trx, partnerId, articleId);
  });
}

/** By the database's clock the article may come out a little after ours says so. */
const AFTER_MS = 200;

async function waitForRelease(trx: Db, articleId: number, standing: StandingRow, now: Date): Promise<void> {
  const { killed, withheld, visible_from: at } = standing;
  if (killed || withheld || at.getTime() >= NEVER.getTime()) return;
  const runAt = new Date(Math.max(at.getTime(), now.getTime()) + AFTER_MS);
  await enqueue(trx, lookAgain, { articleId }, { runAt, jobKey: `partner-look-${articleId}` });
}

/** Queues the sending of an article. A push that waits for its next try is made at once instead: what it would have sent is out of date. */
export const enqueuePush = (trx: Db, partnerId: number, articleId: number): Promise<void> =>
  enqueue(
    trx,
    pushArticle,
    { partnerId, articleId },
    { jobKey: `partner-push-${partnerId}-${articleId}`, maxAttempts: 14 },
  );
