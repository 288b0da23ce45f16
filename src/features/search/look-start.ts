import type { Db } from '#platform/database.ts';
import { findPlace } from './search-documents.repo.ts';

/** So many articles of the edition are looked through first: enough for any common word. */
const FIRST_LOOK = 1000;
const KEPT_MS = 60_000;

/** Where the first look of a search that begins at a moment ends; undefined where all there is fits into it. */
export type LookStart = (edition: string, at: Date) => Promise<Date | undefined>;

type Kept = { askedAt: number; since: Date | undefined };
const keptOf = new WeakMap<Db, Map<string, Kept>>();

/**
 * For one search. The answer only says how far to look first and decides over nothing that is found, so for searches that
 * begin with the newest it is kept for a minute; `db` is whose answers are kept, `trx` where others are asked for.
 */
export function createLookStart(db: Db, trx: Db, now: Date): LookStart {
  const kept = keptOf.get(db) ?? new Map<string, Kept>();
  keptOf.set(db, kept);
  const asked = new Map<string, Promise<Date | undefined>>();
  const ask = async (edition: string, at: Date): Promise<Date | undefined> => {
    const since = await findPlace(trx, { edition, at, newer: FIRST_LOOK });
    if (at > now) kept.set(edition, { askedAt: now.getTime(), since });
    return since;
  };
  return (edition, at) => {
    const known = at > now ? kept.get(edition) : undefined;
    if (known && Math.abs(now.getTime() - known.askedAt) < KEPT_MS) return Promise.resolve(known.since);
    const key = `${edition} ${at.getTime()}`;
    const since = asked.get(key) ?? ask(edition, at);
    asked.set(key, since);
    return since;
  };
}
