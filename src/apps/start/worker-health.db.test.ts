import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { createPool } from '#platform/database.ts';
import { defineJob, enqueue } from '#platform/jobs.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import type { Readiness } from './health.api.ts';
import { startHealth } from './worker-health.ts';

const { db, target } = await testDatabase();
const pool = createPool(target, { max: 2 });
const readiness: Readiness = { waitingFor: new Set(['the demo edition']) };
const health = await startHealth({ host: '127.0.0.1', port: 0, db, pool, readiness });
const ask = (path: string) => fetch(health.origin + path);

beforeAll(() => emptyDatabase(db));
afterAll(async () => {
  await health.stop();
  await pool.end();
});

test('a worker tells that it lives, and apart from that whether it is ready', async () => {
  expect((await ask('/healthz')).status).toBe(200);
  const waiting = await ask('/readyz');
  expect(waiting.status).toBe(503);
  expect(await waiting.json()).toMatchObject({ reasons: ['the demo edition'] });
  readiness.waitingFor.clear();
  expect((await ask('/readyz')).status).toBe(200);
  expect((await ask('/')).status).toBe(404);
});

test('the jobs that wait and the connections in use stand in its metrics', async () => {
  const greet = defineJob('greet', z.object({ name: z.string() }));
  await enqueue(db, greet, { name: 'one' });
  await enqueue(db, greet, { name: 'two' });
  await pool.query('select 1');
  const text = await (await ask('/metrics')).text();
  expect(text).toContain('dateline_jobs_waiting{task="greet"} 2');
  expect(text).toContain('dateline_jobs_failed{task="greet"} 0');
  expect(text).toContain('dateline_database_connections{state="idle"} 1');
});
