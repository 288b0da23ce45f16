import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Block } from '#platform/walk-blocks.ts';

/** Which revision of an article was looked through, and by which version of the rules. */
export type Followed = { articleId: number; revision: number; version: number };

/**
 * What features remember that make something of every article's record: a table of theirs with `article_id`, `revision` and `version`.
 * `find`: of the next `size` articles after a number those that were not looked through as they are now, and the last of them all.
 */
export function followedIn(table: string) {
  const followed = sql.table(table);
  return {
    note: async (db: Db, { articleId, revision, version }: Followed): Promise<void> => {
      await sql`insert into ${followed} (article_id, revision, version) values (${articleId}, ${revision}, ${version})
        on conflict (article_id) do update set revision = excluded.revision, version = excluded.version`.execute(
        db,
      );
    },
    has: async (db: Db, articleId: number): Promise<boolean> => {
      const { rows } = await sql`select from ${followed} where article_id = ${articleId}`.execute(db);
      return rows.length > 0;
    },
    find: async (
      db: Db,
      { after, size, version }: { after: number; size: number; version: number },
    ): Promise<Block> => {
      const { rows } = await sql<{ ids: number[] | null; last: number | null }>`
        select max(b.id) as last, array_agg(b.id order by b.id) filter (where p.article_id is not null
          and (f.article_id is null or f.revision <> p.number or f.version <> ${version})) as ids
        from (select id from article where id > ${after} order by id limit ${size}) b
        left join published_record p on p.article_id = b.id
        left join ${followed} f on f.article_id = b.id`.execute(db);
      return { ids: rows[0]?.ids ?? [], last: rows[0]?.last ?? undefined };
    },
  };
}
