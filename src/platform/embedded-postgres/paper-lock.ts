import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { isConnectionFailure, toClientConfig } from '../database.ts';
import { isAlive } from './postmaster-file.ts';

/** 'date' in ASCII: the advisory lock that the running paper holds in the database `postgres`. */
const PAPER_LOCK = 0x64617465;
/** 'shar' in ASCII: commands share it; whoever started PostgreSQL takes it alone before stopping. */
const SHARE_LOCK = 0x73686172;
const PAPER_NAME = 'dateline paper ';
const PROBE_NAME = 'dateline probe';

export type PaperLock = { release: () => Promise<void> };

const clientFor = (socketFolder: string, name: string): pg.Client => {
  const client = new pg.Client({
    ...toClientConfig({ socketFolder, database: 'postgres' }),
    application_name: name,
  });
  client.on('error', () => {});
  return client;
};

/** Runs `work` on one short connection, which holds nothing up. */
export async function withProbe<T>(
  socketFolder: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T | 'unreachable'> {
  const client = clientFor(socketFolder, PROBE_NAME);
  try {
    await client.connect();
    return await work(client);
  } catch (thrown) {
    if (isConnectionFailure(thrown)) return 'unreachable';
    throw thrown;
  } finally {
    await client.end().catch(() => {});
  }
}

/** The process id of the paper that holds the lock; undefined where none does, or where its process is already dead. */
export function findPaper(socketFolder: string): Promise<number | undefined | 'unreachable'> {
  return withProbe(socketFolder, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select a.application_name as name from pg_locks l join pg_stat_activity a using (pid)
        where l.locktype = 'advisory' and l.granted and l.classid = 0 and l.objid = $1`,
      [PAPER_LOCK],
    );
    const holder = Number(rows[0]?.name.slice(PAPER_NAME.length));
    return rows.length > 0 && isAlive(holder) ? holder : undefined;
  });
}

/**
 * Marks a command as a user of a PostgreSQL that another process started, which then does not stop it under us.
 * Undefined where it is stopping already.
 */
export async function takeShare(socketFolder: string): Promise<PaperLock | undefined> {
  const client = await tryLock(socketFolder, SHARE_LOCK, 'dateline command', 'pg_try_advisory_lock_shared');
  return typeof client === 'string' ? undefined : { release: () => client.end() };
}

/** Waits until no command has a share any more, and lets nobody take one from then on. */
export async function untilUnshared(socketFolder: string): Promise<void> {
  for (;;) {
    const client = await tryLock(socketFolder, SHARE_LOCK, 'dateline command');
    if (client !== 'held') return;
    await sleep(50);
  }
}

async function tryLock(
  socketFolder: string,
  lock = PAPER_LOCK,
  name = `${PAPER_NAME}${process.pid}`,
  how = 'pg_try_advisory_lock',
): Promise<pg.Client | 'held' | 'unreachable'> {
  const client = clientFor(socketFolder, name);
  try {
    await client.connect();
    const { rows } = await client.query<{ got: boolean }>(`select ${how}($1) as got`, [lock]);
    if (rows[0]?.got) return client;
    await client.end();
    return 'held';
  } catch (thrown) {
    await client.end().catch(() => {});
    if (isConnectionFailure(thrown)) return 'unreachable';
    throw thrown;
  }
}

/**
 * Marks this process as the paper of the folder for as long as it runs; the lock is taken again should PostgreSQL
 * restart. Says why where it cannot.
 */
export async function takePaperLock(socketFolder: string): Promise<PaperLock | 'held' | 'unreachable'> {
  const first = await tryLock(socketFolder);
  if (typeof first === 'string') return first;
  let current = first;
  let released = false;
  const keep = (client: pg.Client) => {
    current = client;
    client.once('end', async () => {
      while (!released) {
        await sleep(500, undefined, { ref: false });
        const next = await tryLock(socketFolder).catch(() => 'unreachable' as const);
        if (typeof next !== 'string') return released ? next.end() : keep(next);
      }
    });
  };
  keep(first);
  return {
    release: async () => {
      released = true;
      await current.end().catch(() => {});
    },
  };
}
