import type { Db } from '#platform/database.ts';
import type { SubscriberRow } from './briefings.tables.ts';
import { type LinkPurpose, readLink, type SignedLink } from './signed-link.ts';
import { findSubscriber } from './subscribers.repo.ts';

export type OpenedLink = { link: SignedLink; subscriber: SubscriberRow };
/** `spent`: it was genuine, and what it was about is no more. */
export type ClosedLink = 'forged' | 'expired' | 'spent';

/** Reads a link and finds whose it is. Changes nothing: following a link never does. */
export async function openLink(
  db: Db,
  keys: readonly Buffer[],
  token: string,
  purpose: LinkPurpose,
  now: Date,
): Promise<OpenedLink | ClosedLink> {
  const link = readLink(keys, token, purpose, now);
  if (typeof link === 'string') return link;
  const subscriber = await findSubscriber(db, link.subscriber);
  if (!subscriber) return 'spent';
  const bound = purpose === 'preferences' || purpose === 'move';
  if (bound && subscriber.epoch !== link.version) return 'spent';
  return { link, subscriber };
}
