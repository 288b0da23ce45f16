import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGuardedFetch, type GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { type HttpSite, startSite } from '#platform/guarded-fetch/testing/http-site.ts';
import { createLog } from '#platform/log.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import type { Poller } from '../poll-source.ts';
import { pollNow } from '../poll-sources.ts';
import type { Receive } from '../receive.ts';
import { AT, buildSource } from '../testing/build-wire.ts';
import { websubApi } from './websub.api.ts';
import { findSubscription } from './websub.repo.ts';

const { db } = await testDatabase();
const FEED = '<rss><channel><title>x</title></channel></rss>';
let fetch: GuardedFetch;
let received: string[] = [];
let now = AT;

const receive: Receive = async (_, { bytes }) => {
  received.push(Buffer.from(bytes).toString());
  return { repeated: false, items: [], ignored: 0, failures: [] };
};
const app = websubApi({ db, receive, clock: () => now });
const poller = (baseUrl = 'https://paper.example'): Poller => ({
  db,
  fetch,
  receive,
  baseUrl,
  log: createLog({ level: 'silent' }),
  clock: () => now,
});

/** A hub that takes subscriptions and keeps what it was sent. */
async function startHub(status = 202): Promise<{ site: HttpSite; asked: URLSearchParams[] }> {
  const asked: URLSearchParams[] = [];
  const site = await startSite(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    asked.push(new URLSearchParams(body));
    response.writeHead(status).end();
  });
  return { site, asked };
}

/** A feed that names the hub, polled once. */
async function subscribed(status?: number) {
  const hub = await startHub(status);
  const feed = await startSite((_, response) =>
    response.writeHead(200, { link: `<${hub.site.url}/hub>; rel="hub"` }).end(FEED),
  );
  const source = await buildSource(db, { kind: 'url', url: `${feed.url}/feed` });
  await pollNow(poller(), 'agency');
  received = [];
  return { ...hub, source, row: async () => findSubscription(db, source.id) };
}

const get = (asked: URLSearchParams, query: Record<string, string>) =>
  app.request(
    `${new URL(asked.get('hub.callback') ?? '').pathname}?${new URLSearchParams({ 'hub.topic': asked.get('hub.topic') ?? '', ...query })}`,
  );
const post = (asked: URLSearchParams, body: string, signature?: string) =>
  app.request(new URL(asked.get('hub.callback') ?? '').pathname, {
    method: 'POST',
    body,
    headers: signature === undefined ? {} : { 'x-hub-signature': signature },
  });
const sign = (asked: URLSearchParams, body: string, method = 'sha256') =>
  `${method}=${createHmac(method, asked.get('hub.secret') ?? '')
    .update(body)
    .digest('hex')}`;

beforeEach(async () => {
  now = AT;
  received = [];
  fetch = createGuardedFetch({ privateSources: ['127.0.0.1'], baseUrl: 'https://paper.example' });
  await emptyDatabase(db);
});
afterEach(() => fetch.close());

test('the hub that a feed names is asked once, and its challenge answered', async () => {
  const { asked, row } = await subscribed();
  const [request] = asked;
  if (!request) throw new Error('the hub was not asked');
  expect(Object.fromEntries(request)).toMatchObject({
    'hub.mode': 'subscribe',
    'hub.callback': expect.stringMatching(/^https:\/\/paper\.example\/wire\/agency\/websub\/[\w-]{32}$/),
  });
  const answer = await get(request, {
    'hub.mode': 'subscribe',
    'hub.challenge': 'c-1',
    'hub.lease_seconds': '864000',
  });
  expect([answer.status, await answer.text()]).toEqual([200, 'c-1']);
  expect(await row()).toMatchObject({ state: 'active', lease_until: new Date(AT.getTime() + 864_000_000) });
  await pollNow(poller(), 'agency');
  expect(asked).toHaveLength(1);
});

test('nobody else can subscribe us, or end the subscription', async () => {
  const { asked, row } = await subscribed();
  const request = asked[0] ?? new URLSearchParams();
  const other = await get(request, {
    'hub.topic': 'https://evil.example/',
    'hub.mode': 'subscribe',
    'hub.challenge': 'c',
  });
  const ended = await get(request, { 'hub.mode': 'unsubscribe', 'hub.challenge': 'c' });
  const guessed = await app.request('/wire/agency/websub/guess?hub.mode=subscribe&hub.challenge=c');
  expect([other.status, ended.status, guessed.status]).toEqual([404, 404, 404]);
  expect(await row()).toMatchObject({ state: 'pending' });
});

test('what the hub brings is used where its signature fits, and dropped without a word where not', async () => {
  const { asked } = await subscribed();
  const request = asked[0] ?? new URLSearchParams();
  for (const signature of [undefined, 'sha256=00', sign(request, 'other'), sign(request, FEED, 'sha1')])
    expect((await post(request, FEED, signature)).status).toBe(202);
  expect(received).toEqual([]);
  expect((await post(request, FEED, sign(request, FEED))).status).toBe(202);
  expect((await post(request, FEED, sign(request, FEED, 'sha512'))).status).toBe(202);
  expect(received).toEqual([FEED, FEED]);
});

test('a lease is renewed a day before its end', async () => {
  const { asked } = await subscribed();
  await get(asked[0] ?? new URLSearchParams(), {
    'hub.mode': 'subscribe',
    'hub.challenge': 'c',
    'hub.lease_seconds': '172800',
  });
  now = new Date(AT.getTime() + 100_000_000);
  await pollNow(poller(), 'agency');
  expect(asked).toHaveLength(2);
  expect(asked[1]?.get('hub.callback')).toBe(asked[0]?.get('hub.callback'));
});

test('where the hub denies or fails, polling goes on and the hub is left alone for a while', async () => {
  const { asked, row } = await subscribed(500);
  await get(asked[0] ?? new URLSearchParams(), { 'hub.mode': 'denied', 'hub.reason': 'no room' });
  expect(await row()).toMatchObject({ state: 'denied', reason: 'no room' });
  now = new Date(AT.getTime() + 7_200_000);
  expect(await pollNow(poller(), 'agency')).toMatchObject([{ state: 'fetched' }]);
  expect(asked).toHaveLength(1);
});

test('a paper that no hub could reach asks none', async () => {
  const hub = await startHub();
  const feed = await startSite((_, response) =>
    response.writeHead(200, { link: `<${hub.site.url}>; rel=hub` }).end(FEED),
  );
  await buildSource(db, { kind: 'url', url: feed.url });
  for (const baseUrl of ['http://localhost:3000', 'http://10.0.0.1', 'http://paper'])
    await pollNow(poller(baseUrl), 'agency');
  expect(hub.asked).toEqual([]);
});
