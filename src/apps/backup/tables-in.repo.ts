import type { Writable } from 'node:stream';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { AppError } from '#lib/errors.ts';
import type { Manifest } from './manifest.ts';
import { quoteTable, SAME_TEXT, type Table } from './tables-out.repo.ts';

/** A paper that is busy gets so long to let go of its tables. */
const WAIT_FOR_LOCKS = '30s';

/** Begins the transaction that makes an empty paper into the one of a backup. Throws `conflict` where it is not empty. */
export async function beginRestore(client: pg.PoolClient): Promise<void> {
  await client.query('begin');
  await client.query(`${SAME_TEXT} set local lock_timeout = '${WAIT_FOR_LOCKS}'`);
  await client.query('lock table story, wire_message in access exclusive mode');
  const { rows } = await client.query<{ stories: number; messages: number }>(
    'select (select count(*) from story)::int as stories, (select count(*) from wire_message)::int as messages',
  );
  const { stories = 0, messages = 0 } = rows[0] ?? {};
  if (stories > 0 || messages > 0)
    throw new AppError(
      'conflict',
      `This paper is not empty: it has ${stories} stories and ${messages} wire messages. Restore into a new folder (DATELINE_DATA) or a new database (DATABASE_URL).`,
    );
}

/** Empties the given tables and counts their ids from the beginning. */
export const emptyTables = async (client: pg.PoolClient, tables: Table[]): Promise<void> => {
  const names = tables.map(({ name }) => `public.${client.escapeIdentifier(name)}`);
  await client.query(`truncate ${names.join(', ')} restart identity cascade`);
};

/** What the migrations made, dropped; their list stays. What an extension brought is not ours. */
const DROPS = `
  with made as (
    select 1 as turn, oid, 'pg_class'::regclass as class, format('drop %s if exists public.%I cascade',
           case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end,
           relname) as statement
      from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S')
       and relname <> 'schema_migration'
    union all select 2, oid, 'pg_proc'::regclass, format('drop routine if exists %s cascade', oid::regprocedure)
      from pg_proc where pronamespace = 'public'::regnamespace
    union all select 3, oid, 'pg_ts_config'::regclass, format('drop text search configuration if exists public.%I cascade', cfgname)
      from pg_ts_config where cfgnamespace = 'public'::regnamespace
    union all select 4, oid, 'pg_ts_dict'::regclass, format('drop text search dictionary if exists public.%I cascade', dictname)
      from pg_ts_dict where dictnamespace = 'public'::regnamespace
    union all select 5, oid, 'pg_type'::regclass, format('drop type if exists public.%I cascade', typname)
      from pg_type where typnamespace = 'public'::regnamespace and typtype in ('e', 'd', 'r'))
  select statement from made
   where not exists (select from pg_depend d where d.classid = made.class and d.objid = made.oid and d.deptype = 'e')
   order by turn`;

/** Takes the whole schema away, so that an older one can be made in its place. */
export async function dropSchema(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(DROPS);
  for (const { statement } of rows) await client.query(statement);
  await client.query('delete from schema_migration');
}

/** Takes all foreign keys away, so that tables may come in any order and refer to each other; returns how to put them back. */
export async function dropForeignKeys(client: pg.PoolClient): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
           format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`);
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ add }) => add);
}

/** Puts them back, and with that checks every reference. */
export async function restoreForeignKeys(client: pg.PoolClient, statements: string[]): Promise<void> {
  for (const add of statements) await client.query(add);
}

/** Where the rows of a table go, in COPY's text format. */
export const copyTableIn = (client: pg.PoolClient, table: Table): Writable & { rowCount: number } =>
  client.query(copyFrom(`copy ${quoteTable(client, table)} from stdin`));

export async function setSequences(client: pg.PoolClient, sequences: Manifest['sequences']): Promise<void> {
  for (const { name, value, called } of sequences)
    await client.query('select setval($1::regclass, $2::bigint, $3)', [
      `public.${client.escapeIdentifier(name)}`,
      value,
      called,
    ]);
}

export const makeJobTable = (client: pg.PoolClient): Promise<unknown> =>
  client.query(`create temporary table restored_job (number bigint generated always as identity,
    task text, payload json, queue text, run_at timestamptz, max_attempts int, key text) on commit drop`);

export const copyJobsIn = (client: pg.PoolClient): Writable & { rowCount: number } =>
  client.query(copyFrom('copy restored_job (task, payload, queue, run_at, max_attempts, key) from stdin'));

/** Queues the jobs that waited; each is tried as often as a new one. */
export const queueJobs = (client: pg.PoolClient): Promise<unknown> =>
  client.query(`select graphile_worker.add_job(task, payload => payload, queue_name => queue, run_at => run_at,
    max_attempts => max_attempts, job_key => key) from (select * from restored_job order by number) job`);

/**
 * A dispatch that was under way has perhaps been sent to its end since: nobody is to be mailed twice, so it stays where it
 * stood. Returns how many there were.
 */
export async function stopOpenSends(client: pg.PoolClient, now: Date): Promise<number> {
  const { rowCount } = await client.query(
    `update send set state = 'stopped', finished_at = $1, note = 'Stopped when the paper was restored from a backup.'
      where state in ('planned', 'sending')`,
    [now],
  );
  return rowCount ?? 0;
}

export const noteMigration = (client: pg.PoolClient, { name, checksum }: Manifest['migrations'][number]) =>
  client.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum]);

/** So that the first readers' queries are planned for what is there now. */
export const analyseTables = async (client: pg.PoolClient, tables: Table[]): Promise<void> => {
  await client.query(
    `analyze ${tables.map(({ name }) => `public.${client.escapeIdentifier(name)}`).join(', ')}`,
  );
};
