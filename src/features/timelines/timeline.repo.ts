import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Block } from '#platform/walk-gently.ts';
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

/** Notes by which rules an article was looked through. */
export async function noteFollowed(
  db: Db,
  followed: { articleId: number; revision: number; version: number },
): Promise<void> {
  const { articleId: article_id, revision, version } = followed;
  await db
    .insertInto('timeline_followed')
    .values({ article_id, revision, version })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ revision, version }))
    .execute();
}

/** Of the next `size` articles after a number those that were not looked through as they are now, and the last of them all. */
export async function findUnfollowed(
  db: Db,
  { after, size, version }: { after: number; size: number; version: number },
): Promise<Block> {
  const { rows } = await sql<{ ids: number[] | null; last: number | null }>`
    select max(b.id) as last, array_agg(b.id order by b.id) filter (where p.article_id is not null
      and (f.article_id is null or f.revision <> p.number or f.version <> ${version})) as ids
    from (select id from article where id > ${after} order by id limit ${size}) b
    left join published_record p on p.article_id = b.id
    left join timeline_followed f on f.article_id = b.id`.execute(db);
  return { ids: rows[0]?.ids ?? [], last: rows[0]?.last ?? undefined };
}
