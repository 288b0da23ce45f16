import { type Insertable, sql, type Updateable } from 'kysely';
import type { Db, Tables } from '#platform/database.ts';
import type { StoryRow } from './stories.tables.ts';
import type { StoryState } from './story.ts';

export const findStory = (db: Db, id: number): Promise<StoryRow | undefined> =>
  db.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst();

export const findStoryForUpdate = (trx: Db, id: number): Promise<StoryRow | undefined> =>
  trx.selectFrom('story').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** These stories, locked in the order of their ids. */
export const listStoriesForUpdate = (trx: Db, ids: number[]): Promise<StoryRow[]> =>
  trx.selectFrom('story').selectAll().where('id', 'in', ids).orderBy('id').forUpdate().execute();

/** Inserts stories of wire items, no two of one item; in no order. */
export const insertStories = async (trx: Db, stories: Insertable<Tables['story']>[]): Promise<StoryRow[]> =>
  stories.length === 0 ? [] : trx.insertInto('story').values(stories).returningAll().execute();

export const updateStory = (trx: Db, id: number, change: Updateable<Tables['story']>): Promise<StoryRow> =>
  trx.updateTable('story').set(change).where('id', '=', id).returningAll().executeTakeFirstOrThrow();

/** Marks stories as published, each at its moment. */
export async function markPublished(trx: Db, published: { id: number; at: Date }[]): Promise<void> {
  await sql`/* prepare mark_published */
    update story set state = 'published', withheld = false, updated_at = new.at
    from unnest(${published.map(({ id }) => id)}::bigint[], ${published.map(({ at }) => at)}::timestamptz[]) as new (id, at)
    where story.id = new.id`.execute(trx);
}

/** What rules mark a story with after it was made: a desk where it has none, and further alerts. */
export type StoryMark = { storyId: number; desk?: string; alerts: string[] };

/** Marks stories; of several marks of one each counts. */
export async function markStories(trx: Db, marks: StoryMark[]): Promise<void> {
  for (const { storyId, desk, alerts } of marks) {
    await sql`
      update story set
        desk = coalesce(desk, ${desk ?? null}),
        alerts = array(select distinct name from unnest(alerts || ${alerts}::text[]) as name order by name)
      where id = ${storyId}`.execute(trx);
  }
}

export type StoryListing = {
  id: number;
  state: StoryState;
  edition: string;
  section: string;
  headline: string;
  credit: string;
  byline: string;
  takes: number | null;
  desk: string | null;
  alerts: string[];
  withheld: boolean;
  embargo_until: Date | null;
  updated_at: Date;
};

/** A page of stories, last changed first; `before` is the last row of the page before. */
export const listStories = (
  db: Db,
  page: {
    state?: StoryState;
    desk?: string;
    /** Only those that a rule called the desk to. */
    alerts?: boolean;
    limit: number;
    before?: { updated_at: Date; id: number };
  },
): Promise<StoryListing[]> => {
  let query = db
    .selectFrom('story')
    .innerJoin('section', 'section.id', 'story.section_id')
    .innerJoin('take', (join) =>
      join.onRef('take.story_id', '=', 'story.id').onRef('take.number', '=', 'story.current_take'),
    )
    .select([
      'story.id',
      'story.state',
      'story.edition',
      'section.slug as section',
      'take.headline',
      'take.credit',
      'take.byline',
      (eb) =>
        eb
          .selectFrom('take as each')
          .select((inner) => inner.fn.countAll<number>().as('takes'))
          .whereRef('each.story_id', '=', 'story.id')
          .as('takes'),
      'story.desk',
      'story.alerts',
      'story.withheld',
      'story.embargo_until',
      'story.updated_at',
    ])
    .where('story.merged_into', 'is', null)
    .orderBy('story.updated_at', 'desc')
    .orderBy('story.id', 'desc')
    .limit(page.limit);
  const { state, desk, alerts, before } = page;
  if (state) query = query.where('story.state', '=', state);
  if (desk !== undefined) query = query.where('story.desk', '=', desk);
  if (alerts) query = query.where('story.alerts', '<>', sql<string[]>`'{}'`);
  if (before) {
    query = query.where((eb) =>
      eb(eb.refTuple('story.updated_at', 'story.id'), '<', eb.tuple(before.updated_at, before.id)),
    );
  }
  return query.execute();
};
