import type { Db } from '#platform/database.ts';
import { listStems } from './stems.repo.ts';

/** So many words' stems are kept in memory, a few megabytes; when there are more it begins anew. */
const MOST_KEPT = 50_000;

/** A word's stem never changes, so that PostgreSQL is asked for each word once. */
const known = new Map<string, string>();

/** Of words as they are written, those that have the stem of one of `terms`; both folded. */
export async function listSameStem(db: Db, words: string[], terms: string[]): Promise<string[]> {
  if (words.length === 0 || terms.length === 0) return [];
  if (known.size > MOST_KEPT) known.clear();
  const missing = [...new Set([...words, ...terms])].filter((word) => !known.has(word));
  const asked = missing.length > 0 ? await listStems(db, missing) : [];
  for (const { word, stem } of asked) known.set(word, stem);
  const stems = new Set(terms.map((term) => known.get(term)));
  return words.filter((word) => stems.has(known.get(word)));
}
