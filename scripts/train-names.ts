/**
 * Trains the weights by which capitalised words in English are told to be people, organisations, places or none.
 *
 *   node scripts/train-names.ts --out src/record/en/names/weights.json TEXTS.jsonl…
 *   node scripts/train-names.ts --test FILE.jsonl TEXTS.jsonl…
 *
 * Each line of TEXTS is {text, entities: [{start, end, type: PER|ORG|LOC}]}. --test writes nothing and prints the exact F1 on
 * FILE. The order is fixed: the same texts always give the same weights.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { type Analysis, analyse } from '#record/analysis.ts';
import { certainLabel } from '#record/en/names/certain.ts';
import { bestLabel, classify, inOrder, remember, SIZE, type Weights } from '#record/en/names/classify.ts';
import { featuresOf, LABELS, rememberText } from '#record/en/names/features.ts';
import { findSegments, type Segment } from '#record/en/names/segments.ts';

type Entity = { start: number; end: number; type: string };
type Example = { analysis: Analysis; segments: Segment[]; want: Map<Segment, number>; gold: Set<string> };

const COUNT = LABELS.length;
const EPOCHS = 8;

const offsets = ({ tokens }: Analysis, { from, to }: Segment): string =>
  `${tokens[from]?.start}-${tokens[to - 1]?.end}`;

/** A segment is what the name is that shares its last word; where the edges differ it still has that kind. */
function toExample({ text, entities }: { text: string; entities: Entity[] }): Example {
  const analysis = analyse(text);
  const segments = findSegments(analysis);
  const want = new Map<Segment, number>();
  for (const segment of segments) {
    const end = analysis.tokens[segment.to - 1]?.end ?? 0;
    const start = analysis.tokens[segment.from]?.start ?? 0;
    const entity =
      entities.find((one) => one.end === end && one.start < end) ??
      entities.find((one) => one.start === start);
    want.set(segment, entity ? LABELS.indexOf(entity.type as (typeof LABELS)[number]) : 0);
  }
  return {
    analysis,
    segments,
    want,
    gold: new Set(entities.map(({ start, end, type }) => `${start}-${end}-${type}`)),
  };
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

function train(examples: readonly Example[]): Float64Array {
  const [weights, totals] = [new Float64Array(SIZE), new Float64Array(SIZE)];
  const random = sequence(7);
  const rows: number[] = [];
  let step = 1;
  const update = (label: number, by: number): void => {
    for (const row of rows) {
      const cell = row * COUNT + label;
      weights[cell] = (weights[cell] ?? 0) + by;
      totals[cell] = (totals[cell] ?? 0) + by * step;
    }
  };
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    for (const { analysis, segments, want } of shuffle(examples, random)) {
      const memory = rememberText(analysis);
      for (const segment of inOrder(segments)) {
        const sure = certainLabel(analysis, segment);
        if (sure !== undefined) {
          remember(analysis, memory, segment, sure);
          continue;
        }
        featuresOf(analysis, memory, segment, rows);
        const [right, { label }] = [want.get(segment) ?? 0, bestLabel(weights, rows)];
        if (right !== label) {
          update(right, 1);
          update(label, -1);
        }
        remember(analysis, memory, segment, label);
        step++;
      }
    }
  }
  return weights.map((weight, cell) => weight - (totals[cell] ?? 0) / step);
}

function score(examples: readonly Example[], weights: Weights): number {
  let [right, given, wanted] = [0, 0, 0];
  for (const { analysis, segments, gold } of examples) {
    const got = [...classify(analysis, segments, weights)]
      .filter(([, { label }]) => label > 0)
      .map(([segment, { label }]) => `${offsets(analysis, segment)}-${LABELS[label]}`);
    wanted += gold.size;
    given += got.length;
    right += got.filter((span) => gold.has(span)).length;
  }
  return (2 * right) / (given + wanted);
}

/** The weights as bytes; the few greatest are cut off at 127, for the rest to keep their proportions. */
function toBytes(weights: Float64Array): Int8Array {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort();
  const most = sizes[Math.floor(sizes.length * 0.999)] ?? 1;
  return Int8Array.from(weights, (weight) =>
    Math.max(-127, Math.min(127, Math.round((weight / most) * 127))),
  );
}

const { values, positionals } = parseArgs({
  options: { out: { type: 'string' }, test: { type: 'string' } },
  allowPositionals: true,
});
const examples = positionals.flatMap(readExamples);
const weights = toBytes(train(examples));
if (values.test)
  console.log(
    `F1 ${(100 * score(readExamples(values.test), weights)).toFixed(1)} (on its own texts ${(100 * score(examples, weights)).toFixed(1)})`,
  );
else if (values.out)
  writeFileSync(
    values.out,
    `${JSON.stringify({ weights: Buffer.from(weights.buffer).toString('base64') })}\n`,
  );
