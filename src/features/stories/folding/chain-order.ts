import type { Fingerprint } from './fingerprint.ts';
import { containment } from './sketch.ts';

/** Items that are one take: the same words that came by several roads. */
export type ChainTake = { entries: Fingerprint[] };

type Placed = {
  entry: Fingerprint;
  strand: string;
  generation: number;
  at: number;
  partial: boolean;
  className: string;
};

/**
 * The takes of a story from first to last, worked out from the whole set of its items: the same set gives the same order, however it
 * arrived. Versions of one item are in the order of their versions; across items the chain mark counts before the clocks. Canceled
 * items are no takes.
 */
export function orderChain(entries: Fingerprint[]): ChainTake[] {
  const placed = placeInStrands(entries.filter(({ status }) => status !== 'canceled'));
  const classes = new Map<string, Placed[]>();
  for (const one of placed) {
    const known = classes.get(one.className);
    if (known) known.push(one);
    else classes.set(one.className, [one]);
  }
  return [...classes.values()]
    .map((members) => ({ members, place: placeOf(members) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ members }) => ({ entries: members.map(({ entry }) => entry) }));
}

/** Versions of one item, or of one document by NITF's du-key; an identifier that two roads share is one strand. */
const strandOf = ({ duKey, guid, sourceId }: Fingerprint): string =>
  duKey ?? (guid.length >= 12 && /[:/]/.test(guid) ? guid : `${sourceId} ${guid}`);

function placeInStrands(entries: Fingerprint[]): Placed[] {
  const strands = new Map<string, Fingerprint[]>();
  for (const entry of entries) {
    const strand = strandOf(entry);
    strands.set(strand, [...(strands.get(strand) ?? []), entry]);
  }
  return [...strands].flatMap(([strand, members]) => {
    let generation = Number.NEGATIVE_INFINITY;
    let at = Number.NEGATIVE_INFINITY;
    const times = new Map<string, Set<number>>();
    return members.sort(byVersion).map((entry): Placed => {
      // A clock that was set back, or a mark that was left away, must not put a later version before an earlier one.
      generation = Math.max(generation, entry.generation);
      at = Math.max(at, entry.at);
      const text = `${entry.textHash} ${entry.status} ${entry.embargoUntil?.getTime() ?? ''}`;
      // The same words once more in one strand are another take: with a picture, or after something else was said.
      const versions = (times.get(text) ?? new Set()).add(entry.version);
      times.set(text, versions);
      return {
        entry,
        strand,
        generation,
        at,
        partial: isPartial(entry, entries),
        className: `${text} ${versions.size}`,
      };
    });
  });
}

const byVersion = (a: Fingerprint, b: Fingerprint): number =>
  a.version - b.version ||
  a.at - b.at ||
  compareText(String(a.textHash), String(b.textHash)) ||
  a.sourceId - b.sourceId;

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** A shortened copy by another road: feeds often carry the first lines alone. It never leads. */
const isPartial = (entry: Fingerprint, all: Fingerprint[]): boolean =>
  all.some(
    (other) =>
      strandOf(other) !== strandOf(entry) &&
      other.generation === entry.generation &&
      other.status === entry.status &&
      entry.sketch.shingles < 0.6 * other.sketch.shingles &&
      containment(entry.sketch, other.sketch) >= 0.9,
  );

type Place = { partial: boolean; generation: number; at: number; version: number; textHash: number };

/** Where a take stands: by the road that had it first. */
const placeOf = (members: Placed[]): Place => ({
  partial: members.every(({ partial }) => partial),
  generation: Math.min(...members.map(({ generation }) => generation)),
  at: Math.min(...members.map(({ at }) => at)),
  version: Math.max(...members.map(({ entry }) => entry.version)),
  textHash: members[0]?.entry.textHash ?? 0,
});

const comparePlaces = (a: Place, b: Place): number =>
  Number(b.partial) - Number(a.partial) ||
  a.generation - b.generation ||
  a.at - b.at ||
  a.version - b.version ||
  a.textHash - b.textHash;
