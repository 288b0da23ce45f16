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
