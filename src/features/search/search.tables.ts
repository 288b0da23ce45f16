import type { Selectable } from 'kysely';

type SearchDocumentTable = {
  article_id: number;
  edition: string;
  visible_from: Date;
  revision: number;
  version: number;
  facts: string;
  /** tsvector, as PostgreSQL prints it. */
  names: string;
  words: string;
  keys: string[];
};

type SearchWordTable = { edition: string; word: string; trigrams: string[] };

export type SearchDocumentRow = Selectable<SearchDocumentTable>;

declare module '#platform/database.ts' {
  interface Tables {
    search_document: SearchDocumentTable;
    search_word: SearchWordTable;
  }
}
