import { sql } from 'kysely';
import pg from 'pg';
import { afterEach, expect, test } from 'vitest';
import { toClientConfig } from '#platform/database.ts';
import { createLog } from '#platform/log.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { listenForPurges, notifyPurge } from './invalidation.ts';
import { page } from './page.ts';
import { createPageCache, type PageCache } from './page-cache.ts';

const { db, target } = await testDatabase();
const log = createLog({ level: 'silent' });
const stops: (() => Promise<void>)[] = [];

afterEach(async () => {
  await Promise.all(stops.splice(0).map((stop) => stop()));
});

const nodeOfThePaper = async () => {
  const cache = createPageCache();
  const connect = () => new pg.Client({ ...toClientConfig(target), application_name: 'purge test' });
  const listener = listenForPurges({ connect, cache, log, firstRetryMs: 10 });
  stops.push(listener.stop);
  await listener.start();
  return { cache, listener };
};

const fill = (cache: PageCache, key: string, body = 'old') =>
  cache.fetch(`/${key}`, () => page({ body, keys: [key] }));

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 5));
};

const cutConnections = () =>
  sql`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'purge test'`.execute(
    db,
  );

test('a purge reaches every node when its transaction commits, and not before', async () => {
  const nodes = [await nodeOfThePaper(), await nodeOfThePaper()];
  for (const { cache } of nodes) await fill(cache, 'article:1');
  await db.transaction().execute(async (trx) => {
    await notifyPurge(trx, { keys: ['article:1'], hard: false });
    // A round trip of another connection: time enough for a notification sent too early to arrive.
    await notifyPurge(db, { keys: ['other'], hard: false });
    await until(() => nodes.every(({ cache }) => cache.counts.softPurges === 1));
    for (const { cache } of nodes) expect(cache.peek('/article:1')).toBeDefined();
  });
  await until(() => nodes.every(({ cache }) => cache.counts.softPurges === 2));
  for (const { cache } of nodes) expect(cache.peek('/article:1')).toBeUndefined();
});

test('a purge in a transaction that is rolled back never goes out', async () => {
  const { cache } = await nodeOfThePaper();
  await fill(cache, 'article:2');
  const failing = db.transaction().execute(async (trx) => {
    await notifyPurge(trx, { keys: ['article:2'], hard: true });
    throw new Error('rolled back');
  });
  await expect(failing).rejects.toThrow('rolled back');
  await notifyPurge(db, { keys: ['other'], hard: false });
  await until(() => cache.counts.softPurges === 1);
  expect(cache.counts.hardPurges).toBe(0);
  expect(cache.peek('/article:2')).toBeDefined();
});

test('a thousand keys at once all arrive', async () => {
  const { cache } = await nodeOfThePaper();
  const keys = Array.from({ length: 1000 }, (_, index) => `article:${index}:${'x'.repeat(40)}`);
  await fill(cache, keys.at(-1) ?? '');
  await notifyPurge(db, { keys, hard: true });
  await until(() => cache.stats().pages === 0);
  expect(cache.counts.hardPurges).toBeGreaterThan(1);
});

test('a kill that happened while a node was cut off is not shown by it once word arrives again', async () => {
  const { cache, listener } = await nodeOfThePaper();
  await fill(cache, 'article:3');
  expect(listener.state()).toMatchObject({ status: 'live', connections: 1 });
  await cutConnections();
  await until(() => listener.state().connections === 2);
  expect(cache.peek('/article:3')).toBeUndefined();
  const { page: got } = await fill(cache, 'article:3', 'a notice');
  expect(got.body.toString()).toBe('a notice');
  await notifyPurge(db, { keys: ['article:3'], hard: true });
  await until(() => cache.peek('/article:3') === undefined);
});

test('other channels share the connection, and hear again after it was lost', async () => {
  const { listener } = await nodeOfThePaper();
  const heard: string[] = [];
  const unsubscribe = listener.subscribe('latest', (payload) => heard.push(payload));
  const say = (payload: string) => sql`select pg_notify('latest', ${payload})`.execute(db);
  const listening = async () => {
    while (heard.length === 0) await say('again');
    heard.length = 0;
  };
  await listening();
  await cutConnections();
  await until(() => listener.state().connections === 2);
  await listening();
  unsubscribe();
  heard.length = 0;
  await say('nobody listens');
  await listener.stop();
  expect(listener.state().status).toBe('stopped');
  expect(heard).toEqual([]);
});
