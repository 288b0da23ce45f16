import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { TimexMod } from '#record/record.ts';
import { PRECISIONS, type Precision } from './day-span.ts';
import type { DiaryEntryRow } from './diary.tables.ts';
import type { EditorsWord, Mention } from './entry-state.ts';

type MentionJson = Omit<Mention, 'toldAt' | 'when' | 'place' | 'topic'> & {
  toldAt: string;
  value: string;
  mod: TimexMod | null;
  place: string | null;
  topic: string | null;
};

/** An entry's row with what readers can see of it. */
export type SeenEntry = { row: DiaryEntryRow; mentions: Mention[]; editor: EditorsWord };

type Row = DiaryEntryRow & {
  mentions: MentionJson[];
  outcome_article: { id: number; path: string; headline: string } | null;
};

/** The sentences of an entry that stand in articles which may be pointed to, in a revision that readers could see: the one place where it is decided. */
const seenMentions = sql<MentionJson[]>`(
  select coalesce(json_agg(json_build_object('role', m.role, 'articleId', a.id, 'path', a.path, 'headline', a.headline,
    'sectionId', a.section_id, 'toldAt', m.told_at, 'current', m.revision = a.current_revision, 'sentence', m.sentence,
    'topic', (select t.name from article_topic at join topic t on t.id = at.topic_id where at.article_id = a.id
      order by t.id limit 1),
    'what', m.what, 'who', m.who, 'place', m.place, 'value', m.when_value, 'mod', m.when_mod, 'certain', m.certain)
    order by m.told_at, m.id), '[]')
  from diary_mention m
  join listed_article a on a.id = m.article_id
  join published_revision r on r.article_id = m.article_id and r.number = m.revision
  where m.entry_id = e.id and not m.withdrawn)`;

const outcomeArticle = sql<Row['outcome_article']>`(
  select json_build_object('id', a.id, 'path', a.path, 'headline', a.headline)
  from listed_article a where a.id = e.set_outcome_article)`;

const COLUMNS = sql`e.*, ${seenMentions} as mentions, ${outcomeArticle} as outcome_article`;

function toSeen({ mentions, outcome_article, ...row }: Row): SeenEntry {
  return {
    row,
    mentions: mentions.map(({ toldAt, value, mod, place, topic, ...mention }) => ({
      ...mention,
      toldAt: new Date(toldAt),
      when: { value, ...(mod && { mod }) },
      ...(place && { place }),
      ...(topic && { topic }),
    })),
    editor: {
      confirmed: row.confirmed,
      struck: row.struck,
      ...(row.set_what && { what: row.set_what }),
      ...(row.set_when && { when: { value: row.set_when, ...(row.set_mod && { mod: row.set_mod }) } }),
      ...(row.set_outcome && { outcome: row.set_outcome }),
      ...(outcome_article && { outcomeArticle: outcome_article }),
    },
  };
}

/** Entries by their numbers with what can be seen of them now, in no order. */
export async function listSeenByIds(db: Db, ids: number[]): Promise<SeenEntry[]> {
  if (ids.length === 0) return [];
  const { rows } =
    await sql<Row>`select ${COLUMNS} from diary_entry e where e.id = any(${ids}::bigint[])`.execute(db);
  return rows.map(toSeen);
}

/** A stretch of the diary: entries of some precisions whose first day lies in it. `until`: and that are not over before this day. */
export type Stretch = {
  place: number;
  precisions: readonly Precision[];
  from: string;
  to: string;
  until?: string;
};
/** After which entry a page goes on. */
export type DiaryCursor = { place: number; day: string; id: number };

const FAR = '9999-12-31';
/** For "and all that follow". */
export const NO_END = FAR;

function stretchRows(
  edition: string,
  stretch: Stretch,
  after: DiaryCursor | undefined,
  limit: number,
): RawBuilder<unknown> {
  const { place, precisions, from, to, until } = stretch;
  // An entry that nothing was shown of has been withdrawn; one that was shown may be gone by now, which the view tells.
  const parts = precisions.map(
    (precision) => sql`(
      select ${sql.lit(place)}::int as place, e.first_day as day, e.id from diary_entry e
      where e.edition = ${edition} and e.precision = ${precision} and e.first_day between ${from}::date and ${to}::date
        and e.shown <> '' ${until ? sql`and e.last_day >= ${until}::date` : sql``}
        ${after ? sql`and (${sql.lit(place)}::int, e.first_day, e.id) > (${after.place}::int, ${after.day}::date, ${after.id}::bigint)` : sql``}
      order by e.first_day, e.id limit ${limit})`,
  );
  return sql.join(parts, sql` union all `);
}

