import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import type pg from 'pg';
import { AppError, messageOf } from '#lib/errors.ts';

export type MigrationFile = { name: string; sql: string; checksum: string };
type AppliedMigration = { name: string; checksum: string };

/** 'migr' in ASCII: nodes that start together migrate one after the other. */
const MIGRATION_LOCK = 0x6d696772;
const FILE_NAME = /^\d{4}-[a-z0-9-]+\.sql$/;
const OLDEST_SERVER = 150_000;
const quiet = new Logger(() => () => {});

/** The SQL files of a folder, in the order of their numbers. */
export function readMigrations(folder: string): MigrationFile[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  const wrong = names.find((name) => !FILE_NAME.test(name));
  if (wrong) throw new AppError('conflict', `Migration ${wrong} must be named like 0007-what-it-does.sql.`);
  return names.map((name) => {
    const sql = readFileSync(join(folder, name), 'utf8');
    return { name, sql, checksum: createHash('sha256').update(sql.replace(/\r\n/g, '\n')).digest('hex') };
  });
}

function assertSameHistory(files: MigrationFile[], applied: AppliedMigration[]): void {
  for (const { name, checksum } of applied) {
    const file = files.find((one) => one.name === name);
    if (!file)
      throw new AppError(
        'conflict',
        `The database is newer than this program: it has the migration ${name}. Start the newer Dateline that made it.`,
      );
    if (file.checksum !== checksum)
      throw new AppError(
        'conflict',
        `The migration ${name} was changed after this database took it. Put the file back as it was and write a new migration.`,
      );
  }
  const last = applied.at(-1)?.name ?? '';
  const late = files.find((file) => file.name < last && !applied.some(({ name }) => name === file.name));
  if (late)
    throw new AppError(
      'conflict',
      `The migration ${late.name} comes before ${last}, which this database already has. Give it the next free number.`,
    );
}

async function assertServer(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string; server_encoding: string }>(
    `select current_setting('server_version_num') as server_version_num,
            current_setting('server_encoding') as server_encoding`,
  );
  const { server_version_num: version = '0', server_encoding: encoding = '' } = rows[0] ?? {};
  if (Number(version) < OLDEST_SERVER)
    throw new AppError(
      'conflict',
      `The database runs PostgreSQL ${Math.floor(Number(version) / 10_000)}; Dateline needs 15 or later. Point DATABASE_URL at a newer one.`,
    );
  if (encoding !== 'UTF8')
    throw new AppError(
      'conflict',
      `The database has the encoding ${encoding}; Dateline needs UTF8. Make one with: create database dateline encoding 'UTF8' template template0.`,
    );
}

async function apply(client: pg.PoolClient, file: MigrationFile): Promise<void> {
  try {
    await client.query('begin');
    await client.query(file.sql);
    await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
      file.name,
      file.checksum,
    ]);
    await client.query('commit');
  } catch (thrown) {
    await client.query('rollback').catch(() => {});
    throw new Error(`Migration ${file.name} failed and was taken back: ${messageOf(thrown)}`, {
      cause: thrown,
    });
  }
}

async function migrateLocked(client: pg.PoolClient, files: MigrationFile[]): Promise<string[]> {
  await client.query(`create table if not exists schema_migration (
    name text primary key, checksum text not null, applied_at timestamptz not null default now())`);
  const { rows } = await client.query<AppliedMigration>(
    'select name, checksum from schema_migration order by name',
  );
  assertSameHistory(files, rows);
  const missing = files.filter((file) => !rows.some(({ name }) => name === file.name));
  for (const file of missing) await apply(client, file);
  return missing.map(({ name }) => name);
}

/**
 * Brings a database to the state this program needs: the SQL files of `folder` in the order of their numbers, each in a
 * transaction of its own, then the job queue's own tables. Everything of ours lives in the schema `public`. There is no
 * way back: a mistake is mended by the next file. Safe to call from several nodes at once.
 * @returns the names of the files that were applied now.
 */
export async function migrate(pool: pg.Pool, folder: string): Promise<string[]> {
  const files = readMigrations(folder);
  const client = await pool.connect();
  try {
    await assertServer(client);
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      const applied = await migrateLocked(client, files);
      await runMigrations({ pgPool: pool, schema: 'graphile_worker', logger: quiet });
      return applied;
    } finally {
      await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    }
  } finally {
    // Closed rather than given back: its statement timeout was taken away.
    client.release(true);
  }
}
