import type { Analysis } from '../../analysis.ts';
import type { Sentence } from '../../sentences.ts';
import type { Token } from '../../tokens.ts';
import { MONTHS, WEEKDAYS } from '../calendar-words.ts';
import { isPastForm } from '../past-forms.ts';
import { isSayingToken } from '../saying.ts';
import { runEnd } from './name-runs.ts';

/** Verbs that need no "that" before what was said. */
export const PLAIN = new Set([
  'said',
  'says',
  'say',
  'added',
  'adds',
  'claimed',
  'claims',
  'insisted',
  'insists',
  'argued',
  'argues',
  'noted',
  'warned',
  'stressed',
  'believes',
  'suggested',
  'reiterated',
  'cautioned',
  'maintained',
  'alleged',
  'asserted',
  'contended',
  'admitted',
  'denied',
  'thinks',
  'hopes',
  ...'claim argue insist warn note add stress suggest believe think hope maintain contend'.split(' '),
]);
const HEARERS = new Set(
  'reporters journalists lawmakers parliament him her them us me investigators police viewers delegates supporters shareholders members residents staff voters analysts investors officials ministers mps senators congress'.split(
    ' ',
  ),
);

/** What was said is at least this long, in tokens. */
export const SHORTEST = 4;

export const isMark = (low: string): boolean => /^["“”]$/.test(low);

/** The end of a sentence without its closing point and marks. */
export function contentEnd({ tokens }: Analysis, { from, to }: Sentence): number {
  let end = to;
  while (end > from && /^[.!?"”’)]$/.test(tokens[end - 1]?.low ?? '')) end--;
  return end;
}

const NO_CLAUSE =
  /^(in|on|at|to|by|as|after|before|during|when|while|for|with|of|and|or|so|outside|inside|near|from|about|nothing|yes|no|earlier|later)$/;

/** Whether a word may begin what was said, and not only say where or when. */
const opensClause = (token: Token | undefined): boolean =>
  token?.kind === 'word' && !NO_CLAUSE.test(token.low);

/** "told reporters (in Seoul) the bridge would close": past who was told, if a clause follows. */
function startAfterHearer(analysis: Analysis, hearer: number, end: number): number | undefined {
  const { tokens } = analysis;
  const name = runEnd(analysis, tokens[hearer]?.low === 'the' ? hearer + 1 : hearer);
  const past = HEARERS.has(tokens[hearer]?.low ?? '') ? hearer + 1 : name;
  if (past <= hearer + (tokens[hearer]?.low === 'the' ? 1 : 0)) return undefined;
  const start = pastCircumstance(analysis, past);
  const opens = start === past ? opensClause(tokens[start]) : opensNoun(tokens[start]);
  return opens && hasFiniteVerb(analysis, start, end) ? start : undefined;
}

/** The token at which what was said begins after its verb; `undefined` where no clause follows. */
export function clauseStart(analysis: Analysis, verb: number, end: number): number | undefined {
  const { tokens } = analysis;
  const low = tokens[verb]?.low ?? '';
  for (let at = verb + 1; at < Math.min(end, verb + 12); at++) {
    const word = tokens[at]?.low ?? '';
    if (word === 'that') return tokens[at + 1]?.low === ',' ? at + 2 : at + 1;
    if (isMark(word) || word === ':' || (word === ',' && at > verb + 1)) break;
  }
  if (/^tell|^told/.test(low)) return startAfterHearer(analysis, verb + 1, end);
  if (!PLAIN.has(low)) return undefined;
  const start = pastCircumstance(analysis, verb + 1);
  const sure = low === 'said' || low === 'says';
  return opensClause(tokens[start]) &&
    (sure || hasFiniteVerb(analysis, start, end)) &&
    (start === verb + 1 || opensNoun(tokens[start]))
    ? start
    : undefined;
}

const hasCapital = (token: Token | undefined): boolean => token?.kind === 'word' && token.text !== token.low;

/** Past where or when it was said: "on Monday", "Tuesday", "in Seoul", "late on 5 May". */
function pastCircumstance({ tokens }: Analysis, from: number): number {
  let at = from;
  while (/^(late|early|earlier|later|again|also|today|yesterday)$/.test(tokens[at]?.low ?? '')) at++;
  if (/^(on|in|at|from|last|this|during)$/.test(tokens[at]?.low ?? '')) at++;
  const start = at;
  while (
    at - start < 4 &&
    (tokens[at]?.kind === 'number' ||
      isCalendarWord(tokens[at]?.low ?? '') ||
      (at > from && hasCapital(tokens[at]) && !opensNoun(tokens[at])))
  )
    at++;
  // "said in Seoul": nothing but the place; "said in a letter": not passed over
  return at > start || at === from ? at : from;
}

const isCalendarWord = (low: string): boolean =>
  WEEKDAYS.has(low) || MONTHS.has(low) || /^(week|month|year|night|morning)$/.test(low);

/** Words that a clause begins with: a determiner, a pronoun, a number. */
const opensNoun = (token: Token | undefined): boolean =>
  /^(the|a|an|he|she|it|they|we|i|you|his|her|their|its|our|my|this|these|those|there|some|many|most|all|both|no|more|such|two|three|four|five)$/.test(
    token?.low ?? '',
  );

/** Whether a verb with a subject comes soon: "added the work would begin", but not "added two boats to the fleet". */
function hasFiniteVerb({ tokens, quoted }: Analysis, from: number, end: number): boolean {
  for (let at = from + 1; at < Math.min(end, from + 14); at++) {
    const { low = '', text = '' } = tokens[at] ?? {};
    if (quoted[at]) return true;
    if (text !== low) continue;
    if (
      /^(will|would|can|could|may|might|must|should|is|are|was|were|has|have|had|does|do|did|cannot|[a-z]+n't)$/.test(
        low,
      )
    )
      return true;
    if (isPastForm(low) && !/^(a|an|the|his|her|their|its|newly)$/.test(tokens[at - 1]?.low ?? ''))
      return true;
  }
  return false;
}

/** Up to where another speaks: "supporters say it would help, while opponents claim …". */
export function clauseEnd({ tokens, quoted }: Analysis, verb: number, end: number): number {
  for (let at = verb + SHORTEST; at < end; at++) {
    if (
      tokens[at]?.low !== ',' ||
      quoted[at] ||
      !/^(while|but|whereas|although)$/.test(tokens[at + 1]?.low ?? '')
    )
      continue;
    for (let next = at + 2; next < Math.min(end, at + 10); next++)
      if (!quoted[next] && (isSayingToken(tokens[next]) || PLAIN.has(tokens[next]?.low ?? ''))) return at;
  }
  return end;
}
