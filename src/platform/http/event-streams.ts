import { formatEvent, type ServerEvent } from './server-event.ts';

export type StreamClient = {
  readonly topic: string;
  readonly send: (text: string) => void;
  readonly end: () => void;
  /** Events kept back while what was missed is being read. */
  held: ServerEvent[] | undefined;
};

/** All open event streams of this process. */
export type EventStreams = {
  readonly clients: Set<StreamClient>;
  readonly maxClients: number;
  /** Messages that may wait for a slow client before it is let go; it will come back and ask for what it missed. */
  readonly maxQueued: number;
  readonly heartbeat: NodeJS.Timeout;
  closed: boolean;
};

/** Under the minute after which common proxies give up on a silent connection. */
const heartbeatMs = 20_000;

export const createEventStreams = ({
  maxClients = 2000,
  maxQueued = 64,
  everyMs = heartbeatMs,
} = {}): EventStreams => {
  const clients = new Set<StreamClient>();
  const beat = () => {
    for (const client of clients) client.send(':\n\n');
  };
  return { clients, maxClients, maxQueued, closed: false, heartbeat: setInterval(beat, everyMs).unref() };
};

export const removeClient = (streams: EventStreams, client: StreamClient): void => {
  if (!streams.clients.delete(client)) return;
  client.end();
};

const encoder = new TextEncoder();

export const addClient = (
  streams: EventStreams,
  topic: string,
  controller: ReadableStreamDefaultController<Uint8Array>,
): StreamClient => {
  const client: StreamClient = {
    topic,
    held: undefined,
    send: (text) => {
      if (!streams.clients.has(client)) return;
      if ((controller.desiredSize ?? 0) <= 0) removeClient(streams, client);
      else controller.enqueue(encoder.encode(text));
    },
    end: () => {
      // The stream may have been cancelled from the other side, which closes it too.
      try {
        controller.close();
      } catch {}
    },
  };
  streams.clients.add(client);
  return client;
};

/** Sends an event to every stream of a topic. */
export const publishEvent = (streams: EventStreams, topic: string, event: ServerEvent): void => {
  const text = formatEvent(event);
  for (const client of streams.clients) {
    if (client.topic !== topic) continue;
    if (client.held === undefined) client.send(text);
    else if (client.held.length < streams.maxQueued) client.held.push(event);
    else removeClient(streams, client);
  }
};

/** Ends all streams and accepts no more. */
export const closeEventStreams = (streams: EventStreams): void => {
  streams.closed = true;
  clearInterval(streams.heartbeat);
  for (const client of streams.clients) removeClient(streams, client);
};
