import { type Clock, systemClock } from '#lib/clock.ts';
import { AppError, messageOf } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { FetchFailure } from '#platform/guarded-fetch/fetch-failure.ts';
import type { Fetched, GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import type { Log } from '#platform/log.ts';
import { backOffSeconds } from './next-poll.ts';
import type { Receive } from './receive.ts';
import { extendLease, type PollRecord, recordPoll } from './sources.repo.ts';
import { transportOf } from './transports/source-address.ts';
import { visitSource } from './transports/visit-source.ts';
import { findHub } from './websub/find-hub.ts';
import { keepSubscribed } from './websub/keep-subscribed.ts';
import type { WireSourceRow } from './wire.tables.ts';

export type Poller = {
  db: Db;
  fetch: GuardedFetch;
  receive: Receive;
  log: Log;
  clock?: Clock;
  /** Where hubs find the paper; absent: no hub is asked to push. */
  baseUrl?: string;
  /** From 0 to 1, for the jitter of the back-off. */
  random?: () => number;
};

/** How one poll went: `items` counts the new ones. */
export type PollOutcome = {
  source: string;
  state: 'fetched' | 'unchanged' | 'failed' | 'stopped';
  items: number;
  error?: string;
};

/** A worker that died is missed for this long. */
export const LEASE_SECONDS = 90;
const RENEW_MS = 30_000;

const ACCEPT =
  'application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/xml;q=0.9, application/json;q=0.9, text/html;q=0.8, */*;q=0.5';

/**
 * Asks a source that this worker has leased, hands what is new to `receive`, and writes down how it went and when to ask next.
 * The document's ETag is kept only after `receive` is done: a crash before that means that it is fetched and received again, which
 * does no harm. Never throws for what the source does; throws where the database cannot be written.
 */
export async function pollSource(
  poller: Poller,
  source: WireSourceRow,
  signal?: AbortSignal,
): Promise<PollOutcome> {
  const clock = poller.clock ?? systemClock;
  const renew = () => extendLease(poller.db, source.id, { now: clock(), leaseSeconds: LEASE_SECONDS });
  const renewal = setInterval(() => {
    renew().catch((thrown: unknown) =>
      poller.log.warn({ err: thrown, source: source.name }, 'the lease was not renewed'),
    );
  }, RENEW_MS).unref();
  try {
    const { outcome, record } = await ask(poller, source, clock, signal);
    await recordPoll(poller.db, source.id, record);
    if (outcome.error) poller.log.warn({ source: source.name, failures: record.failures }, outcome.error);
    return outcome;
  } finally {
    clearInterval(renewal);
  }
}

type Asked = { outcome: PollOutcome; record: PollRecord };

async function ask(
  poller: Poller,
  source: WireSourceRow,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Asked> {
  const { etag, last_modified: lastModified } = source;
  try {
    if (transportOf(source.url ?? '') !== 'http') return await look(poller, source, clock, signal);
    const answer = await poller.fetch.get(source.url ?? '', { etag, lastModified, accept: ACCEPT, signal });
    if (answer.state === 'unchanged') {
      await keepSubscribed({ ...poller, source, now: clock() });
      return succeeded(source, clock, 'unchanged', 0, {});
    }
    const { items, reason } = await poller.receive(source, {
      bytes: answer.bytes,
      contentType: answer.contentType,
      name: answer.url,
      receivedAt: clock(),
    });
    if (reason !== undefined) throw new AppError('bad_input', reason);
    await keepSubscribed({ ...poller, source, now: clock(), found: findHub(answer) });
    return succeeded(source, clock, 'fetched', items.length, validatorsOf(answer));
  } catch (thrown) {
    if (signal?.aborted) return stopped(source, clock);
    return failed(source, clock, thrown, poller.random ?? Math.random);
  }
}

/** A folder or mailbox: what of it could not be taken is told, and is no failure of the source. */
async function look(
  poller: Poller,
  source: WireSourceRow,
  clock: Clock,
  signal?: AbortSignal,
): Promise<Asked> {
  const { db, fetch, receive } = poller;
  const { items, taken, left } = await visitSource({ db, fetch, receive, source, now: clock(), signal });
  if (left.length > 0) poller.log.warn({ source: source.name }, left.slice(0, 20).join(' '));
  const asked = succeeded(source, clock, taken > 0 ? 'fetched' : 'unchanged', items, {});
  return { ...asked, record: { ...asked.record, last_error: left.slice(0, 3).join(' ') || null } };
}

const validatorsOf = (answer: Extract<Fetched, { state: 'fetched' }>) => ({
  etag: answer.etag ?? null,
  last_modified: answer.lastModified ?? null,
});

const secondsFrom = (clock: Clock, seconds: number): Date => new Date(clock().getTime() + seconds * 1000);

function succeeded(
  source: WireSourceRow,
  clock: Clock,
  state: 'fetched' | 'unchanged',
  items: number,
  validators: Partial<PollRecord>,
): Asked {
  const next_poll_at = secondsFrom(clock, source.every_seconds);
  return {
    outcome: { source: source.name, state, items },
    record: { next_poll_at, failures: 0, last_error: null, ...validators },
  };
}

function failed(source: WireSourceRow, clock: Clock, thrown: unknown, random: () => number): Asked {
  const failure = thrown instanceof FetchFailure ? thrown : undefined;
  // Held by what another source on the host was told: not this one's failure.
  const failures = failure?.kind === 'held' ? source.failures : source.failures + 1;
  const wait = Math.max(
    backOffSeconds(failures, source.every_seconds, random()),
    failure?.retryAfterSeconds ?? 0,
  );
  const error = messageOf(thrown);
  return {
    outcome: { source: source.name, state: 'failed', items: 0, error },
    record: { next_poll_at: secondsFrom(clock, wait), failures, last_error: error },
  };
}

/** The program stops: whoever runs next asks at once. */
function stopped(source: WireSourceRow, clock: Clock): Asked {
  return {
    outcome: { source: source.name, state: 'stopped', items: 0 },
    record: { next_poll_at: clock(), failures: source.failures, last_error: source.last_error },
  };
}
