import lists from './name-lists.json' with { type: 'json' };
import file from './word-classes.json' with { type: 'json' };

/**
 * What is known of a word whatever the text: its class by the company it keeps, at three levels; the lists it is in; and how like a
 * first name, a surname, a place, an organisation or none of these it is (two bits each).
 */
export type WordFacts = { fine: number; middle: number; coarse: number; lists: number; likeness: number };

/** Bits of `lists`. */
const [FIRST, SURNAME] = [1, 2];

const UNKNOWN: WordFacts = {
  fine: file.classes.length,
  middle: 999,
  coarse: 999,
  lists: 0,
  likeness: 1 << 10,
};

let facts: Map<string, WordFacts> | undefined;

function readFacts(): Map<string, WordFacts> {
  const [middles, coarses] = file.levels;
  const known = new Map<string, WordFacts>();
  file.classes.forEach((words, fine) => {
    const kinds = file.kinds[fine] ?? '';
    const base = { fine, middle: middles?.[fine] ?? 999, coarse: coarses?.[fine] ?? 999, lists: 0 };
    words.split(' ').forEach((word, at) => {
      known.set(word, { ...base, likeness: Number.parseInt(kinds.slice(at * 2, at * 2 + 2), 32) });
    });
  });
  const add = (list: string, bit: number): void => {
    for (const word of list.split('\n')) {
      const base = known.get(word) ?? UNKNOWN;
      known.set(word, { ...base, lists: base.lists | bit });
    }
  };
  add(lists.firstNames, FIRST);
  add(lists.surnames, SURNAME);
  return known;
}

/** What is known of a lower-case word; the lists are unpacked on first use. */
export function factsOf(low: string): WordFacts {
  facts ??= readFacts();
  return facts.get(low) ?? UNKNOWN;
}

export const isFirstName = (low: string): boolean => (factsOf(low).lists & FIRST) > 0;
/** Also for names that are plain words as well, such as "mark". */
export const isLikeFirstName = (low: string): boolean => isFirstName(low) || (factsOf(low).likeness & 3) > 1;

let genders: Map<string, string> | undefined;

/** "f" or "m" for a lower-case first name that only women or only men bear. */
export function genderOf(low: string): string | undefined {
  genders ??= new Map([
    ...lists.women.split('\n').map((name) => [name, 'f'] as const),
    ...lists.men.split('\n').map((name) => [name, 'm'] as const),
  ]);
  return genders.get(low);
}
