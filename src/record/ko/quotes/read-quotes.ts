import type { Analysis } from '../../analysis.ts';
import { overlapping } from '../../overlapping.ts';
import type { RecordEntity, RecordQuote } from '../../record.ts';
import { hasPronoun, type Speaker, speakerIn } from './speakers.ts';

/** What follows a quotation where it is speech: "라고", "고", "며", "이라고". */
const QUOTING = /^(?:이?라고|고|며|면서|이?라며|이?라면서|는|이?라는|라|이라|이냐고|냐고|자고)(?![가-힣])/;
const SAID =
  /(말|밝|전|강조|설명|덧붙|지적|주장|비판|촉구|언급|답|반박|평가|당부|발표|경고|약속|호소|물|토로|반문|회고|역설|일축|시사|털어놓|보도|공개|선언|다짐|요구|요청|내다봤|했다|인정|부인|항의|규탄|제안|진술|증언|소개|적었|썼)/;
/** How far on the verb of saying is looked for. */
const REACH = 60;
/** Fewer letters are a word set off, and no speech. */
const SHORTEST = 6;

type Span = { open: number; from: number; to: number; close: number };

/** Quoted strings, marks paired within a paragraph. */
function findSpans(text: string): Span[] {
  const spans: Span[] = [];
  let open = -1;
  for (const { index, 0: mark } of text.matchAll(/["“”\n]/gu)) {
    if (mark === '\n') open = -1;
    else if (mark === '“' || (mark === '"' && open < 0)) open = index;
    else if (open >= 0) {
      if (index > open + 1) spans.push({ open, from: open + 1, to: index, close: index + 1 });
      open = -1;
    }
  }
  return spans;
}

type Bounds = { start: number; end: number; paragraph: number };

function sentenceBounds({ tokens, sentences }: Analysis): Bounds[] {
  return sentences.map(({ from, to, paragraph }) => ({
    start: tokens[from]?.start ?? 0,
    end: tokens[to - 1]?.end ?? 0,
    paragraph,
  }));
}

/** The index of the sentence that holds an offset, by halves. */
function sentenceAt(bounds: readonly Bounds[], offset: number): number {
  let [low, high] = [0, bounds.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((bounds[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

type Last = { speaker: Speaker; paragraph: number } | undefined;

function toQuote(
  text: string,
  from: number,
  to: number,
  kind: RecordQuote['kind'],
  speaker: Speaker | undefined,
  rule: string,
  explain: boolean,
): RecordQuote {
  let [start, end] = [from, to];
  while (start < end && text.charAt(start) === ' ') start++;
  while (end > start + 1 && /[\s,]/.test(text.charAt(end - 1))) end--;
  return {
    start,
    end,
    text: text.slice(start, end),
    kind,
    speaker: speaker?.name ?? null,
    speaker_start: speaker?.start ?? null,
    speaker_end: speaker?.end ?? null,
    attribution: speaker?.level ?? 'none',
    confidence: speaker ? 0.8 : 0.5,
    ...(explain && { rule }),
  };
}

/** Whether a quoted string is speech: told so by what follows, and long enough. */
function isSpeech(text: string, { from, to, close }: Span): boolean {
  if (to - from < SHORTEST) return false;
  const after = text.slice(close, close + REACH);
  return SAID.test(after) && (QUOTING.test(after) || /[.?!]$/.test(text.slice(from, to).trim()));
}

/** The speaker of the sentence around a quotation: named before it, between it and its verb, or as before where the subject is left out. */
function findSpeaker(
  text: string,
  { open, close }: Span,
  bounds: readonly Bounds[],
  entities: readonly RecordEntity[],
  last: Last,
): Speaker | undefined {
  const first = bounds[sentenceAt(bounds, open)];
  // A full stop before the closing mark may have ended the sentence: "….” 소식통은 전했다"
  const end = bounds[sentenceAt(bounds, close + 1)]?.end ?? close;
  const start = Math.max(first?.start ?? 0, open - 200);
  const named = speakerIn(text, start, open, entities);
  if (named) return named;
  const begin = close + (QUOTING.exec(text.slice(close, close + REACH))?.[0].length ?? 0);
  const rest = text.slice(begin, Math.min(end, begin + REACH));
  const stop = rest.search(/["“]/u);
  const after = speakerIn(text, begin, begin + (stop < 0 ? rest.length : stop), entities);
  if (after) return after;
  const pronoun = hasPronoun(text, start, open);
  if (!last) return undefined;
  const near = (first?.paragraph ?? 0) - last.paragraph < 3;
  if (!near) return undefined;
  return pronoun ? { ...last.speaker, ...pronoun } : last.speaker;
}

const TOLD =
  /(?:다고|라고|자고|냐고|다며|라며|다면서|라면서) (?:[^\s"“”]{1,12} ){0,2}(?:말했|밝혔|전했|강조했|설명했|덧붙였|지적했|주장했|발표했|경고했|보도했|답했|촉구했)/gu;

/** Speech in the text's own words: "장관은 …할 예정이라고 밝혔다". */
function readTold(
  text: string,
  bounds: readonly Bounds[],
  entities: readonly RecordEntity[],
  explain: boolean,
): RecordQuote[] {
  const quotes: RecordQuote[] = [];
  for (const { start, end } of bounds) {
    if (end - start > 400) continue;
    const sentence = text.slice(start, end);
    if (/["“”]/u.test(sentence)) continue;
    const told = [...sentence.matchAll(TOLD)].at(-1);
    if (!told) continue;
    const to = start + told.index + 2;
    const names = overlapping(entities, start, end);
    const first = firstSpeaker(text, start, to, names);
    // "…한다고 청와대가 밝혔다": who says it stands between
    const late = speakerIn(text, to, start + told.index + told[0].length, names);
    const speaker = late ?? first?.speaker;
    if (!speaker) continue;
    const from = late || !first ? start : first.from;
    const cut = /고$/.test(text.slice(from, to)) ? to - 1 : to;
    if (cut - from < SHORTEST) continue;
    quotes.push(toQuote(text, from, cut, 'indirect', speaker, 'told', explain));
  }
  return quotes;
}

/** The subject that opens a sentence, and where what is said begins after it. */
function firstSpeaker(
  text: string,
  start: number,
  to: number,
  entities: readonly RecordEntity[],
): { speaker: Speaker; from: number } | undefined {
  for (const found of text
    .slice(start, Math.min(to, start + 120))
    .matchAll(/(?:[가-힣](?:은|는|이|가)|에 따르면,?) /gu)) {
    const at = start + found.index + found[0].length;
    const speaker = speakerIn(text, start, at - 1, entities);
    if (speaker) return { speaker, from: at };
  }
  return undefined;
}

/** Reads the quotations of a Korean text with who says them. */
export function readKoreanQuotes(
  analysis: Analysis,
  entities: readonly RecordEntity[],
  explain: boolean,
): RecordQuote[] {
  const { text } = analysis;
  const bounds = sentenceBounds(analysis);
  const quotes: RecordQuote[] = [];
  let last: Last;
  for (const span of findSpans(text)) {
    if (!isSpeech(text, span)) continue;
    const around = overlapping(entities, span.open - 300, span.close + 200);
    const speaker = findSpeaker(text, span, bounds, around, last);
    quotes.push(toQuote(text, span.from, span.to, 'direct', speaker, 'quoted', explain));
    if (speaker) last = { speaker, paragraph: bounds[sentenceAt(bounds, span.close)]?.paragraph ?? 0 };
  }
  return [...quotes, ...readTold(text, bounds, entities, explain)].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  );
}
