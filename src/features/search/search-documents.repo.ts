import { type RawBuilder, sql } from 'kysely';
import type { Db } from '#platform/database.ts';
import type { TsQuery } from './to-tsquery.ts';

/** A row that has the words; whether readers may see its article is still to be asked. */
export type Candidate = { id: number; at: Date };

/** `names`: all words stand in headline, topics, byline or place. `words`: anywhere. `text`: anywhere, but not all in names. */
export type Tier = 'names' | 'words' | 'text';

/** What the view is asked beside whether readers may see it. */
export type Filters = { sectionId?: number; topicId?: number; from?: Date };

export type CandidateRequest = {
  edition: string;
  query: TsQuery;
  tier: Tier;
  /** Every row has all of these. */
  keys: string[];
  /** Every row has one of these; absent: whatever the day. */
  days?: string[];
  /** Only rows older than this one. */
  before: Candidate;
  from?: Date;
  limit: number;
};

const tsquery = (text: string): RawBuilder<string> => sql`to_tsquery('dateline_search', ${text})`;

function matches({ query, tier }: Pick<CandidateRequest, 'query' | 'tier'>): RawBuilder<boolean> {
  // Names are short and stand in the row: places can be looked at at once. What must not be there may not be in the text either.
  const outside = query.excludes ? sql`and d.words @@ ${tsquery(query.loose)}` : sql``;
  if (tier === 'names') return sql`d.names @@ ${tsquery(query.exact)} ${outside}`;
  if (tier === 'words') return sql`d.words @@ ${tsquery(query.loose)}`;
  return sql`d.words @@ ${tsquery(query.loose)} and not d.names @@ ${tsquery(query.exact)}`;
}

/**
 * The edition is an expression, so that no plan walks `search_document_edition` in the order of the list and looks into
 * every long vector on the way: where words stand together less often than their numbers suggest, that takes seconds.
 */
function select(request: CandidateRequest): RawBuilder<Candidate> {
  const { keys, days, before, from } = request;
  return sql`select d.article_id as id, d.visible_from as at from search_document d
    where ${matches(request)} and d.edition || '' = ${request.edition}
      ${keys.length > 0 ? sql`and d.keys @> ${keys}::text[]` : sql``}
      ${days ? sql`and d.keys && ${days}::text[]` : sql``}
      ${from ? sql`and d.visible_from >= ${from}` : sql``}
      and (d.visible_from, d.article_id) < (${before.at}, ${before.id})`;
}

/** When the row appeared that has `newer` rows of its edition between itself and a moment; undefined where there are fewer. */
export async function findPlace(
  db: Db,
  { edition, at, newer }: { edition: string; at: Date; newer: number },
): Promise<Date | undefined> {
  const { rows } = await sql<{ since: Date }>`
    select visible_from as since from search_document where edition = ${edition} and visible_from <= ${at}
    order by visible_from desc, article_id desc offset ${newer} limit 1`.execute(db);
  return rows[0]?.since;
}

/** The newest rows that have the words. What phrases ask of places is not looked at: see `TsQuery.loose`. */
export const listNewest = async (db: Db, request: CandidateRequest): Promise<Candidate[]> => {
  const { rows } = await sql<Candidate>`${select(request)}
    order by d.visible_from desc, d.article_id desc limit ${request.limit}`.execute(db);
  return rows;
};

export type FirstLook = {
  rows: Candidate[];
  /** All older ones, in no order, where they are few; undefined where they are not, or were not looked for. */
  rest?: Candidate[];
};

/**
 * The newest rows that have the words within some days; and in the same statement, where there are fewer than `rare` of
 * them, all older ones, if these are fewer than `few`.
 */
export async function listFirst(
  db: Db,
  look: CandidateRequest,
  older: { before: Candidate; rare: number; few: number },
): Promise<FirstLook> {
  const { rows } = await sql<Candidate & { newer: boolean }>`
    with newer as materialized (${select(look)} order by d.visible_from desc, d.article_id desc limit ${look.limit}),
      older as (${select({ ...look, days: undefined, before: older.before })}
        and (select count(*) from newer) < ${older.rare} limit ${older.few})
    select id, at, true as newer from newer union all select id, at, false from older`.execute(db);
  const newer = rows.filter((row) => row.newer).sort(newestFirst);
  const rest = rows.filter((row) => !row.newer);
  const few = newer.length < older.rare && rest.length < older.few;
  return { rows: newer, rest: few ? rest.sort(newestFirst) : undefined };
}

const newestFirst = (a: Candidate, b: Candidate): number => b.at.getTime() - a.at.getTime() || b.id - a.id;

/** Asks the view and not the row: the row may be older than what the desk has decided. OFFSET keeps it a look-up for each. */
function listed({ sectionId, topicId, from }: Filters): RawBuilder<unknown> {
  return sql`cross join lateral (
    select from listed_article a where a.id = f.id
      ${sectionId === undefined ? sql`` : sql`and a.section_id = ${sectionId}`}
      ${topicId === undefined ? sql`` : sql`and exists (select from article_topic t where t.article_id = a.id and t.topic_id = ${topicId})`}
      ${from ? sql`and a.visible_from >= ${from}` : sql``}
    offset 0) v`;
}

const vector = (tier: Tier): RawBuilder<unknown> => sql.ref(tier === 'names' ? 'd.names' : 'd.words');

type CheckRequest = { query: TsQuery; tier: Tier; ids: number[]; filters: Filters };

/**
 * Of candidates, in their order, the first `limit` that readers may see and that hold to the whole query. Long vectors
 * are only read until there are enough.
 */
export const checkInOrder = async (db: Db, request: CheckRequest & { limit: number }): Promise<number[]> => {
  const { query, tier, ids, filters, limit } = request;
  const { rows } = await sql<{ id: number }>`
    select f.id from unnest(${ids}::bigint[]) with ordinality f(id, place)
    ${listed(filters)}
    ${
      query.same
        ? sql``
        : sql`cross join lateral (
      select from search_document d where d.article_id = f.id and ${vector(tier)} @@ ${tsquery(query.exact)} offset 0) w`
    }
    order by f.place limit ${limit}`.execute(db);
  return rows.map(({ id }) => id);
};

/** Headline and topics; byline, place and deck; body. PostgreSQL's order is D, C, B, A. */
const WEIGHTS = '{0.05, 0.1, 0.4, 1}';
/** The rank is divided by 1 + log of the text's length: a long text has every word more often. */
const BY_LENGTH = 1;

/** Of candidates, in no order, those that readers may see and that hold to the whole query, each with how well it fits (0 to 1). */
export const rankCandidates = async (
  db: Db,
  { query, tier, ids, filters }: CheckRequest,
): Promise<{ id: number; rank: number }[]> => {
  // Joined to nothing it is a copy: a long vector that is looked at twice is then read once.
  const looked = query.same ? vector(tier) : sql`${vector(tier)} || ''::tsvector`;
  const { rows } = await sql<{ id: number; rank: number }>`
    select f.id, ts_rank(${WEIGHTS}::float4[], w.vector, q, ${BY_LENGTH})::float8 as rank
    from ${tsquery(query.exact)} q, unnest(${ids}::bigint[]) f(id)
    ${listed(filters)}
    cross join lateral (
      select ${looked} as vector from search_document d
      where d.article_id = f.id ${tier === 'names' && query.excludes && !query.same ? sql`and d.words @@ q` : sql``} offset 0) w
    ${query.same ? sql`` : sql`where w.vector @@ q`}`.execute(db);
  return rows;
};
