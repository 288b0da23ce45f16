import './popular.tables.ts';
import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** Reads of articles, each in the hour it fell into. */
export type ViewSum = { articleId: number; hour: Date; views: number };

/** One node's sums. A batch whose answer was lost is sent again under the same number and added once. */
export type ViewBatch = { node: string; number: number; sums: readonly ViewSum[] };

/**
 * Adds a batch to the counts, in one statement whatever it holds. Numbers that no article with a page has are left out:
 * anyone can send any number. Rows are taken in one order, so that two nodes never wait for each other.
 */
export async function addViews(db: Db, { node, number, sums }: ViewBatch): Promise<void> {
  const ids = sums.map(({ articleId }) => articleId);
  const hours = sums.map(({ hour }) => hour.toISOString());
  const views = sums.map((sum) => sum.views);
  await sql`
    with batch as (
      insert into view_batch as known (node, number, added_at) values (${node}, ${number}, now())
      on conflict (node) do update set number = excluded.number, added_at = excluded.added_at
        where known.number < excluded.number
      returning node)
    insert into view_count as v (article_id, hour, views)
    select a.id, s.hour, s.views
      from batch, unnest(${ids}::bigint[], ${hours}::timestamptz[], ${views}::bigint[]) as s (article_id, hour, views)
      join published_article a on a.id = s.article_id
     order by s.hour, a.id
    on conflict (hour, article_id) do update set views = v.views + excluded.views`.execute(db);
}

/** Moves the hours before a moment into their days. What comes late for a day that has been moved is added to it. */
export async function moveHoursToDays(db: Db, before: Date): Promise<void> {
  await sql`
    with old as (delete from view_count where hour < ${before} returning article_id, hour, views)
    insert into view_day as d (article_id, day, views)
    select article_id, (hour at time zone 'UTC')::date as day, sum(views)::bigint
      from old group by 1, 2 order by 2, 1
    on conflict (day, article_id) do update set views = d.views + excluded.views`.execute(db);
}

/** Forgets days before a moment, and the batches of processes that have long ended. */
export async function forgetOldViews(
  db: Db,
  { daysBefore, batchesBefore }: { daysBefore: Date; batchesBefore: Date },
): Promise<void> {
  await db.deleteFrom('view_day').where('day', '<', daysBefore.toISOString().slice(0, 10)).execute();
  await db.deleteFrom('view_batch').where('added_at', '<', batchesBefore).execute();
}
