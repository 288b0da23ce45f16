import { afterAll, beforeEach, expect, test } from 'vitest';
import { z } from 'zod';
import { createPool } from './database.ts';
import { defineJob, drainJobs, enqueue, handle, type JobLog, runWorker } from './jobs.ts';
import { emptyDatabase, testDatabase } from './testing/test-database.ts';

const { db, target } = await testDatabase();
const pool = createPool(target, { max: 8 });
afterAll(() => pool.end());
beforeEach(() => emptyDatabase(db));

const silent: JobLog = { debug: () => {}, warn: () => {}, error: () => {} };
const greet = defineJob('greet', z.object({ name: z.string() }));

function collecting() {
  const seen: string[] = [];
  return { seen, handler: handle(greet, async ({ name }) => void seen.push(name)) };
}

test('a job of a transaction that was taken back never runs', async () => {
  const { seen, handler } = collecting();
  const failing = db.transaction().execute(async (trx) => {
    await enqueue(trx, greet, { name: 'lost' });
    throw new Error('taken back');
  });
  await expect(failing).rejects.toThrow('taken back');
  await db.transaction().execute((trx) => enqueue(trx, greet, { name: 'kept' }));
  await drainJobs(pool, [handler], silent);
  expect(seen).toEqual(['kept']);
});

test('a second job of the same key takes the place of the first', async () => {
  const { seen, handler } = collecting();
  await enqueue(db, greet, { name: 'first' }, { jobKey: 'one' });
  await enqueue(db, greet, { name: 'second' }, { jobKey: 'one' });
  await drainJobs(pool, [handler], silent);
  expect(seen).toEqual(['second']);
});

test('a job for later waits', async () => {
  const { seen, handler } = collecting();
  await enqueue(db, greet, { name: 'later' }, { runAt: new Date('2999-01-01T00:00:00Z') });
  await drainJobs(pool, [handler], silent);
  expect(seen).toEqual([]);
});

test('a payload that is not the job\u2019s is refused before it is stored', async () => {
  await expect(enqueue(db, greet, { name: 7 } as never)).rejects.toThrow();
});

test('a job that a killed worker left locked runs at once when its paper starts again', async () => {
  const { seen, handler } = collecting();
  await enqueue(db, greet, { name: 'half done' });
  await pool.query(
    `update graphile_worker._private_jobs set locked_at = now(), locked_by = 'a dead worker', attempts = 1`,
  );
  const worker = await runWorker({ pool, handlers: [handler], log: silent, alone: true });
  await expect.poll(() => seen, { timeout: 10_000 }).toEqual(['half done']);
  await worker.stop();
});

test('a failing job is tried again and says why in the log', async () => {
  const said: string[] = [];
  const failing = handle(greet, async () => {
    throw new Error('no such host');
  });
  await enqueue(db, greet, { name: 'x' });
  await drainJobs(pool, [failing], { ...silent, error: (_fields, message) => void said.push(message) });
  expect(said.join()).toContain('no such host');
  const { rows } = await pool.query('select attempts, last_error from graphile_worker._private_jobs');
  expect(rows).toEqual([{ attempts: 1, last_error: expect.stringContaining('no such host') }]);
});

test('a job of a worker that died is begun again by one that lives, and none of a worker that is only slow', async () => {
  const { seen, handler } = collecting();
  const slow = Promise.withResolvers<void>();
  const waiting = handle(greet, async ({ name }) => {
    seen.push(name);
    await slow.promise;
  });
  const busy = await runWorker({ pool, handlers: [waiting], log: silent });
  await enqueue(db, greet, { name: 'slow' });
  await expect.poll(() => seen).toEqual(['slow']);
  await enqueue(db, greet, { name: 'orphaned' }, { runAt: new Date('2999-01-01T00:00:00Z') });
  await pool.query(`update graphile_worker._private_jobs set locked_at = now() - interval '1 minute'`);
  await pool.query(`
    update graphile_worker._private_jobs set locked_by = 'pool-of-the-dead', run_at = now(), attempts = 1
     where payload->>'name' = 'orphaned'`);
  const other = await runWorker({ pool, handlers: [handler], log: silent });
  await expect.poll(() => seen).toEqual(['slow', 'orphaned']);
  slow.resolve();
  await other.stop();
  await busy.stop();
  expect(seen).toEqual(['slow', 'orphaned']);
}, 30_000);

test('a queue that ended by itself is begun anew', async () => {
  const { seen, handler } = collecting();
  const worker = await runWorker({ pool, handlers: [handler], log: silent });
  // What the queue takes for a reason to end.
  const end = () => pool.query(`select pg_notify('worker:migrate', '{"breaking": true}')`);
  await expect.poll(async () => (await end()) && process.exitCode).toBe(57);
  process.exitCode = undefined;
  await enqueue(db, greet, { name: 'afterwards' });
  await expect.poll(() => seen, { timeout: 15_000 }).toEqual(['afterwards']);
  await worker.stop();
}, 30_000);
