import type { Term } from './parse-query.ts';
import { type Token, tokensOf } from './tokens.ts';

/** A stretch of an excerpt; `hit`: it is what the reader looked for. */
export type Segment = { text: string; hit: boolean };

/** What is marked in a text: words by their folded form, runs of syllables wherever they stand, with spaces in them or not. */
export type Marker = { forms: ReadonlySet<string>; runs: readonly RegExp[] };

type Span = { start: number; end: number };

const EXCERPT = 240;
/** What stands before the first hit, so that it is read in its sentence. */
const LEAD_IN = 60;
/** Text behind this is not looked through for an excerpt. */
const LOOKED_AT = 5000;

/** The tokens of a query's positive terms. */
export const wantedTokens = (all: readonly (readonly Term[])[]): Token[] =>
  all.flat().flatMap(({ tokens }) => tokens);

const toRun = (form: string): RegExp => new RegExp([...form].join('[\\s·\'‘’"“”-]*'), 'gu');

/** A marker for runs of syllables and for words of these forms. */
export const createMarker = (tokens: readonly Token[], forms: Iterable<string>): Marker => ({
  forms: new Set(forms),
  runs: [...new Set(tokens.filter(({ kind }) => kind === 'syllables').map(({ form }) => form))].map(toRun),
});

/** A text on one line with its words: what is marked and cut. */
export type Line = { text: string; words: readonly Token[] };

/** A text's first `LOOKED_AT` letters on one line. Its words are only looked for where words are to be marked. */
export function toLine(text: string, tokens: readonly Token[]): Line {
  const line = text.slice(0, LOOKED_AT).normalize('NFC').replace(/\s+/gu, ' ').trim();
  const wanted = tokens.some(({ kind }) => kind === 'word');
  return { text: line, words: wanted ? tokensOf(line).filter(({ kind }) => kind === 'word') : [] };
}

/** The words of a text that begin as one of the tokens does: those that may share a stem with it. */
export function listSimilar(lines: readonly Line[], tokens: readonly Token[]): string[] {
  const beginnings = tokens.filter(({ kind }) => kind === 'word').map(({ form }) => form.slice(0, 3));
  if (beginnings.length === 0) return [];
  const found = new Set<string>();
  for (const { words } of lines)
    for (const { form } of words)
      if (beginnings.some((beginning) => form.startsWith(beginning))) found.add(form);
  return [...found];
}

/** The places of what is marked in a line, in order, none over another. */
function findHits({ text, words }: Line, { forms, runs }: Marker): Span[] {
  const spans: Span[] = words.filter(({ form }) => forms.has(form)).map(({ start, end }) => ({ start, end }));
  for (const run of runs)
    for (const { index, 0: found } of text.matchAll(run))
      spans.push({ start: index, end: index + found.length });
  const sorted = spans.sort((a, b) => a.start - b.start || b.end - a.end);
  const apart: Span[] = [];
  for (const span of sorted) if (span.start >= (apart.at(-1)?.end ?? 0)) apart.push(span);
  return apart;
}

/** A whole line with its hits marked. */
export const markLine = (line: Line, marker: Marker): Segment[] =>
  toSegments(line.text, findHits(line, marker), 0, line.text.length);

/**
 * The stretch of a line with the most different hits, marked; undefined where there is none. Segments hold plain text:
 * whoever writes markup escapes it.
 */
export function cutExcerpt(line: Line, marker: Marker): Segment[] | undefined {
  const { text } = line;
  const hits = findHits(line, marker);
  const best = bestStretch(text, hits);
  if (!best) return undefined;
  const start = wordStart(text, Math.max(0, best.start - LEAD_IN));
  const end = wordEnd(text, Math.min(text.length, start + EXCERPT));
  const segments = toSegments(text, hits, start, end);
  if (start > 0) segments.unshift({ text: '… ', hit: false });
  if (end < text.length) segments.push({ text: ' …', hit: false });
  return joined(segments);
}

function bestStretch(line: string, hits: readonly Span[]): Span | undefined {
  let best: { span: Span; different: number } | undefined;
  for (const [index, span] of hits.entries()) {
    const near = new Set<string>();
    for (let at = index; at < hits.length; at += 1) {
      const hit = hits[at];
      if (!hit || hit.end > span.start + EXCERPT - LEAD_IN) break;
      near.add(line.slice(hit.start, hit.end).toLowerCase());
    }
    if (!best || near.size > best.different) best = { span, different: near.size };
  }
  return best?.span;
}

function wordStart(line: string, at: number): number {
  if (at === 0) return 0;
  const space = line.indexOf(' ', at);
  return space === -1 || space > at + LEAD_IN / 2 ? afterPair(line, at) : space + 1;
}

function wordEnd(line: string, at: number): number {
  if (at === line.length) return at;
  const space = line.lastIndexOf(' ', at);
  return space <= at - LEAD_IN / 2 ? afterPair(line, at) : space;
}

/** Never between the halves of a letter beyond the basic plane. */
const afterPair = (line: string, at: number): number =>
  /[\udc00-\udfff]/.test(line[at] ?? '') ? at + 1 : at;

function toSegments(text: string, hits: readonly Span[], start: number, end: number): Segment[] {
  const segments: Segment[] = [];
  let from = start;
  const put = (to: number, hit: boolean) => {
    if (to > from) segments.push({ text: text.slice(from, to), hit });
    from = Math.max(from, to);
  };
  for (const hit of hits) {
    if (hit.start < from || hit.end > end) continue;
    put(hit.start, false);
    put(hit.end, true);
  }
  put(end, false);
  return segments;
}

/** Neighbours that are alike as one. */
function joined(segments: readonly Segment[]): Segment[] {
  const list: Segment[] = [];
  for (const segment of segments) {
    const last = list.at(-1);
    if (last && last.hit === segment.hit) list[list.length - 1] = { ...last, text: last.text + segment.text };
    else list.push(segment);
  }
  return list;
}
