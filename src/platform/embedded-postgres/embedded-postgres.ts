import { existsSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError, messageOf } from '#lib/errors.ts';
import type { DatabaseTarget } from '../database.ts';
import { chooseAccount } from './account.ts';
import { findPostgresBinaries } from './binaries.ts';
import { ensureCluster } from './cluster.ts';
import { explainPostgresFailure } from './failures.ts';
import { findPaper, takePaperLock, takeShare, untilUnshared, withProbe } from './paper-lock.ts';
import { type PostmasterOptions, type RunningPostmaster, startPostmaster } from './postmaster.ts';
import { findPostmaster, type Postmaster, removeStaleLocks } from './postmaster-file.ts';
import { makeSocketFolder, removeSocketFolder, socketFolderFor } from './socket-folder.ts';

/** The paper has its PostgreSQL to itself and alone may start it for long; a command shares, or starts it for its own time. */
export type Holder = 'paper' | 'command';

export type EmbeddedPostgresOptions = {
  /** Absolute path of DATELINE_DATA; made where it is missing. */
  dataFolder: string;
  holder: Holder;
  /** Told, in whole sentences, what takes time and what was repaired. */
  say: (sentence: string) => void;
  /** False only for tests: nothing is forced to disk. */
  durable?: boolean;
};

export type EmbeddedPostgres = {
  target: DatabaseTarget;
  /** Gives PostgreSQL back: the paper stops it; a command stops it where it started it, after others have ended. */
  close: () => Promise<void>;
};

const DATABASE = 'dateline';
const TRIES_BEFORE_TALK = 10;
/** How long a PostgreSQL whose parts are still ending gets before the start gives up. */
const PATIENCE = { tries: 50, pauseMs: 200 };

/** Node's own recursive mkdir turns for ever where a system folder such as /proc takes no new entry (seen in Node 24). */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  if (dirname(folder) !== folder) makeFolder(dirname(folder));
  mkdirSync(folder);
}

function prepareDataFolder(folder: string): string {
  try {
    makeFolder(folder);
    if (!statSync(folder).isDirectory()) throw new Error('Not a directory');
    return realpathSync(folder);
  } catch (thrown) {
    throw explainPostgresFailure(messageOf(thrown), folder);
  }
}

async function ensureDatabase(socketFolder: string): Promise<void> {
  await withProbe(socketFolder, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE]);
    if (rowCount === 0) await client.query(`create database ${DATABASE}`);
  });
}

/** Makes what is missing and starts PostgreSQL; undefined where another process was quicker. */
async function launch(options: PostmasterOptions): Promise<RunningPostmaster | undefined> {
  for (let tries = PATIENCE.tries; ; tries -= 1) {
    for (const pid of await removeStaleLocks(options.folder, options.socketFolder))
      options.say(`Removed a stale lock file: process ${pid} is another program, PostgreSQL is not running.`);
    try {
      return await startPostmaster(options);
    } catch (thrown) {
      const said = thrown instanceof Error ? String(thrown.cause ?? '') : '';
      if (/lock file ".*" already exists/.test(said)) return undefined;
      if (!/pre-existing shared memory block/.test(said) || tries === 0) throw thrown;
      await sleep(PATIENCE.pauseMs);
    }
  }
}

