import type { ArticleRow } from '#features/articles/articles.ts';
import {
  addEditions,
  type DeskCopy,
  publishAgain as publishDeskAgain,
  publishCopy as publishDeskCopy,
} from '#features/publishing/testing/desk-copy.ts';
import type { Db } from '#platform/database.ts';

export const MORNING = new Date('2025-03-04T05:50:00Z');
export const BASE_URL = 'https://paper.example';

export { addEditions as buildEditions };

/** Publishes copy an hour before the morning, where no other moment is given. */
export const publishCopy = (db: Db, copy: DeskCopy): Promise<ArticleRow> =>
  publishDeskCopy(db, { at: new Date(MORNING.getTime() - 3_600_000), ...copy });

/** Publishes another take in the morning, where no other moment is given. */
export const publishAgain = (db: Db, storyId: number, copy: DeskCopy): Promise<ArticleRow> =>
  publishDeskAgain(db, storyId, { at: MORNING, ...copy });
