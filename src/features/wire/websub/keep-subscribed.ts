import { randomBytes } from 'node:crypto';
import { isIP } from 'node:net';
import { messageOf } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { isPublicAddress } from '#platform/guarded-fetch/public-address.ts';
import type { Log } from '#platform/log.ts';
import type { WireSourceRow, WireWebsubRow } from '../wire.tables.ts';
import type { FoundHub } from './find-hub.ts';
import { findSubscription, saveSubscription, updateSubscription } from './websub.repo.ts';

export type Subscriber = {
  db: Db;
  fetch: GuardedFetch;
  log: Log;
  baseUrl?: string;
  source: WireSourceRow;
  now: Date;
  /** What the feed said just now; absent: it is as it was. */
  found?: FoundHub;
};

/** What we ask for; hubs give what they like. */
const LEASE_SECONDS = 10 * 86_400;
/** So long before its end a lease is renewed, and after so long a hub that has not answered or has denied is asked again. */
const RENEW_MS = 86_400_000;
const ASK_AGAIN_MS = { pending: 3_600_000, active: 3_600_000, denied: 86_400_000 };

/**
 * Has the hub that a feed names push it to us, and the lease renewed before it ends (WebSub, 5). Whatever the hub does,
 * polling goes on; so this never throws.
 */
export async function keepSubscribed(subscriber: Subscriber): Promise<void> {
  const { db, fetch, log, baseUrl, source, now, found } = subscriber;
  if (baseUrl === undefined || !isReachable(baseUrl)) return;
  try {
    const known = await findSubscription(db, source.id);
    const wanted = found ?? known;
    if (wanted === undefined) return;
    const same = known !== undefined && known.hub === wanted.hub && known.topic === wanted.topic;
    if (same && !isDue(known, now)) return;
    const row = same ? known : await begin(db, source, wanted, now);
    await updateSubscription(db, source.id, { asked_at: now });
    const status = await fetch.post(
      row.hub,
      new URLSearchParams({
        'hub.mode': 'subscribe',
        'hub.topic': row.topic,
        'hub.callback': callbackOf(baseUrl, source.name, row.callback_key),
        'hub.secret': row.secret,
        'hub.lease_seconds': String(LEASE_SECONDS),
      }),
    );
    if (status >= 300)
      log.info(
        { source: source.name, hub: row.hub, status },
        'the hub does not take the subscription; polling goes on',
      );
  } catch (thrown) {
    log.info(
      { source: source.name, reason: messageOf(thrown) },
      'the hub could not be asked; polling goes on',
    );
  }
}

const callbackOf = (baseUrl: string, source: string, key: string): string =>
  `${baseUrl}/wire/${source}/websub/${key}`;

function isDue({ state, asked_at, lease_until }: WireWebsubRow, now: Date): boolean {
  const waited = now.getTime() - asked_at.getTime() >= ASK_AGAIN_MS[state];
  if (state !== 'active') return waited;
  return waited && (lease_until === null || lease_until.getTime() - now.getTime() < RENEW_MS);
}

/** Another hub or topic is another subscription, with an address and a secret of its own. */
async function begin(
  db: Db,
  source: WireSourceRow,
  { hub, topic }: FoundHub,
  now: Date,
): Promise<WireWebsubRow> {
  const row: WireWebsubRow = {
    source_id: source.id,
    hub,
    topic,
    callback_key: randomBytes(24).toString('base64url'),
    secret: randomBytes(32).toString('base64url'),
    state: 'pending',
    reason: null,
    asked_at: now,
    lease_until: null,
  };
  await saveSubscription(db, row);
  return row;
}

/** Whether a hub somewhere else could reach us there. */
function isReachable(baseUrl: string): boolean {
  const host = URL.parse(baseUrl)?.hostname.replace(/^\[|\]$/g, '') ?? '';
  if (isIP(host)) return isPublicAddress(host);
  return host.includes('.') && !/(?:^|\.)(?:localhost|local|internal|home\.arpa)$/.test(host);
}
