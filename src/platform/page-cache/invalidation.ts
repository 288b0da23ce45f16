import { type Kysely, sql } from 'kysely';
import type { Client } from 'pg';
import { z } from 'zod';
import { AppError } from '#lib/errors.ts';
import type { Log } from '#platform/log.ts';
import {
  createNotificationListener,
  type ListenerOptions,
  type NotificationListener,
} from './notification-listener.ts';
import type { PageCache } from './page-cache.ts';
import type { Purge } from './purge-log.ts';

export const purgeChannel = 'dateline_purge';

/** PostgreSQL takes payloads of less than 8000 bytes; the rest is room for the JSON around the keys. */
const payloadBytes = 7900;
const envelopeBytes = 40;

const payloadSchema = z.object({ keys: z.union([z.array(z.string()), z.literal('all')]), hard: z.boolean() });

const bytesOf = (key: string): number => Buffer.byteLength(JSON.stringify(key)) + 1;

/** Splits a purge into payloads that each fit one notification. Throws `bad_input` for a key that fits none. */
export const toPayloads = ({ keys, hard }: Purge): string[] => {
  if (keys === 'all') return [JSON.stringify({ keys, hard })];
  const parts: string[][] = [];
  let room = 0;
  for (const key of new Set(keys)) {
    const needed = bytesOf(key);
    if (needed > payloadBytes - envelopeBytes)
      throw new AppError('bad_input', 'A content key must be under 7800 bytes.');
    if (needed > room) {
      parts.push([]);
      room = payloadBytes - envelopeBytes;
    }
    parts.at(-1)?.push(key);
    room -= needed;
  }
  return parts.map((part) => JSON.stringify({ keys: part, hard }));
};

/** A payload back to a purge. What cannot be read may have been a kill, so it counts as everything. */
export const parsePayload = (payload: string): Purge => {
  try {
    return payloadSchema.parse(JSON.parse(payload));
  } catch {
    return { keys: 'all', hard: true };
  }
};

/**
 * Tells every node that content has changed. Within a transaction the word goes out when it commits, and not at all if
 * it is rolled back; nodes hear it in the order of commits.
 */
export const notifyPurge = async <DB>(db: Kysely<DB>, purge: Purge): Promise<void> => {
  const payloads = toPayloads(purge);
  if (payloads.length === 0) return;
  await sql`select pg_notify(${purgeChannel}, payload) from unnest(${payloads}::text[]) as payload`.execute(
    db,
  );
};

type PurgeListenerOptions = Omit<ListenerOptions, 'onLive' | 'onCutOff'> & {
  readonly connect: () => Client;
  readonly cache: PageCache;
  readonly log: Log;
  /** Word arrives, for the first time or again: whatever else is kept in memory may have changed unheard. */
  readonly onLive?: () => void;
};

/**
 * Keeps a page cache in step with the database. While cut off, pages count as fresh only for a moment, so that they are
 * made anew as long as the database can be read at all; once word arrives again everything from before is dropped, as a
 * kill may have been missed. Start it with `start()`; other channels may `subscribe` on the same connection.
 */
export const listenForPurges = ({
  cache,
  log,
  onLive,
  ...options
}: PurgeListenerOptions): NotificationListener => {
  const listener = createNotificationListener({
    ...options,
    log,
    onLive: () => {
      cache.restore();
      onLive?.();
    },
    onCutOff: cache.cutOff,
  });
  listener.subscribe(purgeChannel, (payload) => {
    cache.purge(parsePayload(payload));
  });
  return listener;
};
