import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** A search row before PostgreSQL has stemmed it: texts are folded and parted by single spaces. */
export type SearchEntry = {
  article_id: number;
  edition: string;
  visible_from: Date;
  revision: number;
  version: number;
  facts: string;
  keys: string[];
  /** Headline and topics; byline and place; deck; body. */
  head: string;
  people: string;
  deck: string;
  body: string;
  /** Taken as they stand: words and syllables of the names, syllables of the body. */
  nameForms: string;
  syllables: string;
};

const stems = (text: string, weight: 'A' | 'B' | 'C'): RawBuilder<string> =>
  sql`setweight(to_tsvector('dateline_search', ${text}::text), ${weight}::"char")`;
/** Without places, so that they take little room and stand in no phrase. */
const plain = (text: string): RawBuilder<string> => sql`strip(to_tsvector('simple', ${text}::text))`;

const toRow = (entry: SearchEntry) => {
  const { head, people, deck, body, nameForms, syllables, ...row } = entry;
  return {
    ...row,
    names: sql<string>`${stems(head, 'A')} || ${stems(people, 'B')} || ${plain(nameForms)}`,
    words: sql<string>`${stems(head, 'A')} || ${stems(people, 'B')} || ${stems(deck, 'B')} || ${stems(body, 'C')} || ${plain(syllables)}`,
  };
};

/** Writes search rows, in place of those that are there. */
export async function saveDocuments(trx: Db, entries: SearchEntry[]): Promise<void> {
  if (entries.length === 0) return;
  await trx
    .insertInto('search_document')
    .values(entries.map(toRow))
    .onConflict((conflict) =>
      conflict.column('article_id').doUpdateSet((eb) => ({
        edition: eb.ref('excluded.edition'),
        visible_from: eb.ref('excluded.visible_from'),
        revision: eb.ref('excluded.revision'),
        version: eb.ref('excluded.version'),
        facts: eb.ref('excluded.facts'),
        names: eb.ref('excluded.names'),
        words: eb.ref('excluded.words'),
        keys: eb.ref('excluded.keys'),
      })),
    )
    .execute();
}

/** Takes the rows of these articles out; answers the editions that they were in. */
export const deleteDocuments = async (trx: Db, ids: number[]): Promise<string[]> => {
  if (ids.length === 0) return [];
  const rows = await trx
    .deleteFrom('search_document')
    .where('article_id', 'in', ids)
    .returning('edition')
    .execute();
  return rows.map(({ edition }) => edition);
};

export type KnownWord = { edition: string; word: string; trigrams: string[] };

/** Words of headlines, kept for mistyped ones to be compared with; those that are known stay as they are. */
export async function saveWords(trx: Db, words: KnownWord[]): Promise<void> {
  if (words.length === 0) return;
  await trx
    .insertInto('search_word')
    .values(words)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
