import { isSayingToken } from '../saying.ts';
import type { Cue, Status } from './cue.ts';
import { lowOf, type SentenceView } from './sentence-view.ts';

const POSSIBLE =
  /^(could|might|hopes?|hoped|wants?|wanted|may|can|should|wish|wishes|perhaps|maybe|possibly|unlikely|refused|urged|unclear|doubts?)$/;
/** What is only guessed at, feared or foretold. */
const GUESSED =
  /^(predict(ed|s)?|forecasts?|forecasters?|forecasted|believes?|believed|thinks?|thought|fear(ed|s)?|warn(ed|s)?|estimated?|estimates|projected|projects|speculat\w*|rumou?r\w*|suggest(ed|s)?|imagine|wonder\w*|hop(ed|es|ing)|bet|doubt(ed|s)?)$/;

/** Whether a condition governs the plan: "If the talks fail, he will leave", "will leave unless". */
function isConditional(view: SentenceView, before: number): boolean {
  const { from, to } = view.sentence;
  for (let at = from; at < to; at++) {
    const low = lowOf(view, at);
    if (view.analysis.quoted[at]) continue;
    if (/^(if|unless)$/.test(low) || (low === 'whether' && at < before)) return true;
    if (/^(had|were|should)$/.test(low) && at === from) return true;
  }
  return false;
}

const isQuestion = ({ analysis, sentence }: SentenceView): boolean =>
  analysis.tokens[sentence.to - 1]?.low === '?';

/** How a cue is told: the nearest verb of saying before it; `undefined` where the plan is doubted or nobody vouches for "would". */
export function statusOf(view: SentenceView, cue: Cue): Status | undefined {
  if (isQuestion(view) || isConditional(view, cue.at)) return undefined;
  const first = Math.max(view.sentence.from, cue.at - 24);
  for (let at = cue.verb - 1; at >= Math.max(view.sentence.from, cue.at - 6); at--)
    if (POSSIBLE.test(lowOf(view, at)) && !(lowOf(view, at) === 'may' && view.timeAt(at))) return undefined;
  let said: string | undefined;
  for (let at = cue.at - 1; at >= first; at--) {
    const low = lowOf(view, at);
    if (GUESSED.test(low)) return undefined;
    if (/^(denied|denies|deny)$/.test(low)) return cue.status === 'denied' ? undefined : 'denied';
    if (
      said === undefined &&
      (isSayingToken(view.analysis.tokens[at]) ||
        /^(announcing|saying|confirming|adding|agreed|decided|means|told)$/.test(low))
    )
      said = low;
  }
  if (cue.told && said === undefined && !cue.rule.startsWith('arranged-for')) return undefined;
  return /^confirm/.test(said ?? '') && cue.status !== 'denied' ? 'confirmed' : cue.status;
}
