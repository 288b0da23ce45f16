import { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import { answerErrors } from '#platform/http/error-handler.ts';
import { createMetrics } from '#platform/http/metrics.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { buildEditions, PAST, publishOne, SILENT } from './testing/copy.ts';
import { createViewCounter } from './view-counter.ts';
import { observeViews } from './view-metrics.ts';
import { viewsApi } from './views.api.ts';

const { db } = await testDatabase();
const CHROME =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36';
let article = 0;

beforeEach(async () => {
  await emptyDatabase(db);
  await buildEditions(db);
  article = (await publishOne(db)).id;
});

function openDoor(rate?: { burst: number; perSecond: number }) {
  const counter = createViewCounter({ db, log: SILENT, now: () => PAST });
  const { api, counts } = viewsApi({ counter, trustedProxies: 1, rate });
  const app = new Hono();
  app.onError(answerErrors({ log: SILENT, machinePaths: [] }));
  app.route('/', api);
  const send = (body: string, headers: Record<string, string> = {}, method = 'POST') =>
    app.request('/events/view', {
      method,
      body: method === 'POST' ? body : undefined,
      headers: {
        'user-agent': CHROME,
        'accept-language': 'en',
        'content-type': 'text/plain;charset=UTF-8',
        'content-length': String(Buffer.byteLength(body)),
        'x-forwarded-for': '192.0.2.1',
        ...headers,
      },
    });
  const views = async () => {
    await counter.flush();
    return (await db.selectFrom('view_count').selectAll().execute()).map(({ article_id, views: n }) => [
      article_id,
      n,
    ]);
  };
  return { send, counts, views, counter };
}

test('a beacon is answered 204 with nothing in it, sets no cookie and counts one read', async () => {
  const { send, views } = openDoor();
  const answer = await send(String(article));
  expect(answer.status).toBe(204);
  expect(await answer.text()).toBe('');
  expect(answer.headers.get('set-cookie')).toBeNull();
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(await views()).toEqual([[article, 1]]);
});

test('reloads of one reader count once, readers elsewhere and with other browsers count each', async () => {
  const { send, views, counts } = openDoor();
  for (let reload = 0; reload < 5; reload += 1) await send(String(article));
  await send(String(article), { 'x-forwarded-for': '192.0.2.2' });
  await send(String(article), { 'user-agent': CHROME.replace('142', '141') });
  // One customer has a whole /64: their devices with one browser look like one reader.
  await send(String(article), { 'x-forwarded-for': '2001:db8:1:1::1' });
  await send(String(article), { 'x-forwarded-for': '2001:db8:1:1::2' });
  expect(await views()).toEqual([[article, 4]]);
  expect(counts).toEqual({ counted: 4, repeated: 5, robots: 0, unreadable: 0 });
});

test('robots, pages opened ahead and other sites are answered alike and count nothing', async () => {
  const { send, views, counts } = openDoor();
  const headers: Record<string, string>[] = [
    { 'user-agent': 'curl/8.9.1' },
    { 'user-agent': `${CHROME} (compatible; Googlebot/2.1; +http://www.google.com/bot.html)` },
    { 'sec-purpose': 'prefetch;prerender' },
    { 'sec-fetch-site': 'cross-site' },
    { 'accept-language': '' },
  ];
  for (const each of headers) expect((await send(String(article), each)).status).toBe(204);
  expect(await views()).toEqual([]);
  expect(counts.robots).toBe(headers.length);
});

test('what is no number of an article is ignored', async () => {
  const { send, views, counts } = openDoor();
  const bodies = [
    '',
    '0',
    '-1',
    '1.5',
    '1e3',
    ' 1',
    '01',
    '9'.repeat(16),
    '1;drop table article',
    '[1]',
    '\u0000',
  ];
  for (const body of bodies) expect((await send(body)).status).toBe(204);
  expect(counts.unreadable).toBe(bodies.length);
  expect(await views()).toEqual([]);
});

test('the number of no article is ignored', async () => {
  const { send, views } = openDoor();
  expect((await send('999999')).status).toBe(204);
  expect(await views()).toEqual([]);
});

test('a body that is too large is refused, and so is one that does not say how large it is', async () => {
  const { send, views } = openDoor();
  expect((await send('1'.repeat(65))).status).toBe(413);
  expect((await send('1', { 'content-length': 'long' })).status).toBe(400);
  expect(await views()).toEqual([]);
});

test('beyond its rate a network is told when to come back, and others go on', async () => {
  const { send } = openDoor({ burst: 2, perSecond: 0.5 });
  const statuses: number[] = [];
  for (let time = 0; time < 3; time += 1) statuses.push((await send(String(article))).status);
  expect(statuses).toEqual([204, 204, 429]);
  expect(Number((await send('1')).headers.get('retry-after'))).toBeGreaterThanOrEqual(1);
  expect((await send(String(article), { 'x-forwarded-for': '192.0.2.9' })).status).toBe(204);
});

test('asking for the door counts nothing', async () => {
  const { send, views } = openDoor();
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect((await send('', {}, method)).status).toBe(404);
  expect(await views()).toEqual([]);
});

test('the metrics tell what became of beacons and how many reads wait', async () => {
  const { send, counts, counter } = openDoor();
  const metrics = createMetrics();
  observeViews(metrics, { counts, counter });
  await send(String(article));
  await send(String(article));
  const text = await metrics.metrics();
  expect(text).toContain('dateline_view_beacons_total{outcome="counted"} 1');
  expect(text).toContain('dateline_view_beacons_total{outcome="repeated"} 1');
  expect(text).toContain('dateline_views_waiting 1');
});
