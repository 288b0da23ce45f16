import { join } from 'node:path';
import { type Clock, systemClock } from '#lib/clock.ts';
import type { Db } from '#platform/database.ts';
import type { GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import type { JobHandler } from '#platform/jobs.ts';
import type { Log } from '#platform/log.ts';
import { findDkimKey } from '#platform/mailer/dkim-key.ts';
import { type Mailer, openMailer } from '#platform/mailer/mailer.ts';
import { ensureLinkKeys } from './link-keys.ts';
import { planBriefingsHandler } from './plan-due.ts';
import { runSender } from './run-sender.ts';
import { letterHandler } from './send-letter.ts';
import { RETRIES, type SenderContext } from './sender-context.ts';
import { watchBounces } from './watch-bounces.ts';
import { watchMailbox } from './watch-mailbox.ts';

export type BriefingRoomOptions = {
  db: Db;
  baseUrl: string;
  /** Absent: mail goes into `{dataFolder}/outbox`. */
  smtpUrl: string | undefined;
  dataFolder: string;
  /** By which the mailbox of bounces is reached; absent: it is not read. */
  fetch?: GuardedFetch;
  log: Log;
  clock?: Clock;
};

export type BriefingRoom = {
  handlers: JobHandler[];
  /** Sends mail and takes in bounces until `signal` aborts, then lets what is on its way finish. */
  run: (signal: AbortSignal) => Promise<void>;
};

/** The worker's part in briefings: the jobs, the sending, the folder of bounces. */
export async function openBriefingRoom(options: BriefingRoomOptions): Promise<BriefingRoom> {
  const { db, log, dataFolder } = options;
  const clock = options.clock ?? systemClock;
  const mailer = openMailer({ smtpUrl: options.smtpUrl, outbox: join(dataFolder, 'outbox') });
  if (options.smtpUrl === undefined) {
    log.info({ folder: mailer.where }, 'SMTP_URL is not set: mails are written as .eml files and not sent');
  }
  const keys = await ensureLinkKeys(db, clock());
  const context: SenderContext = {
    ...{ db, mailer, keys, log, clock, baseUrl: options.baseUrl },
    ...RETRIES,
    dkimOf: (domain) => findDkimKey(join(dataFolder, 'keys'), domain),
  };
  const folder = join(dataFolder, 'bounces');
  return {
    handlers: [letterHandler(context), planBriefingsHandler({ db, log, clock })],
    run: (signal) => runAll(context, mailer, { folder, fetch: options.fetch }, signal),
  };
}

async function runAll(
  context: SenderContext,
  mailer: Mailer,
  { folder, fetch }: { folder: string; fetch?: GuardedFetch },
  signal: AbortSignal,
): Promise<void> {
  const { db, keys, log, clock } = context;
  const work = [runSender(context, signal), watchBounces({ db, keys, folder, log, clock }, signal)];
  if (fetch) work.push(watchMailbox({ db, keys, fetch, log, clock }, signal));
  // Mails at work are let finish, and cut where the server takes longer than a stop may.
  const close = () => void mailer.close();
  signal.addEventListener('abort', close, { once: true });
  await Promise.all(work);
}
