import { sql } from 'kysely';
import type { Document } from '#document/document.ts';
import type { Db } from '#platform/database.ts';
import type { Fingerprint } from './fingerprint.ts';
import { toKnownFingerprint } from './fingerprints.repo.ts';
import type { FingerprintRow } from './fingerprints.tables.ts';

/** What these stories say now, with the fingerprint of the item that said it; stories of the desk's own have none. */
export async function listLeads(
  db: Db,
  storyIds: number[],
): Promise<{ storyId: number; headline: string; body: Document; fingerprint: Fingerprint }[]> {
  if (storyIds.length === 0) return [];
  const rows = await db
    .selectFrom('story')
    .innerJoin('take', (join) =>
      join.onRef('take.story_id', '=', 'story.id').onRef('take.number', '=', 'story.current_take'),
    )
    .innerJoin('fingerprint', 'fingerprint.item_id', 'take.wire_item_id')
    .selectAll('fingerprint')
    .select(['take.headline', 'take.body'])
    .where('story.id', 'in', storyIds)
    .execute();
  return rows.map(({ headline, body, ...row }) => ({
    ...{ storyId: row.story_id, headline, body },
    fingerprint: toKnownFingerprint(row),
  }));
}

/** So many of the newest items under one name are looked at. */
const MOST_PER_KEY = 40;

export type Nearby = { place: number; storyId: number; headline: string; fingerprint: Fingerprint };

/** Items that share two keys with one of the asked and are no more than so many hours from it, with their stories' headlines of now. */
export async function findNearby(
  db: Db,
  asked: { fingerprint: Fingerprint; keys: number[] }[],
  hours: number,
): Promise<Nearby[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<FingerprintRow & { place: number; headline: string }>`
    with asked as (
      select * from unnest(
        ${asked.map(({ fingerprint }) => new Date(fingerprint.at))}::timestamptz[],
        ${asked.map(({ keys }) => `{${keys.join(',')}}`)}::text[]
      ) with ordinality as a (at, keys, place)
    ), hit as (
      select place, found.item_id
      from asked
      cross join unnest(keys::int[]) as key
      cross join lateral (
        select item_id from fingerprint_key k
        where k.key = key and k.at between asked.at - make_interval(hours => ${hours}) and asked.at + make_interval(hours => ${hours})
        order by k.at desc limit ${sql.lit(MOST_PER_KEY)}
      ) as found
      group by place, found.item_id
      having count(*) >= 2
    )
    select hit.place, take.headline, f.*
    from hit
    join fingerprint f on f.item_id = hit.item_id
    join story on story.id = f.story_id
    join take on take.story_id = story.id and take.number = story.current_take`.execute(db);
  return rows.map(({ place, headline, ...row }) => ({
    ...{ place: place - 1, headline, storyId: row.story_id },
    fingerprint: toKnownFingerprint(row),
  }));
}
