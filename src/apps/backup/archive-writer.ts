import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { AppError, messageOf } from '#lib/errors.ts';
import type { Part } from './manifest.ts';
import { TAR_END, toTarEntry } from './tar-writer.ts';

export type Entry = { name: string; bytes: Uint8Array };

/** Notes in `parts` what an entry of the archive is to be known by. */
export function notePart(parts: Part[], { name, bytes, type }: Entry & { type?: string }): void {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  parts.push({ name, bytes: bytes.length, sha256, ...(type && { type }) });
}

/** Stretches of about so many bytes, so that neither end has to hold a table. */
const STRETCH_BYTES = 4 * 1024 * 1024;

/** A stream of small pieces as stretches of a few MB. */
export async function* toStretches(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let held: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    held.push(piece);
    length += piece.length;
    if (length < STRETCH_BYTES) continue;
    yield Buffer.concat(held);
    held = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(held);
}

async function* toTar(entries: AsyncIterable<Entry>, at: Date): AsyncGenerator<Uint8Array> {
  for await (const { name, bytes } of entries) yield* toTarEntry(name, bytes, at);
  yield TAR_END;
}

/**
 * Writes a tar.gz that only its owner may read. It appears under its name when it is whole and on the disk; where
 * anything fails, nothing is left of it and a file that had the name stays. Throws `unavailable` where it cannot be written.
 */
export async function writeArchive(file: string, entries: AsyncIterable<Entry>, at: Date): Promise<void> {
  const draft = join(dirname(file), `.${basename(file)}.${randomUUID()}.draft`);
  try {
    const sink = createWriteStream(draft, { flags: 'wx', mode: 0o600 });
    const source = Readable.from(toTar(entries, at), { objectMode: false, highWaterMark: 1024 * 1024 });
    await pipeline(source, createGzip(), sink);
    await flushToDisk(draft);
    await rename(draft, file);
    await flushToDisk(dirname(file));
  } catch (thrown) {
    await rm(draft, { force: true });
    throw isFileFailure(thrown)
      ? new AppError('unavailable', `${file} cannot be written: ${messageOf(thrown)}.`, { cause: thrown })
      : thrown;
  }
}

async function flushToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

const FILE_FAILURES = new Set([
  'ENOENT',
  'EACCES',
  'EPERM',
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EISDIR',
  'ENOTDIR',
  'EIO',
]);

const isFileFailure = (thrown: unknown): boolean =>
  thrown instanceof Error &&
  'code' in thrown &&
  FILE_FAILURES.has(String(thrown.code)) &&
  !('syscall' in thrown && thrown.syscall === 'connect');
