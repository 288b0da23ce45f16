import { sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { Fingerprint, FingerprintKeys } from './fingerprint.ts';
import type { FingerprintRow, Reason } from './fingerprints.tables.ts';
import { packSketch, unpackSketch } from './sketch.ts';
import { hashText } from './words.ts';

export const toKnownFingerprint = (row: FingerprintRow): Fingerprint => ({
  itemId: row.item_id,
  sourceId: row.source_id,
  guid: row.guid,
  version: row.version,
  realm: row.realm,
  language: row.language,
  at: row.at.getTime(),
  generation: row.generation,
  marked: row.marked,
  status: row.status,
  embargoUntil: row.embargo_until,
  textHash: row.text_hash,
  duKey: row.du_key,
  number: row.number,
  slug: row.slug,
  follows: row.follows,
  sketch: unpackSketch(row.sketch),
});

/** Makes folding within these realms wait for each other until the transaction ends: two copies that come at once must see each other. */
export async function lockRealms(trx: Db, realms: string[]): Promise<void> {
  const keys = [...new Set(realms.map((realm) => hashText(realm)))].sort((a, b) => a - b);
  await sql`/* prepare lock_realms */
    select pg_advisory_xact_lock(${REALM_LOCK}, key) from unnest(${toIntArray(keys)}::int[]) as key`.execute(
    trx,
  );
}

/** Parts these locks from any others of the paper. */
const REALM_LOCK = 0x0f01d;

/** An array as PostgreSQL reads it; the driver would take each number apart. */
const toIntArray = (numbers: number[]): string => `{${numbers.join(',')}}`;

/** So many of the newest items under one key are looked at, and so many in all: what an item costs must not grow with the archive. */
const MOST_PER_KEY = 8;
const MOST_CANDIDATES = 16;

export type Asked = { fingerprint: Fingerprint; keys: FingerprintKeys };
/** What candidates are looked for by. */
export type Probe = {
  fingerprint: Pick<Fingerprint, 'sourceId' | 'guid' | 'realm' | 'at'>;
  keys: Pick<FingerprintKeys, 'strong' | 'weak'>;
};
/** `place`: which of the asked it may belong to. `strand`: it is another version of the same item of the same source. */
export type Candidate = { place: number; strand: boolean; storyId: number; fingerprint: Fingerprint };

/**
 * The items that may be of one story with the asked ones: versions of the same item, and those of the same realm that share a strong key
 * within 14 days or two weak ones within three. One statement; a number of index probes that depends on nothing but the asked.
 * (`offset 0` keeps the planner, who does not know how few rows come, from reading all fingerprints: ten times the time.)
 */
export async function findCandidates(trx: Db, asked: Probe[]): Promise<Candidate[]> {
  if (asked.length === 0) return [];
  const { rows } = await sql<
    FingerprintRow & { place: number; strand: boolean }
  >`/* prepare fold_candidates */
    with asked as (
      select * from unnest(
        ${asked.map(({ fingerprint }) => fingerprint.sourceId)}::bigint[],
        ${asked.map(({ fingerprint }) => fingerprint.guid)}::text[],
        ${asked.map(({ fingerprint }) => fingerprint.realm)}::text[],
        ${asked.map(({ fingerprint }) => new Date(fingerprint.at))}::timestamptz[],
        ${asked.map(({ keys }) => toIntArray(keys.strong))}::text[],
        ${asked.map(({ keys }) => toIntArray(keys.weak))}::text[]
      ) with ordinality as a (source_id, guid, realm, at, strong, weak, place)
    ), probe as (
      select place, realm, at, key, 2 as weight, interval '14 days' as span from asked, unnest(strong::int[]) as key
      union all
      select place, realm, at, key, 1, interval '3 days' from asked, unnest(weak::int[]) as key
    ), hit as (
      select place, realm, found.item_id, sum(weight) as weight
      from probe
      cross join lateral (
        select item_id from fingerprint_key k
        where k.key = probe.key and k.at between probe.at - probe.span and probe.at + probe.span
        order by k.at desc limit ${sql.lit(MOST_PER_KEY)}
      ) as found
      group by place, realm, found.item_id
      having sum(weight) >= 2
    ), best as (
      select place, realm, item_id, row_number() over (partition by place order by weight desc, item_id desc) as rank from hit
    )
    select best.place, false as strand, f.*
    from best cross join lateral (
      select * from fingerprint f where f.item_id = best.item_id and f.realm = best.realm offset 0
    ) as f
    where best.rank <= ${sql.lit(MOST_CANDIDATES)}
    union all
    select asked.place, true, f.*
    from asked cross join lateral (
      select * from fingerprint f where f.source_id = asked.source_id and f.guid = asked.guid offset 0
    ) as f
  `.execute(trx);
  return rows.map((row) => ({
    place: row.place - 1,
    strand: row.strand,
    storyId: row.story_id,
    fingerprint: toKnownFingerprint(row),
  }));
}

/** The fingerprints of all items of these stories. */
export async function listFingerprints(
  trx: Db,
  storyIds: number[],
): Promise<{ storyId: number; because: Reason; fingerprint: Fingerprint }[]> {
  if (storyIds.length === 0) return [];
  const rows = await trx
    .selectFrom('fingerprint')
    .selectAll()
    .where('story_id', 'in', storyIds)
    .orderBy('item_id')
    .execute();
  return rows.map((row) => ({
    storyId: row.story_id,
    because: row.because,
    fingerprint: toKnownFingerprint(row),
  }));
}

/** The stories of the items of these identifiers, whatever source they came from, the oldest first. */
export const listStoriesOfGuids = async (
  trx: Db,
  guids: string[],
): Promise<{ guid: string; storyId: number }[]> =>
  guids.length === 0
    ? []
    : trx
        .selectFrom('fingerprint')
        .select(['guid', 'story_id as storyId'])
        .distinct()
        .where('guid', 'in', guids)
        .orderBy('storyId')
        .execute();

/** What an order to kill may mean; times are milliseconds. */
export type AskedNames = { guids: string[]; numbers: string[]; slugs: string[]; from: number; until: number };

/** More stories than this under one name tell nobody which is meant. */
const MOST_NAMED = 64;

/** The items under these identifiers, whenever they came, and those under these numbers and slugs within the time. */
export async function listNamed(
  trx: Db,
  { guids, numbers, slugs, from, until }: AskedNames,
): Promise<{ storyId: number; fingerprint: Fingerprint }[]> {
  const { rows } = await sql<FingerprintRow>`
    select f.* from unnest(${guids}::text[]) as name
      cross join lateral (select * from fingerprint where guid = name limit ${sql.lit(MOST_NAMED)}) as f
    union
    select f.* from unnest(${numbers}::text[]) as name
      cross join lateral (select * from fingerprint where number = name and at between ${new Date(from)} and ${new Date(until)}
        order by at desc limit ${sql.lit(MOST_NAMED)}) as f
    union
    select f.* from unnest(${slugs}::text[]) as name
      cross join lateral (select * from fingerprint where slug = name and slug <> '' and at between ${new Date(from)} and ${new Date(until)}
        order by at desc limit ${sql.lit(MOST_NAMED)}) as f`.execute(trx);
  return rows.map((row) => ({ storyId: row.story_id, fingerprint: toKnownFingerprint(row) }));
}

export type NewFingerprint = Asked & { storyId: number; because: Reason };

/** Stores fingerprints with their keys, in one statement. */
export async function insertFingerprints(trx: Db, fresh: NewFingerprint[]): Promise<void> {
  if (fresh.length === 0) return;
  const column = <Key extends keyof Fingerprint>(key: Key) =>
    fresh.map(({ fingerprint }) => fingerprint[key]);
  await sql`/* prepare insert_fingerprints */
    with fresh as (
      select * from unnest(
        ${column('itemId')}::bigint[], ${fresh.map(({ storyId }) => storyId)}::bigint[], ${column('sourceId')}::bigint[],
        ${column('guid')}::text[], ${column('version')}::bigint[], ${column('realm')}::text[], ${column('language')}::text[],
        ${column('at').map((at) => new Date(at))}::timestamptz[], ${column('generation')}::int[], ${column('marked')}::bool[],
        ${column('status')}::text[], ${column('embargoUntil')}::timestamptz[], ${column('textHash')}::bigint[],
        ${column('duKey')}::text[], ${column('slug')}::text[],
        ${column('follows').map((hrefs) => JSON.stringify(hrefs))}::text[],
        ${column('sketch').map(packSketch)}::bytea[], ${fresh.map(({ because }) => because)}::text[],
        ${fresh.map(({ keys }) => toIntArray(keys.own))}::text[], ${column('number')}::text[]
      ) as f (item_id, story_id, source_id, guid, version, realm, language, at, generation, marked, status, embargo_until,
        text_hash, du_key, slug, follows, sketch, because, keys, number)
    ), indexed as (
      insert into fingerprint_key (key, at, item_id)
      select key, at, item_id from fresh, unnest(keys::int[]) as key
    )
    insert into fingerprint (item_id, story_id, source_id, guid, version, realm, language, at, generation, marked, status,
      embargo_until, text_hash, du_key, slug, follows, sketch, because, number)
    select item_id, story_id, source_id, guid, version, realm, language, at, generation, marked, status,
      embargo_until, text_hash, du_key, slug, array(select jsonb_array_elements_text(follows::jsonb)), sketch, because, number
    from fresh`.execute(trx);
}

/** Gives the items of one story to another; answers which. */
export async function moveFingerprints(trx: Db, from: number, to: number): Promise<number[]> {
  const rows = await trx
    .updateTable('fingerprint')
    .set({ story_id: to })
    .where('story_id', '=', from)
    .returning('item_id')
    .execute();
  return rows.map((row) => row.item_id);
}

/** Takes out index entries older than this, so many at the most; answers how many. */
export async function deleteKeysBefore(db: Db, before: Date, most: number): Promise<number> {
  const { numAffectedRows = 0n } = await sql`
    delete from fingerprint_key where ctid = any(array(
      select ctid from fingerprint_key where at < ${before} limit ${most}))`.execute(db);
  return Number(numAffectedRows);
}
