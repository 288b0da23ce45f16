import type { ArticleRow } from '#features/articles/articles.ts';
import { publishStory } from '#features/publishing/publishing.ts';
import { addEditions, type DeskCopy, PAST, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import type { Db } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';

export { addEditions as buildEditions, PAST };
export const SILENT = createLog({ level: 'silent' });

/** Publishes a story whose words do not matter. */
export const publishOne = (db: Db, copy: Partial<DeskCopy> = {}): Promise<ArticleRow> =>
  publishCopy(db, { headline: 'Fog', ...copy });

/** Publishes a story that is ready or held. */
export const publishNow = (db: Db, storyId: number): Promise<ArticleRow> =>
  db.transaction().execute((trx) => publishStory(trx, { storyId, at: PAST }));
