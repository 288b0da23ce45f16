import { setTimeout } from 'node:timers/promises';
import { monotonicMs } from '#lib/clock.ts';
import type { Db } from '#platform/database.ts';
import { followArticle, TIMELINE_VERSION } from './follow-article.ts';
import { findUnfollowed } from './timeline.repo.ts';

const BLOCK = 1000;

/**
 * Follows the articles that were published before there were timelines, or that older rules were applied to, in transactions of one
 * article each and at most half of the time. Stopped, it goes on with the rest when it is called again.
 * @returns how many articles were followed.
 */
export async function backfillTimelines(db: Db, { signal }: { signal?: AbortSignal } = {}): Promise<number> {
  let done = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const block = await findUnfollowed(db, { after, size: BLOCK, version: TIMELINE_VERSION });
    for (const id of block.unfollowed) {
      if (signal?.aborted) return done;
      const begun = monotonicMs();
      await followArticle(db, id);
      done += 1;
      await setTimeout(monotonicMs() - begun);
    }
    after = block.last;
  }
  return done;
}
