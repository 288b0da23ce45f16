import { CAPITAL, DATE_WORD, DATE_WORDS, DIGIT, OPENING, STOP_WORD, spread, type Words } from './words.ts';

/**
 * What two texts are compared by. Everything is a set of 16-bit hashes: enough to compare two items, for which an index has
 * found each other before.
 */
export type Sketch = {
  /** MinHash by one permutation: 64 bins over shingles of six words (Li, Owen & Zhang 2012), empty bins filled from the next. */
  bins: Uint16Array;
  /** How many different shingles the text has, about. */
  shingles: number;
  /** Words of the headline that say something; of headline and beginning of the text; figures and days in all of it. Ascending. */
  headline: Uint16Array;
  lead: Uint16Array;
  figures: Uint16Array;
  /** Names in the text, and in the headline where capitals tell them. */
  names: Uint16Array;
  headlineNames: Uint16Array;
};

export const BINS = 64;
const SHINGLE_WORDS = 6;
const LEAD_WORDS = 40;
const MOST_FIGURES = 64;
const MOST_NAMES = 48;
const MOST_HEADLINE_WORDS = 24;
const EMPTY = 0xffffffff;

/** The sketch of a text, and the smallest shingles of eight parts of it: two texts of which half is the same share four of them. */
export function toSketch(headline: Words, text: Words): { sketch: Sketch; smallest: number[] } {
  const minima = new Uint32Array(BINS).fill(EMPTY);
  const shingles = fillBins(text, minima);
  const smallest: number[] = [];
  for (let part = 0; part < 8; part++) {
    let least = EMPTY;
    for (let bin = part; bin < BINS; bin += 8) least = Math.min(least, minima[bin] ?? EMPTY);
    if (least !== EMPTY) smallest.push(least ^ (part << 28));
  }
  const content = contentWords(headline, MOST_HEADLINE_WORDS);
  const names = namesOf(text);
  const sketch = {
    bins: fillEmpty(minima),
    shingles,
    headline: toSet(content),
    lead: toSet([...content, ...contentWords(text, LEAD_WORDS)]),
    figures: toSet([...figuresOf(headline), ...figuresOf(text)].slice(0, MOST_FIGURES)),
    names: toSet(names),
    headlineNames: toSet(headlineNamesOf(headline, new Set(names))),
  };
  return { sketch, smallest };
}

function fillBins({ hashes, count }: Words, minima: Uint32Array): number {
  const shingles = count === 0 ? 0 : Math.max(1, count - SHINGLE_WORDS + 1);
  for (let from = 0; from < shingles; from++) {
    let hash = 0;
    const end = Math.min(count, from + SHINGLE_WORDS);
    for (let at = from; at < end; at++) hash = Math.imul(hash, 0x9e3779b1) + (hashes[at] ?? 0);
    const mixed = spread(hash | 0) >>> 0;
    const bin = mixed & (BINS - 1);
    const value = mixed >>> 6;
    if (value < (minima[bin] ?? EMPTY)) minima[bin] = value;
  }
  return shingles;
}

/** Short texts leave bins empty: they borrow from the next that is not, so that equal texts stay equal (Shrivastava & Li 2014). */
function fillEmpty(minima: Uint32Array): Uint16Array {
  const bins = new Uint16Array(BINS);
  for (let bin = 0; bin < BINS; bin++) {
    for (let away = 0; away < BINS; away++) {
      const value = minima[(bin + away) & (BINS - 1)] ?? EMPTY;
      if (value === EMPTY) continue;
      bins[bin] = spread(value + Math.imul(away, 0x27d4eb2f)) & 0xffff;
      break;
    }
  }
  return bins;
}

function contentWords({ hashes, flags, count }: Words, most: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < Math.min(count, most); at++)
    if (((flags[at] ?? 0) & STOP_WORD) === 0) found.push(hashes[at] ?? 0);
  return found;
}

function figuresOf({ hashes, flags, count }: Words): number[] {
  const found: number[] = [];
  for (let at = 0; at < count && found.length < MOST_FIGURES; at++)
    if (((flags[at] ?? 0) & (DIGIT | DATE_WORD)) !== 0) found.push(hashes[at] ?? 0);
  return found;
}

const isName = (flags: number): boolean => (flags & (CAPITAL | STOP_WORD | DATE_WORD)) === CAPITAL;

/** Words with a capital inside a sentence; the first ones, since what is added comes later or in other words. */
function namesOf({ hashes, flags, count }: Words): number[] {
  const found = new Set<number>();
  for (let at = 0; at < count && found.size < MOST_NAMES; at++) {
    const flag = flags[at] ?? 0;
    if (isName(flag) && (flag & OPENING) === 0) found.add(hashes[at] ?? 0);
  }
  return [...found];
}

