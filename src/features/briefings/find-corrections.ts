import { type CorrectionListing, listCorrections } from '#features/articles/articles.ts';
import type { Db } from '#platform/database.ts';

/** After so long nobody remembers the mail. */
const LONGEST_MS = 30 * 24 * 3_600_000;
const MOST = 300;

export type VisibleCorrections = {
  /** Of stories that still stand. */
  corrections: CorrectionListing[];
  retractions: CorrectionListing[];
};

/**
 * The corrections and retractions of an edition that readers can see now, of the last thirty days; typing mistakes and
 * updates are none. A story that was retracted has no corrections any more: its retraction says more.
 */
export async function findCorrections(db: Db, edition: string, now: Date): Promise<VisibleCorrections> {
  const since = new Date(now.getTime() - LONGEST_MS);
  const found = (await listCorrections(db, edition, { limit: MOST })).filter(
    ({ published_at }) => published_at > since,
  );
  const retractions = found.filter(({ kind }) => kind === 'retraction');
  const retracted = new Set(retractions.map(({ id }) => id));
  return { retractions, corrections: found.filter(({ id }) => !retracted.has(id)) };
}
