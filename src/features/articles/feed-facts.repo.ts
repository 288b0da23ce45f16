import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

export type FeedFacts = {
  id: number;
  /** Never moves once the article was seen: what a feed's permanent identifier is made of. */
  first_visible_at: Date;
  topics: { slug: string; name: string }[];
};

const topicsJson = sql<FeedFacts['topics']>`(
  select coalesce(json_agg(json_build_object('slug', t.slug, 'name', t.name) order by t.name), '[]')
  from article_topic at join topic t on t.id = at.topic_id where at.article_id = a.id)`;

/**
 * What feeds say of articles beyond what lists show, in no order. A later embargo moves `visible_from` but not the first
 * revision's time, and one lifted early is the other way round, so the earlier of the two is the one that stays.
 */
export const listFeedFacts = (db: Db, ids: number[]): Promise<FeedFacts[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('listed_article as a')
        .innerJoin('revision as r', (join) => join.onRef('r.article_id', '=', 'a.id').on('r.number', '=', 1))
        .select([
          'a.id',
          sql<Date>`least(r.published_at, a.visible_from)`.as('first_visible_at'),
          topicsJson.as('topics'),
        ])
        .where('a.id', 'in', ids)
        .execute();
