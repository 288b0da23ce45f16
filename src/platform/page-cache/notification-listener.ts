import { setTimeout as pause } from 'node:timers/promises';
import type { Client } from 'pg';
import { type Clock, systemClock } from '#lib/clock.ts';
import { AppError, messageOf } from '#lib/errors.ts';
import type { Log } from '#platform/log.ts';

export type ListenerState = {
  readonly status: 'live' | 'cut_off' | 'stopped';
  readonly since: Date;
  /** How often the connection was made, the first time included. */
  readonly connections: number;
};

type OnPayload = (payload: string) => void;

export type NotificationListener = {
  /** Hears a channel from the next connection on, or at once if there is one. Returns how to stop hearing it. */
  readonly subscribe: (channel: string, handler: OnPayload) => () => void;
  readonly state: () => ListenerState;
  /** Tries to connect until it succeeds; resolves on the first success, or when stopped. */
  readonly start: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type ListenerOptions = {
  /** A new client of its own, not connected; a pooled one would lose its LISTEN when it is handed on. */
  readonly connect: () => Client;
  readonly log: Log;
  /** All channels are heard again. Runs before any notification from the new connection is handed on. */
  readonly onLive: () => void;
  readonly onCutOff: () => void;
  readonly clock?: Clock;
  readonly firstRetryMs?: number;
  readonly maxRetryMs?: number;
  /** A connection that vanished without a word (a cable, a NAT table) is found out by asking it something. */
  readonly heartbeatMs?: number;
};

const answerWithinMs = 5000;

const within = async <T>(work: Promise<T>): Promise<T> => {
  const timer = new AbortController();
  const expiry = pause(answerWithinMs, undefined, { signal: timer.signal, ref: false }).then(() => {
    throw new AppError('unavailable', `PostgreSQL did not answer within ${answerWithinMs} ms.`);
  });
  expiry.catch(() => undefined);
  work.catch(() => undefined);
  try {
    return await Promise.race([work, expiry]);
  } finally {
    timer.abort();
  }
};

type Listener = {
  readonly options: ListenerOptions;
  readonly handlers: Map<string, Set<OnPayload>>;
  client: Client | undefined;
  status: ListenerState['status'];
  since: Date;
  connections: number;
  readonly stopped: AbortController;
  /** Gives up the present connection. */
  lose: (reason: unknown) => void;
};

const setStatus = (listener: Listener, status: ListenerState['status']): void => {
  listener.status = status;
  listener.since = (listener.options.clock ?? systemClock)();
};

/** Quoting is left out on purpose: a name that needs it is a mistake. */
const checkChannel = (channel: string): string => {
  if (/^[a-z_][a-z0-9_]{0,62}$/.test(channel)) return channel;
  throw new AppError(
    'bad_input',
    `"${channel}" is not a channel: use lower-case letters, digits and underscores.`,
  );
};

const handOn = (listener: Listener, channel: string, payload: string): void => {
  for (const handler of listener.handlers.get(channel) ?? []) {
    try {
      handler(payload);
    } catch (error) {
      listener.options.log.error({ err: error, channel }, 'a notification could not be handled');
    }
  }
};

/** One connection from its making to its loss. Throws if it could not be made. */
const connectOnce = async (listener: Listener, onConnected: () => void): Promise<unknown> => {
  const { connect, onLive, heartbeatMs = 10_000 } = listener.options;
  const client = connect();
  const lost = Promise.withResolvers<unknown>();
  listener.lose = lost.resolve;
  client.on('error', lost.resolve);
  client.on('end', () => lost.resolve('the connection was closed'));
  const ask = () => within(client.query('select 1')).catch(lost.resolve);
  let heartbeat: NodeJS.Timeout | undefined;
  try {
    await within(client.connect());
    for (const channel of listener.handlers.keys()) await within(client.query(`listen ${channel}`));
    if (listener.stopped.signal.aborted) return 'stopped';
    listener.client = client;
    listener.connections += 1;
    setStatus(listener, 'live');
    // Only after LISTEN: what is committed from here on is heard, what came before is covered by onLive.
    onLive();
    client.on('notification', ({ channel, payload }) => handOn(listener, channel, payload ?? ''));
    heartbeat = setInterval(ask, heartbeatMs).unref();
    onConnected();
    return await lost.promise;
  } finally {
    clearInterval(heartbeat);
    listener.client = undefined;
    // A dead peer never acknowledges the goodbye, so nobody waits for it.
    client.end().catch(() => undefined);
  }
};

const run = async (listener: Listener, onConnected: () => void): Promise<void> => {
  const { log, firstRetryMs = 100, maxRetryMs = 5000, onCutOff } = listener.options;
  let delay = firstRetryMs;
  while (!listener.stopped.signal.aborted) {
    const reason = await connectOnce(listener, () => {
      delay = firstRetryMs;
      onConnected();
    }).catch((error: unknown) => error);
    if (listener.stopped.signal.aborted) return;
    if (listener.status === 'live') {
      setStatus(listener, 'cut_off');
      onCutOff();
    }
    log.warn({ reason: messageOf(reason), retryMs: delay }, 'notifications from PostgreSQL are cut off');
    await pause(delay, undefined, { signal: listener.stopped.signal, ref: false }).catch(() => undefined);
    delay = Math.min(maxRetryMs, delay * 2);
  }
};

const subscribe = (listener: Listener, channel: string, handler: OnPayload): (() => void) => {
  checkChannel(channel);
  const handlers = listener.handlers.get(channel) ?? new Set();
  handlers.add(handler);
  listener.handlers.set(channel, handlers);
  // A failure here loses the connection, and the next one hears every channel anyway.
  listener.client?.query(`listen ${channel}`).catch(() => undefined);
  return () => handlers.delete(handler);
};

const stop = async (listener: Listener, running: Promise<void> | undefined): Promise<void> => {
  listener.stopped.abort();
  listener.lose('stopped');
  await running;
  setStatus(listener, 'stopped');
};

/**
 * Hears PostgreSQL's NOTIFY on one connection of its own, for any number of channels, and makes it anew whenever it is
 * lost. Notifications sent in between are lost for good; `onCutOff` and `onLive` mark that time.
 */
export const createNotificationListener = (options: ListenerOptions): NotificationListener => {
  const listener: Listener = {
    options,
    handlers: new Map(),
    client: undefined,
    status: 'cut_off',
    since: (options.clock ?? systemClock)(),
    connections: 0,
    stopped: new AbortController(),
    lose: () => undefined,
  };
  let running: Promise<void> | undefined;
  return {
    subscribe: (channel, handler) => subscribe(listener, channel, handler),
    state: () => ({ status: listener.status, since: listener.since, connections: listener.connections }),
    start: () =>
      new Promise((resolve) => {
        options.onCutOff();
        running = run(listener, resolve).finally(resolve);
      }),
    stop: () => stop(listener, running),
  };
};
