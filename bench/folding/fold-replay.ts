import { sql } from 'kysely';
import {
  findCandidates,
  insertFingerprints,
  moveFingerprints,
} from '#features/stories/folding/fingerprints.repo.ts';
import { groupItems } from '#features/stories/folding/group-items.ts';
import type { Db } from '#platform/database.ts';
import type { ReplayItem } from './make-replay.ts';
import { createMemoryIndex } from './memory-index.ts';
import { type PairScore, scorePairs } from './score-pairs.ts';
import { toAsked } from './to-asked.ts';

export type Folding = { items: number; score: PairScore; milliseconds: number; compared: number };

/** Folds a replay with the index in memory. */
export function foldInMemory(items: ReplayItem[]): Folding {
  const index = createMemoryIndex();
  const begun = performance.now();
  let compared = 0;
  for (const [place, item] of items.entries()) compared += index.add(toAsked(item, place + 1)).compared;
  const milliseconds = performance.now() - begun;
  const found = items.map((_, place) => index.storyOf(place));
  const score = scorePairs(
    items.map(({ story }) => story),
    found,
  );
  return { items: items.length, score, milliseconds, compared };
}

const BATCH = 100;

/** The tables of folding alone: what its rows point at is not there. */
export async function freeOfStories(db: Db): Promise<void> {
  const { rows } = await sql<{ conname: string }>`
    select conname from pg_constraint where conrelid = 'fingerprint'::regclass and contype = 'f'`.execute(db);
  for (const { conname } of rows) await db.schema.alterTable('fingerprint').dropConstraint(conname).execute();
}

/** Folds a replay as the paper does, in messages of a hundred, each in a transaction. A delivery that is repeated goes where it went. */
export async function foldInDatabase(db: Db, items: ReplayItem[]): Promise<Folding> {
  await freeOfStories(db);
  const begun = performance.now();
  let compared = 0;
  let nextStory = 1;
  const placeOf = new Map<string, number>();
  const itemOf = items.map((item, place) => {
    const key = `${item.source} ${item.guid} ${item.version}`;
    if (!placeOf.has(key)) placeOf.set(key, place + 1);
    return placeOf.get(key) ?? 0;
  });
  for (let from = 0; from < items.length; from += BATCH) {
    const asked = items
      .slice(from, from + BATCH)
      .map((item, index) => ({ item, id: from + index + 1 }))
      .filter(({ id }) => itemOf[id - 1] === id)
      .map(({ item, id }) => toAsked(item, id));
    await db.transaction().execute(async (trx) => {
      const candidates = await findCandidates(trx, asked);
      compared += candidates.length;
      const { groups, because } = groupItems(asked, candidates);
      const fresh = [];
      for (const { places, storyIds } of groups) {
        const [storyId = nextStory++, ...others] = storyIds;
        for (const other of others) await moveFingerprints(trx, other, storyId);
        for (const place of places) {
          const one = asked[place];
          if (one) fresh.push({ ...one, storyId, because: because(place) });
        }
      }
      await insertFingerprints(trx, fresh);
    });
  }
  const milliseconds = performance.now() - begun;
  const rows = await db.selectFrom('fingerprint').select(['item_id', 'story_id']).execute();
  const storyOf = new Map(rows.map((row) => [row.item_id, row.story_id]));
  const found = itemOf.map((id) => storyOf.get(id) ?? 0);
  return {
    items: items.length,
    score: scorePairs(
      items.map(({ story }) => story),
      found,
    ),
    milliseconds,
    compared,
  };
}
