import type { Analysis } from '../../analysis.ts';
import type { Sentence } from '../../sentences.ts';
import type { Token } from '../../tokens.ts';
import { MONTHS, WEEKDAYS } from '../calendar-words.ts';
import { isPastForm } from '../past-forms.ts';
import { isSayingToken } from '../saying.ts';
import { runEnd } from './name-runs.ts';
import { type SpeakerWords, subjectAfter, subjectBefore } from './subject.ts';

/** Speech told without marks, or with only part of it in them: tokens from `from` to before `to`. */
export type ToldSpeech = { from: number; to: number; words: SpeakerWords; rule: string; confidence: number };

/** Verbs that need no "that" before what was said. */
const PLAIN = new Set([
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
/** Verbs of saying that tell of speech only with "that". */
const WITH_THAT = new Set(
  `announced announces stated states reported reports confirmed confirms explained explains acknowledged admitted declared denied
estimated predicted concluded complained recalled revealed told tells tell indicated promised vowed pledged wrote writes`.split(
    /\s+/,
  ),
);
/** Verbs that may follow what was said. */
const CLOSING = new Set('told tells wrote announced reported confirmed'.split(' '));
const GERUNDS = new Set([
  'adding',
  'saying',
  'claiming',
  'noting',
  'warning',
  'stressing',
  'arguing',
  'insisting',
  'explaining',
]);
const HEARERS = new Set(
  'reporters journalists lawmakers parliament him her them us me investigators police viewers delegates supporters shareholders members residents staff voters analysts investors officials ministers mps senators congress'.split(
    ' ',
  ),
);

/** What was said is at least this long, in tokens. */
const SHORTEST = 4;
/** After what was said, no more than this follows its verb: "said Wednesday in a statement". */
const TAIL = 9;

const isMark = (low: string): boolean => /^["“”]$/.test(low);

/** The end of a sentence without its closing point and marks. */
function contentEnd({ tokens }: Analysis, { from, to }: Sentence): number {
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
function clauseStart(analysis: Analysis, verb: number, end: number): number | undefined {
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
function clauseEnd({ tokens, quoted }: Analysis, verb: number, end: number): number {
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

/** 'X said (that) …' */
function toldAfter(analysis: Analysis, sentence: Sentence, verb: number): ToldSpeech | undefined {
  const end = clauseEnd(analysis, verb, contentEnd(analysis, sentence));
  const from = clauseStart(analysis, verb, end);
  if (from === undefined || end - from < SHORTEST) return undefined;
  const words = subjectBefore(analysis, verb, sentence.from);
  return (
    words && {
      from,
      to: end,
      words,
      rule: 'x-said-that',
      confidence: analysis.tokens[from - 1]?.low === 'that' ? 0.85 : 0.75,
    }
  );
}

/** Whether somebody speaks in words that are not quoted: then what follows tells of another. */
function speaksWithin({ tokens, quoted }: Analysis, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!quoted[at] && isSayingToken(tokens[at])) return true;
  return false;
}

/** '…, X said' and '…, said X', where little but the time of it follows. */
function toldBefore(analysis: Analysis, sentence: Sentence, verb: number): ToldSpeech | undefined {
  const { tokens } = analysis;
  const end = contentEnd(analysis, sentence);
  if (end - verb > TAIL) return undefined;
  const inverted = tokens[verb - 1]?.low === ',';
  const words = inverted
    ? subjectAfter(analysis, verb + 1, end)
    : subjectBefore(analysis, verb, sentence.from);
  if (!words) return undefined;
  let comma = inverted ? verb - 1 : words.from;
  while (!inverted && comma > sentence.from && words.from - comma < 10 && tokens[comma]?.low !== ',') comma--;
  if (
    tokens[comma]?.low !== ',' ||
    isMark(tokens[comma + 1]?.low ?? '') ||
    isMark(tokens[comma - 1]?.low ?? '') ||
    comma - sentence.from < SHORTEST ||
    speaksWithin(analysis, sentence.from, comma)
  )
    return undefined;
  return { from: sentence.from, to: comma, words, rule: 'told-x-said', confidence: 0.8 };
}

/** Past "In 2006," before the subject of a sentence. */
function pastOpening({ tokens }: Analysis, from: number, to: number): number {
  if (!/^(in|on|at|after|during|before|for|since|under)$/.test(tokens[from]?.low ?? '')) return from;
  for (let at = from; at < Math.min(to, from + 12); at++) if (tokens[at]?.low === ',') return at + 1;
  return from;
}

/** 'X did this, adding (that) …' */
function toldAdding(analysis: Analysis, sentence: Sentence, at: number): ToldSpeech | undefined {
  const { tokens } = analysis;
  if (tokens[at - 1]?.low !== ',') return undefined;
  const end = contentEnd(analysis, sentence);
  const from = tokens[at + 1]?.low === 'that' ? at + 2 : at + 1;
  if (end - from < SHORTEST || isMark(tokens[from]?.low ?? '') || tokens[from]?.low === ',') return undefined;
  let words: SpeakerWords | undefined;
  for (let verb = at - 2; verb > sentence.from && !words; verb--)
    if (!analysis.quoted[verb] && isSayingToken(tokens[verb]))
      words = subjectBefore(analysis, verb, sentence.from);
  words ??= subjectAfter(analysis, pastOpening(analysis, sentence.from, at), at - 1);
  return words && { from, to: end, words, rule: 'adding-that', confidence: 0.7 };
}

/** 'According to X, …' and '…, according to X'. */
function toldAccording(analysis: Analysis, sentence: Sentence, at: number): ToldSpeech | undefined {
  const { tokens } = analysis;
  const end = contentEnd(analysis, sentence);
  const words = subjectAfter(analysis, at + 2, end);
  if (!words) return undefined;
  if (at > sentence.from) {
    const to = tokens[at - 1]?.low === ',' ? at - 1 : at;
    const open = isMark(tokens[to - 1]?.low ?? '') || to - sentence.from < SHORTEST || end - words.to > TAIL;
    return open ? undefined : { from: sentence.from, to, words, rule: 'told-according-to', confidence: 0.8 };
  }
  let comma = words.to;
  while (comma < Math.min(end, words.to + 25) && tokens[comma]?.low !== ',') comma++;
  return tokens[comma]?.low === ',' && end - comma > SHORTEST
    ? { from: comma + 1, to: end, words, rule: 'according-to', confidence: 0.8 }
    : undefined;
}

function toldIn(analysis: Analysis, sentence: Sentence): ToldSpeech[] {
  const { tokens, quoted } = analysis;
  const found: ToldSpeech[] = [];
  let said: ToldSpeech | undefined;
  for (let at = sentence.from; at < sentence.to; at++) {
    const low = tokens[at]?.low ?? '';
    if (quoted[at]) continue;
    if (GERUNDS.has(low)) {
      const adding = toldAdding(analysis, sentence, at);
      if (adding) {
        if (said && said.to > at) said.to = at - 1;
        found.push(adding);
        break;
      }
    }
    if (said && at < said.to) continue;
    if (low === 'according' && tokens[at + 1]?.low === 'to') said = toldAccording(analysis, sentence, at);
    else if ((PLAIN.has(low) || WITH_THAT.has(low)) && tokens[at - 1]?.low !== 'to')
      said =
        toldAfter(analysis, sentence, at) ??
        (PLAIN.has(low) || CLOSING.has(low) ? toldBefore(analysis, sentence, at) : undefined);
    if (said && !found.includes(said)) found.push(said);
  }
  return found.filter(({ from, to, words }) => to - from >= SHORTEST && isVoice(tokens, words));
}

/** Whether words can be a speaker: not "the" before "claims", nor a lone participle. */
const isVoice = (tokens: readonly Token[], { from, to }: SpeakerWords): boolean =>
  to - from > 1 ||
  !/^(the|a|an|his|her|its|their|these|those|some|other|that|this|\w+ing)$/.test(tokens[from]?.low ?? '');

/** The speech that a text tells in its own words, in order. */
export const findToldSpeech = (analysis: Analysis): ToldSpeech[] =>
  analysis.sentences
    .filter(({ from, to }) => to - from < 200)
    .flatMap((sentence) => toldIn(analysis, sentence));
