import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { basename, join } from 'node:path';

/** What the first lines of `postmaster.pid` say; the PostgreSQL source (`miscadmin.h`, LOCK_FILE_LINE_*) fixes them. */
export type Postmaster = { pid: number; socketFolder: string; ready: boolean };

const SOCKET_NAME = '.s.PGSQL.5432';

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

function readPostmasterFile(folder: string): Postmaster | undefined {
  const [pid = '', , , , socketFolder = '', , , status = ''] = readLines(join(folder, 'postmaster.pid'));
  if (!/^\d+$/.test(pid)) return undefined;
  return { pid: Number(pid), socketFolder, ready: status.trim() === 'ready' };
}

/** Whether a process has this id; one of another user counts. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
}

function commandOf(pid: number): string[] {
  if (process.platform !== 'linux')
    return spawnSync('ps', ['-p', String(pid), '-o', 'args='], { encoding: 'utf8' })
      .stdout.trim()
      .split(/\s+/);
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}

/** Ids are used again after a crash or a restart: the number alone does not say that it is still PostgreSQL. */
function isOurPostmaster(pid: number, folder: string): boolean {
  const [program = '', ...words] = commandOf(pid);
  return basename(program) === 'postgres' && words.includes(folder);
}

/** Whether anything answers on the socket; this also sees a PostgreSQL in another container on the same folder. */
function answers(socketFolder: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(join(socketFolder, SOCKET_NAME));
    const settle = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => settle(true)).once('error', () => settle(false));
  });
}

/** The PostgreSQL that runs on this folder now, or undefined. */
export async function findPostmaster(folder: string): Promise<Postmaster | undefined> {
  const found = readPostmasterFile(folder);
  if (!found) return undefined;
  const running =
    isOurPostmaster(found.pid, folder) || (found.socketFolder !== '' && (await answers(found.socketFolder)));
  return running ? found : undefined;
}

/**
 * Takes away lock files of a PostgreSQL that died and whose number another program has by now: PostgreSQL itself would
 * refuse to start over them. Files of a dead process stay, PostgreSQL judges those better (it also checks its memory).
 * @returns the numbers of the programs that were taken for PostgreSQL.
 */
export async function removeStaleLocks(folder: string, socketFolder: string): Promise<number[]> {
  if (await findPostmaster(folder)) return [];
  const files = [join(folder, 'postmaster.pid'), join(socketFolder, `${SOCKET_NAME}.lock`)];
  const mistaken = files.flatMap((file) => {
    const pid = Number(readLines(file)[0]);
    if (!Number.isSafeInteger(pid) || pid <= 0 || !isAlive(pid) || isOurPostmaster(pid, folder)) return [];
    rmSync(file, { force: true });
    return [pid];
  });
  return [...new Set(mistaken)];
}
