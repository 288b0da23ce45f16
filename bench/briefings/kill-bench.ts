import { planBriefing } from '#features/briefings/plan-briefing.ts';
import { buildReaders } from '#features/briefings/testing/build-readers.ts';
import { sendThroughKills } from '#features/briefings/testing/kill-rounds.ts';
import { buildEditions, MORNING, publishCopy } from '#features/briefings/testing/publish.ts';
import { startPeer } from '#features/briefings/testing/smtp-peer.ts';
import { accountFor, troubledConduct } from '#features/briefings/testing/troubled-peer.ts';
import { withBenchDatabase } from './bench-database.ts';

/**
 * `node bench/briefings/kill-bench.ts [KILLS]`: one send to 10 000 readers whose sender is killed at 20 (or so many)
 * random points, by a server that misbehaves. Prints what became of the deliveries; fails where anybody was mailed twice
 * or missed.
 */
const READERS = 10_000;
const kills = Number(process.argv[2] ?? 20);

await withBenchDatabase(async (db, target) => {
  await buildEditions(db);
  await publishCopy(db, { headline: 'Port opens' });
  const list = await buildReaders(db, READERS);
  const now = MORNING;
  const planned = await planBriefing(db, { list, now, notBefore: now, rate: 10_000, madeBy: 'bench' });
  const sendId = planned?.send.id ?? 0;
  const peer = await startPeer();
  peer.url += '?connections=20';
  peer.conduct = troubledConduct();
  const key = 'ab'.repeat(32);
  const rounds = {
    db,
    target,
    peer,
    sendId,
    key,
    kills,
    readers: READERS,
    silenceMs: 1500,
    random: Math.random,
  };
  const counts = await sendThroughKills(rounds);
  const { twice, missed, sentUnanswered } = await accountFor(db, peer, sendId);
  await peer.close();
  const account = { kills, ...counts, twice: twice.length, missed: missed.length };
  process.stdout.write(`${JSON.stringify({ ...account, sentUnanswered: sentUnanswered.length })}\n`);
  if (twice.length + missed.length + sentUnanswered.length > 0) process.exitCode = 1;
});
