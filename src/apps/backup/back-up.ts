import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { z } from 'zod';
import { originalKey } from '#features/media/media.ts';
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';
import { type Entry, notePart, toStretches, writeArchive } from './archive-writer.ts';
import {
  ARCHIVE_FORMAT,
  blobPartName,
  JOBS_NAME,
  MANIFEST_NAME,
  type Manifest,
  tablePartName,
} from './manifest.ts';
import {
  beginSnapshot,
  copyJobsOut,
  copyTableOut,
  listPictures,
  listTables,
  readMigrationList,
  readSequences,
} from './tables-out.repo.ts';

export type BackUp = { pool: pg.Pool; blobs: BlobStore; file: string; now: Date };

/**
 * Writes the whole paper into one tar.gz while it goes on: every table as it was at one moment, the jobs that wait, and
 * the originals of all pictures. Crops are left out, since each is made again when it is first asked for. Memory does not grow with the
 * paper: it holds a stretch of a table or one picture at a time. Throws `unavailable` where the file, the database or the file store fails.
 * @returns what the archive says of itself; `missing` names pictures that the file store did not have.
 */
export async function backUp({ pool, blobs, file, now }: BackUp): Promise<Manifest> {
  const client = await pool.connect();
  const manifest: Manifest = {
    format: ARCHIVE_FORMAT,
    program: await readProgramVersion(),
    made: now.toISOString(),
    migrations: [],
    tables: [],
    sequences: [],
    jobs: 0,
    missing: [],
    parts: [],
  };
  let finished = false;
  try {
    await writeArchive(file, archiveEntries(client, blobs, manifest), now);
    finished = true;
    return manifest;
  } finally {
    // In the middle of a COPY a connection is of no use to anybody.
    client.release(!finished);
  }
}

const packageSchema = z.object({ version: z.string() });

/** The version of this program. */
const readProgramVersion = async (): Promise<string> =>
  packageSchema.parse(JSON.parse(await readFile(join(PROGRAM_FOLDER, 'package.json'), 'utf8'))).version;

/** Fills the manifest on its way, which therefore comes last. */
async function* archiveEntries(
  client: pg.PoolClient,
  blobs: BlobStore,
  manifest: Manifest,
): AsyncGenerator<Entry> {
  await beginSnapshot(client);
  manifest.migrations = await readMigrationList(client);
  yield* tableEntries(client, manifest);
  yield* jobEntries(client, manifest);
  manifest.sequences = await readSequences(client);
  const pictures = await listPictures(client);
  // A picture is stored before its row is written and never taken away: from here on the database is not needed.
  await client.query('commit');
  yield* blobEntries(blobs, pictures.map(originalKey), manifest);
  yield { name: MANIFEST_NAME, bytes: Buffer.from(JSON.stringify(manifest, undefined, 1)) };
}

async function* tableEntries(client: pg.PoolClient, manifest: Manifest): AsyncGenerator<Entry> {
  for (const table of await listTables(client)) {
    let rows = 0;
    let number = 0;
    for await (const bytes of toStretches(copyTableOut(client, table))) {
      number += 1;
      rows += countLines(bytes);
      const entry = { name: tablePartName(table.name, number), bytes };
      notePart(manifest.parts, entry);
      yield entry;
    }
    manifest.tables.push({ ...table, rows });
  }
}

async function* jobEntries(client: pg.PoolClient, manifest: Manifest): AsyncGenerator<Entry> {
  const pieces: Buffer[] = [];
  for await (const piece of copyJobsOut(client)) pieces.push(piece);
  const entry = { name: JOBS_NAME, bytes: Buffer.concat(pieces) };
  manifest.jobs = countLines(entry.bytes);
  notePart(manifest.parts, entry);
  yield entry;
}

async function* blobEntries(blobs: BlobStore, keys: string[], manifest: Manifest): AsyncGenerator<Entry> {
  for (const key of keys) {
    const blob = await blobs.get(key);
    if (!blob) {
      manifest.missing.push(key);
      continue;
    }
    const entry = { name: blobPartName(key), bytes: blob.bytes };
    notePart(manifest.parts, { ...entry, type: blob.type });
    yield entry;
  }
}

const NEWLINE = 0x0a;

/** Rows of COPY's text format: a line break inside a value is written as `\n`. */
function countLines(bytes: Uint8Array): number {
  let lines = 0;
  for (let at = bytes.indexOf(NEWLINE); at >= 0; at = bytes.indexOf(NEWLINE, at + 1)) lines += 1;
  return lines;
}
