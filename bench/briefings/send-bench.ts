import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { planBriefing } from '#features/briefings/plan-briefing.ts';
import { buildReaders, isOver } from '#features/briefings/testing/build-readers.ts';
import { buildEditions, MORNING, publishCopy } from '#features/briefings/testing/publish.ts';
import { killSender, spawnSender } from '#features/briefings/testing/spawn-sender.ts';
import type { DatabaseTarget, Db } from '#platform/database.ts';
import { withBenchDatabase } from './bench-database.ts';

export type SendFigures = { mails: number; seconds: number; perSecond: number };

const STORIES = 25;

/**
 * Sends a briefing of 25 stories to so many readers: the sender, PostgreSQL (durable, as the paper runs it) and a local
 * SMTP server each in a process of their own. Counts from the first mail to the last.
 */
export function measureSending(mails: number, connections: number): Promise<SendFigures> {
  return withBenchDatabase(async (db, target) => {
    const peer = fork(join(import.meta.dirname, 'peer-process.ts'));
    try {
      const [url] = (await once(peer, 'message')) as [string];
      return await send({ db, target, smtpUrl: `${url}?connections=${connections}`, mails, peer });
    } finally {
      peer.kill();
    }
  });
}

type Bench = {
  db: Db;
  target: DatabaseTarget;
  smtpUrl: string;
  mails: number;
  peer: ReturnType<typeof fork>;
};

async function send({ db, target, smtpUrl, mails, peer }: Bench): Promise<SendFigures> {
  await buildEditions(db);
  const deck =
    'The port of Norre opened its outer quay on Monday, three years late and for twice the money planned.';
  for (let n = 0; n < STORIES; n++)
    await publishCopy(db, { headline: `A story of the day number ${n}`, deck, section: `part-${n % 6}` });
  const list = await buildReaders(db, mails);
  const now = MORNING;
  const planned = await planBriefing(db, { list, now, notBefore: now, rate: 10_000, madeBy: 'bench' });
  const over = isOver(db, planned?.send.id ?? 0);
  const taken = async () => {
    peer.send('count');
    const [count] = (await once(peer, 'message')) as [number];
    return count;
  };
  const sender = spawnSender({ target, smtpUrl, key: 'ab'.repeat(32), silenceMs: 5000, begun: Date.now() });
  while ((await taken()) === 0) await pause(5);
  const begun = performance.now();
  while (!(await over())) await pause(20);
  const seconds = (performance.now() - begun) / 1000;
  await killSender(sender, 'SIGTERM');
  return { mails: await taken(), seconds, perSecond: mails / seconds };
}

if (process.argv[1] === import.meta.filename) {
  const { mails, seconds, perSecond } = await measureSending(5000, 10);
  process.stdout.write(`${mails} mails in ${seconds.toFixed(1)} s: ${perSecond.toFixed(0)} a second\n`);
}
