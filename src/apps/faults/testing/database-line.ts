import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { type DatabaseTarget, EMBEDDED_USER } from '#platform/database.ts';

/** How a line is broken: `refused`, as by a host that is up; `silent`, as by a cable that was pulled. */
export type Cut = 'refused' | 'silent';

/** A TCP line to a PostgreSQL that can be cut and mended, for one node alone. */
export type DatabaseLine = {
  /** The database at this end of the line, as an address. */
  target: { url: string };
  cut: (how: Cut) => void;
  mend: () => void;
  close: () => Promise<void>;
};

type Pair = { near: Socket; far: Socket };

/** Lays a line to a database; the address at its near end has the same user, password and name. */
export async function layDatabaseLine(target: DatabaseTarget): Promise<DatabaseLine> {
  const pairs = new Set<Pair>();
  let broken: Cut | undefined;
  const server = createServer({ pauseOnConnect: true }, (near) => {
    near.on('error', () => {});
    if (broken === 'refused') return void near.resetAndDestroy();
    // Accepted and never answered; a paused socket takes in what fits into its buffer.
    if (broken === 'silent') return void server.once('mended', () => near.resetAndDestroy());
    const far = toFarEnd(target);
    const pair = { near, far };
    pairs.add(pair);
    const end = () => {
      pairs.delete(pair);
      near.destroy();
      far.destroy();
    };
    for (const socket of [near, far]) socket.on('error', end).on('close', end);
    near.pipe(far);
    far.pipe(near);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const breakAll = () => {
    for (const { near } of [...pairs]) near.resetAndDestroy();
  };
  return {
    target: { url: toNearUrl(target, (server.address() as AddressInfo).port) },
    cut: (how) => {
      broken = how;
      if (how === 'refused') breakAll();
      else for (const pair of pairs) fallSilent(pair);
    },
    mend: () => {
      broken = undefined;
      // Whoever still waits on an old connection learns that it is none: the other side has forgotten it.
      breakAll();
      server.emit('mended');
    },
    close: async () => {
      breakAll();
      server.emit('mended');
      server.close();
      await once(server, 'close');
    },
  };
}

/** The database sees the end of the connection, the node sees nothing. */
function fallSilent({ near, far }: Pair): void {
  near.unpipe(far);
  far.unpipe(near);
  near.pause();
  far.removeAllListeners('close');
  far.destroy();
}

function toFarEnd(target: DatabaseTarget): Socket {
  if ('socketFolder' in target) return connect(join(target.socketFolder, '.s.PGSQL.5432'));
  const { hostname, port } = new URL(target.url);
  return connect(Number(port) || 5432, hostname);
}

function toNearUrl(target: DatabaseTarget, port: number): string {
  if ('socketFolder' in target) return `postgres://${EMBEDDED_USER}@127.0.0.1:${port}/${target.database}`;
  const url = new URL(target.url);
  url.host = `127.0.0.1:${port}`;
  return url.href;
}
