import type { Db } from '#platform/database.ts';
import { listNewest, type SeenEntry } from './timeline.repo.ts';
import { toldOnce } from './told-once.ts';

export type TimelineEntry = SeenEntry;

/** Two dates tell no story. */
const FEWEST = 3;

/**
 * The story so far of a topic: the newest events in the order of their days, each once; nothing where there are fewer than three.
 * `without`: an article whose own sentences are left out, since they stand above. One query.
 */
export async function readTimeline(
  db: Db,
  topicId: number,
  { limit, without }: { limit: number; without?: number },
): Promise<TimelineEntry[]> {
  const seen = (await listNewest(db, topicId)).filter(({ articleId }) => articleId !== without);
  // Within a day as they were told.
  const entries = toldOnce(seen)
    .slice(0, limit)
    .sort((a, b) => a.day.localeCompare(b.day));
  return entries.length < FEWEST ? [] : entries;
}
