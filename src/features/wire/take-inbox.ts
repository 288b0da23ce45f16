import { join } from 'node:path';
import { type Clock, monotonicMs, systemClock } from '#lib/clock.ts';
import { AppError, messageOf } from '#lib/errors.ts';
import { isConnectionFailure } from '#platform/database.ts';
import type { Log } from '#platform/log.ts';
import { findFileState, listInbox, moveInboxFile, readInboxFile, UnusableFile } from './inbox-folder.ts';
import type { FileState, Stillness } from './inbox-names.ts';
import type { Receive, Received } from './receive.ts';
import type { WireSourceRow } from './wire.tables.ts';

export type InboxTaker = {
  receive: Receive;
  log: Log;
  stillness: Stillness;
  /** Path → how often it could not be received. */
  attempts: Map<string, number>;
  clock?: Clock;
  monotonic?: () => number;
  maxBytes?: number;
};

/** What a pass over a folder found: files that may still be written, and more than one pass takes. */
export type InboxPass = { taken: number; waiting: boolean; more: boolean };

/** Files of one pass, so that other sources get their turn and a stop is not long in coming. */
export const BATCH = 200;
const MAX_INBOX_BYTES = 64 * 1024 * 1024;
/** Files that are handed on before the first of them is stored: enough to share a transaction, few enough for memory. */
const MOST_UNDER_WAY = 32;
const MOST_BYTES_UNDER_WAY = 16 * 1024 * 1024;
const MOST_ATTEMPTS = 5;

/**
 * Takes the finished files of a source's folder in order, hands each to `receive` without waiting for those before it, then moves it to
 * `done/` or `failed/`. A crash between the two means that the file is received again, which does no harm.
 * Where the database is away the files stay. One that fails otherwise is tried a few times before it counts as failed.
 */
export async function takeInbox(
  taker: InboxTaker,
  source: WireSourceRow,
  folder: string,
  signal?: AbortSignal,
): Promise<InboxPass> {
  const pass: InboxPass = { taken: 0, waiting: false, more: false };
  const underWay: UnderWay[] = [];
  const settleFirst = async () => {
    const first = underWay.shift();
    const outcome = first && (await settle(taker, source, folder, first));
    if (outcome === 'taken') pass.taken += 1;
    if (outcome === 'waiting') pass.waiting = true;
  };
  const isFull = () =>
    underWay.length >= MOST_UNDER_WAY ||
    underWay.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES_UNDER_WAY;
  try {
    for (const name of await listInbox(folder)) {
      if (signal?.aborted) break;
      if (pass.taken + underWay.length >= BATCH) {
        pass.more = true;
        break;
      }
      const begun = await begin(taker, source, folder, name);
      if (begun === 'waiting') pass.waiting = true;
      else if (begun !== 'passed') underWay.push(begun);
      while (isFull()) await settleFirst();
    }
    while (underWay.length > 0) await settleFirst();
  } finally {
    // Where one ended the pass, the next pass must not find the others still on their way.
    await Promise.allSettled(underWay.map(({ received }) => received));
  }
  return pass;
}

/** A file on its way: `received` settles with what became of it. */
type UnderWay = { name: string; state?: FileState; bytes: number; received: Promise<Received> };

async function begin(
  taker: InboxTaker,
  source: WireSourceRow,
  folder: string,
  name: string,
): Promise<UnderWay | 'waiting' | 'passed'> {
  const path = join(folder, name);
  let state: FileState | undefined;
  try {
    const found = await findFileState(path);
    if (found === undefined || found === 'folder') return 'passed';
    state = found;
    if (!taker.stillness.isStill(path, state, (taker.monotonic ?? monotonicMs)())) return 'waiting';
    const bytes = await readInboxFile(path, state, taker.maxBytes ?? MAX_INBOX_BYTES);
    if (!bytes) return 'waiting';
    const receivedAt = (taker.clock ?? systemClock)();
    const received = taker.receive(source, { bytes, name, receivedAt });
    return handled({ name, state, bytes: bytes.byteLength, received });
  } catch (thrown) {
    return handled({ name, state, bytes: 0, received: Promise.reject(thrown) });
  }
}

/** It may fail before anyone looks, which is no reason to end the program. */
function handled(underWay: UnderWay): UnderWay {
  underWay.received.catch(() => {});
  return underWay;
}

async function settle(
  taker: InboxTaker,
  source: WireSourceRow,
  folder: string,
  { name, state, received }: UnderWay,
): Promise<'taken' | 'waiting'> {
  try {
    await finish(taker, source, folder, name, { state, reason: whyFailed(await received) });
  } catch (thrown) {
    const reason = judge(taker, join(folder, name), thrown);
    if (reason === undefined) return 'waiting';
    await finish(taker, source, folder, name, { state, reason });
  }
  return 'taken';
}

async function finish(
  taker: InboxTaker,
  source: WireSourceRow,
  folder: string,
  name: string,
  read: { state?: FileState; reason?: string },
): Promise<void> {
  await moveInboxFile(folder, name, read);
  taker.stillness.forget(join(folder, name));
  taker.attempts.delete(join(folder, name));
  if (read.reason !== undefined) taker.log.warn({ source: source.name, file: name }, read.reason);
}

/** Nothing of the message was of use: single items that failed are kept with the message and are no reason to call the file failed. */
function whyFailed({ reason, items, ignored, failures }: Received): string | undefined {
  if (reason !== undefined) return reason;
  const failed = new Set(failures.map(({ position }) => position));
  const used = items.filter(({ position }) => !failed.has(position)).length;
  if (failures.length === 0 || used + ignored > 0) return undefined;
  return failures.map((failure) => `Item ${failure.position + 1}: ${failure.reason}`).join('\n');
}

/** Why a file counts as failed, or undefined where it is to be tried again. A database that is away ends the whole pass. */
function judge(taker: InboxTaker, path: string, thrown: unknown): string | undefined {
  if (thrown instanceof UnusableFile) return thrown.message;
  if (isConnectionFailure(thrown)) throw thrown;
  if (thrown instanceof AppError && thrown.code === 'unavailable') throw thrown;
  const attempts = (taker.attempts.get(path) ?? 0) + 1;
  taker.attempts.set(path, attempts);
  if (attempts >= MOST_ATTEMPTS)
    return `It could not be received in ${attempts} attempts: ${messageOf(thrown)}`;
  taker.log.warn({ err: thrown, file: path }, 'a file could not be received and will be tried again');
  return undefined;
}
