import type { Receive } from '#features/wire/wire.ts';
import type { Log } from '#platform/log.ts';

/** Writes into the log what the desk is to know of at once, after it was stored. */
export const logAlerts =
  (receive: Receive, log: Log): Receive =>
  async (source, delivery) => {
    const received = await receive(source, delivery);
    for (const alert of received.alerts ?? []) log.warn({ source: source.name }, `Alert by rule ${alert}`);
    return received;
  };
