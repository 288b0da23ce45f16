import { sql } from 'kysely';
import type { Document } from '#document/document.ts';
import type { Db } from '#platform/database.ts';

/** What readers can read in these articles now: the view decides, and the text is the current revision's. */
export const listBodies = (db: Db, ids: number[]): Promise<{ id: number; body: Document }[]> =>
  db
    .selectFrom('listed_article as a')
    .innerJoin('revision as r', (join) =>
      join.onRef('r.article_id', '=', 'a.id').onRef('r.number', '=', 'a.current_revision'),
    )
    .select(['a.id', 'r.body'])
    .where('a.id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute();
