import { joinRuns, pairsOf, tokensOf } from './tokens.ts';

/**
 * A text as PostgreSQL is to take it in, units parted by spaces: words as they are, a run of syllables as its pairs and
 * then its last one alone. So the pairs of any part of a run stand one after the other, and a phrase finds it.
 */
export function toStream(text: string): string {
  const units: string[] = [];
  for (const { kind, form } of joinRuns(text, tokensOf(text))) {
    if (kind === 'word') units.push(form);
    else units.push(...pairsOf(form), [...form].at(-1) ?? '');
  }
  return units.join(' ');
}

/**
 * A syllable as it is looked for by itself. It has no place in the text, and PostgreSQL gives up on a phrase with a
 * beginning in it ('개':*) where one of the words that begin so has none: hence a name that no run begins with.
 */
export const singleSyllable = (syllable: string): string => `x${syllable}`;

/** Every syllable of a text once: a search for a single one looks there. */
export function toSyllables(text: string): string {
  const found = new Set<string>();
  for (const { kind, form } of tokensOf(text)) {
    if (kind === 'syllables') for (const syllable of form) found.add(singleSyllable(syllable));
  }
  return [...found].join(' ');
}

/** The words of a headline as they are written, for what begins like them. */
export const toForms = (text: string): string =>
  [...new Set(tokensOf(text).flatMap(({ kind, form }) => (kind === 'word' ? [form] : [])))].join(' ');
