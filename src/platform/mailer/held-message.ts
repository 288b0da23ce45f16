import { Readable } from 'node:stream';
import { monotonicMs } from '#lib/clock.ts';
import type { MessageStage } from './outcome.ts';

export type HeldMessage = { stream: Readable; stage: () => MessageStage };

const SHORTEST_MS = 4;
const LONGEST_MS = 250;
/** A busy process may find the time over before it has looked at its sockets even once; each turn looks. */
const TURNS = 4;

const afterTurns = (turns: number, work: () => void): void => {
  if (turns === 0) work();
  else setImmediate(() => afterTurns(turns - 1, work));
};

/**
 * A message that says how far it has come, and whose end is held back for about one round trip: a server that hangs up
 * in the middle has then been heard before the final dot is sent, and the message is known not to have arrived. Without
 * this all of a message lies in the socket at once, and every lost connection would leave its fate open.
 */
export function holdMessage(message: Buffer): HeldMessage {
  const begun = monotonicMs();
  let stage: MessageStage = 'not begun';
  const stream = new Readable({
    read() {
      if (stage !== 'not begun') return;
      stage = 'begun';
      // From the sender's name to the server's go-ahead: a round trip or three, as the server allows.
      const wait = Math.min(Math.max((monotonicMs() - begun) / 2, SHORTEST_MS), LONGEST_MS);
      this.push(message);
      setTimeout(() => {
        afterTurns(TURNS, () => {
          if (this.destroyed) return;
          stage = 'whole';
          this.push(null);
        });
      }, wait);
    },
  });
  return { stream, stage: () => stage };
}
