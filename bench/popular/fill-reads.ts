import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

/** Of a large archive not every article is read every hour: so many are, at most. */
const READ_IN_AN_HOUR = 20_000;
const READ_IN_A_DAY = 40_000;

/** Articles of one edition in eight sections, as rows alone, and reads of two days by the hour and a week by the day. */
export async function fillReads(db: Db, articles: number, now: Date): Promise<void> {
  await sql`truncate edition restart identity cascade`.execute(db);
  await sql`insert into edition (code, name, language, zone, prefix) values ('en', 'Paper', 'en', 'UTC', '')`.execute(
    db,
  );
  await sql`insert into section (edition, slug, name, position) select 'en', 's' || n, 'S' || n, n from generate_series(1, 8) n`.execute(
    db,
  );
  await sql`
    with made as (
      insert into story (edition, section_id, state, created_at, updated_at)
      select 'en', s.id, 'published', now(), now() from generate_series(1, ${articles}::int) n
        join section s on s.position = 1 + n % 8
      returning id, section_id)
    insert into article (id, story_id, edition, section_id, path, status, visible_from, updated_at, current_revision,
        translation_group, headline, excerpt, language)
    select id, id, 'en', section_id, '/s/' || id, 'live', now() - interval '1 day', now(), 1, id, 'Headline ' || id, '', 'en'
      from made`.execute(db);
  const perHour = Math.min(articles, READ_IN_AN_HOUR);
  const perDay = Math.min(articles, READ_IN_A_DAY);
  // The few are read much, the many little: the views of the nth fall as 1/n.
  await sql`
    insert into view_count (article_id, hour, views)
    select a.id, date_trunc('hour', ${now}::timestamptz, 'UTC') - make_interval(hours => h), greatest(1, 20000 / a.place)
      from generate_series(0, 47) h
      join (select id, row_number() over (order by random()) as place from article) a on a.place <= ${perHour}`.execute(
    db,
  );
  await sql`
    insert into view_day (article_id, day, views)
    select a.id, (${now}::timestamptz at time zone 'UTC')::date - d, greatest(1, 400000 / a.place)
      from generate_series(2, 30) d
      join (select id, row_number() over (order by random()) as place from article) a on a.place <= ${perDay}`.execute(
    db,
  );
  await sql`vacuum analyze`.execute(db);
}
