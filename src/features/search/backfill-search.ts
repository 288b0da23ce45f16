import type { Db } from '#platform/database.ts';
import { indexArticles } from './index-articles.ts';
import { findStale } from './search-source.repo.ts';
import { SEARCH_VERSION } from './to-entry.ts';

export type BackfillSearch = {
  /** Stops between two batches; what is done stays done, and the next run goes on with the rest. */
  signal?: AbortSignal;
  /** Called after every batch that changed something, with the rows made so far. */
  onProgress?: (done: number) => void;
};

const BLOCK = 1000;
/** Articles are locked against change while their batch is made, so it is small: publishing may be waiting. */
const BATCH = 25;

/**
 * Makes the search rows that are missing or not as they should be (an older revision, another section, older rules), in
 * batches of their own transactions. Nothing to do costs a walk through the articles' numbers.
 * @returns how many rows were made or taken out.
 */
export async function backfillSearch(db: Db, { signal, onProgress }: BackfillSearch = {}): Promise<number> {
  let done = 0;
  for (let after: number | undefined = 0; after !== undefined; ) {
    const block = await findStale(db, { after, size: BLOCK, version: SEARCH_VERSION });
    for (let from = 0; from < block.stale.length; from += BATCH) {
      if (signal?.aborted) return done;
      const batch = block.stale.slice(from, from + BATCH);
      await indexArticles(db, batch);
      done += batch.length;
      onProgress?.(done);
    }
    after = block.last;
  }
  return done;
}
