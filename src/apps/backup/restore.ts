import { join } from 'node:path';
import type pg from 'pg';
import { AppError, messageOf } from '#lib/errors.ts';
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import { isConnectionFailure } from '#platform/database.ts';
import { type MigrationFile, readMigrations } from '#platform/migrate.ts';
import { purgeChannel, toPayloads } from '#platform/page-cache/invalidation.ts';
import { PROGRAM_FOLDER } from '#platform/program-folder.ts';
import { checkArchive, readArchive } from './archive-reader.ts';
import { createLoader } from './load-parts.ts';
import { JOBS_NAME, type Manifest, parsePartName } from './manifest.ts';
import {
  analyseTables,
  beginRestore,
  copyJobsIn,
  copyTableIn,
  dropForeignKeys,
  dropSchema,
  emptyTables,
  makeJobTable,
  noteMigration,
  queueJobs,
  restoreForeignKeys,
  setSequences,
  stopOpenSends,
} from './tables-in.repo.ts';
import { listTables } from './tables-out.repo.ts';

export type Restore = {
  /** A database that this program has migrated. */
  pool: pg.Pool;
  blobs: BlobStore;
  file: string;
  now: Date;
  /** Where the migrations lie; the program's own without it. */
  migrations?: string;
};

export type Restored = { manifest: Manifest; migrated: string[]; stoppedSends: number };

/**
 * Makes an empty paper into the one of a backup: first reads the archive through and believes no byte unchecked, then
 * puts the pictures into the file store and the rows into the database in one transaction. Where anything fails the paper
 * stays empty. A backup of an older Dateline is restored as it was and then migrated. Every node's page cache is emptied.
 * Throws `bad_input` for a damaged archive, `conflict` where the paper is not empty or the backup is of a newer Dateline.
 */
export async function restore({ pool, blobs, file, now, migrations }: Restore): Promise<Restored> {
  const manifest = await checkArchive(file);
  const files = readMigrations(migrations ?? join(PROGRAM_FOLDER, 'migrations'));
  const steps = planMigrations(files, manifest, file);
  const client = await pool.connect();
  let committed = false;
  try {
    await beginRestore(client);
    await prepareSchema(client, manifest, steps);
    await loadParts(client, blobs, manifest, file);
    for (const step of steps.after) await applyMigration(client, step);
    const stoppedSends = await stopOpenSends(client, now);
    await analyseTables(client, await listTables(client));
    for (const payload of toPayloads({ keys: 'all', hard: true }))
      await client.query('select pg_notify($1, $2)', [purgeChannel, payload]);
    await client.query('commit');
    committed = true;
    return { manifest, migrated: steps.after.map(({ name }) => name), stoppedSends };
  } catch (thrown) {
    throw explainFailure(thrown, file);
  } finally {
    client.release(!committed);
  }
}

type Steps = { before: MigrationFile[]; after: MigrationFile[] };

/** The migrations that the backup had, and those that came later. Throws `conflict` where it had one that we do not. */
function planMigrations(files: MigrationFile[], { migrations, program }: Manifest, file: string): Steps {
  for (const [index, { name, checksum }] of migrations.entries()) {
    if (files[index]?.name === name && files[index].checksum === checksum) continue;
    const known = files.some((one) => one.name === name && one.checksum === checksum);
    throw new AppError(
      'conflict',
      `${file} was made by ${known ? 'another' : 'a newer or changed'} Dateline (${program}, with the migration ${name}). Restore it with that one.`,
    );
  }
  return { before: files.slice(0, migrations.length), after: files.slice(migrations.length) };
}

/** Makes the tables as the backup had them, and empty. */
async function prepareSchema(
  client: pg.PoolClient,
  manifest: Manifest,
  { before, after }: Steps,
): Promise<void> {
  if (after.length > 0) {
    await dropSchema(client);
    for (const { sql } of before) await client.query(sql);
  }
  const tables = await listTables(client);
  const unknown = manifest.tables.find(({ name }) => tables.every((table) => table.name !== name));
  if (unknown)
    throw new AppError(
      'conflict',
      `The backup has a table ${unknown.name}, which no migration of Dateline makes.`,
    );
  await emptyTables(client, manifest.tables);
}

async function applyMigration(client: pg.PoolClient, { name, checksum, sql }: MigrationFile): Promise<void> {
  await client.query(sql);
  await noteMigration(client, { name, checksum });
}

const JOBS = 'the jobs';

async function loadParts(
  client: pg.PoolClient,
  blobs: BlobStore,
  manifest: Manifest,
  file: string,
): Promise<void> {
  const foreignKeys = await dropForeignKeys(client);
  await makeJobTable(client);
  const tables = new Map(manifest.tables.map((table) => [table.name, table]));
  const types = new Map(manifest.parts.map(({ name, type }) => [name, type]));
  const loader = createLoader(
    (name) =>
      name === JOBS ? copyJobsIn(client) : copyTableIn(client, tables.get(name) ?? { name, columns: [] }),
    (name) => (name === JOBS ? manifest.jobs : (tables.get(name)?.rows ?? 0)),
  );
  for await (const { name, bytes } of readArchive(file)) {
    const { table, key } = parsePartName(name);
    if (table) await loader.add(table, bytes);
    else if (key) await blobs.put(key, bytes, types.get(name) ?? 'application/octet-stream');
    else if (name === JOBS_NAME) await loader.add(JOBS, bytes);
  }
  await loader.end();
  await restoreForeignKeys(client, foreignKeys);
  await setSequences(client, manifest.sequences);
  await queueJobs(client);
}

function explainFailure(thrown: unknown, file: string): unknown {
  if (thrown instanceof AppError || isConnectionFailure(thrown)) return thrown;
  return new AppError(
    'conflict',
    `${file} could not be restored and all was taken back: ${messageOf(thrown)}.`,
    {
      cause: thrown,
    },
  );
}
