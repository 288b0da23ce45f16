import type { Analysis } from '../../analysis.ts';
import type { Sentence } from '../../sentences.ts';
import { HAPPENINGS } from './happenings.ts';
import { lowOf, type SentenceView } from './sentence-view.ts';
import { DIARY_FORMS } from './verbs.ts';

/** What a word may begin, as bits: most words begin nothing, and one look-up tells so. */
export const CUE = 1;
export const CALL_OFF = 2;
export const NOUN = 4;
export const PAST = 8;

const BITS = new Map<string, number>();
const add = (words: Iterable<string>, bit: number): void => {
  for (const word of words) BITS.set(word, (BITS.get(word) ?? 0) | bit);
};
add(
  `will would won't wouldn't 'll is are was were been 's 're plans plan intends intend aims agreed agree decided pledged promised vowed prepares to`.split(
    ' ',
  ),
  CUE,
);
add(
  `call called calls cancel cancelled canceled cancels cancelling canceling scrap scrapped scraps shelve shelved scuttled aborted ditched abandoned
postpone postponed postpones delay delayed delays moved moves rescheduled pushed put shifted brought`.split(
    /\s+/,
  ),
  CALL_OFF,
);
add(HAPPENINGS, NOUN);
add('attack attacks assault raid bombing shooting stabbing assassination conversation call'.split(' '), NOUN);
for (const { text, form } of DIARY_FORMS) {
  if (form === 's' || form === 'base') add([text], CUE);
  if (form === 'past') add([text], PAST);
}
add('held concluded ended began begun opened started took closed resumed'.split(' '), PAST);

/** Whether a token may begin what one of `bits` stands for. */
export const triggers = (view: SentenceView, at: number, bits: number): boolean =>
  ((BITS.get(lowOf(view, at)) ?? 0) & bits) !== 0;

/** Whether any token of a sentence may. */
export function hasTrigger({ tokens }: Analysis, { from, to }: Sentence, bits: number): boolean {
  for (let at = from; at < to; at++) if (((BITS.get(tokens[at]?.low ?? '') ?? 0) & bits) !== 0) return true;
  return false;
}
