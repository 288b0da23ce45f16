import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, inject } from 'vitest';
import { createDatabase, type DatabaseTarget, type Db, toClientConfig } from '../database.ts';
import { databaseOn } from './test-server-target.ts';

export type TestDatabase = { db: Db; target: DatabaseTarget };

async function onServer<T>(target: DatabaseTarget, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ ...toClientConfig(target), application_name: 'dateline test server' });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A connection that we ended lives on in the server for a moment: look a few times before calling it a leak. */
async function countConnections(client: pg.Client, name: string): Promise<number> {
  let left = 0;
  for (let tries = 0; tries < 20; tries += 1) {
    const { rows } = await client.query<{ left: number }>(
      'select count(*)::int as left from pg_stat_activity where datname = $1',
      [name],
    );
    left = rows[0]?.left ?? 0;
    if (left === 0) break;
    await client.query('select pg_sleep(0.05)');
  }
  return left;
}

/**
 * A fresh, migrated database of this test file's own, dropped after its last test. Call it at the top of the file:
 *
 *     const { db } = await testDatabase();
 *
 * The file fails where a test leaves a connection open (a pool, a LISTEN, a worker that was not stopped).
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject('testServer');
  const name = `dateline_test_${process.pid}_${randomBytes(4).toString('hex')}`;
  await onServer(server.target, (client) =>
    client.query(`create database ${name} template ${server.template}`),
  );
  const target = databaseOn(server.target, name);
  const db = createDatabase(target, { max: 5, name: 'dateline test' });
  afterAll(async () => {
    await db.destroy();
    await onServer(server.target, async (client) => {
      const left = await countConnections(client, name);
      await client.query(`drop database ${name} with (force)`);
      if (left > 0)
        throw new Error(`The tests of this file left ${left} connections to their database open.`);
    });
  });
  return { db, target };
}

/** Empties every table of ours and the job queue, and counts ids from 1 again; for a `beforeEach`. */
export async function emptyDatabase(db: Db): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
     where (schemaname = 'public' and tablename <> 'schema_migration')
        or (schemaname = 'graphile_worker' and tablename = '_private_jobs')`.execute(db);
  if (rows.length === 0) return;
  await sql`truncate ${sql.raw(rows.map(({ name }) => name).join(', '))} restart identity cascade`.execute(
    db,
  );
}
