import type { Analysis } from '../../analysis.ts';
import { isOrganisationWord, isTitle } from '../quotes/name-words.ts';
import { isSayingVerb } from '../saying.ts';
import { isDemonym } from './demonyms.ts';
import { factsOf, type WordFacts } from './lexicon.ts';
import { SEEN, type TextMemory } from './memory.ts';
import { phraseMarks } from './phrases.ts';
import { hasCapital, type Region } from './regions.ts';

/** Number of rows of weights that features are hashed into. */
export const ROWS = 1 << 16;

/** As many units of a word count; longer ones are told apart by their beginning. */
const WORD = 24;

/** FNV-1a over part of a word. */
function hashOf(word: string, from = 0, to = Math.min(word.length, WORD)): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** A row for a kind of feature and what it holds. */
function rowOf(kind: number, hash: number): number {
  let mixed = Math.imul(hash ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  return (Math.imul(mixed, 0xc2b2ae35) >>> 8) & (ROWS - 1);
}

/** A word as the features see it. */
type View = WordFacts & { hash: number; shape: number; kind: number; low: string };

/** Small, first capital, all capitals, one capital, with points, mixed, number, mark. */
function shapeOf(text: string, low: string, kind: string): number {
  if (kind === 'number') return text.length === 4 ? 7 : 6;
  if (kind !== 'word') return 8;
  if (text === low) return 0;
  if (text.endsWith('.')) return 4;
  if (text.length === 1) return 3;
  if (text === text.toUpperCase()) return text.length < 6 ? 2 : 9;
  return text.slice(1) === low.slice(1) ? 1 : 5;
}

/** What sort of word it is: a title, a verb of saying, of an organisation, of a people. */
const kindOf = (low: string): number =>
  (isTitle(low) ? 1 : 0) +
  (isSayingVerb(low) ? 2 : 0) +
  (isOrganisationWord(low) ? 4 : 0) +
  (isDemonym(low) ? 8 : 0);

const EDGE: View = {
  fine: 2000,
  middle: 2000,
  coarse: 2000,
  lists: 0,
  likeness: 2048,
  hash: 1,
  shape: 10,
  kind: 0,
  low: '\n',
};

/** Sees each token once, however often features ask for it. */
export type Viewer = (at: number) => View;

export function viewer({ tokens }: Analysis): Viewer {
  const views = new Map<string, View>();
  return (at) => {
    const token = tokens[at];
    if (!token || token.kind === 'break') return EDGE;
    let view = views.get(token.text);
    if (!view) {
      const low = token.low;
      view = {
        ...factsOf(low),
        hash: hashOf(low),
        shape: shapeOf(token.text, low, token.kind),
        kind: kindOf(low),
        low,
      };
      views.set(token.text, view);
    }
    return view;
  };
}

/** What surrounds a run of capitalised words that a token stands in. */
type Run = { from: number; to: number };

function runAround({ tokens }: Analysis, { from, to }: Region): Run[] {
  const runs: Run[] = [];
  for (let at = from; at < to; ) {
    let end = at;
    while (end < to && (hasCapital(tokens[end]) || tokens[end]?.low === '-' || tokens[end]?.low === '.'))
      end++;
    end = Math.max(end, at + 1);
    const run = { from: at, to: end };
    for (; at < end; at++) runs.push(run);
  }
  return runs;
}

/** The rows of the features of each token of a region, one list a token. */
export function featuresOf(analysis: Analysis, memory: TextMemory, view: Viewer, region: Region): number[][] {
  const { tokens, sentences, sentenceOf, quoted } = analysis;
  const runs = runAround(analysis, region);
  const phrases = phraseMarks(analysis, region);
  const all: number[][] = [];
  for (let at = region.from; at < region.to; at++) {
    const [w, a, b, aa, bb] = [view(at), view(at - 1), view(at + 1), view(at - 2), view(at + 2)];
    const sentence = sentences[sentenceOf[at] ?? -1];
    const opens =
      sentence?.from === at || (sentence?.from === at - 1 && tokens[at - 1]?.kind === 'mark') ? 1 : 0;
    const run = runs[at - region.from] ?? { from: at, to: at + 1 };
    const [left, right, first, head] = [view(run.from - 1), view(run.to), view(run.from), view(run.to - 1)];
    const [place, back] = [Math.min(at - run.from, 4), Math.min(run.to - 1 - at, 4)];
    const seen = memory.get(w.low) ?? 0;
    const single = run.to - run.from === 1 ? 1 : 0;
    const rows: number[] = [];
    const add = (kind: number, value: number): void => void rows.push(rowOf(kind, value));
    const mix = (x: number, y: number): number => Math.imul(x, 0x27d4eb2d) ^ (y + 0x165667b1);
    add(1, 0);
    // The word, its neighbours, and pairs of them
    add(2, w.hash);
    add(3, a.hash);
    add(4, b.hash);
    add(5, aa.hash);
    add(6, bb.hash);
    add(7, mix(a.hash, w.hash));
    add(8, mix(w.hash, b.hash));
    // How it looks
    add(11, w.shape * 2 + opens);
    add(12, (a.shape * 16 + w.shape) * 16 + b.shape);
    const { low } = w;
    for (let length = 1; length <= 4 && length < low.length; length++) {
      add(18 + length, mix(hashOf(low, low.length - length), length));
    }
    // Classes of words
    add(23, w.fine);
    add(24, w.middle * 2 + opens);
    add(25, w.coarse * 2 + opens);
    add(26, a.fine);
    add(27, a.middle);
    add(28, b.fine);
    add(29, b.middle);
    add(30, aa.middle);
    add(31, bb.middle);
    add(35, mix(a.middle, w.shape));
    add(36, mix(b.middle, w.shape));
    // Lists
    add(37, (w.lists * 64 + w.kind) * 2 + single);
    add(38, a.lists * 64 + a.kind);
    add(39, b.lists * 64 + b.kind);
    add(42, mix(w.lists, w.shape * 4 + opens * 2 + single));
    add(60, w.likeness * 4 + opens * 2 + single);
    for (let kind = 0; kind < 5; kind++) {
      add(61 + kind, (((w.likeness >> (2 * kind)) & 3) * 16 + w.shape) * 2 + opens);
      add(66 + kind, ((a.likeness >> (2 * kind)) & 3) * 64 + ((w.likeness >> (2 * kind)) & 3) * 4 + opens);
      add(71 + kind, ((b.likeness >> (2 * kind)) & 3) * 64 + ((w.likeness >> (2 * kind)) & 3) * 4 + opens);
      add(
        76 + kind,
        mix(((head.likeness >> (2 * kind)) & 3) * 4 + ((first.likeness >> (2 * kind)) & 3), place * 8 + back),
      );
    }
    // The run of capitals that it stands in
    add(43, place * 8 + back);
    add(44, mix(left.hash, place * 8 + Math.min(back, 2)));
    add(45, mix(right.hash, back * 8 + Math.min(place, 2)));
    add(46, mix(left.middle, place));
    add(47, mix(right.middle, back));
    add(48, mix(head.hash, back));
    add(49, mix(head.middle, back));
    add(50, mix(head.kind * 64 + head.lists, back));
    add(51, mix(first.kind * 64 + first.lists, place));
    add(52, mix(first.fine, place));
    add(53, mix(left.kind, right.kind) * 2 + single);
    // The text as a whole
    for (let bit = 1; bit <= SEEN.beforeCapital; bit <<= 1)
      if (seen & bit) add(54, bit * 4 + single * 2 + opens);
    add(55, (seen & (SEEN.small | SEEN.inside)) * 4 + single * 2 + opens);
    add(56, seen * 2 + single);
    // Phrases of the lists
    const mark = phrases[at - region.from] ?? 0;
    if (mark > 0) {
      add(57, mark);
      add(58, mix(mark, w.shape * 2 + opens));
    }
    add(59, (quoted[at] ?? 0) * 2 + single);
    all.push(rows);
  }
  return all;
}
