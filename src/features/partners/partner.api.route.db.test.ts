import { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import { holdStory, killStory } from '#features/publishing/publishing.ts';
import {
  addEditions,
  type DeskCopy,
  PAST,
  publishAgain,
  publishCopy,
} from '#features/publishing/testing/desk-copy.ts';
import { parseMessage, type WireFormat } from '#features/wire/wire.ts';
import { answerErrors } from '#platform/http/error-handler.ts';
import { createLog } from '#platform/log.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { removePartner, renewKey } from './add-partner.ts';
import { partnerApi } from './partner.api.ts';
import { recordChange } from './record-change.ts';
import { allowSource } from './resale.repo.ts';
import { buildPartner, PAPER } from './testing/build-partner.ts';

const { db } = await testDatabase();
const FUTURE = new Date('9000-01-01T00:00:00Z');
let app: Hono;

beforeEach(async () => {
  await emptyDatabase(db);
  await addEditions(db);
  app = new Hono();
  app.onError(answerErrors({ log: createLog({ level: 'silent' }), machinePaths: ['/api'] }));
  app.route('/', partnerApi({ db, paper: PAPER }));
});

const hour = (count: number) => new Date(PAST.getTime() + count * 3_600_000);

async function publish(copy: DeskCopy) {
  const article = await publishCopy(db, copy);
  await recordChange(db, article.id, copy.at ?? PAST);
  return article;
}

async function kill(article: { id: number; story_id: number }, at = hour(1)) {
  await db.transaction().execute((trx) => killStory(trx, { storyId: article.story_id, at }));
  await recordChange(db, article.id, at);
}

async function ask(key: string, path = '', headers: Record<string, string> = {}) {
  const response = await app.request(`/api/partner${path}`, {
    headers: { authorization: `Bearer ${key}`, ...headers },
  });
  const next = /since=(\d+)>/.exec(response.headers.get('link') ?? '')?.[1] ?? '';
  return { response, text: await response.text(), next };
}

type Ninjs = {
  uri: string;
  version: string;
  pubStatus: string;
  headlines?: { value: string }[];
  [key: string]: unknown;
};
const itemsOf = (text: string): Ninjs[] => JSON.parse(text);
const headlines = (text: string) => itemsOf(text).map((item) => item.headlines?.[0]?.value ?? item.pubStatus);

test('a key opens the stream, in each format; without one, or with a wrong one, nothing does', async () => {
  const { key } = await buildPartner(db);
  await publish({ headline: 'Port reopens' });
  for (const format of ['ninjs', 'newsml-g2', 'nitf', 'atom', 'rss'] satisfies WireFormat[]) {
    const { response, text } = await ask(key, `/${format}`);
    expect(response.status).toBe(200);
    const { items } = parseMessage(new TextEncoder().encode(text), { as: format });
    expect(items.map(({ headline }) => headline)).toEqual(['Port reopens']);
  }
  const wrong: Record<string, string>[] = [
    {},
    { authorization: 'Bearer partner_wrong' },
    { authorization: `Basic ${key}` },
  ];
  for (const headers of wrong) {
    const refused = await app.request('/api/partner', { headers });
    expect(refused.status).toBe(401);
    expect(refused.headers.get('www-authenticate')).toContain('Bearer');
    expect(await refused.json()).toMatchObject({ status: 401 });
  }
  expect((await ask(key, '/docx')).response.status).toBe(404);
  expect((await ask(key, '?since=soon')).response.status).toBe(400);
});

test('an old key and the key of a removed partner open nothing', async () => {
  const { key } = await buildPartner(db);
  const renewed = await renewKey(db, 'harbour-weekly');
  expect((await ask(key)).response.status).toBe(401);
  expect((await ask(renewed)).response.status).toBe(200);
  await removePartner(db, 'harbour-weekly', PAST);
  expect((await ask(renewed)).response.status).toBe(401);
});

test('the newest comes first, and from the cursor on every change once, oldest first', async () => {
  const { key } = await buildPartner(db);
  const first = await publish({ headline: 'First', text: 'It has 40 berths, officials said.' });
  await publish({ headline: 'Second', at: hour(1) });
  const start = await ask(key);
  expect(headlines(start.text)).toEqual(['Second', 'First']);
  expect(headlines((await ask(key, `?since=${start.next}`)).text)).toEqual([]);
  await publishAgain(db, first.story_id, {
    headline: 'First',
    text: 'It has 60 berths, officials said.',
    at: hour(2),
  });
  await recordChange(db, first.id, hour(2));
  await publish({ headline: 'Third', at: hour(3) });
  const later = await ask(key, `?since=${start.next}`);
  expect(headlines(later.text)).toEqual(['First', 'Third']);
  expect(itemsOf(later.text)[0]).toMatchObject({
    version: '2',
    edNote: expect.stringMatching(/^Correction: /),
  });
  expect(headlines((await ask(key, `?since=${later.next}`)).text)).toEqual([]);
  expect(headlines((await ask(key, `?since=${hour(2).toISOString()}`)).text)).toEqual(['First', 'Third']);
  const future = await ask(key, '?since=2999-01-01');
  expect(future.next).toBe(later.next);
});

test('a long backlog is read in pages without a gap or a double', async () => {
  const { key } = await buildPartner(db);
  const wanted = Array.from({ length: 61 }, (_, count) => `Number ${count}`);
  for (const [count, headline] of wanted.entries()) await publish({ headline, at: hour(count) });
  const first = await ask(key, '?since=0');
  expect(headlines(first.text)).toEqual(wanted.slice(0, 50));
  const second = await ask(key, `?since=${first.next}`);
  expect(headlines(second.text)).toEqual(wanted.slice(50));
});

test('a killed article is canceled without a word of it, at once and in the stream', async () => {
  const { key } = await buildPartner(db);
  const article = await publish({ headline: 'Wrong', text: 'All of it is wrong.' });
  const before = await ask(key);
  await db.transaction().execute((trx) => killStory(trx, { storyId: article.story_id, at: hour(1) }));
  const atOnce = await ask(key);
  expect(itemsOf(atOnce.text)).toMatchObject([
    { uri: itemsOf(before.text)[0]?.uri, pubStatus: 'canceled', version: '2' },
  ]);
  expect(atOnce.text).not.toMatch(/wrong/i);
  await recordChange(db, article.id, hour(1));
  const later = await ask(key, `?since=${before.next}`);
  expect(itemsOf(later.text)).toMatchObject([{ pubStatus: 'canceled', version: '2' }]);
  expect((await ask(key, `/nitf/${article.id}`)).text).toContain('management-status="canceled"');
});

test('a held article is withheld, and comes back under a higher version', async () => {
  const { key } = await buildPartner(db);
  const article = await publish({ headline: 'Doubtful' });
  await db.transaction().execute((trx) => holdStory(trx, { storyId: article.story_id, at: hour(1) }));
  await recordChange(db, article.id, hour(1));
  const held = await ask(key);
  expect(itemsOf(held.text)).toMatchObject([{ pubStatus: 'withheld', version: '2' }]);
  await publishAgain(db, article.story_id, {
    headline: 'Doubtful',
    text: 'It is right after all.',
    at: hour(2),
  });
  await recordChange(db, article.id, hour(2));
  expect(itemsOf((await ask(key, `?since=${held.next}`)).text)).toMatchObject([
    { pubStatus: 'usable', version: '3' },
  ]);
});

test('a retracted article is canceled, although its page stays', async () => {
  const { key } = await buildPartner(db);
  const article = await publish({ headline: 'Wrong', text: 'Nothing of this holds.' });
  await publishAgain(db, article.story_id, {
    headline: 'Wrong',
    kind: 'retraction',
    note: 'We take it back.',
    at: hour(1),
  });
  await recordChange(db, article.id, hour(1));
  const { text } = await ask(key);
  expect(itemsOf(text)).toMatchObject([{ pubStatus: 'canceled' }]);
  expect(text).not.toContain('Nothing of this');
});

test('nothing of an embargoed article goes out, not even that there is one', async () => {
  const { key } = await buildPartner(db);
  const article = await publish({ headline: 'Later', embargoUntil: FUTURE });
  expect(itemsOf((await ask(key)).text)).toEqual([]);
  expect((await ask(key, `/ninjs/${article.id}`)).response.status).toBe(404);
  await kill(article);
  expect(itemsOf((await ask(key)).text)).toEqual([]);
});

test('copy of agencies goes only to a partner who may have it, or where its source allows it', async () => {
  const plain = await buildPartner(db);
  const wire = await buildPartner(db, { name: 'with-wire', wire: true });
  await publish({ headline: 'Own' });
  await publish({ headline: 'Credited', credit: '(Yonhap)', at: hour(1) });
  const delivered = await publish({ headline: 'Delivered', at: hour(2) });
  const { id: source } = await db
    .insertInto('wire_source')
    .values({ name: 'agency', kind: 'push', edition: 'en' })
    .returning('id')
    .executeTakeFirstOrThrow();
  await db
    .updateTable('story')
    .set({ wire_source_id: source })
    .where('id', '=', delivered.story_id)
    .execute();
  await publish({ headline: 'Named', credit: 'Staff, The Paper & Post', at: hour(3) });
  expect(headlines((await ask(plain.key)).text)).toEqual(['Named', 'Own']);
  expect(headlines((await ask(wire.key)).text)).toEqual(['Named', 'Delivered', 'Credited', 'Own']);
  await allowSource(db, source);
  expect(headlines((await ask(plain.key)).text)).toEqual(['Named', 'Delivered', 'Own']);
});

test('a partner of one section or edition gets its articles, and every stop', async () => {
  const money = await publish({ headline: 'Money', section: 'economy' });
  const { key } = await buildPartner(db, { edition: 'en', sectionId: money.section_id });
  const world = await publish({ headline: 'World', section: 'world', at: hour(1) });
  await publish({ headline: '경제', edition: 'ko', section: 'economy', at: hour(2) });
  expect(headlines((await ask(key)).text)).toEqual(['Money']);
  await kill(world);
  expect(headlines((await ask(key)).text)).toEqual(['canceled', 'Money']);
});

test('short texts leave the body away, in RSS, too', async () => {
  const short = await buildPartner(db, { text: 'short' });
  const full = await buildPartner(db, { name: 'full' });
  await publish({ headline: 'Port', deck: 'Ships wait', text: 'Nobody was hurt.' });
  expect((await ask(short.key, '/rss')).text).not.toContain('Nobody');
  expect((await ask(full.key, '/rss')).text).toContain('<content:encoded>');
  const [item] = itemsOf((await ask(short.key)).text);
  expect(item).toMatchObject({ representationType: 'partial', descriptions: [{ value: 'Ships wait' }] });
  expect(item).not.toHaveProperty('bodies');
});

test('what has not changed is answered 304, and kept by nobody on the way', async () => {
  const { key } = await buildPartner(db);
  await publish({ headline: 'Port' });
  const { response } = await ask(key, '/newsml-g2');
  const etag = response.headers.get('etag') ?? '';
  expect(response.headers.get('cache-control')).toBe('private, no-cache');
  expect((await ask(key, '/newsml-g2', { 'if-none-match': etag })).response.status).toBe(304);
  await publish({ headline: 'Another', at: hour(1) });
  expect((await ask(key, '/newsml-g2', { 'if-none-match': etag })).response.status).toBe(200);
});

test('a key that asks without end is told to wait', async () => {
  const { key } = await buildPartner(db);
  let status = 200;
  for (let tries = 0; tries < 200 && status === 200; tries++) ({ status } = (await ask(key)).response);
  expect(status).toBe(429);
});
