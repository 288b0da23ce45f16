import { countWords } from '#document/to-text.ts';
import { applyRules, prepareRules } from '#features/stories/rules/apply-rules.ts';
import type { RuleConditions } from '#features/stories/rules/rule.ts';
import { buildRule, buildRuled } from '#features/stories/rules/testing/build-rule.ts';
import { monotonicMs } from '#lib/clock.ts';
import { headline, paragraphs, personName, place } from '../copy/prose.ts';
import { createRandom } from '../copy/random.ts';

/**
 * `node bench/rules/rules-bench.ts`: what rules cost an item, in microseconds on one core, by how many there are and what they look at.
 * Most rules say no, as they do in a newsroom.
 */
const random = createRandom(7);
const items = Array.from({ length: 500 }, () =>
  buildRuled({
    headline: headline(random),
    text: paragraphs(random).join('\n'),
    located: place(random),
    urgency: random.between(1, 8),
    language: random.pick(['en', 'ko']),
    credit: random.pick(['(Yonhap)', 'AFP', 'AP', 'dpa']),
    subject: [
      { code: `medtop:2000${random.between(1000, 1300)}` },
      { code: 'medtop:15000000', name: 'sport' },
    ],
  }),
);

const FACTS = (): RuleConditions =>
  random.pick([
    { urgency: { from: 1, to: 1 }, credit: ['Reuters'] },
    { subject: [`medtop:2000${random.between(1000, 1300)}`], language: ['ko'] },
    { credit: ['ANSA', 'EFE'], place: [place(random)] },
  ]);
const WORDS = (): RuleConditions => ({ words: Array.from({ length: 3 }, () => personName(random)) });

function measure(name: string, count: number, make: () => RuleConditions): void {
  const rules = prepareRules(
    Array.from({ length: count }, (_, at) => buildRule(at + 1, make(), { decision: 'wait', desk: 'night' })),
  );
  const rounds: number[] = [];
  for (let round = 0; round < 7; round += 1) {
    const before = monotonicMs();
    for (const item of items) applyRules(rules, item);
    rounds.push(((monotonicMs() - before) * 1000) / items.length);
  }
  const median = rounds.toSorted((a, b) => a - b)[3] ?? 0;
  process.stdout.write(`| ${name} | ${count} | ${median.toFixed(1)} |\n`);
}

const words = items.reduce((sum, { item }) => sum + countWords(item.body), 0);
process.stdout.write(`${Math.round(words / items.length)} words an item.\n\n`);
process.stdout.write('| conditions | rules | µs per item |\n|---|---|---|\n');
for (const count of [0, 10, 50, 200]) measure('codes, figures, credits', count, FACTS);
for (const count of [10, 50, 200]) measure('three phrases in the text', count, WORDS);
for (const count of [50, 200])
  measure('half and half', count, () => (random.next() < 0.5 ? FACTS() : WORDS()));
