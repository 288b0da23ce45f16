import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from '#lib/clock.ts';
import { messageOf } from '#lib/errors.ts';
import { type Db, isConnectionFailure } from '#platform/database.ts';
import { expireDeliveries, lockSenderNumber, markAbandoned, unlockSenders } from './deliveries.repo.ts';
import { planRetractions } from './plan-retractions.ts';
import { runSend } from './run-send.ts';
import type { SenderContext } from './sender-context.ts';
import { finishSends, listDueSends } from './sends.repo.ts';

export type SenderOptions = SenderContext & {
  /** How often it looks for what is due. */
  tickMs?: number;
  /** How often it looks for retractions of what was mailed, and for what has waited too long. */
  sweepMs?: number;
  retractionGraceMs?: number;
};

const INTERRUPTED = 'a send is interrupted';
const TICK_MS = 1000;
const SWEEP_MS = 15_000;
const RETRY_MS = 2000;
const HOUR_MS = 3_600_000;
const AGES = { briefingMs: 12 * HOUR_MS, retractionMs: 120 * HOUR_MS };

/**
 * Sends mail until `signal` aborts, then lets what is on its way finish. Any number of processes may run it on one
 * database: each holds an advisory lock while it lives, by which the others tell what a dead one left behind.
 */
export async function runSender(options: SenderOptions, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      await options.db.connection().execute((connection) => sendWhileLocked(options, connection, signal));
    } catch (thrown) {
      options.log.warn({ reason: messageOf(thrown) }, 'sending mail is interrupted');
      await pause(RETRY_MS, undefined, { signal }).catch(() => {});
    }
  }
}

async function sendWhileLocked(options: SenderOptions, connection: Db, signal: AbortSignal): Promise<void> {
  const sender = await lockSenderNumber(connection);
  const lost = new AbortController();
  const running = new Map<number, Promise<void>>();
  try {
    await tickUntilStopped(options, sender, running, connection, AbortSignal.any([signal, lost.signal]));
  } finally {
    // Without the lock others take our mails for lost, so nothing more is begun.
    lost.abort();
    await Promise.allSettled(running.values());
    await unlockSenders(connection).catch(() => {});
  }
}

async function tickUntilStopped(
  options: SenderOptions,
  sender: number,
  running: Map<number, Promise<void>>,
  connection: Db,
  signal: AbortSignal,
): Promise<void> {
  const { db, log, clock, tickMs = TICK_MS, sweepMs = SWEEP_MS } = options;
  let sweepAt = 0;
  while (!signal.aborted) {
    if (monotonicMs() >= sweepAt) {
      await sweep(options);
      sweepAt = monotonicMs() + sweepMs;
    }
    // On the locked connection: if that is gone, this throws.
    for (const id of await listDueSends(connection, clock())) {
      if (running.has(id)) continue;
      const run = runSend(options, id, sender, signal)
        .catch((thrown: unknown) => {
          if (isConnectionFailure(thrown)) log.warn({ reason: messageOf(thrown), send: id }, INTERRUPTED);
          else log.error({ err: thrown, send: id }, INTERRUPTED);
        })
        .finally(() => running.delete(id));
      running.set(id, run);
    }
    for (const { id, kind } of await finishSends(db, clock())) log.info({ send: id, kind }, 'a send is done');
    await pause(tickMs, undefined, { signal }).catch(() => {});
  }
}

async function sweep({ db, log, clock, retractionGraceMs }: SenderOptions): Promise<void> {
  const unknown = await markAbandoned(db, clock());
  if (unknown > 0)
    log.warn({ unknown }, 'mails of a sender that ended are of unknown fate and not sent again');
  await expireDeliveries(db, clock(), AGES);
  await planRetractions(db, log, clock(), retractionGraceMs);
}
