import './popular.tables.ts';
import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import { type BucketWeight, bucketWeights, DAY_MS, HOUR_MS, type Ranking } from './decay.ts';

/** An article and its weighed reads. */
export type ScoredArticle = { id: number; score: number };

const startsOf = (buckets: BucketWeight[]): string[] => buckets.map(({ start }) => start.toISOString());
const weightsIn = (buckets: BucketWeight[]): number[] => buckets.map(({ weight }) => weight);

/**
 * The most read articles of every section that readers may be pointed to, `depth` of each, in no order. The best of an
 * edition are among the best of its sections. One query over the buckets of the window, however large the archive is.
 */
export async function rankArticles(
  db: Db,
  ranking: Ranking,
  { now, depth }: { now: Date; depth: number },
): Promise<ScoredArticle[]> {
  const hours = bucketWeights(now, ranking, HOUR_MS);
  // Hours become days only when they are two days old.
  const days = ranking.windowHours > 24 ? bucketWeights(now, ranking, DAY_MS) : [];
  const { rows } = await sql<ScoredArticle>`
    with score as (
      select article_id, sum(views * weight) as score from (
        select v.article_id, v.views, w.weight
          from unnest(${startsOf(hours)}::timestamptz[], ${weightsIn(hours)}::float8[]) as w (hour, weight)
          join view_count v on v.hour = w.hour
        union all
        select d.article_id, d.views, w.weight
          from unnest(${startsOf(days)}::date[], ${weightsIn(days)}::float8[]) as w (day, weight)
          join view_day d on d.day = w.day) as reads
       group by article_id),
    placed as (
      select a.id, s.score,
             row_number() over (partition by a.section_id order by s.score desc, a.id desc) as place
        from score s join listed_article a on a.id = s.article_id)
    select id, score from placed where place <= ${depth}`.execute(db);
  return rows;
}
