import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { fetchPicturesGently, importedPicturesHandler } from './imported-pictures.job.ts';

const { db } = await testDatabase();
const NOW = new Date('2024-03-01T10:00:00Z');
const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);

beforeEach(() => emptyDatabase(db));

const pictures = ['1', '2', '3'].map((name) => ({ href: `https://old.example/${name}.jpg` }));

/** When the jobs that wait are to run. */
async function waitingJobs(): Promise<Date[]> {
  const { rows } = await sql<{ at: Date }>`select run_at as at from graphile_worker.jobs`.execute(db);
  return rows.map(({ at }) => at);
}

/** Does what a worker does with the one job that waits. */
async function work(fetch: (href: string) => Promise<void>, now = NOW): Promise<void> {
  await sql`delete from graphile_worker._private_jobs`.execute(db);
  const handler = importedPicturesHandler({ db, now: () => now, fetch });
  await handler.run({}, { id: '1', attempt: 1, signal: undefined });
}

test('pictures are fetched one to a job, each once, and the next a second later', async () => {
  await fetchPicturesGently(db, [...pictures, { href: 'file:///etc/passwd' }], NOW);
  await fetchPicturesGently(db, pictures, after(60));
  expect(await waitingJobs()).toEqual([NOW]);
  const fetched: string[] = [];
  for (const { href } of pictures) {
    await work(async (asked) => void fetched.push(asked));
    expect(fetched.at(-1)).toBe(href);
    expect(await waitingJobs()).toEqual([after(1)]);
  }
  await work(async (asked) => void fetched.push(asked));
  expect(fetched).toHaveLength(3);
  expect(await waitingJobs()).toEqual([]);
});

test('one that cannot be had now is tried again after the others, and given up after four times', async () => {
  await fetchPicturesGently(db, pictures.slice(0, 2), NOW);
  const asked: string[] = [];
  const fetch = async (href: string) => {
    asked.push(href);
    if (href.endsWith('/1.jpg')) throw new Error('busy');
  };
  await work(fetch);
  await work(fetch);
  expect(asked.map((href) => href.at(-5))).toEqual(['1', '2']);
  await work(fetch);
  expect(await waitingJobs()).toEqual([after(600)]);
  for (const hours of [1, 2, 3, 4]) await work(fetch, after(hours * 3600));
  expect(asked.filter((href) => href.endsWith('/1.jpg'))).toHaveLength(4);
  expect(await waitingJobs()).toEqual([]);
});
