import type { Db } from '#platform/database.ts';
import { listStoriesForUpdate, updateStory } from '../stories.repo.ts';
import type { StoryRow } from '../stories.tables.ts';
import type { StoryState } from '../story.ts';
import { findLowestNumber, listDeskStories, moveTakes } from '../takes.repo.ts';
import { moveFingerprints } from './fingerprints.repo.ts';

/** Stories that turned out to be one. `itemIds`: the wire items that went along. */
export type MergedStories = { survivor: StoryRow; absorbed: StoryRow[]; itemIds: number[] };

/** A story that readers know keeps its address; else the older one stays. */
const PRECEDENCE: Record<StoryState, number> = { published: 0, killed: 1, held: 2, ready: 3, draft: 4 };

/**
 * Makes one story of several, where all of them are the wire's alone; one that the desk has written on, holds or has made ready is
 * its own, and then nothing is merged. What readers see of them is the caller's business.
 */
export async function mergeStories(trx: Db, storyIds: number[]): Promise<MergedStories | undefined> {
  const stories = await listStoriesForUpdate(trx, storyIds);
  if (stories.some(({ state }) => state === 'held' || state === 'ready')) return undefined;
  if ((await listDeskStories(trx, storyIds)).length > 0) return undefined;
  const [survivor, ...absorbed] = stories.toSorted(
    (a, b) => PRECEDENCE[a.state] - PRECEDENCE[b.state] || a.id - b.id,
  );
  if (!survivor) return undefined;
  const itemIds: number[] = [];
  for (const story of absorbed) {
    const lowest = await findLowestNumber(trx, survivor.id);
    await moveTakes(trx, story.id, survivor.id, Math.min(lowest, 0));
    itemIds.push(...(await moveFingerprints(trx, story.id, survivor.id)));
    // Held: whatever still points at it must not publish it.
    await updateStory(trx, story.id, { merged_into: survivor.id, state: 'held' });
  }
  return { survivor, absorbed, itemIds };
}
