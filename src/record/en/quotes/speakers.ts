import type { Analysis } from '../../analysis.ts';
import type { RecordQuote } from '../../record.ts';
import {
  type Attribution,
  attributedAfter,
  attributedBefore,
  attributedByColon,
  attributedBySentence,
  attributedLater,
} from './attribution.ts';
import { runEnd, toRun } from './name-runs.ts';
import { isDocumentNoun, isNameWord, isOrganisationWord, isPeopleNoun, isPronoun } from './name-words.ts';
import type { QuotedSpan } from './quoted-spans.ts';
import { findAntecedent, holderOf, type References } from './references.ts';

type Level = RecordQuote['attribution'];
/** Who speaks, by the tokens that say so, the full name and how the text names them. */
export type Speaker = {
  from: number;
  to: number;
  name: string;
  level: Level;
  rule: string;
  confidence: number;
  beside?: boolean;
};

export type Reader = References & { last: (Speaker & { paragraph: number }) | undefined };

export const paragraphAt = ({ sentences, sentenceOf }: Analysis, at: number): number =>
  sentences[sentenceOf[at] ?? -1]?.paragraph ?? -1;
const textOf = ({ text, tokens }: Analysis, from: number, to: number): string =>
  text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);

/** What kind of speaker a noun phrase without a name is. */
function levelOf({ tokens }: Analysis, from: number, to: number): Level {
  const last = tokens[to - 1]?.low ?? '';
  // Spokesmen speak for those who sent them
  if (last.startsWith('spokes')) return 'organisation';
  if (isPeopleNoun(last)) return 'anonymous';
  let people = false;
  let document = false;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (isOrganisationWord(token?.low ?? '') || isNameWord(token)) return 'organisation';
    people ||= isPeopleNoun(token?.low ?? '') && !token?.low.startsWith('spokes');
    document ||= isDocumentNoun(token?.low ?? '');
  }
  if (people) return 'anonymous';
  if (document) return 'document';
  const low = tokens[from]?.low ?? '';
  return low === 'a' || low === 'an' || low === 'one' || low === 'another' ? 'anonymous' : 'organisation';
}

/** Whom "they" means: several people who speak in the sentence before. */
function speakersBefore(reader: Reader, at: number): Speaker | undefined {
  const sentence = (reader.analysis.sentenceOf[at] ?? 0) - 1;
  const before = attributedBySentence(reader.analysis, sentence);
  const last = reader.analysis.tokens[(before?.words.to ?? 0) - 1]?.low ?? '';
  return before && last.endsWith('s') && !isPronoun(last) ? toSpeaker(reader, before) : undefined;
}

/** The speaker that words beside a quotation mean. */
export function toSpeaker(reader: Reader, { words, rule, confidence }: Attribution): Speaker {
  const { analysis, people } = reader;
  const { from, to } = words;
  const low = analysis.tokens[from]?.low ?? '';
  const base = { from, to, rule, confidence };
  if (isPronoun(low)) {
    if (low === 'it' && reader.last?.level === 'organisation')
      return { ...base, name: reader.last.name, level: 'organisation' };
    const several = low === 'they' ? speakersBefore(reader, from) : undefined;
    if (several) return { ...several, ...base, name: several.name, level: several.level };
    const name = low === 'he' || low === 'she' ? findAntecedent(reader, from) : undefined;
    return name
      ? { ...base, name, level: 'named', confidence: confidence * 0.85 }
      : { ...base, name: textOf(analysis, from, to), level: 'none', confidence: confidence * 0.82 };
  }
  const holder = low === 'the' ? holderOf(reader, analysis.tokens[to - 1]?.low ?? '', from) : undefined;
  if (holder !== undefined) return { ...base, name: holder, level: 'named', confidence: confidence * 0.85 };
  const start = low === 'the' ? from + 1 : from;
  const common = isPeopleNoun(analysis.tokens[start]?.low ?? '') && runEnd(analysis, start) === start + 1;
  if (common || !isNameWord(analysis.tokens[start]))
    return { ...base, name: textOf(analysis, from, to), level: levelOf(analysis, from, to) };
  const run = toRun(analysis, start, Math.min(runEnd(analysis, start), to));
  const person = low !== 'the' && people.isPerson(run) && run.to >= to;
  if (person) return { ...base, name: people.fullName(run), level: 'named' };
  const whole = textOf(analysis, from, to);
  return { ...base, name: whole, level: run.to >= to ? 'organisation' : levelOf(analysis, from, to) };
}

/** The speaker of a quotation: by the words beside it, else the one who went on speaking. */
export function findSpeaker(reader: Reader, span: QuotedSpan): Speaker | undefined {
  const { analysis, last } = reader;
  const own =
    attributedAfter(analysis, span) ??
    attributedBefore(analysis, span) ??
    attributedByColon(analysis, span) ??
    attributedLater(analysis, span);
  if (own) return { ...toSpeaker(reader, own), beside: true };
  const paragraph = paragraphAt(analysis, span.from);
  const sentence = analysis.sentenceOf[span.from] ?? 0;
  const before = analysis.sentences[sentence - 1];
  const sameParagraph = before?.paragraph === paragraph;
  if (last && last.paragraph === paragraph)
    return { ...last, rule: 'same-speaker', confidence: 0.8, beside: false };
  const spoken = sameParagraph ? attributedBySentence(analysis, sentence - 1) : undefined;
  if (spoken) return toSpeaker(reader, spoken);
  if (last && paragraph - last.paragraph === 1)
    return { ...last, rule: 'speaker-of-paragraph-before', confidence: 0.6, beside: false };
  const previous = before ? attributedBySentence(analysis, sentence - 1) : undefined;
  return previous && toSpeaker(reader, { ...previous, confidence: 0.5 });
}
