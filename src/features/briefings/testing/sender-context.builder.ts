import { randomBytes } from 'node:crypto';
import type { Db } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';
import { openMailer } from '#platform/mailer/mailer.ts';
import { runSender, type SenderOptions } from '../run-sender.ts';
import { BASE_URL, MORNING } from './publish.ts';

export const TEST_KEY = randomBytes(32);

/** A clock that stood at the test's morning when it was made. */
export function morningClock(): () => Date {
  const begun = performance.now();
  return () => new Date(MORNING.getTime() + performance.now() - begun);
}

/** A sender that looks often and waits briefly. */
export function aSender(db: Db, smtpUrl: string, changes: Partial<SenderOptions> = {}): SenderOptions {
  return {
    db,
    mailer: openMailer({ smtpUrl, outbox: '/nowhere', timeouts: { connectMs: 500, silenceMs: 400 } }),
    baseUrl: BASE_URL,
    keys: [TEST_KEY],
    dkimOf: async () => undefined,
    log: createLog({ level: 'silent' }),
    clock: morningClock(),
    retryAfter: (attempts) => (attempts < 4 ? 50 : undefined),
    awayMs: 50,
    tickMs: 20,
    sweepMs: 60,
    retractionGraceMs: 0,
    ...changes,
  };
}

/** Runs a sender until `done` answers true, then stops it. */
export async function sendUntil(options: SenderOptions, done: () => Promise<boolean>): Promise<void> {
  const stopping = new AbortController();
  const running = runSender(options, stopping.signal);
  try {
    for (let tries = 0; tries < 600; tries++) {
      if (await done()) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error('the sender did not come to an end');
  } finally {
    stopping.abort();
    await running;
    await options.mailer.close(100);
  }
}
