/**
 * Trains the weights by which names in English text are found and told to be people, organisations or places.
 *
 *   node scripts/train-names.ts --out src/record/en/names/weights.json TEXTS.jsonl…
 *   node scripts/train-names.ts --test FILE.jsonl TEXTS.jsonl…
 *   node scripts/train-names.ts --folds 5 [--also MORE.jsonl] TEXTS.jsonl…
 *
 * Each line of TEXTS is {text, entities: [{start, end, type: PER|ORG|LOC}]}. --test writes nothing and prints the exact F1 on FILE;
 * --folds trains on all but a part of the texts (and on MORE) and tests on that part, in turn; --errors shows what was wrong. The
 * order is fixed: the same texts always give the same weights.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Analysis, analyse } from '#record/analysis.ts';
import { featuresOf, viewer } from '#record/en/names/features.ts';
import { toNames } from '#record/en/names/find-names.ts';
import { BEFORE, LABELS, mayBegin, type NameType, TYPES, typeOf } from '#record/en/names/labels.ts';
import { rememberText } from '#record/en/names/memory.ts';
import { findRegions, type Region } from '#record/en/names/regions.ts';
import { settleNames } from '#record/en/names/settle-names.ts';
import { bestLabels, PAIRS, SIZE, scoreToken, type Weights } from '#record/en/names/tagger.ts';
import { isTitle } from '#record/en/quotes/name-words.ts';

type Entity = { start: number; end: number; type: NameType };
type Text = { text: string; entities: Entity[] };
type Chain = { rows: number[][]; gold: Uint8Array; region: Region };
type Example = { analysis: Analysis; chains: Chain[]; entities: Entity[] };

const EPOCHS = 4;
const RATE = 0.03;
const ORDERS = 5;
/** How strongly weights are drawn to zero. */
const DECAY = 1e-4;
/** The share of features left out at each step, so that none is leant on alone. */
const DROPPED = 0.2;

/** Some texts count a title as part of the name; here it never is. */
function withoutTitle({ text, entities }: Text): Text {
  return {
    text,
    entities: entities.flatMap((entity) => {
      if (entity.type !== 'PER') return [entity];
      let { start } = entity;
      for (;;) {
        const word = /^(\S+?)\.?\s+/.exec(text.slice(start, entity.end));
        if (!word || !isTitle((word[1] ?? '').toLowerCase())) break;
        start += word[0].length;
      }
      return isTitle(text.slice(start, entity.end).toLowerCase()) ? [] : [{ ...entity, start }];
    }),
  };
}

const labelOf = (type: NameType, first: boolean): number =>
  Array.from({ length: LABELS }, (_, label) => label).find(
    (label) => typeOf(label) === type && mayBegin(label) === first,
  ) ?? 0;

function toGold({ tokens }: Analysis, region: Region, entities: readonly Entity[]): Uint8Array {
  const gold = new Uint8Array(region.to - region.from);
  for (const { start, end, type } of entities) {
    const inside: number[] = [];
    for (let at = region.from; at < region.to; at++)
      if ((tokens[at]?.start ?? 0) >= start && (tokens[at]?.end ?? 0) <= end) inside.push(at - region.from);
    inside.forEach((at, index) => {
      gold[at] = labelOf(type, index === 0);
    });
  }
  return gold;
}

function toExample(given: Text): Example {
  const { text, entities } = withoutTitle(given);
  const analysis = analyse(text);
  const memory = rememberText(analysis);
  const view = viewer(analysis);
  const chains = findRegions(analysis).map((region) => ({
    region,
    rows: featuresOf(analysis, memory, view, region),
    gold: toGold(
      analysis,
      region,
      entities.filter(
        (one) =>
          one.end > (analysis.tokens[region.from]?.start ?? 0) &&
          one.start < (analysis.tokens[region.to - 1]?.end ?? 0),
      ),
    ),
  }));
  return { analysis, chains, entities: given.entities };
}

const readExamples = (file: string): Example[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => toExample(JSON.parse(line)));

/** A fixed sequence of numbers, for shuffling. */
function* sequence(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    yield state / 2 ** 32;
  }
}

function shuffle<T>(list: readonly T[], random: Generator<number, never>): T[] {
  return list
    .map((item) => ({ item, key: random.next().value }))
    .sort((a, b) => a.key - b.key)
    .map(({ item }) => item);
}

const sumExp = (values: readonly number[]): number => {
  const most = Math.max(...values);
  return most === Number.NEGATIVE_INFINITY
    ? most
    : most + Math.log(values.reduce((sum, value) => sum + Math.exp(value - most), 0));
};

