import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import type { Manifest } from './manifest.ts';

export type Table = { name: string; columns: string[] };

/** Settings on which the text of a value depends, the same when it is written and when it is read. */
export const SAME_TEXT = `set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'; set local intervalstyle = 'postgres';
  set local bytea_output = 'hex'; set local extra_float_digits = 1; set local client_encoding = 'UTF8';
  set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;`;

/** Begins to read the whole database as it is at this moment, whatever is written meanwhile. */
export const beginSnapshot = async (client: pg.PoolClient): Promise<void> => {
  await client.query('begin isolation level repeatable read read only');
  await client.query(SAME_TEXT);
};

/** The tables of the paper and their columns, without those that PostgreSQL works out itself. */
export async function listTables(client: pg.PoolClient): Promise<Table[]> {
  const { rows } = await client.query<Table>(`
    select t.table_name::text as name, array_agg(c.column_name::text order by c.ordinal_position) as columns
      from information_schema.tables t
      join information_schema.columns c using (table_schema, table_name)
     where t.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.is_generated = 'NEVER'
     group by t.table_name order by t.table_name`);
  return rows;
}

/** `"article" ("id", "path")` */
export const quoteTable = (client: pg.ClientBase, { name, columns }: Table): string =>
  `public.${client.escapeIdentifier(name)} (${columns.map((column) => client.escapeIdentifier(column)).join(', ')})`;

/** The rows of a table in COPY's text format, as they come. */
export const copyTableOut = (client: pg.PoolClient, table: Table): AsyncIterable<Buffer> =>
  client.query(copyTo(`copy ${quoteTable(client, table)} to stdout`));

/** What waits to be done, and what is at work and may have to be done again; not what failed for good. */
export const copyJobsOut = (client: pg.PoolClient): AsyncIterable<Buffer> =>
  client.query(
    copyTo(`copy (
      select t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.key
        from graphile_worker._private_jobs j
        join graphile_worker._private_tasks t on t.id = j.task_id
        left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
       where j.attempts < j.max_attempts or j.locked_at is not null
       order by j.id) to stdout`),
  );

/**
 * How far every sequence has counted. Sequences belong to no snapshot: read after the tables, they are at or beyond
 * every number in them.
 */
export async function readSequences(client: pg.PoolClient): Promise<Manifest['sequences']> {
  const { rows } = await client.query<{ name: string }>(
    "select sequencename as name from pg_sequences where schemaname = 'public' order by 1",
  );
  const sequences: Manifest['sequences'] = [];
  for (const { name } of rows) {
    const { rows: states } = await client.query<{ value: string; called: boolean }>(
      `select last_value::text as value, is_called as called from public.${client.escapeIdentifier(name)}`,
    );
    for (const state of states) sequences.push({ name, ...state });
  }
  return sequences;
}

export const readMigrationList = async (client: pg.PoolClient): Promise<Manifest['migrations']> =>
  (
    await client.query<Manifest['migrations'][number]>(
      'select name, checksum from schema_migration order by name',
    )
  ).rows;

/** The pictures that the database knows of. */
export const listPictures = async (client: pg.PoolClient): Promise<{ sha256: string; mime: string }[]> =>
  (await client.query<{ sha256: string; mime: string }>('select sha256, mime from media order by id')).rows;
