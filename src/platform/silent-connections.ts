import type { Socket } from 'node:net';
import pg from 'pg';

/** How long a statement is waited for before somebody looks whether the server is there at all. */
const SILENT_MS = 5000;

type Ask = (...words: unknown[]) => unknown;

/**
 * Ends connections of a pool whose statements wait for a server that can no more be reached: behind a pulled cable or a
 * firewall that forgot us nothing ever says so, and the statement would wait for a quarter of an hour. Its failure is then
 * that of a connection that was lost. A server that answers others is only slow, and goes on being waited for.
 */
export function endSilentConnections(pool: pg.Pool, config: pg.ClientConfig, silentMs = SILENT_MS): void {
  let look: Promise<boolean> | undefined;
  const isThere = (): Promise<boolean> => {
    look ??= answers(config, silentMs).finally(() => {
      look = undefined;
    });
    return look;
  };
  const watch = (client: pg.PoolClient, answer: Promise<unknown>): void => {
    let answered = false;
    const ask = async () => {
      const there = await isThere();
      if (answered) return;
      if (there) timer = setTimeout(ask, silentMs).unref();
      else (client as unknown as { connection: { stream: Socket } }).connection.stream.destroy();
    };
    let timer = setTimeout(ask, silentMs).unref();
    const stop = () => {
      answered = true;
      clearTimeout(timer);
    };
    answer.then(stop, stop);
  };
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as Ask;
    const watched: Ask = (...words) => {
      const answer = query(...words);
      // Streams (COPY) and callbacks take care of themselves.
      if (answer instanceof Promise) watch(client, answer);
      return answer;
    };
    client.query = watched as typeof client.query;
  });
}

/** Whether a new connection is made and a statement on it answered, each within the time. */
async function answers(config: pg.ClientConfig, withinMs: number): Promise<boolean> {
  const client = new pg.Client({
    ...config,
    application_name: 'dateline look',
    connectionTimeoutMillis: withinMs,
    query_timeout: withinMs,
  });
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (thrown) {
    // "Too many connections" is an answer too.
    return thrown instanceof pg.DatabaseError;
  } finally {
    client.end().catch(() => {});
  }
}
