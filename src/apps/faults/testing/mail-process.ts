import { buffer } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { startPeer } from '../../../features/briefings/testing/smtp-peer.ts';

/** From taking a mail to saying so, as on a server that writes to its disk first: whoever dies meanwhile cannot know. */
const ANSWER_MS = 40;

/** A mail server in a process of its own, so that no fault of ours is its: says its address, then to each question whom it took mail for. */
const taken: string[] = [];
const peer = await startPeer({
  onData: async (stream, session, done) => {
    // Who dies in the middle of a mail has sent none.
    const whole = await buffer(stream).catch(() => undefined);
    if (!whole) return;
    taken.push(...session.envelope.rcptTo.map(({ address }) => address.toLowerCase()));
    await pause(ANSWER_MS);
    done(null);
  },
});
process.send?.({ url: peer.url });
process.on('message', () => {
  process.send?.({ to: taken.splice(0) });
});
