import { constants } from 'node:fs';
import { type FileHandle, lstat, mkdir, open, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#lib/errors.ts';
import { compareNames, type FileState, isPassedOver, isSameState, toNthName } from './inbox-names.ts';

/** A file that cannot be taken, now or ever: what it is instead. */
export class UnusableFile extends Error {}

const DONE = 'done';
const FAILED = 'failed';

/**
 * Makes the folder of a source with the places for files that are done with.
 * @throws AppError conflict where one of them is a link or no folder: following it would let whoever may drop files move ours elsewhere
 */
export async function makeInboxFolder(folder: string): Promise<void> {
  for (const path of [folder, join(folder, DONE), join(folder, FAILED)]) {
    await mkdir(path, { recursive: true }).catch(() => {});
    const found = await lstat(path);
    if (!found.isDirectory())
      throw new AppError('conflict', `${path} must be a folder, not a link or a file.`);
  }
}

/** The names in the folder that may be copy, in the order in which they are taken. */
export async function listInbox(folder: string): Promise<string[]> {
  const names = await readdir(folder);
  return names.filter((name) => name !== DONE && name !== FAILED && !isPassedOver(name)).sort(compareNames);
}

const codeOf = (thrown: unknown): string | undefined =>
  thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;

/**
 * How an entry looks; undefined where it has gone.
 * @throws UnusableFile for what is no plain file
 */
export async function findFileState(path: string): Promise<FileState | 'folder' | undefined> {
  try {
    const found = await lstat(path);
    if (found.isDirectory()) return 'folder';
    if (!found.isFile())
      throw new UnusableFile('Only plain files are taken; this is a link, a pipe or a device.');
    return { size: found.size, mtimeMs: found.mtimeMs, ino: found.ino };
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT') return undefined;
    throw thrown;
  }
}

/**
 * The bytes of a file that looks as `expected`, never through a link; undefined where it changed meanwhile.
 * @throws UnusableFile
 */
export async function readInboxFile(
  path: string,
  expected: FileState,
  maxBytes: number,
): Promise<Uint8Array | undefined> {
  if (expected.size === 0) throw new UnusableFile('The file is empty.');
  if (expected.size > maxBytes) {
    throw new UnusableFile(`The file has ${expected.size} bytes; at most ${maxBytes} are taken.`);
  }
  const handle = await openFile(path);
  if (!handle) return undefined;
  try {
    const before = await handle.stat();
    if (!before.isFile() || !isSameState(before, expected)) return undefined;
    const bytes = Buffer.alloc(expected.size);
    for (let at = 0; at < bytes.length; ) {
      const { bytesRead } = await handle.read(bytes, at, bytes.length - at, at);
      if (bytesRead === 0) return undefined;
      at += bytesRead;
    }
    return isSameState(await handle.stat(), expected) ? bytes : undefined;
  } finally {
    await handle.close();
  }
}

/** Another worker may have taken the file, or somebody put a link in its place, since it was looked at. */
async function openFile(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  } catch (thrown) {
    if (codeOf(thrown) === 'ENOENT' || codeOf(thrown) === 'ELOOP') return undefined;
    throw thrown;
  }
}

/**
 * Moves an entry to `done/`, or to `failed/` with the reason beside it in `NAME.reason.txt`. It keeps its name, with a number where
 * that is taken. An entry that no longer looks as it did when it was read is left: there is new copy in it.
 */
export async function moveInboxFile(
  folder: string,
  name: string,
  read: { state?: FileState; reason?: string },
): Promise<void> {
  if (read.state) {
    const state = await findFileState(join(folder, name));
    if (state === undefined || state === 'folder' || !isSameState(state, read.state)) return;
  }
  const place = join(folder, read.reason === undefined ? DONE : FAILED);
  const target = join(place, await findFreeName(place, name));
  if (read.reason !== undefined) await writeFile(`${target}.reason.txt`, `${read.reason}\n`);
  await rename(join(folder, name), target).catch((thrown: unknown) => {
    // Another worker was faster.
    if (codeOf(thrown) !== 'ENOENT') throw thrown;
  });
}

async function findFreeName(place: string, name: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const candidate = toNthName(name, n);
    const taken = await lstat(join(place, candidate)).catch(() => undefined);
    if (!taken) return candidate;
  }
}
