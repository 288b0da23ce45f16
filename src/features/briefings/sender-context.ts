import type { Clock } from '#lib/clock.ts';
import type { Db } from '#platform/database.ts';
import type { Log } from '#platform/log.ts';
import type { DkimKey } from '#platform/mailer/dkim-key.ts';
import type { Mailer } from '#platform/mailer/mailer.ts';

/** What everything that sends mail is given. */
export type SenderContext = {
  db: Db;
  mailer: Mailer;
  /** Where readers find the paper, without a slash at the end. */
  baseUrl: string;
  /** The first signs links, all are believed. */
  keys: readonly Buffer[];
  /** The key that mail of a domain is signed with, where this program signs it. */
  dkimOf: (domain: string) => Promise<DkimKey | undefined>;
  log: Log;
  clock: Clock;
  /** How long to wait after so many tries, in milliseconds; undefined gives up. */
  retryAfter: (attempts: number) => number | undefined;
  /** How long to wait when the mail server cannot be used at all. */
  awayMs: number;
};

const MINUTE_MS = 60_000;
/** Greylisting servers ask for five to thirty minutes; a briefing is given up after some four hours. */
const RETRY_MINUTES = [2, 6, 15, 30, 60, 120];

export const RETRIES = {
  retryAfter: (attempts: number): number | undefined => {
    const minutes = RETRY_MINUTES[attempts - 1];
    return minutes === undefined ? undefined : minutes * MINUTE_MS;
  },
  awayMs: 30_000,
};

export const firstKey = (keys: readonly Buffer[]): Buffer => {
  const [key] = keys;
  if (!key) throw new Error('there is no key to sign links with');
  return key;
};