/** Starts PostgreSQL again whenever it ends without being told to; connections that fail meanwhile come back by themselves. */
function keepRunning(first: RunningPostmaster, options: PostmasterOptions): { stop: () => Promise<void> } {
  let current = first;
  const stopping = new AbortController();
  const watch = async () => {
    for (let pauseMs = 500; ; pauseMs = Math.min(pauseMs * 2, 30_000)) {
      await current.exited;
      if (stopping.signal.aborted) return;
      options.say('PostgreSQL ended unexpectedly; starting it again.');
      await sleep(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
      if (stopping.signal.aborted) return;
      const next = await launch(options).catch((thrown: unknown) => options.say(messageOf(thrown)));
      if (!next) continue;
      current = next;
      pauseMs = 250;
      if (stopping.signal.aborted) await next.stop();
    }
  };
  watch();
  return {
    stop: async () => {
      stopping.abort();
      await current.stop();
    },
  };
}

async function stopAfterOthers(postmaster: RunningPostmaster): Promise<void> {
  await untilUnshared(postmaster.socketFolder);
  await postmaster.stop();
  removeSocketFolder(postmaster.socketFolder);
}

async function asPaper(started: RunningPostmaster, options: PostmasterOptions): Promise<EmbeddedPostgres> {
  const lock = await takePaperLock(started.socketFolder);
  if (typeof lock === 'string') {
    await started.stop();
    throw new AppError('unavailable', 'PostgreSQL stopped while the paper was starting. Start it again.');
  }
  const kept = keepRunning(started, options);
  return {
    target: { socketFolder: started.socketFolder, database: DATABASE },
    close: async () => {
      await lock.release();
      await kept.stop();
      removeSocketFolder(options.socketFolder);
    },
  };
}

/** Uses a PostgreSQL that already runs, where `holder` may; undefined means: not now, look again. */
async function joinRunning(
  found: Postmaster,
  options: EmbeddedPostgresOptions,
  dataFolder: string,
): Promise<EmbeddedPostgres | undefined> {
  if (!found.ready) return undefined;
  const paper = await findPaper(found.socketFolder);
  if (paper === 'unreachable') return undefined;
  if (options.holder === 'command') {
    const share = await takeShare(found.socketFolder);
    if (!share) return undefined;
    await ensureDatabase(found.socketFolder);
    return { target: { socketFolder: found.socketFolder, database: DATABASE }, close: share.release };
  }
  if (paper === undefined) return undefined;
  throw new AppError(
    'conflict',
    `A paper already runs on ${dataFolder} (process ${paper}). Stop it first, or give this one a folder of its own with DATELINE_DATA.`,
  );
}

async function openOnce(
  options: EmbeddedPostgresOptions,
  dataFolder: string,
): Promise<EmbeddedPostgres | Postmaster | undefined> {
  const folder = join(dataFolder, 'postgres');
  const found = await findPostmaster(folder);
  if (found) return (await joinRunning(found, options, dataFolder)) ?? found;
  const binaries = findPostgresBinaries();
  const account = chooseAccount([binaries.folder, dataFolder]);
  const socketFolder = socketFolderFor(dataFolder);
  try {
    makeSocketFolder(socketFolder, account);
    await ensureCluster(binaries, account, folder, options.durable ?? true);
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : explainPostgresFailure(messageOf(thrown), dataFolder);
  }
  const launchOptions = {
    binaries,
    account,
    folder,
    socketFolder,
    durable: options.durable ?? true,
    say: options.say,
  };
  const started = await launch(launchOptions);
  if (!started) return undefined;
  await ensureDatabase(socketFolder);
  if (options.holder === 'paper') return asPaper(started, launchOptions);
  return {
    target: { socketFolder, database: DATABASE },
    close: () => stopAfterOthers(started),
  };
}

/**
 * The program's own PostgreSQL on a data folder: started, or shared where it runs already. It listens on a socket in a
 * folder that only its user can enter, never on the network, and stops by itself when this process ends, however it ends.
 * Throws `AppError` with a sentence that says what to do.
 */
export async function openEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const dataFolder = prepareDataFolder(options.dataFolder);
  for (let tries = 1; ; tries += 1) {
    const opened = await openOnce(options, dataFolder);
    if (opened && 'close' in opened) return opened;
    if (opened && tries === TRIES_BEFORE_TALK)
      options.say(
        `PostgreSQL (process ${opened.pid}) still works on ${dataFolder} for a command or an earlier paper; waiting for it to end.`,
      );
    await sleep(100);
  }
}
