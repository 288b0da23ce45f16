import type { Analysis } from '../../analysis.ts';
import { type Holders, knowHolders } from './offices.ts';
import { type Found, type SentenceView, viewSentence } from './sentence-view.ts';

/** Who acts: full names, or the words used where the text gives none; `named` says which. */
export type Actors = { who: string[]; named: boolean; head: string };

/** A text with what was read of it, and its sentences taken apart where they are needed. */
export type Reader = {
  analysis: Analysis;
  found: Found;
  holders: Holders;
  /** The one organisation whose name begins or ends with a word: "the committee". */
  organisation: (head: string) => string | undefined;
  view: (index: number) => SentenceView | undefined;
};

function knowOrganisations({ entities }: Found): Reader['organisation'] {
  const byWord = new Map<string, Set<string>>();
  for (const { type, name } of entities) {
    const words = name.toLowerCase().split(' ');
    if (type !== 'ORG' || words.length < 2) continue;
    for (const word of [words[0] ?? '', words.at(-1) ?? ''])
      byWord.set(word, (byWord.get(word) ?? new Set()).add(name));
  }
  return (head) => {
    const names = byWord.get(head);
    return names?.size === 1 ? [...names][0] : undefined;
  };
}

export function makeReader(analysis: Analysis, found: Found): Reader {
  const views = new Map<number, SentenceView | undefined>();
  return {
    analysis,
    found,
    holders: knowHolders(found.entities),
    organisation: knowOrganisations(found),
    view: (index) => {
      if (!views.has(index)) views.set(index, viewSentence(analysis, index, found));
      return views.get(index);
    },
  };
}

/** As many sentences back a pronoun may reach. */
export const BACK = 3;
export const NOBODY: Actors = { who: [], named: false, head: '' };
export const named = (who: string[]): Actors => ({ who: [...new Set(who)], named: true, head: '' });
