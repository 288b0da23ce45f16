import { type Db, withTransaction } from '#platform/database.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { deleteDocuments, type KnownWord, saveDocuments, saveWords } from './search-index.repo.ts';
import { listSources } from './search-source.repo.ts';
import { toEntry, toKnownWords } from './to-entry.ts';

/** What a page of search results is made of, beside the articles on it. */
export const searchKey = (edition: string): string => `search:${edition}`;

/**
 * Brings the search rows of articles up to date, in one transaction: live articles are written, all others taken out.
 * Doing it again changes nothing. Tells every node that pages of results have changed.
 */
export async function indexArticles(db: Db, articleIds: readonly number[]): Promise<void> {
  const ids = [...new Set(articleIds)].sort((a, b) => a - b);
  await withTransaction(db, async (trx) => {
    const sources = await listSources(trx, ids);
    const live = new Set(sources.map(({ id }) => id));
    await saveDocuments(trx, sources.map(toEntry));
    await saveWords(trx, inOneOrder(sources.flatMap(toKnownWords)));
    const left = await deleteDocuments(
      trx,
      ids.filter((id) => !live.has(id)),
    );
    const editions = new Set([...left, ...sources.map(({ edition }) => edition)]);
    await notifyPurge(trx, { keys: [...editions].map(searchKey), hard: false });
  });
}

/** Each word once, and always in the same order: two transactions that wait for each other's words would never end. */
function inOneOrder(words: KnownWord[]): KnownWord[] {
  const byName = new Map(words.map((word) => [`${word.edition} ${word.word}`, word]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, word]) => word);
}
