import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

export type SitemapAlternate = { edition: string; path: string };

export type SitemapArticle = {
  id: number;
  path: string;
  updated_at: Date;
  /** The article itself and its translations; null where there are none. */
  alternates: SitemapAlternate[] | null;
};

const alternatesJson = sql<SitemapAlternate[] | null>`(
  select case when count(*) > 1 then
    json_agg(json_build_object('edition', o.edition, 'path', o.path) order by o.edition, o.id) end
  from listed_article o where o.translation_group = a.translation_group)`;

/**
 * The blocks of article numbers that hold anything: block n is the numbers above (n - 1) × size up to n × size.
 * One look into the primary key per block, so a million articles in blocks of 5 000 take 200 looks.
 */
export async function listSitemapBlocks(db: Db, size: number): Promise<number[]> {
  const { rows } = await sql<{ block: number }>`
    select block from generate_series(1, (
      select ceil(a.id::numeric / ${size})::int from listed_article a order by a.id desc limit 1)) as block
    where exists (select from listed_article a where a.id > (block - 1)::bigint * ${size} and a.id <= block::bigint * ${size})
    order by block`.execute(db);
  return rows.map((row) => row.block);
}

/** The articles of one block, oldest first; at most `size`. */
export const listSitemapBlock = (db: Db, block: number, size: number): Promise<SitemapArticle[]> =>
  db
    .selectFrom('listed_article as a')
    .select(['a.id', 'a.path', 'a.updated_at', alternatesJson.as('alternates')])
    .where('a.id', '>', (block - 1) * size)
    .where('a.id', '<=', block * size)
    .orderBy('a.id')
    .execute();

export type NewsArticleListing = {
  id: number;
  path: string;
  edition: string;
  headline: string;
  visible_from: Date;
};

/** Articles of an edition that came out since a moment, newest first. */
export const listNewsSince = (
  db: Db,
  edition: string,
  page: { since: Date; limit: number },
): Promise<NewsArticleListing[]> =>
  db
    .selectFrom('listed_article as a')
    .select(['a.id', 'a.path', 'a.edition', 'a.headline', 'a.visible_from'])
    .where('a.edition', '=', edition)
    .where('a.visible_from', '>=', page.since)
    .orderBy('a.visible_from', 'desc')
    .orderBy('a.id', 'desc')
    .limit(page.limit)
    .execute();
