import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';

export type NewItemRow = {
  position: number;
  guid: string | null;
  version: number | null;
  content_hash: string;
  /** JSON of the item. */
  item: string | null;
  reason: string | null;
};

type Owned = NewItemRow & { message_id: number; source_id: number; received_at: Date };

/** Where an item stands: its message and its place in it. */
export const placeKey = (row: { message_id: number; position: number }): string =>
  `${row.message_id}:${row.position}`;

/**
 * Inserts items, good and failed, of any number of messages, and notes on the sources when they last brought a good one:
 * one statement. Answers the ids of the good ones by `placeKey`.
 */
export async function insertItems(db: Db, items: Owned[]): Promise<Map<string, number>> {
  if (items.length === 0) return new Map();
  const column = <Key extends keyof Owned>(key: Key) => items.map((item) => item[key]);
  const { rows } = await sql<{ id: number; message_id: number; position: number }>`/* prepare insert_items */
    with stored as (
      insert into wire_item
        (message_id, source_id, received_at, position, guid, version, content_hash, item, reason)
      select message_id, source_id, received_at, position, guid, version, content_hash, item::jsonb, reason
      from unnest(
        ${column('message_id')}::bigint[], ${column('source_id')}::bigint[], ${column('received_at')}::timestamptz[],
        ${column('position')}::int[], ${column('guid')}::text[], ${column('version')}::bigint[],
        ${column('content_hash')}::text[], ${column('item')}::text[], ${column('reason')}::text[]
      ) with ordinality
        as new (message_id, source_id, received_at, position, guid, version, content_hash, item, reason, place)
      order by place
      returning id, message_id, source_id, received_at, position, reason, item->>'versioncreated' as created
    ), touched as (
      update wire_source
      set last_item_at = greatest(last_item_at, newest.at), last_item_created = newest.created::timestamptz
      from (
        select distinct on (source_id) source_id, received_at as at, created
        from stored where reason is null order by source_id, received_at desc, id desc
      ) as newest
      where wire_source.id = newest.source_id
    )
    select id, message_id, position from stored where reason is null`.execute(db);
  return new Map(rows.map((row) => [placeKey(row), row.id]));
}

export type AskedVersion = { sourceId: number; guid: string; version: number };

/** The hashes of these versions of items, as far as they are stored. */
export async function listStoredVersions(
  db: Db,
  asked: AskedVersion[],
): Promise<(AskedVersion & { hash: string })[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<AskedVersion & { hash: string }>`/* prepare stored_versions */
    select i.source_id as "sourceId", i.guid, i.version, i.content_hash as hash
    from unnest(
      ${asked.map((one) => one.sourceId)}::bigint[], ${asked.map((one) => one.guid)}::text[],
      ${asked.map((one) => one.version)}::bigint[]
    ) as asked (source_id, guid, version)
    join wire_item i
      on i.source_id = asked.source_id and i.guid = asked.guid and i.version = asked.version and i.reason is null
  `.execute(db);
  return rows;
}

export type NewestVersion = {
  sourceId: number;
  guid: string;
  version: number;
  hash: string;
  versioncreated: string | null;
};

/** The newest stored version of each of these items: one index probe per guid, however many versions there are. */
export async function listNewestVersions(
  db: Db,
  asked: { sourceId: number; guid: string }[],
): Promise<NewestVersion[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<NewestVersion>`/* prepare newest_versions */
    select asked.source_id as "sourceId", asked.guid, newest.version, newest.hash, newest.versioncreated
    from unnest(${asked.map((one) => one.sourceId)}::bigint[], ${asked.map((one) => one.guid)}::text[])
      as asked (source_id, guid)
    cross join lateral (
      select version, content_hash as hash, item ->> 'versioncreated' as versioncreated
      from wire_item i
      where i.source_id = asked.source_id and i.guid = asked.guid and i.reason is null
      order by i.version desc
      limit 1
    ) as newest
  `.execute(db);
  return rows;
}

/** Which of these hashes belong to items of their source that failed before. */
export async function listFailedHashes(
  db: Db,
  asked: { sourceId: number; hash: string }[],
): Promise<{ sourceId: number; hash: string }[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<{ sourceId: number; hash: string }>`
    select distinct i.source_id as "sourceId", i.content_hash as hash
    from unnest(${asked.map((one) => one.sourceId)}::bigint[], ${asked.map((one) => one.hash)}::text[])
      as asked (source_id, hash)
    join wire_item i on i.source_id = asked.source_id and i.content_hash = asked.hash and i.reason is not null
  `.execute(db);
  return rows;
}

/** Ties items to the stories that were made of them, in one statement. */
export async function linkItemsToStories(
  db: Db,
  links: { itemId: number; storyId: number }[],
): Promise<void> {
  if (links.length === 0) return;
  await sql`/* prepare link_items */
    update wire_item set story_id = link.story_id
    from unnest(${links.map((link) => link.itemId)}::bigint[], ${links.map((link) => link.storyId)}::bigint[])
      as link (item_id, story_id)
    where wire_item.id = link.item_id
  `.execute(db);
}

/** Keeps a stored item as failed: it was read, but nothing could be made of it. It then waits for a person. */
export async function failItem(db: Db, itemId: number, reason: string): Promise<void> {
  await db.updateTable('wire_item').set({ reason }).where('id', '=', itemId).execute();
}

/** Forgets what failed of a message, before it is read again. */
export async function deleteFailedItems(db: Db, messageId: number): Promise<void> {
  await db
    .deleteFrom('wire_item')
    .where('message_id', '=', messageId)
    .where('reason', 'is not', null)
    .execute();
}
