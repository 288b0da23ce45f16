import type { Context } from 'hono';
import { addClient, type EventStreams, removeClient, type StreamClient } from './event-streams.ts';
import { retryLater } from './problem.ts';
import { formatEvent, type ServerEvent } from './server-event.ts';

export type StreamOptions = {
  /** What the stream carries; `publish` reaches the streams of its topic. */
  readonly topic: string;
  /** The last event that a client which names none is known to have seen. */
  readonly since?: string;
  /** The events after the one the client saw last, oldest first; asked only of clients that name one. */
  readonly replay?: (lastEventId: string) => Promise<readonly ServerEvent[]>;
};

const headers = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  // nginx would otherwise hold events back until its buffer is full.
  'x-accel-buffering': 'no',
};

const reconnectMs = 3000;

/** Events that came while the replay was read follow it, without those that it already held. */
const sendReplay = async (client: StreamClient, replay: Promise<readonly ServerEvent[]>): Promise<void> => {
  const missed = await replay;
  const seen = new Set(missed.map((event) => event.id));
  const waiting = client.held?.filter((event) => event.id === undefined || !seen.has(event.id)) ?? [];
  client.held = undefined;
  for (const event of [...missed, ...waiting]) client.send(formatEvent(event));
};

const openStream = (streams: EventStreams, options: StreamOptions, lastEventId: string | undefined) => {
  let client: StreamClient | undefined;
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        client = addClient(streams, options.topic, controller);
        client.send(`retry: ${reconnectMs}\n\n`);
        if (lastEventId === undefined || !options.replay) return;
        client.held = [];
        const added = client;
        sendReplay(client, options.replay(lastEventId)).catch(() => removeClient(streams, added));
      },
      cancel: () => {
        if (client) removeClient(streams, client);
      },
    },
    { highWaterMark: streams.maxQueued },
  );
};

/**
 * Answers a request with server-sent events (WHATWG HTML, 9.2) until either side goes away. A client that comes back
 * sends `Last-Event-ID` and gets what it missed. Throws `unavailable` when there are as many streams as allowed.
 */
export const streamEvents = (c: Context, streams: EventStreams, options: StreamOptions): Response => {
  if (streams.closed || streams.clients.size >= streams.maxClients) {
    throw retryLater(
      'unavailable',
      'No more readers can follow live just now; the page itself is up to date.',
      30,
    );
  }
  const lastEventId = (c.req.header('last-event-id') || options.since)?.slice(0, 200) || undefined;
  return new Response(openStream(streams, options, lastEventId), { headers });
};
