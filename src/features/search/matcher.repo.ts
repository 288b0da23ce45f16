import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** Of words as they are written, those that have the stem of one of `terms`; both folded. */
export const listSameStem = async (db: Db, words: string[], terms: string[]): Promise<string[]> => {
  if (words.length === 0 || terms.length === 0) return [];
  const { rows } = await sql<{ word: string }>`
    with stems as materialized (
      select array_agg(stem) as list from unnest(${terms}::text[]) t, unnest(ts_lexize('dateline_stem', t)) stem)
    select word from unnest(${words}::text[]) word, stems where ts_lexize('dateline_stem', word) && stems.list`.execute(
    db,
  );
  return rows.map(({ word }) => word);
};
