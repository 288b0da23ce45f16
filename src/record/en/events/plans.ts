import type { Analysis } from '../../analysis.ts';
import type { RecordEvent } from '../../record.ts';
import type { Sentence } from '../../sentences.ts';
import { isEventVerb, isHappening } from './verbs.ts';

/** A plan in a sentence: the words that plan begin at `at`, the verb of what is planned stands at `verb`. */
export type Plan = { at: number; verb: number; status: RecordEvent['status']; passive: boolean };

/** "is set to", "are scheduled to", "is expected to", "was due to". */
const ARRANGED: Record<string, RecordEvent['status']> = {
  set: 'announced',
  scheduled: 'announced',
  due: 'announced',
  slated: 'announced',
  planned: 'announced',
  poised: 'expected',
  expected: 'expected',
  likely: 'expected',
};
const PLANS: Record<string, RecordEvent['status']> = {
  plans: 'expected',
  plan: 'expected',
  intends: 'expected',
  intend: 'expected',
  agreed: 'announced',
};
const BE = new Set(['is', 'are', 'was', 'were', 'be', 'being']);
const CONDITIONS = new Set(['if', 'unless', 'whether', 'would']);
const NOT_REAL = new Set([
  'if',
  'unless',
  'could',
  'might',
  'whether',
  'not',
  "won't",
  'never',
  'hopes',
  'hope',
  'wants',
  'may',
  'can',
]);
const CALLED_OFF = new Set(['cancelled', 'canceled', 'postponed', 'scrapped']);

/** Past adverbs before a verb: "will formally open". */
function skipAdverbs({ tokens }: Analysis, from: number): number {
  let at = from;
  while (at < from + 2 && /ly$|^(also|then|again|first|soon|both)$/.test(tokens[at]?.low ?? '')) at++;
  return at;
}

function planFrom(
  analysis: Analysis,
  at: number,
  verbAt: number,
  status: RecordEvent['status'],
): Plan | undefined {
  const { tokens } = analysis;
  const verb = skipAdverbs(analysis, verbAt);
  const low = tokens[verb]?.low ?? '';
  // "will be held", "is to be sworn in"
  if (low === 'be') {
    const done = skipAdverbs(analysis, verb + 1);
    return /^(held|sworn|launched|opened|unveiled|released|published|signed|announced|inaugurated|screened|buried|sentenced|hosted|staged|tried|played|auctioned|laid|presented)$/.test(
      tokens[done]?.low ?? '',
    )
      ? { at, verb: done, status, passive: true }
      : undefined;
  }
  return isEventVerb(low, tokens[verb + 1]?.low ?? '') ? { at, verb, status, passive: false } : undefined;
}

function planAt(analysis: Analysis, at: number, first: number): Plan | undefined {
  const { tokens } = analysis;
  const lowOf = (index: number): string => tokens[index]?.low ?? '';
  const low = lowOf(at);
  if (low === 'will' || low === "'ll") return planFrom(analysis, at, at + 1, 'announced');
  const arranged = ARRANGED[low];
  if (arranged && BE.has(lowOf(at - 1))) {
    if (lowOf(at + 1) === 'to') return planFrom(analysis, at - 1, at + 2, arranged);
    if (/^(for|on)$/.test(lowOf(at + 1)) && happeningBefore(analysis, at - 1, first))
      return { at: at - 1, verb: at, status: arranged, passive: true };
  }
  if (PLANS[low] && lowOf(at + 1) === 'to') return planFrom(analysis, at, at + 2, PLANS[low]);
  if (
    CALLED_OFF.has(low) &&
    /^(was|were|is|are|been)$/.test(lowOf(at - 1)) &&
    happeningBefore(analysis, at - 1, first)
  )
    return { at: at - 1, verb: at, status: 'cancelled', passive: true };
  return undefined;
}

/** Whether the subject before a verb is a happening: "The talks, which had been put off, are scheduled for". */
function happeningBefore({ tokens }: Analysis, at: number, first: number): boolean {
  for (let back = at - 1; back >= Math.max(first, at - 10); back--)
    if (isHappening(tokens[back]?.low ?? '')) return true;
  return false;
}

/** The plans of a sentence: what is announced or expected, and nothing that is only possible. */
export function findPlans(analysis: Analysis, sentence: Sentence): Plan[] {
  const { tokens, quoted } = analysis;
  const plans: Plan[] = [];
  let open = false;
  for (let at = sentence.from; at < Math.min(sentence.to, sentence.from + 120); at++) {
    // "If the talks fail, he will leave"
    open ||= CONDITIONS.has(tokens[at]?.low ?? '');
    const plan = quoted[at] || open ? undefined : planAt(analysis, at, sentence.from);
    if (!plan) continue;
    let real = true;
    for (let near = Math.max(sentence.from, plan.at - 6); near <= plan.verb; near++)
      real &&= !NOT_REAL.has(tokens[near]?.low ?? '');
    if (real) plans.push(plan);
  }
  return plans;
}
