import { createDatabase, type DatabaseTarget } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';
import { openMailer } from '#platform/mailer/mailer.ts';
import { runSender } from '../run-sender.ts';
import { BASE_URL, MORNING } from './publish.ts';

export type SenderProcess = {
  target: DatabaseTarget;
  smtpUrl: string;
  key: string;
  silenceMs: number;
  /** When the test's morning began, by the machine's clock: one morning for all the senders of a test. */
  begun: number;
};

/**
 * For a child process: sends until it is told to stop, or killed.
 * @public called by the script in spawn-sender.ts
 */
export async function sendForEver({ target, smtpUrl, key, silenceMs, begun }: SenderProcess): Promise<void> {
  const db = createDatabase(target, { max: 6, name: 'dateline test sender' });
  const stopping = new AbortController();
  process.once('SIGTERM', () => stopping.abort());
  await runSender(
    {
      db,
      mailer: openMailer({ smtpUrl, outbox: '/nowhere', timeouts: { connectMs: 2000, silenceMs } }),
      baseUrl: BASE_URL,
      keys: [Buffer.from(key, 'hex')],
      dkimOf: async () => undefined,
      log: createLog({ level: 'error' }),
      clock: () => new Date(MORNING.getTime() + Date.now() - begun),
      retryAfter: (attempts) => (attempts < 30 ? 20 : undefined),
      awayMs: 100,
      tickMs: 25,
      sweepMs: 100,
    },
    stopping.signal,
  );
  await db.destroy();
}
