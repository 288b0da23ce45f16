import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** Known words of an edition that share the most runs of three letters with a word, the nearest first. */
export const listAlike = async (
  db: Db,
  { edition, trigrams, limit }: { edition: string; trigrams: string[]; limit: number },
): Promise<string[]> => {
  const { rows } = await sql<{ word: string }>`
    select w.word from search_word w
    cross join lateral (select count(*)::float8 as shared from unnest(w.trigrams) t where t = any(${trigrams}::text[])) s
    where w.edition = ${edition} and w.trigrams && ${trigrams}::text[]
    order by s.shared / (cardinality(w.trigrams) + ${trigrams.length} - s.shared) desc, w.word limit ${limit}`.execute(
    db,
  );
  return rows.map(({ word }) => word);
};
