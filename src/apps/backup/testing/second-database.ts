import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type pg from 'pg';
import { inject } from 'vitest';
import { createPool, type DatabaseTarget, type Db, toDb } from '#platform/database.ts';
import { databaseOn } from '#platform/testing/test-server-target.ts';

export type SecondDatabase = { target: DatabaseTarget; pool: pg.Pool; db: Db; drop: () => Promise<void> };

/** Another database beside that of the test file, migrated and empty. */
export async function secondDatabase(main: Db): Promise<SecondDatabase> {
  const server = inject('testServer');
  const name = `dateline_second_${process.pid}_${randomBytes(4).toString('hex')}`;
  await sql`create database ${sql.raw(name)} template ${sql.raw(server.template)}`.execute(main);
  const target = databaseOn(server.target, name);
  const pool = createPool(target, { max: 3, name: 'dateline test' });
  return {
    target,
    pool,
    db: toDb(pool),
    drop: async () => {
      await pool.end();
      await sql`drop database ${sql.raw(name)} with (force)`.execute(main);
    },
  };
}

/** Every row of every table as PostgreSQL prints it, and every sequence with where it stands. */
export async function readAll(db: Db): Promise<Record<string, string[]>> {
  const { rows: tables } = await sql<{ name: string; columns: string }>`
    select quote_ident(relname) as name, case relkind when 'S' then '(last_value, is_called)' else 't' end as columns from pg_class
     where relnamespace = 'public'::regnamespace and relkind in ('r', 'S') order by 1`.execute(db);
  const all: Record<string, string[]> = {};
  for (const { name, columns } of tables) {
    const { rows } = await sql<{ row: string }>`
      select ${sql.raw(columns)}::text as row from ${sql.raw(`public.${name}`)} t order by 1`.execute(db);
    all[name] = rows.map(({ row }) => row);
  }
  return all;
}
