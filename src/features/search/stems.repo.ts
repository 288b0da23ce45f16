import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** The stem that PostgreSQL gives each of these folded words; a word that it cannot stem is its own. */
export const listStems = async (db: Db, words: string[]): Promise<{ word: string; stem: string }[]> => {
  const { rows } = await sql<{ word: string; stem: string }>`
    select word, coalesce((ts_lexize('dateline_stem', word))[1], word) as stem
    from unnest(${words}::text[]) word`.execute(db);
  return rows;
};
