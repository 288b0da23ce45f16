import { spawn } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError, messageOf } from '#lib/errors.ts';
import { EMBEDDED_USER } from '../database.ts';
import type { Account } from './account.ts';
import type { PostgresBinaries } from './binaries.ts';
import { explainPostgresFailure } from './failures.ts';
import { isAlive } from './postmaster-file.ts';

const MAJOR_VERSION = '18';

/** Words and options to start a program as the account says. */
export function asAccount(account: Account, command: string[]): { command: string; words: string[] } {
  const [first = '', ...words] = [...account.prefix, ...command];
  return { command: first, words };
}

/** No language or PG* variable of ours may reach PostgreSQL: its messages are read by `failures.ts`. */
export const POSTGRES_ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

function runInitdb(
  binaries: PostgresBinaries,
  account: Account,
  folder: string,
  durable: boolean,
): Promise<void> {
  const { command, words } = asAccount(account, [
    binaries.initdb,
    `--pgdata=${folder}`,
    `--username=${EMBEDDED_USER}`,
    '--auth=trust',
    '--encoding=UTF8',
    // The same order and case rules on every machine, whatever locales it has installed.
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]);
  const child = spawn(command, words, {
    ...account.identity,
    cwd: '/',
    env: POSTGRES_ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', (error) => reject(explainPostgresFailure(messageOf(error), folder)));
    child.once('close', (code) => (code === 0 ? resolve() : reject(explainPostgresFailure(output, folder))));
  });
}

function giveAll(path: string, uid: number, gid: number): void {
  const found = lstatSync(path);
  if (found.isDirectory()) for (const name of readdirSync(path)) giveAll(join(path, name), uid, gid);
  if (found.uid !== uid) chownSync(path, uid, gid);
}

/** Root may have run the paper in another way before (another user, another folder mode): hand the files over. */
function handOver(folder: string, account: Account): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = account.identity ?? { uid: 0, gid: 0 };
  if (lstatSync(folder).uid !== uid) giveAll(folder, uid, gid);
}

function assertVersion(folder: string): void {
  const version = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim();
  if (version === MAJOR_VERSION) return;
  throw new AppError(
    'conflict',
    `${folder} was made by PostgreSQL ${version}; this program brings ${MAJOR_VERSION}. Start the release of Dateline that made it and take a backup, or run PostgreSQL ${version} on that folder yourself and set DATABASE_URL.`,
  );
}

/** What a start that was cut off while it made a database left behind. */
function removeAbandoned(folder: string): void {
  const prefix = `${basename(folder)}.new-`;
  for (const name of readdirSync(dirname(folder)))
    if (name.startsWith(prefix) && !isAlive(Number(name.slice(prefix.length))))
      rmSync(join(dirname(folder), name), { recursive: true, force: true });
}

/**
 * Makes the database files in `folder` on the first run. They are made beside it and moved there whole, so that a start
 * that is cut off leaves nothing half done, and the first of two starts wins.
 */
export async function ensureCluster(
  binaries: PostgresBinaries,
  account: Account,
  folder: string,
  durable: boolean,
): Promise<void> {
  if (!existsSync(join(folder, 'PG_VERSION'))) {
    removeAbandoned(folder);
    const fresh = `${folder}.new-${process.pid}`;
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { mode: 0o700 });
    if (account.identity) chownSync(fresh, account.identity.uid, account.identity.gid);
    try {
      await runInitdb(binaries, account, fresh, durable);
      if (!existsSync(join(folder, 'PG_VERSION'))) renameSync(fresh, folder);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  assertVersion(folder);
  handOver(folder, account);
  chmodSync(folder, 0o700);
}
