import type { Db } from '#platform/database.ts';
import type { LookStart } from './look-start.ts';
import { type Candidate, listFirst, listNewest, type Tier } from './search-documents.repo.ts';
import { dayOf, daysKeys, startOfDay } from './search-keys.ts';
import type { TsQuery } from './to-tsquery.ts';

export type CandidateSource = {
  /** The next rows that have the words, newest first; empty at the end. */
  next: () => Promise<Candidate[]>;
};

export type CandidateScope = {
  edition: string;
  query: TsQuery;
  tier: Tier;
  keys: string[];
  before: Candidate;
  from?: Date;
  lookStart: LookStart;
  /** So many rows are read first; each further reading takes twice as many. */
  batch: number;
};

/** Words that fewer of the first look's rows have may be rare altogether. */
const RARE = 6;
/** Words that fewer rows have than this are answered in one go. */
const FEW = 400;
/** Each look goes at least so many times further back than the one before, and further where little was found in it. */
const GROWTH = 4;
const MOST_GROWTH = 16;
/** After so many looks the rest is taken as one; by then all but the largest archives have been seen. */
const LOOKS = 6;
/** A look over more days than these would take more keys than it saves. */
const MOST_DAYS = 15_000;
const LARGEST_BATCH = 500;

/**
 * Finds rows newest first at a price that does not grow with how common the words are: it looks through the last thousand
 * articles; where hardly any has the words it asks whether they are so rare that all of their rows can be had at once; and
 * only then it goes back in time, further with each look.
 */
export function createCandidateSource(db: Db, scope: CandidateScope): CandidateSource {
  const looks = lookBack(db, scope);
  return {
    next: async () => {
      for (;;) {
        const { value, done } = await looks.next();
        if (done) return [];
        if (value.length > 0) return value;
      }
    },
  };
}

async function* lookBack(db: Db, scope: CandidateScope): AsyncGenerator<Candidate[], void> {
  const { before, from, batch } = scope;
  const since = await scope.lookStart(scope.edition, before.at);
  if (!since) {
    yield* inSpan(db, scope, { before });
    return;
  }
  let days = dayOf(before.at) - dayOf(since) + 1;
  let last = dayOf(before.at) - days;
  const look = {
    before: end(before, dayOf(before.at)),
    days: daysKeys(scope.edition, last + 1, dayOf(before.at)),
  };
  const place = end(before, last);
  const first = await listFirst(
    db,
    { ...scope, ...look, limit: batch },
    { before: place, rare: Math.min(RARE, batch), few: FEW },
  );
  yield first.rows;
  if (first.rest) {
    yield first.rest;
    return;
  }
  const lastRow = first.rows.length === batch ? first.rows.at(-1) : undefined;
  let found = first.rows.length;
  if (lastRow)
    for await (const rows of inSpan(db, scope, { ...look, before: lastRow })) {
      found += rows.length;
      yield rows;
    }
  for (let looks = 1; looks < LOOKS; looks += 1) {
    if (from && startOfDay(last + 1) <= from) return;
    days *= Math.min(Math.max(GROWTH, Math.ceil((1.5 * batch) / Math.max(found, 1))), MOST_GROWTH);
    if (days > MOST_DAYS) break;
    const keys = daysKeys(scope.edition, last - days + 1, last);
    for await (const rows of inSpan(db, scope, { before: end(before, last), days: keys })) {
      found += rows.length;
      yield rows;
    }
    last -= days;
  }
  yield* inSpan(db, scope, { before: end(before, last) });
}

/** The newest moment of a day, or the place where the list begins where that is older. */
function end(before: Candidate, day: number): Candidate {
  const at = startOfDay(day + 1);
  return at < before.at ? { at, id: 0 } : before;
}

async function* inSpan(
  db: Db,
  scope: CandidateScope,
  span: { before: Candidate; days?: string[] },
): AsyncGenerator<Candidate[], void> {
  let { before } = span;
  for (let limit = scope.batch; ; limit = Math.min(2 * limit, LARGEST_BATCH)) {
    const rows = await listNewest(db, { ...scope, ...span, before, limit });
    yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < limit) return;
    before = last;
  }
}
