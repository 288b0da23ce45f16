import type { Db } from '#platform/database.ts';
import type { MediaRow, NewMedia } from './media.tables.ts';

export const findMediaBySha = (db: Db, sha256: string): Promise<MediaRow | undefined> =>
  db.selectFrom('media').selectAll().where('sha256', '=', sha256).executeTakeFirst();

/** By the first digits of the sha256; a range, so that the unique index answers it in any collation. */
export const findMediaByShaStart = (db: Db, start: string): Promise<MediaRow | undefined> =>
  db
    .selectFrom('media')
    .selectAll()
    .where('sha256', '>=', start)
    .where('sha256', '<', `${start}g`)
    .orderBy('sha256')
    .limit(1)
    .executeTakeFirst();

/** Writes a new picture; undefined when one with the same bytes is there already. */
export const insertMedia = (db: Db, media: NewMedia): Promise<MediaRow | undefined> =>
  db
    .insertInto('media')
    .values(media)
    .onConflict((conflict) => conflict.column('sha256').doNothing())
    .returningAll()
    .executeTakeFirst();
