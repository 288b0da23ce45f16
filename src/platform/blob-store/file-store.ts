import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError, messageOf } from '#lib/errors.ts';
import { checkKey, checkPrefix } from './blob-key.ts';
import type { BlobStore } from './blob-store.ts';

const UNKNOWN_TYPE = 'application/octet-stream';

/**
 * A folder as a file store. Each blob is a plain file under its key; its media type lies beside it in a dot file, a name
 * that no key can have. Files appear by rename after their bytes are on the disk, so a crash leaves old or new, never half.
 */
export function openFileStore(folder: string): BlobStore {
  const pathOf = (key: string) => join(folder, ...checkKey(key).split('/'));
  return {
    put: (key, bytes, type) => {
      const path = pathOf(key);
      return guard(folder, async () => {
        await mkdir(dirname(path), { recursive: true });
        await writeWhole(typePathOf(path), Buffer.from(type));
        await writeWhole(path, bytes);
      });
    },
    get: async (key) => {
      const path = pathOf(key);
      const bytes = await guard(folder, () => readIfThere(path));
      if (!bytes) return undefined;
      const type = await guard(folder, () => readIfThere(typePathOf(path)));
      return { bytes, type: type?.toString('utf8') ?? UNKNOWN_TYPE };
    },
    has: async (key) => {
      const path = pathOf(key);
      return (await guard(folder, () => orAbsent(stat(path))))?.isFile() ?? false;
    },
    delete: async (key) => {
      const path = pathOf(key);
      await guard(folder, () => rm(path, { force: true }));
      await guard(folder, () => rm(typePathOf(path), { force: true }));
    },
    list: async (prefix) => {
      checkPrefix(prefix);
      const start = prefix.slice(0, prefix.lastIndexOf('/') + 1);
      const keys = await guard(folder, () => walk(join(folder, start), start));
      return keys.filter((key) => key.startsWith(prefix)).sort();
    },
  };
}

const typePathOf = (path: string): string => join(dirname(path), `.${basename(path)}.type`);

async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const draft = join(dirname(path), `.${randomUUID()}.draft`);
  try {
    const file = await open(draft, 'wx');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

const ABSENT = new Set(['ENOENT', 'ENOTDIR']);

async function orAbsent<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (ABSENT.has(codeOf(error))) return undefined;
    throw error;
  }
}

/** A folder is not a blob: reading one answers EISDIR. */
const readIfThere = async (path: string): Promise<Buffer | undefined> => {
  const found = await orAbsent(stat(path));
  return found?.isFile() ? orAbsent(readFile(path)) : undefined;
};

async function walk(folder: string, key: string): Promise<string[]> {
  const entries = (await orAbsent(readdir(folder, { withFileTypes: true }))) ?? [];
  const found = entries
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) =>
      entry.isDirectory() ? walk(join(folder, entry.name), `${key}${entry.name}/`) : [`${key}${entry.name}`],
    );
  return (await Promise.all(found)).flat();
}

const codeOf = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

async function guard<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw new AppError('unavailable', `The file store in ${folder} failed: ${messageOf(error)}`, {
      cause: error,
    });
  }
}
