import type { Server } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { monotonicMs } from '#lib/clock.ts';

export type StopOptions = {
  readonly server: Server;
  /** Ends what would otherwise never end by itself: event streams, sockets of the desk. */
  readonly closeStreams: () => void;
  /** How long requests that began may still take. */
  readonly deadlineMs: number;
};

/** How often connections that fell idle are closed; kept-alive ones would hold the server open for a minute. */
const sweepMs = 25;

/**
 * Stops a server: no new connections, what began is finished, and at the deadline whatever is left is cut.
 * Returns whether everything was finished in time.
 */
export const stopGracefully = async ({
  server,
  closeStreams,
  deadlineMs,
}: StopOptions): Promise<'finished' | 'cut'> => {
  const deadline = monotonicMs() + deadlineMs;
  let open = true;
  server.close(() => {
    open = false;
  });
  closeStreams();
  while (open && monotonicMs() < deadline) {
    server.closeIdleConnections();
    await pause(sweepMs);
  }
  if (!open) return 'finished';
  server.closeAllConnections();
  return 'cut';
};
