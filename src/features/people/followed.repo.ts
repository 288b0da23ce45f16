import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Block } from '#platform/walk-gently.ts';

/** Notes by which rules an article was looked through. Answers whether it had been before. */
export async function noteFollowed(
  db: Db,
  followed: { articleId: number; revision: number; version: number },
): Promise<void> {
  const { articleId: article_id, revision, version } = followed;
  await db
    .insertInto('person_followed')
    .values({ article_id, revision, version })
    .onConflict((conflict) => conflict.column('article_id').doUpdateSet({ revision, version }))
    .execute();
}

export const wasFollowed = async (db: Db, articleId: number): Promise<boolean> =>
  (await db
    .selectFrom('person_followed')
    .select('article_id')
    .where('article_id', '=', articleId)
    .executeTakeFirst()) !== undefined;

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
    left join person_followed f on f.article_id = b.id`.execute(db);
  return { ids: rows[0]?.ids ?? [], last: rows[0]?.last ?? undefined };
}
