import type { Db } from '#platform/database.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';

/** The key of everything on whose pages editions and sections stand, which is every page. */
export const PAPER_KEY = 'paper';

/** Tells every node that an edition or a section has changed. */
export const announcePaper = (db: Db): Promise<void> => notifyPurge(db, { keys: [PAPER_KEY], hard: false });
