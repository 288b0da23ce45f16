import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGuardedFetch, type GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { startSite } from '#platform/guarded-fetch/testing/http-site.ts';
import { createLog } from '#platform/log.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import type { Poller } from './poll-source.ts';
import { pollDueSources, pollNow, runPoller } from './poll-sources.ts';
import type { Delivery, Received } from './receive.ts';
import { findSourceByName } from './sources.repo.ts';
import { AT, buildSource } from './testing/build-wire.ts';

const { db } = await testDatabase();
let now = AT;
let received: (Delivery & { source: string })[] = [];
let fetch: GuardedFetch;

const RECEIVED: Received = { repeated: false, items: [{ position: 0 }], ignored: 0, failures: [] };

const poller = (values: Partial<Poller> = {}): Poller => ({
  db,
  fetch,
  receive: async ({ name }, delivery) => {
    received.push({ ...delivery, source: name });
    return RECEIVED;
  },
  log: createLog({ level: 'silent' }),
  clock: () => now,
  random: () => 0,
  ...values,
});

const later = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const source = (name = 'agency') => findSourceByName(db, name);
const addFeed = (url: string, name = 'agency') => buildSource(db, { name, kind: 'url', url });

beforeEach(async () => {
  now = AT;
  received = [];
  fetch = createGuardedFetch({
    privateSources: ['127.0.0.1'],
    baseUrl: 'https://paper.example',
    timeouts: { total: 500 },
  });
  await emptyDatabase(db);
});
afterEach(() => fetch.close());

test('a feed is received, asked again only after its interval, and then conditionally', async () => {
  const site = await startSite((request, response) => {
    const known = request.headers['if-none-match'] === '"v1"';
    response
      .writeHead(known ? 304 : 200, { etag: '"v1"', 'content-type': 'text/xml' })
      .end(known ? '' : '<rss/>');
  });
  await addFeed(`${site.url}/feed`);
  expect(await pollDueSources(poller())).toEqual([{ source: 'agency', state: 'fetched', items: 1 }]);
  expect(received).toMatchObject([
    { source: 'agency', contentType: 'text/xml', name: `${site.url}/feed`, receivedAt: AT },
  ]);
  later(59);
  expect(await pollDueSources(poller())).toEqual([]);
  later(1);
  expect(await pollDueSources(poller())).toMatchObject([{ state: 'unchanged' }]);
  expect(received).toHaveLength(1);
});

test('workers that poll at the same moment share the sources: each is asked once', async () => {
  const site = await startSite((_, response) => response.end('<rss/>'));
  const names = Array.from({ length: 12 }, (_, i) => `feed-${i}`);
  for (const name of names) await addFeed(`${site.url}/${name}`, name);
  const outcomes = await Promise.all([
    pollDueSources(poller()),
    pollDueSources(poller()),
    pollDueSources(poller()),
  ]);
  expect(
    outcomes
      .flat()
      .map((outcome) => outcome.source)
      .sort(),
  ).toEqual(names.sort());
  expect(site.requests.map(({ url }) => url).sort()).toEqual(names.map((name) => `/${name}`).sort());
});

test('what a worker was asking when it died is asked again when its lease is over', async () => {
  const site = await startSite((_, response) => response.end('<rss/>'));
  await addFeed(site.url);
  const dies = poller({ receive: () => new Promise(() => {}) });
  void pollDueSources(dies);
  await expect.poll(() => site.requests.length).toBe(1);
  expect(await pollDueSources(poller())).toEqual([]);
  later(91);
  expect(await pollDueSources(poller())).toMatchObject([{ state: 'fetched' }]);
});

test('the ETag is kept only once the document was received', async () => {
  const site = await startSite((_, response) => response.writeHead(200, { etag: '"v1"' }).end('<rss/>'));
  await addFeed(site.url);
  const failing = poller({ receive: () => Promise.reject(new Error('the database is away')) });
  expect(await pollDueSources(failing)).toMatchObject([{ state: 'failed', error: 'the database is away' }]);
  expect(await source()).toMatchObject({ etag: null, failures: 1, last_error: 'the database is away' });
  later(120);
  await pollDueSources(poller());
  expect(site.requests[1]?.headers['if-none-match']).toBeUndefined();
  expect(await source()).toMatchObject({ etag: '"v1"', failures: 0, last_error: null });
});

test('a document that cannot be read counts as a failure and is not taken for known', async () => {
  const site = await startSite((_, response) =>
    response.writeHead(200, { etag: '"v1"' }).end('what is this'),
  );
  await addFeed(site.url);
  const unread: Received = { ...RECEIVED, items: [], reason: 'No format fits this document.' };
  await pollDueSources(poller({ receive: async () => unread }));
  expect(await source()).toMatchObject({ etag: null, failures: 1, last_error: unread.reason });
});

describe('a source that fails', () => {
  test('is asked less and less often, and says why', async () => {
    const site = await startSite((_, response) => response.writeHead(500).end());
    await addFeed(site.url);
    const waits: number[] = [];
    for (let i = 0; i < 4; i += 1) {
      await pollDueSources(poller());
      const next = (await source())?.next_poll_at?.getTime() ?? 0;
      waits.push((next - now.getTime()) / 1000);
      now = new Date(next);
    }
    expect(waits).toEqual([120, 240, 480, 960]);
    expect((await source())?.last_error).toContain('status 500');
  });

  test('is left alone as long as it asks for', async () => {
    const site = await startSite((_, response) => response.writeHead(503, { 'retry-after': '7200' }).end());
    await addFeed(site.url);
    await pollDueSources(poller());
    expect((await source())?.next_poll_at).toEqual(new Date(AT.getTime() + 7_200_000));
  });

  test('does not hold up another', async () => {
    const slow = await startSite(() => {});
    const good = await startSite((_, response) => response.end('<rss/>'));
    await addFeed(slow.url, 'slow');
    await addFeed(good.url, 'good');
    expect(await pollDueSources(poller())).toMatchObject([
      { source: 'good', state: 'fetched' },
      { source: 'slow', state: 'failed', error: expect.stringContaining('in time') },
    ]);
  });

  test('because it leads into the private network is told so', async () => {
    await addFeed('http://192.168.0.1/feed');
    await pollDueSources(poller());
    expect((await source())?.last_error).toContain('DATELINE_PRIVATE_SOURCES');
  });
});

test('a source can be polled before it is due, unless it is not polled at all', async () => {
  const site = await startSite((_, response) => response.end('<rss/>'));
  await addFeed(site.url);
  await buildSource(db, { name: 'pushed', kind: 'push' });
  await pollNow(poller());
  expect(await pollNow(poller(), 'agency')).toMatchObject([{ state: 'fetched' }]);
  await expect(pollNow(poller(), 'nobody')).rejects.toMatchObject({ code: 'not_found' });
  await expect(pollNow(poller(), 'pushed')).rejects.toMatchObject({ code: 'bad_input' });
});

test('the poller runs until it is told to stop, and what it was asking is due again', async () => {
  const slow = await startSite(() => {});
  const good = await startSite((_, response) => response.end('<rss/>'));
  await addFeed(slow.url, 'slow');
  await addFeed(good.url, 'good');
  const stop = new AbortController();
  const slowly = createGuardedFetch({ privateSources: ['127.0.0.1'], baseUrl: 'https://paper.example' });
  const running = runPoller(poller({ fetch: slowly }), stop.signal);
  await expect.poll(() => [slow.requests.length, received.length]).toEqual([1, 1]);
  stop.abort();
  await running;
  await slowly.close();
  expect(await source('slow')).toMatchObject({ failures: 0, last_error: null, next_poll_at: AT });
});
