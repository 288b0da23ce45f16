import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createPool } from '#platform/database.ts';
import { drainJobs } from '#platform/jobs.ts';
import { createLog } from '#platform/log.ts';
import { parseMailAddress } from '#platform/mailer/address.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { ensureListOf } from './ensure-lists.ts';
import { letterHandler } from './send-letter.ts';
import { subscribe } from './subscribe.ts';
import { buildEditions, MORNING } from './testing/publish.ts';
import { aSender } from './testing/sender-context.builder.ts';
import { type SmtpPeer, startPeer } from './testing/smtp-peer.ts';

const { db, target } = await testDatabase();
const pool = createPool(target, { max: 4 });
let peer: SmtpPeer;
afterAll(async () => {
  await peer.close();
  await pool.end();
});

beforeEach(async () => {
  await emptyDatabase(db);
  await buildEditions(db);
  peer ??= await startPeer();
  peer.conduct = {};
  peer.received.length = 0;
  const address = parseMailAddress('reader@example.org');
  if (!address) throw new Error('no address');
  await subscribe(db, { address, list: await ensureListOf(db, 'en', MORNING), now: MORNING });
});

async function work(): Promise<void> {
  const context = aSender(db, peer.url);
  await pool.query('update graphile_worker._private_jobs set run_at = now()');
  await drainJobs(pool, [letterHandler(context)], createLog({ level: 'silent' }));
  await context.mailer.close(100);
}

const waiting = async () => (await pool.query('select from graphile_worker._private_jobs')).rowCount;

describe('a letter that somebody asked for', () => {
  it('is sent again where the server would not have it yet', async () => {
    peer.conduct.onRecipient = () => '450 4.2.0 Greylisted';
    await work();
    expect([peer.received.length, await waiting()]).toEqual([0, 1]);
    peer.conduct = {};
    await work();
    expect([peer.received.length, await waiting()]).toEqual([1, 0]);
  });

  it('is not sent again where its sender died after the server took it and before that was noted', async () => {
    const job = await pool.query('select * from graphile_worker._private_jobs');
    await work();
    expect([peer.received.length, await waiting()]).toEqual([1, 0]);
    // As a worker that is killed leaves it: the job is still there, and is begun again.
    const { id, payload, task_id, attempts } = job.rows[0];
    await pool.query(
      `insert into graphile_worker._private_jobs (id, payload, task_id, attempts) overriding system value
       values ($1, $2, $3, $4)`,
      [id, payload, task_id, attempts + 1],
    );
    await work();
    expect([peer.received.length, await waiting()]).toEqual([1, 0]);
  });
});
