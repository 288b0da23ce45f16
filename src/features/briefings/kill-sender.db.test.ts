import { expect, test } from 'vitest';
import { testDatabase } from '#platform/testing/test-database.ts';
import { planBriefing } from './plan-briefing.ts';
import { buildReaders } from './testing/build-readers.ts';
import { sendThroughKills } from './testing/kill-rounds.ts';
import { buildEditions, MORNING, publishCopy } from './testing/publish.ts';
import { TEST_KEY } from './testing/sender-context.builder.ts';
import { startPeer } from './testing/smtp-peer.ts';
import { accountFor, troubledConduct } from './testing/troubled-peer.ts';

const { db, target } = await testDatabase();

const READERS = 10_000;
const KILLS = 5;
const CONNECTIONS = 20;

test('10 000 readers get their mail once, none twice, through senders that are killed and a server that misbehaves', async () => {
  await buildEditions(db);
  await publishCopy(db, { headline: 'Port opens' });
  const list = await buildReaders(db, READERS);
  const now = MORNING;
  const planned = await planBriefing(db, { list, now, notBefore: now, rate: 10_000, madeBy: 'test' });
  const sendId = planned?.send.id ?? 0;
  expect(planned?.readers).toBe(READERS);
  const peer = await startPeer();
  peer.url += `?connections=${CONNECTIONS}`;
  peer.conduct = troubledConduct();
  try {
    const counts = await sendThroughKills({
      ...{ db, target, peer, sendId, readers: READERS, kills: KILLS, random: Math.random, silenceMs: 1500 },
      key: TEST_KEY.toString('hex'),
    });
    const { sent = 0, unknown = 0, ...others } = counts;
    expect(others).toEqual({});
    expect(sent + unknown).toBe(READERS);
    expect(await accountFor(db, peer, sendId)).toEqual({ twice: [], sentUnanswered: [], missed: [] });
    // What a killed sender had on its way, what the server fell silent on, and here and there a hang-up seen too late.
    expect(unknown).toBeLessThanOrEqual(KILLS * CONNECTIONS + READERS / 1000 + READERS / 100);
  } finally {
    await peer.close();
  }
}, 240_000);
