import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { killStory } from '#features/publishing/publishing.ts';
import { addEditions, PAST, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { createGuardedFetch, type GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { type HttpSite, startSite } from '#platform/guarded-fetch/testing/http-site.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { findDelivery } from './deliveries.repo.ts';
import { pushArticle } from './partner.jobs.ts';
import { findPartner } from './partners.repo.ts';
import { partnerHandlers } from './push-article.ts';
import { recordChange } from './record-change.ts';
import { resumePartner } from './resume-partner.ts';
import { buildPartner, PAPER } from './testing/build-partner.ts';

const { db } = await testDatabase();
type Arrived = { headers: Record<string, string | string[] | undefined>; body: string };
let site: HttpSite;
let fetch: GuardedFetch;
let status = 204;
let arrived: Arrived[] = [];
let now = PAST;

beforeEach(async () => {
  await emptyDatabase(db);
  await addEditions(db);
  status = 204;
  arrived = [];
  now = PAST;
  site = await startSite(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    arrived.push({ headers: request.headers, body });
    response.writeHead(status).end();
  });
  fetch = createGuardedFetch({ privateSources: [new URL(site.url).host], baseUrl: PAPER.baseUrl });
});
afterEach(async () => {
  await fetch.close();
});

const partner = () => buildPartner(db, { pushUrl: `${site.url}/in` });

async function push(partnerId: number, articleId: number, attempts = 1): Promise<void> {
  const handlers = partnerHandlers({ db, fetch, paper: PAPER, now: () => now });
  const handler = handlers.find(({ name }) => name === pushArticle.name);
  await handler?.run({ partnerId, articleId }, { id: '1', attempt: attempts, signal: undefined });
}

async function waitingJobs(): Promise<number[]> {
  const { rows } = await sql<{ payload: { articleId: number } }>`
    select j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    where t.identifier = ${pushArticle.name}`.execute(db);
  return rows.map(({ payload }) => payload.articleId);
}

test('a change is queued for each partner with an address, and what arrives is signed and noted', async () => {
  const { partner: one, pushSecret = '' } = await partner();
  await buildPartner(db, { name: 'pulls' });
  const article = await publishCopy(db, { headline: 'Port reopens' });
  await recordChange(db, article.id, PAST);
  expect(await waitingJobs()).toEqual([article.id]);
  await push(one.id, article.id);
  const [{ headers, body } = { headers: {}, body: '' }] = arrived;
  expect(JSON.parse(body)).toMatchObject({ pubStatus: 'usable', headlines: [{ value: 'Port reopens' }] });
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const key = Buffer.from(pushSecret.slice('whsec_'.length), 'base64');
  expect(headers['webhook-signature']).toBe(
    `v1,${createHmac('sha256', key).update(signed).digest('base64')}`,
  );
  expect(await findDelivery(db, one.id, article.id)).toMatchObject({
    state: 'sent',
    version: 1,
    status: 'usable',
  });
  await push(one.id, article.id);
  expect(arrived).toHaveLength(1);
});

test('a kill goes to whom the article went, without its words, and to nobody else', async () => {
  const { partner: one } = await partner();
  const had = await publishCopy(db, { headline: 'Wrong' });
  const hadNot = await publishCopy(db, { headline: 'Never sent' });
  for (const { id } of [had, hadNot]) await recordChange(db, id, PAST);
  await push(one.id, had.id);
  for (const { id, story_id } of [had, hadNot]) {
    await db.transaction().execute((trx) => killStory(trx, { storyId: story_id, at: PAST }));
    await recordChange(db, id, PAST);
    await push(one.id, id);
  }
  expect(arrived.map(({ body }) => JSON.parse(body).pubStatus)).toEqual(['usable', 'canceled']);
  expect(arrived[1]?.body).not.toContain('Wrong');
});

test('what does not arrive is tried again, and the reason stands in the log of deliveries', async () => {
  const { partner: one } = await partner();
  const article = await publishCopy(db, { headline: 'Port' });
  await recordChange(db, article.id, PAST);
  status = 503;
  await expect(push(one.id, article.id)).rejects.toThrow(/answered 503/);
  expect(await findDelivery(db, one.id, article.id)).toMatchObject({
    state: 'waiting',
    error: expect.stringContaining('503'),
  });
  status = 200;
  await push(one.id, article.id, 2);
  expect(await findDelivery(db, one.id, article.id)).toMatchObject({
    state: 'sent',
    attempts: 2,
    error: null,
  });
  expect(await findPartner(db, one.id)).toMatchObject({ failures: 0, failing_since: null });
});

test('after hours of failure a partner is stopped with a sentence, and resumed gets what it missed', async () => {
  const { partner: one } = await partner();
  const article = await publishCopy(db, { headline: 'Port' });
  await recordChange(db, article.id, PAST);
  status = 500;
  for (let tries = 1; tries <= 7; tries++) {
    now = new Date(PAST.getTime() + tries * 3_600_000);
    await expect(push(one.id, article.id, tries)).rejects.toThrow();
  }
  expect((await findPartner(db, one.id))?.stopped).toMatch(
    /Nothing has arrived since .* answered 500\. See: dateline partner resume/,
  );
  status = 200;
  const asked = arrived.length;
  const later = await publishCopy(db, { headline: 'Later' });
  await recordChange(db, later.id, PAST);
  for (const { id } of [article, later]) await push(one.id, id);
  expect(arrived).toHaveLength(asked);
  expect(await resumePartner(db, one.name)).toBe(2);
  for (const { id } of [article, later]) await push(one.id, id);
  expect(arrived).toHaveLength(asked + 2);
});

test('an address that is gone for good stops at once, and one in the private network is never asked', async () => {
  const { partner: one } = await partner();
  const article = await publishCopy(db, { headline: 'Port' });
  await recordChange(db, article.id, PAST);
  status = 410;
  await expect(push(one.id, article.id)).rejects.toThrow();
  expect((await findPartner(db, one.id))?.stopped).toMatch(/gone for good/);
  const { partner: inside } = await buildPartner(db, { name: 'inside', pushUrl: 'http://127.0.0.1:9/in' });
  await expect(push(inside.id, article.id)).rejects.toThrow(/private|address/i);
});

test('an article that comes out later is looked at again then, and pushed', async () => {
  const { partner: one } = await partner();
  const article = await publishCopy(db, {
    headline: 'Later',
    embargoUntil: new Date('9000-01-01T00:00:00Z'),
  });
  await recordChange(db, article.id, PAST);
  expect(await waitingJobs()).toEqual([]);
  await push(one.id, article.id);
  expect(arrived).toEqual([]);
  await db.updateTable('article').set({ visible_from: PAST }).where('id', '=', article.id).execute();
  const [look] = partnerHandlers({ db, fetch, paper: PAPER, now: () => now });
  await look?.run({ articleId: article.id }, { id: '2', attempt: 1, signal: undefined });
  expect(await waitingJobs()).toEqual([article.id]);
  await push(one.id, article.id);
  expect(arrived).toHaveLength(1);
});
