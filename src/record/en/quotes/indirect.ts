import type { Analysis } from '../../analysis.ts';
import type { Sentence } from '../../sentences.ts';
import type { Token } from '../../tokens.ts';
import { isSayingToken } from '../saying.ts';
import { type SpeakerWords, subjectAfter, subjectBefore } from './subject.ts';
import { clauseEnd, clauseStart, contentEnd, isMark, PLAIN, SHORTEST } from './told-clause.ts';

/** Speech told without marks, or with only part of it in them: tokens from `from` to before `to`. */
export type ToldSpeech = { from: number; to: number; words: SpeakerWords; rule: string; confidence: number };

/** Verbs of saying that tell of speech only with "that". */
const WITH_THAT = new Set(
  `announced announces stated states reported reports confirmed confirms explained explains acknowledged admitted declared denied
estimated predicted concluded complained recalled revealed told tells tell indicated promised vowed pledged wrote writes`.split(
    /\s+/,
  ),
);
/** Verbs that may follow what was said. */
const CLOSING = new Set('told tells wrote announced reported confirmed'.split(' '));
/** After what was said, no more than this follows its verb: "said Wednesday in a statement". */
const TAIL = 9;

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
