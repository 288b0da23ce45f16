import type { OutgoingStatus, PartnerChangeRow } from './partners.tables.ts';

/** How an article stands for partners at a moment. */
export type Standing = { status: OutgoingStatus; revision: number };

/** A retracted article keeps its page, with the notice; to whoever printed it, it is withdrawn for good. */
export function statusOf(shown: 'live' | 'retracted' | null | undefined, killed: boolean): OutgoingStatus {
  if (shown) return shown === 'live' ? 'usable' : 'canceled';
  return killed ? 'canceled' : 'withheld';
}

/**
 * The version under which a standing is told: the number of the revision, as long as nothing was stopped; every stop, and every return
 * from one, counts one more, since a receiver goes by the highest. The same standing keeps its version.
 */
export function nextVersion(
  told: Pick<PartnerChangeRow, 'version' | 'revision' | 'status'> | undefined,
  now: Standing,
): number {
  if (!told) return now.revision;
  if (told.status === now.status && told.revision === now.revision) return told.version;
  return Math.max(told.version + 1, now.revision);
}
