import type { Analysis } from '../../analysis.ts';
import type { RecordQuote } from '../../record.ts';
import {
  type Attribution,
  attributedAfter,
  attributedBefore,
  attributedBySentence,
  attributedLater,
} from './attribution.ts';
import { findToldSpeech } from './indirect.ts';
import { knowPeople, type NameRun, type People, runEnd, toRun } from './name-runs.ts';
import { isDocumentNoun, isNameWord, isOrganisationWord, isPeopleNoun, isPronoun } from './name-words.ts';
import { findQuotedSpans, type QuotedSpan } from './quoted-spans.ts';

type Level = RecordQuote['attribution'];
type Speaker = { from: number; to: number; name: string; level: Level; rule: string; confidence: number };

type Reader = {
  analysis: Analysis;
  people: People;
  /** The first person named in each sentence: most often its subject. */
  subjects: Map<number, NameRun>;
  last: (Speaker & { paragraph: number }) | undefined;
};

const paragraphAt = ({ sentences, sentenceOf }: Analysis, at: number): number =>
  sentences[sentenceOf[at] ?? -1]?.paragraph ?? -1;
const textOf = ({ text, tokens }: Analysis, from: number, to: number): string =>
  text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);

/** As many sentences back "he" and "she" may reach. */
const BACK = 8;

function findSubjects(analysis: Analysis, people: People): Map<number, NameRun> {
  const subjects = new Map<number, NameRun>();
  for (const run of people.runs) {
    const sentence = analysis.sentenceOf[run.from] ?? -1;
    if (!subjects.has(sentence) && !analysis.quoted[run.from] && people.isPerson(run))
      subjects.set(sentence, run);
  }
  return subjects;
}

/** The person that "he" or "she" means: the subject of a sentence before, or the last speaker if that was later. */
function antecedent({ analysis, people, subjects, last }: Reader, at: number): string | undefined {
  const sentence = analysis.sentenceOf[at] ?? 0;
  const spoken = last?.level === 'named' ? last : undefined;
  for (let back = sentence; back > sentence - BACK && back >= 0; back--) {
    const run = subjects.get(back);
    if (spoken && analysis.sentenceOf[spoken.from] === back) return spoken.name;
    if (run && run.to <= at) return people.fullName(run);
  }
  return spoken?.name;
}

/** What kind of speaker a noun phrase without a name is. */
function levelOf({ tokens }: Analysis, from: number, to: number): Level {
  const last = tokens[to - 1]?.low ?? '';
  if (isPeopleNoun(last) && !last.startsWith('spokes')) return 'anonymous';
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

function toSpeaker(reader: Reader, { words, rule, confidence }: Attribution): Speaker {
  const { analysis, people } = reader;
  const { from, to } = words;
  const low = analysis.tokens[from]?.low ?? '';
  const base = { from, to, rule, confidence };
  if (isPronoun(low)) {
    if (low === 'it' && reader.last?.level === 'organisation')
      return { ...base, name: reader.last.name, level: 'organisation' };
    const name = low === 'he' || low === 'she' ? antecedent(reader, from) : undefined;
    return name
      ? { ...base, name, level: 'named', confidence: confidence * 0.85 }
      : { ...base, name: textOf(analysis, from, to), level: 'none', confidence: 0.4 };
  }
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
function findSpeaker(reader: Reader, span: QuotedSpan): Speaker | undefined {
  const { analysis, last } = reader;
  const own =
    attributedAfter(analysis, span) ?? attributedBefore(analysis, span) ?? attributedLater(analysis, span);
  if (own) return toSpeaker(reader, own);
  const paragraph = paragraphAt(analysis, span.from);
  const sentence = analysis.sentenceOf[span.from] ?? 0;
  const before = analysis.sentences[sentence - 1];
  const sameParagraph = before?.paragraph === paragraph;
  if (last && last.paragraph === paragraph) return { ...last, rule: 'same-speaker', confidence: 0.8 };
  const spoken = sameParagraph ? attributedBySentence(analysis, sentence - 1) : undefined;
  if (spoken) return toSpeaker(reader, spoken);
  if (last && paragraph - last.paragraph === 1)
    return { ...last, rule: 'speaker-of-paragraph-before', confidence: 0.6 };
  const previous = before ? attributedBySentence(analysis, sentence - 1) : undefined;
  return previous && toSpeaker(reader, { ...previous, confidence: 0.5 });
}

function countWords({ tokens }: Analysis, { from, to }: QuotedSpan): number {
  let words = 0;
  for (let at = from; at < to && words < 4; at++)
    if (tokens[at]?.kind === 'word' || tokens[at]?.kind === 'number') words++;
  return words;
}

/** Whether quoted words are speech at all: not a title or a single word set off. */
function isSpeech(analysis: Analysis, span: QuotedSpan, speaker: Speaker | undefined): boolean {
  const words = countWords(analysis, span);
  if (words < 2) return false;
  if (words === 2) return speaker !== undefined && speaker.confidence > 0.6 && !allCapital(analysis, span);
  const ends = /^[.,!?…]$/.test(analysis.tokens[span.to - 1]?.low ?? '');
  if (!ends && (speaker?.confidence ?? 0) <= 0.6) return false;
  return !allCapital(analysis, span) || ends || /^[,:]$/.test(analysis.tokens[span.from - 2]?.low ?? '');
}

/** Words that stay small in a title. */
const SMALL = new Set("a an the of and or in on at to for by with from vs 's".split(' '));

function allCapital({ tokens }: Analysis, { from, to }: QuotedSpan): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.kind === 'word' && token.text === token.low && !SMALL.has(token.low)) return false;
  }
  return true;
}

