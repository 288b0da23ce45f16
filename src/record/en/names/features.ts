import type { Analysis } from '../../analysis.ts';
import { isOrganisationWord, isRegion, isTitle } from '../quotes/name-words.ts';
import { listMask } from './name-lists.ts';
import type { Segment } from './segments.ts';

/** Number of rows of weights that features are hashed into. */
export const ROWS = 1 << 15;

export const LABELS = ['O', 'PER', 'ORG', 'LOC'] as const;

/** As many units of a word count; longer ones are told apart by their beginning. */
const WORD = 24;

/** FNV-1a over the beginning of a word. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  const end = Math.min(word.length, WORD);
  for (let at = 0; at < end; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash;
}

/** A row for a kind of feature and what it holds. */
function rowOf(kind: number, hash: number): number {
  let mixed = Math.imul(hash ^ Math.imul(kind, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 15;
  return (Math.imul(mixed, 0xc2b2ae35) >>> 8) & (ROWS - 1);
}

/** What is known of a text as a whole: the words it writes small, and the labels of longer names by their first and last words. */
export type TextMemory = { small: Set<string>; first: Map<string, number>; last: Map<string, number> };

export function rememberText({ tokens }: Analysis): TextMemory {
  const small = new Set<string>();
  for (const token of tokens) if (token.kind === 'word' && token.text === token.low) small.add(token.low);
  return { small, first: new Map(), last: new Map() };
}

/** Nothing, all capitals, mixed case, with points, or plain: one number for a word's look. */
function shapeOf(text: string, low: string): number {
  if (text.endsWith('.')) return 1;
  if (text.length > 1 && text === text.toUpperCase()) return 2;
  return text.slice(1) === low.slice(1) ? 0 : 3;
}

/** The rows of the features of a segment. */
export function featuresOf(
  analysis: Analysis,
  memory: TextMemory,
  { from, to, titled }: Segment,
  rows: number[],
): void {
  const { tokens, sentences, sentenceOf, text } = analysis;
  const lowOf = (at: number): string => tokens[at]?.low ?? '';
  const [firstLow, lastLow] = [lowOf(from), lowOf(to - 1)];
  const name = text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).toLowerCase();
  const opens = sentences[sentenceOf[from] ?? -1]?.from === from ? 1 : 0;
  const single = to - from === 1 ? 1 : 0;
  const size = Math.min(to - from, 5);
  const small = memory.small.has(firstLow) ? 1 : 0;
  const shape = shapeOf(tokens[from]?.text ?? '', firstLow);
  const organisation = isOrganisationWord(lastLow) ? 1 : 0;
  const lists = listMask(firstLow) + listMask(lastLow) * 8;
  const region = isRegion(name.replaceAll('.', '')) ? 1 : 0;
  rows.length = 0;
  rows.push(
    rowOf(1, size * 2 + opens),
    rowOf(2, lists * 8 + size),
    rowOf(3, region * 2 + single),
    rowOf(4, (titled ? 2 : 0) + organisation),
    rowOf(5, hashOf(lowOf(from - 1))),
    rowOf(6, hashOf(lowOf(to))),
    rowOf(7, hashOf(lastLow)),
    rowOf(8, hashOf(firstLow)),
    rowOf(9, hashOf(lastLow.slice(-3))),
    rowOf(10, hashOf(lastLow.slice(-2)) + single),
    rowOf(11, shape * 16 + size * 2 + opens),
    rowOf(12, opens * 2 + small + single * 4),
    rowOf(13, (memory.last.get(lastLow) ?? 7) * 2 + single),
    rowOf(14, (memory.first.get(firstLow) ?? 7) * 2 + single),
    rowOf(15, hashOf(name)),
    rowOf(16, hashOf(lowOf(from - 2)) ^ hashOf(lowOf(from - 1))),
    rowOf(17, hashOf(lowOf(to + 1)) ^ Math.imul(hashOf(lowOf(to)), 3)),
    rowOf(
      18,
      (isTitle(lowOf(from - 1)) ? 1 : 0) +
        (lowOf(to) === "'s" ? 2 : 0) +
        (lowOf(from - 1) === 'the' ? 4 : 0) +
        single * 8,
    ),
    rowOf(19, Math.imul(hashOf(lowOf(from - 1)), 3) + single),
    rowOf(20, lists * 32 + shape * 4 + region * 2 + small),
  );
  for (let at = from; at < Math.min(to, from + 6); at++) rows.push(rowOf(21, hashOf(lowOf(at))));
}
