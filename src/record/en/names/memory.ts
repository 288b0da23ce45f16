import type { Analysis } from '../../analysis.ts';
import { isOrganisationWord, isTitle } from '../quotes/name-words.ts';
import { isSayingVerb } from '../saying.ts';
import { isFirstName } from './lexicon.ts';
import { hasCapital } from './regions.ts';

/**
 * What the whole text shows of each of its words, as bits (after Chieu and Ng 2003): what is plain in one place tells what the
 * word means in another.
 */
export type TextMemory = Map<string, number>;

export const SEEN = {
  small: 1,
  inside: 2,
  afterTitle: 4,
  afterFirstName: 8,
  speaking: 16,
  afterIn: 32,
  inOrganisation: 64,
  inLongName: 128,
  possessive: 256,
  beforeCapital: 512,
} as const;

/** Reads it in one pass. */
export function rememberText({ tokens, sentences, sentenceOf }: Analysis): TextMemory {
  const memory: TextMemory = new Map();
  const see = (low: string, bits: number): void => void memory.set(low, (memory.get(low) ?? 0) | bits);
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word') continue;
    if (!hasCapital(token)) {
      see(token.low, SEEN.small);
      continue;
    }
    let bits = 0;
    const before = tokens[at - 1];
    const beforeLow = before?.low ?? '';
    const next = tokens[at + 1];
    if (sentences[sentenceOf[at] ?? -1]?.from !== at && !/^["“‘'(:]$/.test(beforeLow)) bits |= SEEN.inside;
    const titled = isTitle(beforeLow) || (beforeLow === '.' && isTitle(tokens[at - 2]?.low ?? ''));
    if (titled) bits |= SEEN.afterTitle;
    if (hasCapital(before)) bits |= SEEN.inLongName | (isFirstName(beforeLow) ? SEEN.afterFirstName : 0);
    if (hasCapital(next))
      bits |= SEEN.beforeCapital | (isOrganisationWord(next?.low ?? '') ? SEEN.inOrganisation : 0);
    if (isSayingVerb(next?.low ?? '') || isSayingVerb(beforeLow)) bits |= SEEN.speaking;
    if (/^(in|at|near|from)$/.test(beforeLow)) bits |= SEEN.afterIn;
    if (next?.low === "'s") bits |= SEEN.possessive;
    if (bits > 0) see(token.low, bits);
  }
  return memory;
}
