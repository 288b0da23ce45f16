import { createHash } from 'node:crypto';
import { chmodSync, chownSync, lstatSync, mkdirSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AppError } from '#lib/errors.ts';
import type { Account } from './account.ts';

/** A socket's path may have 107 bytes on Linux and 103 on macOS; `/.s.PGSQL.5432.lock` takes 19 of them. */
const LONGEST_PATH = 84;

/** Where the socket lies: beside the data or, where that path is too long, under a name made from it. */
export function socketFolderFor(dataFolder: string): string {
  const beside = join(dataFolder, 'run');
  if (Buffer.byteLength(beside) <= LONGEST_PATH) return beside;
  const mark = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  return join(tmpdir(), `dateline-${mark}`);
}

/**
 * Makes the folder, open to its owner alone: whoever reaches the socket is trusted, so the folder is the lock.
 * Throws `AppError('conflict')` where somebody else's folder or a link lies at that place.
 */
export function makeSocketFolder(folder: string, account: Account): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = account.identity?.uid ?? process.getuid?.();
  const { uid } = lstatSync(folder);
  const ours = uid === owner || uid === process.getuid?.() || process.getuid?.() === 0;
  if (!lstatSync(folder).isDirectory() || !ours)
    throw new AppError('conflict', `${folder} belongs to somebody else. Remove it, then start again.`);
  if (uid !== owner && account.identity) chownSync(folder, account.identity.uid, account.identity.gid);
  else if (uid !== owner && process.getuid?.() === 0) chownSync(folder, 0, 0);
  chmodSync(folder, 0o700);
}

/** Takes away a folder that lies outside the data, once PostgreSQL has left it. */
export function removeSocketFolder(folder: string): void {
  if (!folder.startsWith(tmpdir())) return;
  try {
    rmdirSync(folder);
  } catch {
    // Another PostgreSQL on the same data has begun to use it, or somebody cleaned up before us.
  }
}
