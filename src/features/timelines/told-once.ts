import type { TimelinePrecision } from './timeline.tables.ts';

type Told = { day: string; precision: TimelinePrecision; sentence: string };

/** So much of the shorter of two sentences in the other makes them tell the same. */
const SAME = 0.5;
/** Of words without a meaning of their own, and the names of days and months, which all sentences of one day share. */
const PLAIN = new Set(
  `the a an of in on at to for from with by and or but as after before over under into out off up down that which who its his her their
was were had has have been be is are it he she they this these those more than less least about between through during against where when
while without within also not no per cent one two three four five six seven eight nine ten first new last year years day days week weeks
month months monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
november december evening morning afternoon night early late yesterday today`.split(/\s+/),
);

/** What a sentence is about: words of meaning by their first letters, so that "voted" and "votes" are one. */
function contentOf(sentence: string): Set<string> {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? [];
  return new Set(
    words
      .filter((word) => !PLAIN.has(word))
      .map((word) =>
        /\p{Script=Hangul}/u.test(word) ? word.slice(0, 2) : word.replace(/['’]s$/, '').slice(0, 5),
      ),
  );
}

function isSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  let shared = 0;
  for (const word of small) if (large.has(word)) shared++;
  return shared >= 2 && shared / small.size >= SAME;
}

/**
 * Of entries in an order of preference those that tell something of their own: of two that tell the same of one day the first is kept, and
 * what is told of a month is left out where it is told of one of its days.
 */
export function toldOnce<T extends Told>(entries: readonly T[]): T[] {
  const kept: { entry: T; content: Set<string> }[] = [];
  const exactFirst = [
    ...entries.filter((one) => one.precision === 'day'),
    ...entries.filter((one) => one.precision === 'month'),
  ];
  for (const entry of exactFirst) {
    const content = contentOf(entry.sentence);
    const told = kept.some(
      (one) =>
        (entry.precision === 'month'
          ? one.entry.day.slice(0, 7) === entry.day.slice(0, 7)
          : one.entry.day === entry.day) && isSame(one.content, content),
    );
    if (!told) kept.push({ entry, content });
  }
  const order = new Map(entries.map((entry, at) => [entry, at]));
  return kept.map(({ entry }) => entry).sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
}
