import { join } from 'node:path';
import pg from 'pg';
import { AppError, messageOf } from '#lib/errors.ts';
import type { Config } from './config.ts';
import { createPool, type DatabaseTarget, type Db, toClientConfig, toDb, whenReachable } from './database.ts';
import { type Holder, openEmbeddedPostgres } from './embedded-postgres/embedded-postgres.ts';
import { migrate } from './migrate.ts';
import { PROGRAM_FOLDER } from './program-folder.ts';

export type OpenDatabaseOptions = {
  holder: Holder;
  /** Told, in whole sentences, what takes time and what was repaired. */
  say: (sentence: string) => void;
  /** Most connections held open at once. */
  max?: number;
};

export type OpenDatabase = {
  target: DatabaseTarget;
  /** For the parts that need `pg` itself: jobs and LISTEN. */
  pool: pg.Pool;
  db: Db;
  /** Ends the connections and, where this process started PostgreSQL, PostgreSQL. */
  close: () => Promise<void>;
};

const withoutPassword = (url: string): string => {
  const shown = new URL(url);
  shown.password = '';
  return shown.href;
};

const databaseName = (url: string): string =>
  decodeURIComponent(new URL(url).pathname.slice(1)) || 'postgres';

/** What to do about each way that an address does not lead to a database; keys are SQLSTATEs and Node's codes. */
const REASONS: Record<string, (url: string) => string> = {
  ECONNREFUSED: () => 'nothing listens there. Start that PostgreSQL, or correct host and port',
  ENOTFOUND: (url) => `there is no host ${new URL(url).hostname}. Correct the host`,
  EAI_AGAIN: (url) =>
    `the host ${new URL(url).hostname} cannot be looked up. Correct the host or the network`,
  ETIMEDOUT: () => 'the host does not answer. Correct host and port, or open its firewall',
  EHOSTUNREACH: () => 'the host cannot be reached. Correct the host or the network',
  ECONNRESET: () => 'what listens there hung up: it may not be PostgreSQL. Correct host and port',
  '28P01': (url) => `the password for the user ${new URL(url).username} is wrong. Correct it`,
  '28000': (url) =>
    `the server does not let the user ${new URL(url).username} in. Correct the user or pg_hba.conf`,
  '3D000': (url) =>
    `there is no database ${databaseName(url)}. Make it (create database ${databaseName(url)}), or correct the name`,
  '53300': () => 'the server has no connection left. Raise its max_connections, or end other clients',
  '57P03': () => 'the server is starting or stopping. Try again in a moment',
};

function explainAddress(thrown: unknown, url: string): AppError {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const message = messageOf(thrown);
  const reason = REASONS[code]?.(url) ?? otherReason(message);
  return new AppError('unavailable', `DATABASE_URL (${withoutPassword(url)}) does not work: ${reason}.`, {
    cause: thrown,
  });
}

function otherReason(message: string): string {
  if (/timeout/i.test(message))
    return 'the host does not answer. Correct host and port, or open its firewall';
  if (/Connection terminated|invalid|parse|unexpected|SSL/i.test(message))
    return `what listens there does not speak as PostgreSQL does (${message}). Correct host, port and sslmode`;
  if (/password must be a string/i.test(message))
    return 'the server wants a password. Write user:password@host';
  return message;
}

async function assertReachable(url: string): Promise<void> {
  const client = new pg.Client(toClientConfig({ url }));
  client.on('error', () => {});
  try {
    await client.connect();
  } catch (thrown) {
    throw explainAddress(thrown, url);
  } finally {
    client.end().catch(() => {});
  }
}

async function reach(
  config: Config,
  options: OpenDatabaseOptions,
): Promise<{ target: DatabaseTarget; close: () => Promise<void> }> {
  if (!config.databaseUrl) return openEmbeddedPostgres({ ...options, dataFolder: config.dataFolder });
  await assertReachable(config.databaseUrl);
  return { target: { url: config.databaseUrl }, close: async () => {} };
}

/**
 * The paper's database, migrated: the server of `DATABASE_URL`, or the program's own PostgreSQL.
 * Throws `AppError` with a sentence that says what to do.
 */
export async function openDatabase(config: Config, options: OpenDatabaseOptions): Promise<OpenDatabase> {
  const { target, close } = await reach(config, options);
  const pool = createPool(target, { max: options.max ?? 10, name: `dateline ${options.holder}` });
  const closeAll = async () => {
    await pool.end();
    await close();
  };
  try {
    await whenReachable(() => migrate(pool, join(PROGRAM_FOLDER, 'migrations')));
  } catch (thrown) {
    await closeAll();
    throw thrown;
  }
  return { target, pool, db: toDb(pool), close: closeAll };
}
