import type { Analysis } from '../../analysis.ts';
import type { RecordEntity, RecordQuote } from '../../record.ts';
import { findToldSpeech } from './indirect.ts';
import { knowPeople } from './name-runs.ts';
import { findQuotedSpans, type QuotedSpan } from './quoted-spans.ts';
import { findReferences } from './references.ts';
import { withSingleMarks } from './single-marks.ts';
import { findSpeaker, paragraphAt, type Reader, type Speaker, toSpeaker } from './speakers.ts';

function countWords({ tokens }: Analysis, { from, to }: QuotedSpan): number {
  let words = 0;
  for (let at = from; at < to && words < 4; at++)
    if (tokens[at]?.kind === 'word' || tokens[at]?.kind === 'number') words++;
  return words;
}

/** Whether quoted words are speech at all: not a title or a single word set off. */
function isSpeech(analysis: Analysis, span: QuotedSpan, speaker: Speaker | undefined): boolean {
  const words = countWords(analysis, span);
  if (words < 2 || isCalled(analysis, span)) return false;
  if (words === 2) return speaker !== undefined && speaker.confidence > 0.6 && !allCapital(analysis, span);
  const ends = /^[.,!?…]$/.test(analysis.tokens[span.to - 1]?.low ?? '');
  if (!ends && (speaker?.confidence ?? 0) <= 0.6) return false;
  return !allCapital(analysis, span) || ends || /^[,:]$/.test(analysis.tokens[span.from - 2]?.low ?? '');
}

/** What is named so is not said: 'named "Better Idea"', 'the song "Harbour Lights"'. */
const isCalled = (analysis: Analysis, { from, to, continues }: QuotedSpan): boolean =>
  allCapital(analysis, { from, to, continues }) &&
  /^(named|titled|entitled|called|dubbed|nicknamed|song|single|film|movie|book|novel|album|play|show|series|article|essay|report|headline|headlined|slogan|reading|hashtag|campaign|operation)$/.test(
    analysis.tokens[from - 2]?.low ?? '',
  );

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

type Voiced = { span: QuotedSpan; speaker: Speaker | undefined };

/** Whether the same voice goes on in the next paragraph, with only marks between: nobody else is named beside it. */
function goesOn({ tokens }: Analysis, before: Voiced, { span, speaker }: Voiced): boolean {
  if (span.from - before.span.to !== 3 || tokens[span.from - 2]?.kind !== 'break') return false;
  return !speaker?.beside || !before.speaker || speaker.name === before.speaker.name;
}

/** Reads the quotations of an English text with who says them. */
export function readQuotes(
  given: Analysis,
  entities: readonly RecordEntity[],
  explain: boolean,
): RecordQuote[] {
  const analysis = withSingleMarks(given);
  const people = knowPeople(analysis, entities);
  const reader: Reader = { ...findReferences(analysis, people, entities), last: undefined };
  const voiced: Voiced[] = [];
  for (const span of findQuotedSpans(analysis)) {
    const speaker = findSpeaker(reader, span);
    if (!isSpeech(analysis, span, speaker)) continue;
    const before = voiced.at(-1);
    if (before && goesOn(analysis, before, { span, speaker }))
      voiced[voiced.length - 1] = {
        span: { ...before.span, to: span.to },
        speaker: before.speaker ?? speaker,
      };
    else voiced.push({ span, speaker });
    if (speaker) reader.last = { ...speaker, paragraph: paragraphAt(analysis, span.to - 1) };
  }
  const quotes = voiced.map(({ span, speaker }) => toQuote(analysis, span, speaker, explain));
  return [...quotes, ...readTold(reader, explain)].sort((a, b) => a.start - b.start || a.end - b.end);
}
