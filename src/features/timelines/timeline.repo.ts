import { sql } from 'kysely';
import { followedIn } from '#features/articles/articles.ts';
import type { Db } from '#platform/database.ts';
import type { TimelineEntryRow, TimelinePrecision } from './timeline.tables.ts';

/** Entries of a topic that may be looked through for those that are shown: several articles tell of one event. */
const LOOKED_AT = sql.lit(96);

/** An entry as readers may see it now, with the article that it stands in. */
export type SeenEntry = {
  day: string;
  precision: TimelinePrecision;
  sentence: string;
  articleId: number;
  path: string;
  visibleFrom: Date;
};

/**
 * The newest entries of a topic, the latest day first and of a day those that were told first. Only of articles that may be pointed to, and
 * only sentences of what readers see now.
 */
export async function listNewest(db: Db, topicId: number): Promise<SeenEntry[]> {
  const { rows } = await sql<SeenEntry>`/* prepare timeline */
    select e.day, e.precision, e.sentence, a.id as "articleId", a.path, a.visible_from as "visibleFrom"
    from (
      select * from timeline_entry e where e.topic_id = ${topicId}
      order by e.topic_id, e.day desc, e.article_id desc, e.start_at desc limit ${LOOKED_AT}) e
    join listed_article a on a.id = e.article_id and a.current_revision = e.revision
    order by e.day desc, a.visible_from, a.id, e.start_at`.execute(db);
  return rows;
}

export const listEntriesOf = (db: Db, articleId: number): Promise<TimelineEntryRow[]> =>
  db
    .selectFrom('timeline_entry')
    .selectAll()
    .where('article_id', '=', articleId)
    .orderBy('topic_id')
    .orderBy('day')
    .orderBy('start_at')
    .execute();

/** Writes all that an article tells, under each of its topics, in place of what it told before. */
export async function setEntries(
  db: Db,
  articleId: number,
  entries: readonly TimelineEntryRow[],
): Promise<void> {
  await db.deleteFrom('timeline_entry').where('article_id', '=', articleId).execute();
  if (entries.length > 0) await db.insertInto('timeline_entry').values(entries).execute();
}

export const { note: noteFollowed, find: findUnfollowed } = followedIn('timeline_followed');