/** The chance of each label at each token, and of each pair of neighbours (forward-backward). */
function chances(weights: Weights, rows: readonly number[][]): { single: Float64Array; pairs: Float64Array } {
  const count = rows.length;
  const scores = new Float64Array(count * LABELS);
  rows.forEach((list, at) => {
    scoreToken(weights, list, scores, at);
  });
  const pair = (a: number, b: number): number => weights[PAIRS + a * LABELS + b] as number;
  const forward = new Float64Array(count * LABELS).fill(Number.NEGATIVE_INFINITY);
  const backward = new Float64Array(count * LABELS).fill(Number.NEGATIVE_INFINITY);
  for (let label = 0; label < LABELS; label++) {
    if (mayBegin(label)) forward[label] = scores[label] as number;
    backward[(count - 1) * LABELS + label] = 0;
  }
  for (let at = 1; at < count; at++)
    for (let label = 0; label < LABELS; label++)
      forward[at * LABELS + label] =
        (scores[at * LABELS + label] as number) +
        sumExp(
          (BEFORE[label] ?? []).map(
            (last) => (forward[(at - 1) * LABELS + last] as number) + pair(last, label),
          ),
        );
  for (let at = count - 2; at >= 0; at--)
    for (let label = 0; label < LABELS; label++)
      backward[at * LABELS + label] = sumExp(
        AFTER[label]?.map(
          (next) =>
            pair(label, next) +
            (scores[(at + 1) * LABELS + next] as number) +
            (backward[(at + 1) * LABELS + next] as number),
        ) ?? [],
      );
  const total = sumExp(
    Array.from(
      { length: LABELS },
      (_, label) =>
        (forward[(count - 1) * LABELS + label] as number) +
        (backward[(count - 1) * LABELS + label] as number),
    ),
  );
  const single = forward.map((value, cell) => Math.exp(value + (backward[cell] as number) - total));
  const pairs = new Float64Array(LABELS * LABELS);
  for (let at = 1; at < count; at++)
    for (let label = 0; label < LABELS; label++)
      for (const last of BEFORE[label] ?? [])
        pairs[last * LABELS + label] =
          (pairs[last * LABELS + label] as number) +
          Math.exp(
            (forward[(at - 1) * LABELS + last] as number) +
              pair(last, label) +
              (scores[at * LABELS + label] as number) +
              (backward[at * LABELS + label] as number) -
              total,
          );
  return { single, pairs };
}
const AFTER = BEFORE.map((_, label) => BEFORE.flatMap((list, next) => (list.includes(label) ? [next] : [])));

/** A conditional random field (Lafferty and others 2001), by AdaGrad (Duchi and others 2011). */
function trainOnce(examples: readonly Example[], seed: number): Float32Array {
  const weights = new Float32Array(SIZE);
  const squares = new Float32Array(SIZE);
  const random = sequence(seed);
  const chains = examples.flatMap((example) => example.chains);
  const step = (cell: number, slope: number): void => {
    const full = slope - DECAY * (weights[cell] as number);
    if (full === 0) return;
    squares[cell] = (squares[cell] as number) + full * full;
    weights[cell] = (weights[cell] as number) + (RATE * full) / (Math.sqrt(squares[cell] as number) + 1e-3);
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { rows: every, gold } of shuffle(chains, random)) {
      const rows = every.map((list) => list.filter(() => random.next().value >= DROPPED));
      const { single, pairs } = chances(weights, rows);
      rows.forEach((list, at) => {
        for (let label = 0; label < LABELS; label++) {
          const slope = (gold[at] === label ? 1 : 0) - (single[at * LABELS + label] as number);
          if (Math.abs(slope) < 1e-4) continue;
          for (const row of list) step(row * LABELS + label, slope);
        }
      });
      for (let at = 1; at < gold.length; at++) {
        const cell = (gold[at - 1] as number) * LABELS + (gold[at] as number);
        pairs[cell] = (pairs[cell] as number) - 1;
      }
      pairs.forEach((value, cell) => {
        if (Math.abs(value) > 1e-4) step(PAIRS + cell, -value);
      });
    }
  }
  // With every feature there, each counts for less
  return weights.map((weight, cell) => (cell < PAIRS ? weight * (1 - DROPPED) : weight));
}

/** The mean of what is learnt in several orders: one order leaves more to chance. */
function train(examples: readonly Example[]): Float32Array {
  const sums = new Float32Array(SIZE);
  for (let seed = 1; seed <= ORDERS; seed++)
    trainOnce(examples, seed).forEach((weight, cell) => {
      sums[cell] = (sums[cell] as number) + weight / ORDERS;
    });
  return sums;
}

