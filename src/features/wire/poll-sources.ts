import { setTimeout as sleep } from 'node:timers/promises';
import { systemClock } from '#lib/clock.ts';
import { AppError, messageOf } from '#lib/errors.ts';
import { eachInLanes } from '#lib/lanes.ts';
import { LEASE_SECONDS, type Poller, type PollOutcome, pollSource } from './poll-source.ts';
import { claimDueSources, extendLease, findSourceByName, listSources } from './sources.repo.ts';
import type { WireSourceRow } from './wire.tables.ts';

/** Sources that one process polls at the same time: fewer than the database has connections, which readers need, too. */
const AT_ONCE = 6;
const TICK_MS = 1_000;
const AFTER_ERROR_MS = 5_000;

const claim = (poller: Poller, limit: number): Promise<WireSourceRow[]> =>
  claimDueSources(poller.db, { now: (poller.clock ?? systemClock)(), leaseSeconds: LEASE_SECONDS, limit });

/** Polls every source that is due, once. Workers that do so at the same time share the sources between them. */
export async function pollDueSources(poller: Poller, signal?: AbortSignal): Promise<PollOutcome[]> {
  const outcomes: PollOutcome[] = [];
  const lane = async () => {
    for (;;) {
      const [source] = signal?.aborted ? [] : await claim(poller, 1);
      if (!source) return;
      outcomes.push(await pollSource(poller, source, signal));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  return outcomes;
}

/**
 * Polls one source, or all that are polled, now, due or not.
 * @throws AppError not_found, or bad_input for a source that is not polled
 */
export async function pollNow(poller: Poller, name?: string): Promise<PollOutcome[]> {
  const outcomes: PollOutcome[] = [];
  await eachInLanes(await sourcesToPoll(poller, name), AT_ONCE, async (source) => {
    const now = (poller.clock ?? systemClock)();
    await extendLease(poller.db, source.id, { now, leaseSeconds: LEASE_SECONDS });
    outcomes.push(await pollSource(poller, source));
  });
  return outcomes;
}

async function sourcesToPoll(poller: Poller, name?: string): Promise<WireSourceRow[]> {
  if (name === undefined) return (await listSources(poller.db)).filter(({ kind }) => kind === 'url');
  const source = await findSourceByName(poller.db, name);
  if (!source) throw new AppError('not_found', `There is no source named ${name}.`);
  if (source.kind === 'url') return [source];
  const road = source.kind === 'inbox' ? 'comes by its folder' : 'is posted to us';
  throw new AppError('bad_input', `Nothing is fetched from ${name}: its copy ${road}.`);
}

/**
 * Polls sources as they fall due until `signal` is aborted, then waits for what is being received. A slow source holds up no other.
 * Survives a database that is away.
 */
export async function runPoller(poller: Poller, signal: AbortSignal): Promise<void> {
  const running = new Set<Promise<unknown>>();
  const start = (source: WireSourceRow) => {
    const poll: Promise<unknown> = pollSource(poller, source, signal)
      .catch((thrown: unknown) =>
        poller.log.error({ err: thrown, source: source.name }, 'a poll could not be recorded'),
      )
      .finally(() => running.delete(poll));
    running.add(poll);
  };
  while (!signal.aborted) {
    let pause = TICK_MS;
    try {
      const free = AT_ONCE - running.size;
      if (free > 0) for (const source of await claim(poller, free)) start(source);
    } catch (thrown) {
      poller.log.warn(`Sources cannot be polled just now: ${messageOf(thrown)}`);
      pause = AFTER_ERROR_MS;
    }
    await sleep(pause, undefined, { signal }).catch(() => {});
  }
  await Promise.all(running);
}