function toQuote(
  { text, tokens }: Analysis,
  span: QuotedSpan,
  speaker: Speaker | undefined,
  explain: boolean,
): RecordQuote {
  const start = tokens[span.from]?.start ?? 0;
  let last = span.to - 1;
  if (tokens[last]?.low === ',') last--;
  const end = tokens[Math.max(last, span.from)]?.end ?? start;
  return {
    start,
    end,
    text: text.slice(start, end),
    kind: 'direct',
    speaker: speaker?.name ?? null,
    speaker_start: speaker ? (tokens[speaker.from]?.start ?? null) : null,
    speaker_end: speaker ? (tokens[speaker.to - 1]?.end ?? null) : null,
    attribution: speaker?.level ?? 'none',
    confidence: span.lost ? 0.6 : (speaker?.confidence ?? 0.4),
    ...(explain && { rule: span.lost ? `lost-${span.lost}` : (speaker?.rule ?? 'no-speaker') }),
  };
}

/** How much of told speech stands in marks: none, some, or all but a few words. */
function markedShare({ quoted, tokens }: Analysis, from: number, to: number): number {
  let [marked, words] = [0, 0];
  for (let at = from; at < to; at++) {
    if (tokens[at]?.kind === 'mark') continue;
    words++;
    marked += quoted[at] ?? 0;
  }
  return words === 0 ? 1 : marked / words;
}

/** Takes in the mark that closes what was opened inside: 'the talks were "extremely difficult."'. */
function withClosing({ tokens }: Analysis, from: number, to: number): number {
  let open = false;
  for (let at = from; at < to; at++) {
    const low = tokens[at]?.low ?? '';
    if (low === '"') open = !open;
    else if (low === '“') open = true;
    else if (low === '”') open = false;
  }
  for (let at = to; open && at < to + 3; at++) if (/^["”]$/.test(tokens[at]?.low ?? '')) return at + 1;
  return to;
}

/** Speech in the text's own words (indirect), or with part of it quoted (mixed). */
function readTold(reader: Reader, explain: boolean): RecordQuote[] {
  const { analysis } = reader;
  const told: RecordQuote[] = [];
  for (const { from, to, words, rule, confidence } of findToldSpeech(analysis)) {
    const share = markedShare(analysis, from, to);
    if (share > 0.8) continue;
    reader.last = undefined;
    const speaker = toSpeaker(reader, { words, rule, confidence });
    const quote = toQuote(
      analysis,
      { from, to: withClosing(analysis, from, to), continues: false },
      speaker,
      explain,
    );
    told.push({ ...quote, kind: share > 0 ? 'mixed' : 'indirect' });
  }
  return told;
}

/** Reads the quotations of an English text with who says them. */
export function readQuotes(analysis: Analysis, explain: boolean): RecordQuote[] {
  const people = knowPeople(analysis);
  const reader: Reader = { analysis, people, subjects: findSubjects(analysis, people), last: undefined };
  const quotes: RecordQuote[] = [];
  for (const span of findQuotedSpans(analysis)) {
    const speaker = findSpeaker(reader, span);
    if (!isSpeech(analysis, span, speaker)) continue;
    quotes.push(toQuote(analysis, span, speaker, explain));
    if (speaker) reader.last = { ...speaker, paragraph: paragraphAt(analysis, span.to - 1) };
  }
  return [...quotes, ...readTold(reader, explain)].sort((a, b) => a.start - b.start || a.end - b.end);
}
