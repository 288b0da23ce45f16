/**
 * The keys that a search row carries beside its words, so that one index finds "this word, in this section, in these
 * days". Days are kept in blocks of 1, 8, 64 and 512: any span of days is a few dozen blocks, and a search that wants the
 * newest looks at the last days alone, however many articles have the word.
 */
const DAY_MS = 86_400_000;
const BLOCKS = [1, 8, 64, 512] as const;

export type Placed = { edition: string; section_id: number; visible_from: Date; topics: number[] };

export const dayOf = (at: Date): number => Math.floor(at.getTime() / DAY_MS);
export const startOfDay = (day: number): Date => new Date(day * DAY_MS);

export const sectionKey = (id: number): string => `s:${id}`;
export const topicKey = (id: number): string => `t:${id}`;
const blockKey = (edition: string, size: number, block: number): string => `${edition}:${size}:${block}`;

export const keysOf = ({ edition, section_id, visible_from, topics }: Placed): string[] => [
  sectionKey(section_id),
  ...topics.map(topicKey),
  ...BLOCKS.map((size) => blockKey(edition, size, Math.floor(dayOf(visible_from) / size))),
];

/** The keys of which every row of an edition from day `first` to day `last`, both included, has one. */
export function daysKeys(edition: string, first: number, last: number): string[] {
  const keys: string[] = [];
  for (let day = first; day <= last; ) {
    const size = BLOCKS.findLast((one) => day % one === 0 && day + one - 1 <= last) ?? 1;
    keys.push(blockKey(edition, size, day / size));
    day += size;
  }
  return keys;
}
