import { type Insertable, sql, type Updateable } from 'kysely';
import type { Db, Tables } from '#platform/database.ts';
import type { StoryRow } from './stories.tables.ts';
import type { StoryState } from './story.ts';

export const findStory = (db: Db, id: number): Promise<StoryRow | undefined> =>
  db.selectFrom('story').selectAll().where('id', '=', id).executeTakeFirst();

export const findStoryForUpdate = (trx: Db, id: number): Promise<StoryRow | undefined> =>
  trx.selectFrom('story').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();

/** The story made of a provider's item, whatever version of it. */
export const findStoryByWire = (trx: Db, sourceId: number, guid: string): Promise<StoryRow | undefined> =>
  trx
    .selectFrom('story')
    .selectAll()
    .where('wire_source_id', '=', sourceId)
    .where('wire_guid', '=', guid)
    .forUpdate()
    .executeTakeFirst();

export type WireKey = { sourceId: number; guid: string };

/** Which of these provider's items have a story. */
export async function listStoryKeys(trx: Db, keys: WireKey[]): Promise<WireKey[]> {
  const { rows } = await sql<WireKey>`/* prepare story_keys */
    select s.wire_source_id as "sourceId", s.wire_guid as guid
    from unnest(${keys.map((key) => key.sourceId)}::bigint[], ${keys.map((key) => key.guid)}::text[])
      as asked (source_id, guid)
    join story s on s.wire_source_id = asked.source_id and s.wire_guid = asked.guid`.execute(trx);
  return rows;
}

/** The originals of translations, the oldest story first: the items may have come from any source. */
export const listStoriesByGuid = async (
  trx: Db,
  guids: string[],
): Promise<{ id: number; wire_guid: string | null }[]> =>
  guids.length === 0
    ? []
    : trx
        .selectFrom('story')
        .select(['id', 'wire_guid'])
        .where('wire_guid', 'in', guids)
        .orderBy('id')
        .execute();

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

export type StoryListing = {
  id: number;
  state: StoryState;
  edition: string;
  section: string;
  headline: string;
  credit: string;
  byline: string;
  takes: number;
  withheld: boolean;
  embargo_until: Date | null;
  updated_at: Date;
};

/** A page of stories, last changed first; `before` is the last row of the page before. */
export const listStories = (
  db: Db,
  page: { state?: StoryState; limit: number; before?: { updated_at: Date; id: number } },
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
      'story.current_take as takes',
      'story.withheld',
      'story.embargo_until',
      'story.updated_at',
    ])
    .orderBy('story.updated_at', 'desc')
    .orderBy('story.id', 'desc')
    .limit(page.limit);
  const { state, before } = page;
  if (state) query = query.where('story.state', '=', state);
  if (before) {
    query = query.where((eb) =>
      eb(eb.refTuple('story.updated_at', 'story.id'), '<', eb.tuple(before.updated_at, before.id)),
    );
  }
  return query.execute();
};
