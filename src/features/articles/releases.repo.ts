import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

export type Release = {
  id: number;
  edition: string;
  section_id: number;
  translation_group: number;
  topics: number[];
};

export type Releases = {
  /** The database's clock, which the visibility views go by. */
  now: Date;
  /** Articles that became visible by themselves after `since`. */
  released: Release[];
  /** When the next one will. */
  next: Date | null;
};

/** What an embargo or a scheduled time has let out since a moment, and when the next is due. */
export async function readReleases(db: Db, since: Date | undefined): Promise<Releases> {
  const { rows } = await sql<Releases>`
    select now() as now,
      (select coalesce(json_agg(json_build_object('id', a.id, 'edition', a.edition, 'section_id', a.section_id,
          'translation_group', a.translation_group,
          'topics', (select coalesce(json_agg(t.topic_id), '[]') from article_topic t where t.article_id = a.id))), '[]')
        from article a
        where a.status = 'live' and not a.withheld
          and a.visible_from > coalesce(${since ?? null}::timestamptz, now()) and a.visible_from <= now()) as released,
      (select min(a.visible_from) from article a
        where a.status = 'live' and not a.withheld and a.visible_from > now()) as next`.execute(db);
  const [row] = rows;
  if (!row) throw new Error('the database did not say what time it is');
  return row;
}