/** None where most words of the headline have a capital: Then It Says Nothing. */
function headlineNamesOf({ hashes, flags, count }: Words, known: Set<number>): number[] {
  let words = 0;
  const found: number[] = [];
  for (let at = 0; at < Math.min(count, MOST_HEADLINE_WORDS); at++) {
    const flag = flags[at] ?? 0;
    if ((flag & STOP_WORD) === 0) words += 1;
    if (isName(flag) && ((flag & OPENING) === 0 || known.has(hashes[at] ?? 0))) found.push(hashes[at] ?? 0);
  }
  return words >= 4 && found.length > 0.7 * words ? [] : found;
}

const toShort = (hash: number): number => (hash ^ (hash >>> 16)) & 0xffff;

const DATES = new Set([...DATE_WORDS].map(toShort));

/** Whether two texts speak of days, and of none that both have: Monday's weather and Tuesday's. */
export function hasOtherDays(a: Sketch, b: Sketch): boolean {
  const days = a.figures.filter((figure) => DATES.has(figure));
  const others = b.figures.filter((figure) => DATES.has(figure));
  return days.length > 0 && others.length > 0 && shared(days, others) === 0;
}

const toSet = (hashes: number[]): Uint16Array => Uint16Array.from(new Set(hashes.map(toShort))).sort();

/** The share of shingles that two texts have in common (Jaccard), within about 0.06. */
export function similarity(a: Sketch, b: Sketch): number {
  if (a.shingles === 0 || b.shingles === 0) return 0;
  let equal = 0;
  for (let bin = 0; bin < BINS; bin++) if (a.bins[bin] === b.bins[bin]) equal += 1;
  return equal / BINS;
}

/** How much of the shorter text stands in the longer one, from 0 to 1. */
export function containment(a: Sketch, b: Sketch): number {
  const both = similarity(a, b);
  const shorter = Math.min(a.shingles, b.shingles);
  if (shorter === 0) return 0;
  return Math.min(1, ((both / (1 + both)) * (a.shingles + b.shingles)) / shorter);
}

function shared(a: Uint16Array, b: Uint16Array): number {
  let count = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) count += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return count;
}

/** Of two sets the share that both have (Jaccard); of two empty ones 0. */
export const overlap = (a: Uint16Array, b: Uint16Array): number => {
  const both = shared(a, b);
  return both === 0 ? 0 : both / (a.length + b.length - both);
};

/** How much of the smaller set is in the larger one; `empty` where one of them has nothing. */
export const contained = (a: Uint16Array, b: Uint16Array, empty: number): number =>
  a.length === 0 || b.length === 0 ? empty : shared(a, b) / Math.min(a.length, b.length);

/** How many of a set are in none of the others. */
export const missing = (of: Uint16Array, ...sets: Uint16Array[]): number =>
  of.reduce((count, one) => count + (sets.some((set) => set.includes(one)) ? 0 : 1), 0);

/** A sketch as bytes: lengths, then the sets, all of 16 bits. */
export function packSketch({ bins, shingles, ...sketch }: Sketch): Buffer {
  const sets = SETS.map((name) => sketch[name]);
  const head = [Math.min(shingles, 0xffff), ...sets.map((set) => set.length)];
  return Buffer.from(Uint16Array.from([...head, ...bins, ...sets.flatMap((set) => [...set])]).buffer);
}

const SETS = ['headline', 'lead', 'figures', 'names', 'headlineNames'] as const;

/** The sketch of these bytes; of none one that is like nothing. */
export function unpackSketch(bytes: Uint8Array): Sketch {
  // Copied: a buffer of the driver may begin at an odd place.
  const all = new Uint16Array(Uint8Array.from(bytes).buffer);
  const lengths = all.subarray(1, 1 + SETS.length);
  let from = 1 + SETS.length;
  const next = (count = 0): Uint16Array => {
    from += count;
    return all.subarray(from - count, from);
  };
  const bins = next(all.length === 0 ? 0 : BINS);
  const [headline, lead, figures, names, headlineNames] = SETS.map((_, index) => next(lengths[index]));
  const none = new Uint16Array();
  return {
    ...{ bins, shingles: all[0] ?? 0, headline: headline ?? none, lead: lead ?? none },
    ...{ figures: figures ?? none, names: names ?? none, headlineNames: headlineNames ?? none },
  };
}
