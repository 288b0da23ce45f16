import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** A correction, clarification or retraction: the revision of an article that it is. */
export type NoticedRevision = { article_id: number; revision: number };
export type DeliveryNotice = NoticedRevision & { delivery_id: number };

const arrays = (revisions: readonly NoticedRevision[]) => ({
  articles: revisions.map(({ article_id }) => article_id),
  numbers: revisions.map(({ revision }) => revision),
});

/**
 * Puts into claimed deliveries the corrections that their readers have coming: to stories that were sent to them in an
 * earlier state, and of which they have not been told. The table's key sees to it that each is told once. Answers all
 * notices of the deliveries, those of an earlier try included.
 */
export async function attachNotices(
  trx: Db,
  deliveries: readonly { id: number; subscriber_id: number; attempts: number }[],
  corrections: readonly NoticedRevision[],
): Promise<DeliveryNotice[]> {
  const ids = deliveries.map(({ id }) => id);
  // A first try has none from before.
  if (ids.length === 0 || (corrections.length === 0 && deliveries.every(({ attempts }) => attempts === 1)))
    return [];
  if (corrections.length > 0) {
    const { articles, numbers } = arrays(corrections);
    await sql`
      insert into correction_notice (subscriber_id, article_id, revision, delivery_id)
      select distinct c.subscriber_id, k.article_id, k.revision, c.id
      from unnest(${ids}::bigint[], ${deliveries.map((one) => one.subscriber_id)}::bigint[]) as c (id, subscriber_id)
      join delivery d on d.subscriber_id = c.subscriber_id and d.state in ('sent', 'unknown')
      join send_article a on a.send_id = d.send_id and a.issue = d.issue
      join unnest(${articles}::bigint[], ${numbers}::int[]) as k (article_id, revision)
        on k.article_id = a.article_id and a.revision < k.revision
      on conflict do nothing`.execute(trx);
  }
  return trx
    .selectFrom('correction_notice')
    .select(['article_id', 'revision', 'delivery_id'])
    .where('delivery_id', 'in', ids)
    .orderBy('article_id')
    .orderBy('revision')
    .execute();
}

/**
 * Plans a delivery of a retraction's notice to everybody who was sent the story before it, gets mail from the list still,
 * and has not been told. Answers how many.
 */
export async function planNotices(
  trx: Db,
  sendId: number,
  listId: number,
  { article_id, revision }: NoticedRevision,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    with reader as (
      select distinct d.subscriber_id from send_article a
      join delivery d on d.send_id = a.send_id and d.issue = a.issue and d.state in ('sent', 'unknown')
      join subscription u on u.subscriber_id = d.subscriber_id and u.list_id = ${listId} and u.state = 'active'
      where a.article_id = ${article_id} and a.revision < ${revision}
        and not exists (select from correction_notice n where n.subscriber_id = d.subscriber_id
          and n.article_id = a.article_id and n.revision = ${revision})),
    planned as (
      insert into delivery (send_id, subscriber_id) select ${sendId}, subscriber_id from reader order by 2
      on conflict do nothing returning id, subscriber_id),
    noticed as (
      insert into correction_notice (subscriber_id, article_id, revision, delivery_id)
      select subscriber_id, ${article_id}, ${revision}, id from planned on conflict do nothing returning 1)
    select count(*) as count from noticed`.execute(trx);
  return rows[0]?.count ?? 0;
}

/** Which of these articles were mailed to anybody, in a state before the revision. */
export const filterMailed = async (
  db: Db,
  revisions: readonly NoticedRevision[],
): Promise<NoticedRevision[]> => {
  if (revisions.length === 0) return [];
  const { articles, numbers } = arrays(revisions);
  const { rows } = await sql<NoticedRevision>`
    select k.article_id, k.revision from unnest(${articles}::bigint[], ${numbers}::int[]) as k (article_id, revision)
    where exists (select from send_article a join delivery d on d.send_id = a.send_id and d.issue = a.issue
      where a.article_id = k.article_id and a.revision < k.revision and d.state in ('sent', 'unknown'))`.execute(
    db,
  );
  return rows;
};

/** When a story was last mailed, before a revision of it. */
export const findMailedAt = async (
  db: Db,
  { article_id, revision }: NoticedRevision,
): Promise<Date | undefined> => {
  const { rows } = await sql<{ at: Date | null }>`
    select max(s.not_before) as at from send_article a join send s on s.id = a.send_id
    where a.article_id = ${article_id} and a.revision < ${revision}`.execute(db);
  return rows[0]?.at ?? undefined;
};
