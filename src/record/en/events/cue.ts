import type { RecordEvent } from '../../record.ts';
import { isLower, lowOf, type SentenceView } from './sentence-view.ts';
import { diaryVerb } from './verbs.ts';

export type Status = RecordEvent['status'];

/**
 * Words that plan: the verb group begins at `at`, after its subject; `verb` is the verb of what is planned and `base` its base form.
 * `form` says how the plan is put: what is done to the subject ("will be held"), what is only arranged for a day ("is set for").
 */
export type Cue = {
  at: number;
  verb: number;
  base: string;
  status: Status;
  form: 'active' | 'passive' | 'arranged' | 'present' | 'progressive';
  rule: string;
  /** "would", "was to": a plan only where somebody tells it. */
  told?: boolean;
};

/** "is set to", "are scheduled to", "is expected to", "was due to". */
export const ARRANGED: Record<string, Status> = {
  set: 'announced',
  scheduled: 'announced',
  due: 'announced',
  slated: 'announced',
  planned: 'announced',
  booked: 'announced',
  timed: 'announced',
  fixed: 'announced',
  called: 'announced',
  billed: 'announced',
  poised: 'expected',
  expected: 'expected',
  likely: 'expected',
  tipped: 'expected',
};
const ADVERB =
  /^(also|then|again|first|soon|both|now|currently|already|tentatively|instead|next|still|all|each|himself|herself|itself|together)$/;

/** Past adverbs, a time, or a short aside before a verb: "will formally open", "will on Friday host". */
export function skipAdverbs(view: SentenceView, from: number): number {
  let at = from;
  for (let round = 0; round < 4; round++) {
    const low = lowOf(view, at);
    const time = view.timeAt(at);
    if (ADVERB.test(low) || (/ly$/.test(low) && low !== 'fly' && isLower(view, at))) at++;
    else if (time && isLower(view, at) === false) at = time.to;
    else if (time && /^(today|tomorrow|tonight|next|later|early|this)$/.test(low)) at = time.to;
    else if (/^(on|in)$/.test(low) && view.timeAt(at + 1)) at = view.timeAt(at + 1)?.to ?? at + 1;
    else break;
  }
  return at;
}

type Base = Omit<Cue, 'verb' | 'base' | 'form'>;

/** What is planned, from where its verb should stand: "visit", "be held", "be visiting", "be in". */
export function cueFrom(view: SentenceView, from: number, base: Base): Cue | undefined {
  const verb = skipAdverbs(view, from);
  const low = lowOf(view, verb);
  if (!isLower(view, verb)) return undefined;
  if (low !== 'be') return { ...base, verb, base: low, form: 'active' };
  const done = skipAdverbs(view, verb + 1);
  const next = lowOf(view, done);
  const going = diaryVerb(next, 'ing');
  if (going) return { ...base, verb: done, base: going, form: 'active' };
  if (/^(in|at)$/.test(next) && view.entityAt(done + 1)?.find.type === 'LOC')
    return { ...base, verb, base: 'be', form: 'active' };
  if (/^(on)$/.test(next) && view.timeAt(done + 1)) return { ...base, verb, base: 'be', form: 'arranged' };
  if (ARRANGED[next] || !/(?:ed|en|n|d|t|e|g|m)$/.test(next)) return undefined;
  return { ...base, verb: done, base: next, form: 'passive' };
}
