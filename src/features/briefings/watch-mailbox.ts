import { setTimeout as pause } from 'node:timers/promises';
import { type Clock, systemClock } from '#lib/clock.ts';
import { messageOf } from '#lib/errors.ts';
import { type BounceRound, takeFromMailbox } from './bounce-mailbox.ts';

const LOOK_MS = 60_000;
const AFTER_ERROR_MS = 5 * 60_000;

/** Takes in what comes to the mailbox of bounces, if there is one, until `signal` aborts. Survives a server that is away. */
export async function watchMailbox(
  options: Omit<BounceRound, 'now' | 'signal'> & { clock?: Clock },
  signal: AbortSignal,
): Promise<void> {
  const clock = options.clock ?? systemClock;
  while (!signal.aborted) {
    const wait = await takeFromMailbox({ ...options, now: clock(), signal }).then(
      () => LOOK_MS,
      (thrown: unknown) => {
        if (!signal.aborted)
          options.log.warn({ reason: messageOf(thrown) }, 'the mailbox of bounces could not be read');
        return AFTER_ERROR_MS;
      },
    );
    await pause(wait, undefined, { signal }).catch(() => {});
  }
}
