import { toText } from '#document/to-text.ts';
import type { Db } from '#platform/database.ts';
import { findNearby, listLeads } from './clusters.repo.ts';
import { eventKeys, type Fingerprint } from './fingerprint.ts';
import { contained, overlap } from './sketch.ts';
import { readWords } from './words.ts';

/** A story on the same event by another agency. */
export type Neighbour = { storyId: number; agency: string; headline: string; alike: number };

const WINDOW_HOURS = 36;

/**
 * The stories on the same event as these, which other agencies sent: they stay stories of their own, and the desk chooses. Worked out when
 * asked for, from the index that folding keeps; a number of probes that does not grow with the archive.
 */
export async function listClusters(db: Db, storyIds: number[]): Promise<Map<number, Neighbour[]>> {
  const leads = await listLeads(db, storyIds);
  const asked = leads.map(({ fingerprint, headline, body }) => ({
    fingerprint,
    keys: eventKeys(readWords(headline), readWords(toText(body))),
  }));
  const clusters = new Map<number, Neighbour[]>(storyIds.map((storyId) => [storyId, []]));
  for (const { place, storyId, headline, fingerprint } of await findNearby(db, asked, WINDOW_HOURS)) {
    const own = leads[place];
    if (!own || own.storyId === storyId) continue;
    const alike = likeness(own.fingerprint, fingerprint);
    const neighbours = clusters.get(own.storyId);
    if (alike < SAME_EVENT || !neighbours || neighbours.some((other) => other.storyId === storyId)) continue;
    neighbours.push({ storyId, agency: agencyIn(fingerprint.realm), headline, alike });
  }
  for (const neighbours of clusters.values())
    neighbours.sort((a, b) => b.alike - a.alike || a.storyId - b.storyId);
  return clusters;
}

const SAME_EVENT = 0.5;

const agencyIn = (realm: string): string => realm.split('/').slice(2).join('/');
const editionIn = (realm: string): string => realm.split('/')[0] ?? '';

/** How much two items of different agencies say the same at their heads, from 0 to about 1. */
function likeness(a: Fingerprint, b: Fingerprint): number {
  if (a.realm === b.realm || editionIn(a.realm) !== editionIn(b.realm)) return 0;
  if (a.language !== b.language && a.language !== '' && b.language !== '') return 0;
  return contained(a.sketch.lead, b.sketch.lead, 0) + overlap(a.sketch.headline, b.sketch.headline);
}