function spansOf({ analysis, chains }: Example, weights: Weights): string[] {
  const { tokens } = analysis;
  const names = chains.flatMap(({ rows, region }) => toNames(region, bestLabels(weights, rows)));
  return settleNames(analysis, names).map(
    ({ from, to, type }) => `${tokens[from]?.start}-${tokens[to - 1]?.end}-${type}`,
  );
}

type Count = { right: number; given: number; wanted: number };

type Counts = Map<string, Count>;
const newCounts = (): Counts =>
  new Map(['all', ...TYPES].map((type) => [type, { right: 0, given: 0, wanted: 0 }]));

function count(examples: readonly Example[], weights: Weights, counts: Counts): Counts {
  for (const example of examples) {
    const gold = new Set(example.entities.map(({ start, end, type }) => `${start}-${end}-${type}`));
    const got = spansOf(example, weights);
    for (const [type, one] of counts) {
      const of = (list: Iterable<string>): string[] =>
        [...list].filter((span) => type === 'all' || span.endsWith(type));
      one.wanted += of(gold).length;
      one.given += of(got).length;
      one.right += of(got).filter((span) => gold.has(span)).length;
    }
  }
  return counts;
}

const share = (part = 0, whole = 0): string => ((100 * part) / (whole || 1)).toFixed(1);
const toLine = (counts: Counts): string =>
  [...counts]
    .map(
      ([type, { right, given, wanted }]) =>
        `${type} ${share(2 * right, given + wanted)} (P ${share(right, given)} R ${share(right, wanted)})`,
    )
    .join('  ');

/** The weights as bytes; the few greatest are cut off at 127, for the rest to keep their proportions. */
function toBytes(weights: Float32Array): Int8Array {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const most = sizes[Math.floor(sizes.length * 0.9995)] ?? 1;
  return Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round((weight / most) * 127))),
  );
}

/** Prints what is missing, of another type or with other edges, and what is no name, with the words around it. */
function showErrors(example: Example, weights: Weights): void {
  const { text } = example.analysis;
  const got = spansOf(example, weights).map((span) => {
    const [start, end, type] = span.split('-');
    return { start: Number(start), end: Number(end), type };
  });
  const near = ({ start, end }: { start: number; end: number }): string =>
    `${text.slice(Math.max(0, start - 30), start)}[${text.slice(start, end)}]${text.slice(end, end + 25)}`.replaceAll(
      '\n',
      ' ',
    );
  const meet = (one: { start: number; end: number }, other: { start: number; end: number }): boolean =>
    one.start < other.end && one.end > other.start;
  for (const name of example.entities) {
    const other = got.find((one) => meet(one, name));
    const edges = other?.start === name.start && other.end === name.end;
    if (edges && other.type === name.type) continue;
    console.log(
      `${!other ? 'missing' : edges ? 'type' : 'edges'}\t${name.type} ${other?.type ?? ''}\t${near(name)}`,
    );
  }
  for (const one of got)
    if (!example.entities.some((name) => meet(one, name))) console.log(`no name\t${one.type}\t${near(one)}`);
}

const { values, positionals } = parseArgs({
  options: {
    out: { type: 'string' },
    test: { type: 'string', multiple: true },
    folds: { type: 'string' },
    also: { type: 'string', multiple: true },
    errors: { type: 'boolean' },
  },
  allowPositionals: true,
});

/** Counts what is right in examples, and shows what is not where that was asked for. */
function test(name: string, given: readonly Example[], weights: Weights, counts = newCounts()): void {
  if (values.errors) for (const one of given) showErrors(one, weights);
  console.log(`${name}  ${toLine(count(given, weights, counts))}`);
}

const nameOf = (file: string | undefined): string => file?.split('/').at(-1) ?? '';
const sets = positionals.map(readExamples);
const always = (values.also ?? []).flatMap(readExamples);
if (values.folds) {
  const folds = Number(values.folds);
  const counts = sets.map(newCounts);
  for (let fold = 0; fold < folds; fold++) {
    const rest = sets.flatMap((set) => set.filter((_, at) => at % folds !== fold));
    const weights = toBytes(train([...rest, ...always]));
    for (const [at, set] of sets.entries()) {
      const part = set.filter((_, index) => index % folds === fold);
      // The counts go on, so the line of the last part is that of the whole set
      test(`${nameOf(positionals[at])} to part ${fold + 1}`, part, weights, counts[at]);
    }
  }
} else {
  const weights = toBytes(train([...sets.flat(), ...always]));
  for (const file of values.test ?? []) test(nameOf(file), readExamples(file), weights);
  if (values.out)
    writeFileSync(
      values.out,
      `${JSON.stringify({ weights: Buffer.from(weights.buffer).toString('base64') })}\n`,
    );
}
