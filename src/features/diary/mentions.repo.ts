import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { DiaryMentionRow } from './diary.tables.ts';

export type NewMention = Omit<DiaryMentionRow, 'id' | 'withdrawn'>;

/** All mentions in an article, withdrawn ones too. */
export const listMentionsOf = (db: Db, articleId: number): Promise<DiaryMentionRow[]> =>
  db.selectFrom('diary_mention').selectAll().where('article_id', '=', articleId).orderBy('id').execute();

/** The sentences that announced or moved these entries and have not been withdrawn, first to last; whether readers may see them is not asked. */
export const listAnnouncements = (db: Db, entryIds: number[]): Promise<DiaryMentionRow[]> =>
  entryIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('diary_mention')
        .selectAll()
        .where('entry_id', 'in', entryIds)
        .where('role', 'in', ['announces', 'moves'])
        .where('withdrawn', '=', false)
        .orderBy('told_at')
        .orderBy('id')
        .execute();

/** Writes what an article says of an entry, over what it said of it before in the same role; the time of telling stays that of the first. */
export const saveMention = async (db: Db, mention: NewMention): Promise<void> => {
  const { told_at, ...said } = mention;
  await db
    .insertInto('diary_mention')
    .values({ ...said, told_at })
    .onConflict((conflict) =>
      conflict.columns(['entry_id', 'article_id', 'role']).doUpdateSet({ ...said, withdrawn: false }),
    )
    .execute();
};

/** Notes that a sentence still stands in a later revision; its words and its meaning stay as they were. */
export const keepMention = async (
  db: Db,
  id: number,
  place: Pick<DiaryMentionRow, 'revision' | 'start_at' | 'end_at'>,
): Promise<void> => {
  await db
    .updateTable('diary_mention')
    .set({ ...place, withdrawn: false })
    .where('id', '=', id)
    .execute();
};

export const withdrawMentions = async (db: Db, ids: number[]): Promise<void> => {
  if (ids.length === 0) return;
  await db.updateTable('diary_mention').set({ withdrawn: true }).where('id', 'in', ids).execute();
};

/** When an article that waits for its time becomes visible; undefined where it is visible, withdrawn, or not there. */
export const findRelease = async (
  db: Db,
  articleId: number,
): Promise<{ at: Date; revision: number } | undefined> => {
  const row = await db
    .selectFrom('article')
    .select(['visible_from as at', 'current_revision as revision'])
    .where('id', '=', articleId)
    .where('status', '=', 'live')
    .where('withheld', '=', false)
    .where('visible_from', '>', sql<Date>`now()`)
    .executeTakeFirst();
  return row;
};