/** Entries of an edition, stretch by stretch, each in order of days: a page of `limit` after a cursor. */
export async function listStretches(
  db: Db,
  edition: string,
  stretches: readonly Stretch[],
  page: { limit: number; after?: DiaryCursor },
): Promise<(SeenEntry & { place: number })[]> {
  const { limit, after } = page;
  const from = stretches.filter(({ place }) => place >= (after?.place ?? 0));
  if (from.length === 0) return [];
  const union = sql.join(
    from.map((stretch) => stretchRows(edition, stretch, after, limit)),
    sql` union all `,
  );
  const { rows } = await sql<Row & { place: number }>`
    with page as materialized (select * from (${union}) s order by place, day, id limit ${limit})
    select page.place, ${COLUMNS} from page join diary_entry e on e.id = page.id
    order by page.place, page.day, page.id`.execute(db);
  return rows.map(({ place, ...row }) => ({ place, ...toSeen(row as Row) }));
}

/** Entries that were withdrawn since a day they were for, and those that an editor struck: for calendars, which must be told. */
export async function listGone(db: Db, edition: string, from: string, limit: number): Promise<SeenEntry[]> {
  const parts = PRECISIONS.map(
    (precision) => sql`(
      select e.id from diary_entry e
      where e.edition = ${edition} and e.precision = ${precision} and e.first_day >= ${from}::date and e.shown = ''
      order by e.first_day, e.id limit ${limit})`,
  );
  const { rows } = await sql<Row>`
    select ${COLUMNS} from diary_entry e where e.id in (${sql.join(parts, sql` union all `)})
    order by e.first_day, e.id limit ${limit}`.execute(db);
  return rows.map(toSeen);
}

/** The nearest day before or after a week that has entries which can be seen. */
export async function findNearestDays(
  db: Db,
  edition: string,
  week: { first: string; last: string },
): Promise<{ before?: string; after?: string }> {
  const seen = sql`e.edition = ${edition} and e.precision = 'day' and e.shown <> '' and exists (
    select from diary_mention m join listed_article a on a.id = m.article_id
    where m.entry_id = e.id and not m.withdrawn and m.role in ('announces', 'moves'))`;
  const { rows } = await sql<{ before: string | null; after: string | null }>`
    select (select e.first_day from diary_entry e where ${seen} and e.first_day < ${week.first}::date
        order by e.first_day desc limit 1) as before,
      (select e.first_day from diary_entry e where ${seen} and e.first_day > ${week.last}::date
        order by e.first_day limit 1) as after`.execute(db);
  const [row] = rows;
  return { ...(row?.before && { before: row.before }), ...(row?.after && { after: row.after }) };
}

/** More of a topic than this is not looked through for the few that are shown. */
const OF_TOPIC = 12;

/** Entries that are still ahead: those of an article itself, then those of its topics, the nearest first. */
export async function listAhead(
  db: Db,
  article: { id: number; edition: string },
  today: string,
  limit: number,
): Promise<SeenEntry[]> {
  const { rows } = await sql<Row>`/* prepare diary_ahead */
    with near as (
      select m.entry_id as id, 0 as far from diary_mention m
      where m.article_id = ${article.id} and m.role in ('announces', 'moves') and not m.withdrawn
      union all
      select d.entry_id, 1 from article_topic t cross join lateral (
        select entry_id from diary_topic d where d.topic_id = t.topic_id and d.last_day >= ${today}::date
        order by d.last_day, d.entry_id limit ${sql.lit(OF_TOPIC)}) d
      where t.article_id = ${article.id}),
    nearest as (select id, min(far) as far from near group by id)
    select ${COLUMNS} from nearest n join diary_entry e on e.id = n.id
    where e.edition = ${article.edition} and e.last_day >= ${today}::date and e.shown <> ''
    order by n.far, e.first_day, e.id limit ${limit}`.execute(db);
  return rows.map(toSeen);
}
