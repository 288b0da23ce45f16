import type { Asked } from '#features/stories/folding/fingerprints.repo.ts';
import { whySameStory } from '#features/stories/folding/same-story.ts';

const MOST_PER_KEY = 8;
const MOST_CANDIDATES = 16;

/** The index of folding without a database: the same keys, caps and questions. What it costs is what folding itself costs. */
export function createMemoryIndex() {
  const parents: number[] = [];
  const items: Asked[] = [];
  const byKey = new Map<number, number[]>();
  const strands = new Map<string, number>();
  const find = (at: number): number => {
    let root = at;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[at] = root;
    return root;
  };
  const join = (a: number, b: number): void => {
    const [first, second] = [find(a), find(b)].sort((x, y) => x - y);
    if (first !== undefined && second !== undefined) parents[second] = first;
  };
  const candidatesOf = ({ keys }: Asked): number[] => {
    const weights = new Map<number, number>();
    for (const [list, weight] of [
      [keys.strong, 2],
      [keys.weak, 1],
    ] as const) {
      for (const key of list)
        for (const other of byKey.get(key) ?? []) weights.set(other, (weights.get(other) ?? 0) + weight);
    }
    return [...weights]
      .filter(([, weight]) => weight >= 2)
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_CANDIDATES)
      .map(([place]) => place);
  };
  return {
    add: (asked: Asked): { place: number; compared: number } => {
      const place = items.length;
      parents.push(place);
      items.push(asked);
      const { fingerprint, keys } = asked;
      const strand = `${fingerprint.sourceId} ${fingerprint.guid}`;
      const earlier = strands.get(strand);
      if (earlier !== undefined) join(place, earlier);
      strands.set(strand, place);
      const candidates = candidatesOf(asked);
      for (const other of candidates) {
        const found = items[other];
        if (found && whySameStory(fingerprint, found.fingerprint)) join(place, other);
      }
      for (const key of keys.own) {
        const places = byKey.get(key);
        if (!places) byKey.set(key, [place]);
        else if (places.push(place) > MOST_PER_KEY) places.shift();
      }
      return { place, compared: candidates.length };
    },
    storyOf: find,
  };
}
