import type { Db } from '#platform/database.ts';
import { walkBlocks } from '#platform/walk-blocks.ts';
import { followArticle, TIMELINE_VERSION } from './follow-article.ts';
import { findUnfollowed } from './timeline.repo.ts';

const BLOCK = 1000;

/**
 * Follows the articles that were published before there were timelines, or that older rules were applied to, in transactions of one article
 * each. @returns how many.
 */
export const backfillTimelines = (db: Db, { signal }: { signal?: AbortSignal } = {}): Promise<number> =>
  walkBlocks(
    (after) => findUnfollowed(db, { after, size: BLOCK, version: TIMELINE_VERSION }),
    (id) => followArticle(db, id),
    { signal, gently: true },
  );
