import { setTimeout as pause } from 'node:timers/promises';
import type { DatabaseTarget, Db } from '#platform/database.ts';
import { countStates, isOver } from './build-readers.ts';
import type { SmtpPeer } from './smtp-peer.ts';
import { killSender, spawnSender } from './spawn-sender.ts';

export type KillRounds = {
  db: Db;
  target: DatabaseTarget;
  peer: SmtpPeer;
  sendId: number;
  key: string;
  kills: number;
  readers: number;
  silenceMs: number;
  /** From 0 to 1: where in the send each kill falls. */
  random: () => number;
};

const arrived = (peer: SmtpPeer): number => peer.received.length + peer.swallowed.length;

/** Runs a send with a sender that is killed again and again at random points, each time followed by a fresh one. */
export async function sendThroughKills(rounds: KillRounds): Promise<Record<string, number>> {
  const { db, target, peer, sendId, key, silenceMs } = rounds;
  const over = isOver(db, sendId);
  const marks = Array.from({ length: rounds.kills }, () =>
    Math.floor(rounds.random() * rounds.readers * 0.9),
  );
  const begun = Date.now();
  const start = () => spawnSender({ target, smtpUrl: peer.url, key, silenceMs, begun });
  let child = start();
  try {
    for (const mark of marks.toSorted((a, b) => a - b)) {
      while (arrived(peer) <= mark) await pause(1);
      await killSender(child);
      child = start();
    }
    while (!(await over())) await pause(100);
    return await countStates(db, sendId);
  } finally {
    await killSender(child, 'SIGTERM');
  }
}
