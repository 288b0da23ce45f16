import type { Db } from '#platform/database.ts';
import { listAlike } from './spelling.repo.ts';
import { foldWord } from './tokens.ts';
import { lettersApart, slipsIn, trigramsOf } from './trigrams.ts';

const COMPARED = 40;
const SHORTEST = 3;

/**
 * The words that a mistyped one may have meant, nearest first. That a word is known says nothing about who may read where
 * it stands: look it up before it is shown.
 */
export async function listMeant(db: Db, edition: string, typed: string): Promise<string[]> {
  const word = foldWord(typed);
  if (word.normalize('NFD').length < SHORTEST) return [];
  const alike = await listAlike(db, { edition, trigrams: trigramsOf(word), limit: COMPARED });
  return alike
    .map((known) => ({ known, apart: lettersApart(word, known) }))
    .filter(({ apart }) => apart > 0 && apart <= slipsIn(word))
    .sort((a, b) => a.apart - b.apart)
    .map(({ known }) => known);
}
