import type { Db } from '#platform/database.ts';
import { type CandidateSource, createCandidateSource } from './candidates.ts';
import type { LookStart } from './look-start.ts';
import type { SearchCursor } from './search-cursor.ts';
import { type Candidate, checkInOrder, type Filters, rankCandidates } from './search-documents.repo.ts';
import { sectionKey, topicKey } from './search-keys.ts';
import type { TsQuery } from './to-tsquery.ts';

export type FindArticles = {
  edition: string;
  query: TsQuery;
  sort: 'best' | 'newest';
  filters: Filters & {
    /** Only articles that became visible before this moment. */
    until?: Date;
  };
  after?: SearchCursor;
  limit: number;
  now: Date;
  lookStart: LookStart;
};

/** Articles by number in the order of the results, and where the next page begins. */
export type FoundArticles = { ids: number[]; next?: SearchCursor };

/**
 * Ranking reads the long vector of every candidate, so only the newest that have the words are ranked, block by block:
 * after the best of these come the best of the next older ones.
 */
const RANKED = { names: 80, text: 40 };
/** Most of these fall out where words must stand together, so that more are looked at at a time. */
const RANKED_PHRASES = 120;
/** A phrase whose words stand apart in so many of the newest articles that have them is not looked for any further. */
const MOST_LOOKED = 1500;
/** Twice as relevant counts as much as being so many days newer. */
const DAYS_PER_DOUBLING = 30;
const DAY_MS = 86_400_000;

/** One page of the articles that readers may see and that hold to a query. */
export function findArticles(db: Db, request: FindArticles): Promise<FoundArticles> {
  return request.sort === 'newest' ? findNewest(db, request) : findBest(db, request);
}

const keysFor = ({ filters }: FindArticles): string[] => [
  ...(filters.sectionId === undefined ? [] : [sectionKey(filters.sectionId)]),
  ...(filters.topicId === undefined ? [] : [topicKey(filters.topicId)]),
];

/** Behind everything that can be seen: clocks differ by less than a day, and the view has the last word. */
function newestPlace({ now, filters: { until } }: FindArticles): Candidate {
  const tomorrow = new Date(now.getTime() + DAY_MS);
  return { at: until && until < tomorrow ? until : tomorrow, id: 0 };
}

/** The older of two places: a cursor that someone made up must not lead into the future. */
const older = (newest: Candidate, place: Candidate | undefined): Candidate =>
  place && place.at < newest.at ? place : newest;

async function findNewest(db: Db, request: FindArticles): Promise<FoundArticles> {
  const { edition, query, filters, after, limit, lookStart } = request;
  const before = older(newestPlace(request), after?.sort === 'newest' ? after.after : undefined);
  const scope = { edition, query, keys: keysFor(request), before, from: filters.from, lookStart };
  const source = createCandidateSource(db, { ...scope, tier: 'words', batch: 2 * limit });
  const found: Candidate[] = [];
  let looked = 0;
  let last: Candidate | undefined;
  for (let batch = await source.next(); batch.length > 0; batch = await source.next()) {
    const places = new Map(batch.map((one) => [one.id, one]));
    const wanted = limit + 1 - found.length;
    const ids = [...places.keys()];
    const seen = await checkInOrder(db, { query, tier: 'words', ids, filters, limit: wanted });
    found.push(...seen.flatMap((id) => places.get(id) ?? []));
    looked += batch.length;
    last = looked >= MOST_LOOKED ? batch.at(-1) : undefined;
    if (found.length > limit || last) break;
  }
  const shown = found.slice(0, limit);
  // Where the search was given up the next page goes on behind what was looked at.
  const end = found.length > limit ? shown.at(-1) : last;
  return { ids: shown.map(({ id }) => id), next: end && { sort: 'newest', after: end } };
}

type Scored = { id: number; score: number; tier: 'names' | 'text'; start: Candidate };
type BestCursor = Extract<SearchCursor, { sort: 'best' }>;

async function findBest(db: Db, request: FindArticles): Promise<FoundArticles> {
  const { limit, after } = request;
  const from = after?.sort === 'best' ? after : undefined;
  const found: Scored[] = [];
  for (const tier of ['names', 'text'] as const) {
    if (from?.tier === 'text' && tier === 'names') continue;
    const cursor = from?.tier === tier ? from : undefined;
    found.push(...(await rankTier(db, request, tier, { cursor, wanted: limit + 1 - found.length })));
    if (found.length > limit) break;
  }
  const shown = found.slice(0, limit);
  const last = shown.at(-1);
  return {
    ids: shown.map(({ id }) => id),
    next: found.length > limit && last ? { sort: 'best', ...last } : undefined,
  };
}

/** A tier's articles in their order, block after block, until there are enough. */
async function rankTier(
  db: Db,
  request: FindArticles,
  tier: Scored['tier'],
  { cursor, wanted }: { cursor?: BestCursor; wanted: number },
): Promise<Scored[]> {
  const { edition, query, filters, lookStart } = request;
  // A block begins with its first article, so that it is the same on all of its pages whatever is published meanwhile.
  const first = cursor && { at: cursor.start.at, id: cursor.start.id + 1 };
  const before = older(newestPlace(request), first);
  const scope = { edition, query, keys: keysFor(request), before, from: filters.from, lookStart };
  const size = query.same ? RANKED[tier] : RANKED_PHRASES;
  const nextBlock = inBlocks(createCandidateSource(db, { ...scope, tier, batch: size }), size);
  const found: Scored[] = [];
  for (let looked = 0; looked < MOST_LOOKED && found.length < wanted; looked += size) {
    const block = await nextBlock();
    const [start] = block;
    if (!start) break;
    const places = new Map(block.map((one) => [one.id, one]));
    const ranked = await rankCandidates(db, { query, tier, ids: [...places.keys()], filters });
    const scored = ranked
      .map(({ id, rank }) => ({ id, tier, start, score: toScore(rank, places.get(id)?.at ?? start.at) }))
      .sort((a, b) => b.score - a.score || b.id - a.id);
    found.push(...(looked === 0 && cursor ? scored.filter((one) => isBehind(one, cursor)) : scored));
  }
  return found;
}

const isBehind = (one: Scored, cursor: BestCursor): boolean =>
  one.score < cursor.score || (one.score === cursor.score && one.id < cursor.id);

/** Candidates in blocks of exactly `size` but for the last: which block an article is in depends on nothing else. */
function inBlocks(source: CandidateSource, size: number): () => Promise<Candidate[]> {
  let waiting: Candidate[] = [];
  return async () => {
    while (waiting.length < size) {
      const batch = await source.next();
      if (batch.length === 0) break;
      waiting.push(...batch);
    }
    const block = waiting.slice(0, size);
    waiting = waiting.slice(size);
    return block;
  };
}

/**
 * Relevance and time as one number. Time counts from a fixed day and not from now: two articles never change places, so
 * that a list can be read page by page.
 */
function toScore(rank: number, at: Date): number {
  const relevance = Math.log2(Math.max(rank, 1e-6));
  return Math.round((relevance + at.getTime() / (DAYS_PER_DOUBLING * DAY_MS)) * 10_000);
}
