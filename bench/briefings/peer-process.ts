import { startPeer } from '../../src/features/briefings/testing/smtp-peer.ts';

/** A local mail server as its own process; says its address, then, when asked, how many mails it took. */
const peer = await startPeer();
process.send?.(peer.url);
process.on('message', () => {
  process.send?.(peer.received.length);
});
