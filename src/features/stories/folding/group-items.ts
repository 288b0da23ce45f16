import type { Asked, Candidate } from './fingerprints.repo.ts';
import type { Reason } from './fingerprints.tables.ts';
import { whySameStory } from './same-story.ts';

/** Items that are of one story: their places among the asked in ascending order, and the stories that are there already. */
export type ItemGroup = { places: number[]; storyIds: number[] };
export type GroupedItems = { groups: ItemGroup[]; because: (place: number) => Reason };

/** So many items of one delivery under one key are compared; as many as are asked for in the table. */
const MOST_PER_KEY = 8;

/** Sorts items into stories, by what was found of them in the table and by each other. */
export function groupItems(asked: Asked[], candidates: Candidate[]): GroupedItems {
  const sets = createSets();
  const reasons = new Map<number, Reason>();
  const tie = (place: number, other: string, reason: Reason): void => {
    sets.join(itemNode(place), other);
    if (reason === 'version' || !reasons.has(place)) reasons.set(place, reason);
  };
  for (const { place, strand, storyId, fingerprint } of candidates) {
    const own = asked[place]?.fingerprint;
    const reason = strand ? 'version' : own && whySameStory(own, fingerprint);
    if (reason) tie(place, storyNode(storyId), reason);
  }
  for (const { place, other, reason } of pairsAmong(asked)) tie(place, itemNode(other), reason);
  const groups = new Map<string, ItemGroup>();
  const groupOf = (node: string): ItemGroup => {
    const root = sets.find(node);
    const known = groups.get(root) ?? { places: [], storyIds: [] };
    groups.set(root, known);
    return known;
  };
  for (const place of asked.keys()) groupOf(itemNode(place)).places.push(place);
  for (const storyId of new Set(candidates.map((candidate) => candidate.storyId))) {
    if (sets.has(storyNode(storyId))) groupOf(storyNode(storyId)).storyIds.push(storyId);
  }
  for (const group of groups.values()) group.storyIds.sort((a, b) => a - b);
  return { groups: [...groups.values()], because: (place) => reasons.get(place) ?? 'first' };
}

const itemNode = (place: number): string => `item ${place}`;
const storyNode = (storyId: number): string => `story ${storyId}`;

/** Which of these items belong together, each with an earlier one. */
function pairsAmong(asked: Asked[]): { place: number; other: number; reason: Reason }[] {
  const pairs: { place: number; other: number; reason: Reason }[] = [];
  const strands = new Map<string, number>();
  const byKey = new Map<number, number[]>();
  for (const [place, { fingerprint, keys }] of asked.entries()) {
    const strand = `${fingerprint.sourceId} ${fingerprint.guid}`;
    const earlier = strands.get(strand);
    if (earlier !== undefined) pairs.push({ place, other: earlier, reason: 'version' });
    strands.set(strand, place);
    const weights = new Map<number, number>();
    const look = (key: number, weight: number): void => {
      for (const other of byKey.get(key) ?? []) weights.set(other, (weights.get(other) ?? 0) + weight);
    };
    for (const key of keys.strong) look(key, 2);
    for (const key of keys.weak) look(key, 1);
    for (const [other, weight] of weights) {
      const found = asked[other];
      const reason = weight >= 2 && found ? whySameStory(fingerprint, found.fingerprint) : undefined;
      if (reason) pairs.push({ place, other, reason });
    }
    for (const key of new Set(keys.own)) {
      const places = byKey.get(key);
      if (!places) byKey.set(key, [place]);
      else if (places.push(place) > MOST_PER_KEY) places.shift();
    }
  }
  return pairs;
}

/** Sets that can be joined (union-find with path halving). */
function createSets() {
  const parents = new Map<string, string>();
  const find = (node: string): string => {
    let at = node;
    for (;;) {
      const parent = parents.get(at) ?? at;
      const above = parents.get(parent) ?? parent;
      if (above === at) return at;
      parents.set(at, above);
      at = above;
    }
  };
  return {
    find,
    has: (node: string): boolean => parents.has(node),
    join: (a: string, b: string): void => {
      const roots = [find(a), find(b)].sort();
      const [first = a, second = b] = roots;
      parents.set(second, first);
      if (!parents.has(first)) parents.set(first, first);
    },
  };
}
