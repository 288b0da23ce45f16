import { Kysely, PostgresDialect, type PostgresPoolClient, sql, type Transaction } from 'kysely';
import pg from 'pg';
import { AppError, messageOf } from '#lib/errors.ts';
import { endSilentConnections } from './silent-connections.ts';

/**
 * The tables of the paper. Each feature adds its own in `<feature>.tables.ts`:
 *
 *     declare module '#platform/database.ts' {
 *       interface Tables { article: ArticleTable }
 *     }
 */
export interface Tables {
  schema_migration: { name: string; checksum: string; applied_at: Date };
}

/** What repositories take first: a pool or, inside `withTransaction`, one open transaction. */
export type Db = Kysely<Tables>;

/** Where a database answers: an address, or the folder of the socket of the program's own PostgreSQL. */
export type DatabaseTarget = { url: string } | { socketFolder: string; database: string };

export type DatabaseOptions = {
  /** Most connections held open at once. */
  max?: number;
  /** Shown in pg_stat_activity. */
  name?: string;
  /** Milliseconds after which a statement is given up; 0 for never. */
  statementTimeoutMs?: number;
};

/** The role that owns everything in the program's own PostgreSQL. */
export const EMBEDDED_USER = 'dateline';

function toSafeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large to be a number here`);
  return value;
}

const asGiven = (text: string): string => text;

/** int8 as number; date, interval and zoneless timestamps as the text PostgreSQL prints, never moved by our zone. */
const PARSERS = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, toSafeInteger],
  [pg.types.builtins.DATE, asGiven],
  [pg.types.builtins.TIMESTAMP, asGiven],
  [pg.types.builtins.INTERVAL, asGiven],
]);
const INT8_ARRAY = 1016;
const TEXT_ARRAY = 1009;
const readTextArray = pg.types.getTypeParser(TEXT_ARRAY as never) as (text: string) => (string | null)[];
PARSERS.set(INT8_ARRAY, (text) =>
  readTextArray(text).map((item) => (item === null ? null : toSafeInteger(item))),
);

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    (format !== 'binary' && PARSERS.get(oid)) ||
    pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
};

/** The settings that `pg` needs to reach a target. */
export function toClientConfig(target: DatabaseTarget): pg.ClientConfig {
  const shared = { connectionTimeoutMillis: 10_000, keepAlive: true, keepAliveInitialDelayMillis: 10_000 };
  if ('url' in target) return { ...shared, connectionString: target.url };
  return { ...shared, host: target.socketFolder, port: 5432, user: EMBEDDED_USER, database: target.database };
}

/** A target's address as `DATABASE_URL` takes it. */
export const toDatabaseUrl = (target: DatabaseTarget): string =>
  'url' in target
    ? target.url
    : `postgres://${EMBEDDED_USER}@localhost/${target.database}?host=${encodeURIComponent(target.socketFolder)}`;

/** A pool on the target, for parts that need `pg` itself (jobs, LISTEN). Its idle errors are swallowed: the next query tells. */
export function createPool(target: DatabaseTarget, options: DatabaseOptions = {}): pg.Pool {
  const pool = new pg.Pool({
    ...toClientConfig(target),
    types,
    max: options.max ?? 10,
    application_name: options.name ?? 'dateline',
    statement_timeout: options.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: 60_000,
    idleTimeoutMillis: 30_000,
    options: '-c timezone=UTC',
  });
  // Both: a client in use tells its borrower, an idle one the pool; a listener on each keeps either from ending us.
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  endSilentConnections(pool, toClientConfig(target));
  return pool;
}

/**
 * The paper's tables on a pool that `createPool` made. A statement that begins with the comment `prepare NAME` is parsed and planned once
 * per connection; its text must never vary. For statements whose planning costs more than their work.
 */
export function toDb(pool: pg.Pool): Db {
  const wrapped = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  const connect = async (): Promise<PostgresPoolClient> => {
    const client = await pool.connect();
    const known = wrapped.get(client) ?? preparing(client);
    wrapped.set(client, known);
    return known;
  };
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool: { connect, end: () => pool.end() } }) });
}

const PREPARE = /^\s*\/\* prepare (\w+) \*\//;

function preparing(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, values: unknown[]) => {
    const name = PREPARE.exec(text)?.[1];
    return name ? client.query({ name, text, values }) : client.query(text, values);
  };
  // Kysely's type has a second form, for cursors, which it uses only where it was given a cursor class.
  return { query: query as unknown as PostgresPoolClient['query'], release: () => client.release() };
}

/** Connects when the first query comes; `destroy()` closes. */
export function createDatabase(target: DatabaseTarget, options: DatabaseOptions = {}): Db {
  return toDb(createPool(target, options));
}

/** Runs `work` in one transaction, or in the caller's where `db` already is one. */
export function withTransaction<T>(db: Db, work: (trx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db as Transaction<Tables>) : db.transaction().execute(work);
}

/** Runs `work` inside a transaction so that its failure undoes only what it did. */
export async function withSavepoint<T>(trx: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  await sql`savepoint step`.execute(trx);
  try {
    const result = await work(trx);
    await sql`release savepoint step`.execute(trx);
    return result;
  } catch (thrown) {
    await sql`rollback to savepoint step`.execute(trx);
    throw thrown;
  }
}

const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EPIPE',
]);
/** SQLSTATE class 08 (connection), 57P (the server is stopping or starting), 53 (out of resources). */
const UNAVAILABLE_STATES = /^(08|57P0|53)/;

/** Whether a thrown error means that the database is away rather than that a query was wrong. */
export function isConnectionFailure(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const code = 'code' in thrown ? String(thrown.code) : '';
  return (
    CONNECTION_CODES.has(code) ||
    UNAVAILABLE_STATES.test(code) ||
    /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/.test(
      thrown.message,
    )
  );
}

/** Runs `work`; a failure to reach the database comes out as `AppError('unavailable')`, anything else as it was. */
export async function whenReachable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    if (!isConnectionFailure(thrown)) throw thrown;
    throw new AppError('unavailable', `The database cannot be reached: ${messageOf(thrown)}.`, {
      cause: thrown,
    });
  }
}

/** Whether the database answers a query now. */
export const isDatabaseUp = (db: Db): Promise<boolean> =>
  sql`select 1`.execute(db).then(
    () => true,
    () => false,
  );
