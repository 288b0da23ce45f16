import { isDeepStrictEqual } from 'node:util';
import { findPublishedRecord, topicsOf } from '#features/articles/articles.ts';
import { findEdition } from '#features/taxonomy/taxonomy.ts';
import { type Db, withTransaction } from '#platform/database.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { listEntriesOf, noteFollowed, setEntries } from './timeline.repo.ts';
import type { TimelineEntryRow } from './timeline.tables.ts';
import { toldSentences } from './told-sentences.ts';

/** Raised whenever the same record may tell other things. */
export const TIMELINE_VERSION = 1;
/** More of one article crowds out what others tell. */
const OF_ARTICLE = 4;

/**
 * Brings the timelines of an article's topics up to date with what it says now. What readers cannot see of it is gone from the pages by the
 * views at once. Idempotent. Pages of topics whose timeline changed are made anew.
 */
export async function followArticle(db: Db, articleId: number): Promise<void> {
  await withTransaction(db, async (trx) => {
    const found = await findPublishedRecord(trx, articleId);
    const before = await listEntriesOf(trx, articleId);
    let now: TimelineEntryRow[] = [];
    if (found) {
      const zone = (await findEdition(trx, found.edition))?.zone ?? 'UTC';
      const told = toldSentences(found, zone).slice(0, OF_ARTICLE);
      now = (await topicsOf(trx, articleId))
        .toSorted((a, b) => a - b)
        .flatMap((topic_id) =>
          told
            .map(({ start, end, text, day, precision }) => ({
              ...{ topic_id, day, article_id: articleId, start_at: start, end_at: end },
              ...{ revision: found.revision, precision, sentence: text },
            }))
            .toSorted((a, b) => a.day.localeCompare(b.day) || a.start_at - b.start_at),
        );
      await noteFollowed(trx, { articleId, revision: found.revision, version: TIMELINE_VERSION });
    }
    if (isDeepStrictEqual(before, now)) return;
    await setEntries(trx, articleId, now);
    const topics = new Set([...before, ...now].map(({ topic_id }) => `topic:${topic_id}`));
    await notifyPurge(trx, { keys: [...topics], hard: false });
  });
}
