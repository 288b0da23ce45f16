import { Ajv2020 } from 'ajv/dist/2020.js';
import type { Hono } from 'hono';
import { beforeEach, expect, test } from 'vitest';
import { killStory } from '#features/publishing/publishing.ts';
import { PAST, publishAgain, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { saveTopic } from '#features/taxonomy/taxonomy.ts';
import type { PageCache } from '#platform/page-cache/page-cache.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { buildPaper } from '../testing/build-paper.ts';
import { siteApp } from '../testing/site-app.ts';
import { toOpenApi } from './openapi.ts';

const { db } = await testDatabase();
let app: Hono;
let cache: PageCache;

beforeEach(async () => {
  await emptyDatabase(db);
  await buildPaper(db);
  ({ app, cache } = siteApp(db));
});

const hour = (count: number) => new Date(PAST.getTime() + count * 3_600_000);
const document = toOpenApi('https://paper.example');
const ajv = new Ajv2020({ strict: false, formats: { 'date-time': isTime, uri: URL.canParse } });
ajv.addSchema({ $id: 'api', components: document.components });

function isTime(text: string): boolean {
  return /Z$/.test(text) && new Date(text).toISOString() === text;
}

/** Asks, and checks the answer against what the document says of that path and status. */
async function ask(template: keyof typeof document.paths, path: string = template) {
  const response = await app.request(path);
  const body: unknown = await response.json();
  const described: unknown = Reflect.get(document.paths[template].get.responses, response.status);
  expect(described, `${path} answers ${response.status}, which the document does not know`).toBeDefined();
  const type = response.headers.get('content-type')?.split(';')[0] ?? '';
  const { content } = described as { content: Record<string, { schema?: { $ref: string } }> };
  const reference = content[type]?.schema?.$ref;
  expect(reference, `${path} answers ${type}, which the document does not know`).toBeDefined();
  const validate = ajv.compile({ $ref: `api${reference}` });
  expect(validate(body), JSON.stringify(validate.errors)).toBe(true);
  expect(response.headers.get('access-control-allow-origin')).toBe('*');
  return { status: response.status, headers: response.headers, body: body as Record<string, unknown> };
}

type Listed = { id: number; headline: string };
const headlines = ({ body }: { body: Record<string, unknown> }) =>
  (body.articles as Listed[]).map(({ headline }) => headline);

test('every path answers as the document says, on an empty paper and on a full one', async () => {
  for (const path of ['/api', '/api/articles', '/api/sections'] as const)
    expect((await ask(path)).status).toBe(200);
  cache.purge({ keys: 'all', hard: true });
  const topic = {
    edition: 'en',
    slug: 'ports',
    name: 'Ports',
    description: 'All of it',
    code: 'medtop:20000337',
  };
  await saveTopic(db, topic);
  const article = await publishCopy(db, {
    ...{ headline: 'Port “reopens”', deck: 'At last', byline: 'By Ann Lee', located: 'VELTEN' },
    ...{ text: 'Ships <wait> & see.', topics: [1], urgency: 3 },
  });
  expect((await ask('/api/articles')).body.articles).toMatchObject([
    { id: article.id, headline: 'Port “reopens”', section: { slug: 'world' }, topics: [{ slug: 'ports' }] },
  ]);
  expect((await ask('/api/articles/{id}', `/api/articles/${article.id}`)).body).toMatchObject({
    body_html: '<p>Ships &lt;wait&gt; &amp; see.</p>',
    located: 'VELTEN',
    revision: 1,
    url: `https://paper.example${article.path}`,
  });
  expect((await ask('/api/topics/{slug}', '/api/topics/ports')).body).toMatchObject({
    name: 'Ports',
    code: 'medtop:20000337',
  });
  expect((await ask('/api/sections', '/api/sections?edition=ko')).body.sections).toMatchObject([
    { slug: 'world', url: 'https://paper.example/ko/world' },
    { slug: 'economy' },
  ]);
});

test('the document is served, linked, and names every path', async () => {
  const served = await app.request('/api/openapi.json');
  expect(await served.json()).toEqual(JSON.parse(JSON.stringify(document)));
  expect((await ask('/api')).headers.get('link')).toContain('rel="service-desc"');
  const paths = Object.values(document.paths).flatMap(({ get }) => Object.keys(get.responses));
  expect(paths.filter((status) => status === '200')).toHaveLength(8);
});

test('a list is paged by `next`, newest first, without a gap or a double', async () => {
  for (let count = 0; count < 31; count++)
    await publishCopy(db, { headline: `Number ${count}`, at: hour(count) });
  const first = await ask('/api/articles');
  const next = new URL(String(first.body.next));
  const second = await ask('/api/articles', `${next.pathname}${next.search}`);
  expect(headlines(first)).toHaveLength(30);
  expect(headlines(second)).toEqual(['Number 0']);
  expect(second.body).not.toHaveProperty('next');
  const since = await ask('/api/articles', `/api/articles?since=${hour(29).toISOString()}`);
  expect(headlines(since)).toEqual(['Number 30', 'Number 29']);
  expect(since.body).not.toHaveProperty('next');
});

test('a list is of an edition, a section or a topic', async () => {
  await saveTopic(db, { edition: 'en', slug: 'ports', name: 'Ports', description: '', code: null });
  await publishCopy(db, { headline: 'World' });
  await publishCopy(db, { headline: 'Money', section: 'economy', topics: [1], at: hour(1) });
  await publishCopy(db, { headline: '경제', edition: 'ko', section: 'economy', at: hour(2) });
  const of = async (search: string) => headlines(await ask('/api/articles', `/api/articles?${search}`));
  expect(await of('section=economy')).toEqual(['Money']);
  expect(await of('topic=ports')).toEqual(['Money']);
  expect(await of('edition=ko')).toEqual(['경제']);
  expect(await of('')).toEqual(['Money', 'World']);
});

test('an agency’s text is not passed on, its headline and address are', async () => {
  const { id } = await publishCopy(db, { headline: 'Port', credit: '(Yonhap)', text: 'Agency words.' });
  const { body } = await ask('/api/articles/{id}', `/api/articles/${id}`);
  expect(body).toMatchObject({ headline: 'Port', credit: '(Yonhap)', rights: { holder: 'Yonhap' } });
  expect(body).not.toHaveProperty('body_html');
});

test('killed and retracted articles answer 410, embargoed and unknown ones 404, all as problems', async () => {
  const killed = await publishCopy(db, { headline: 'Wrong' });
  expect((await ask('/api/articles/{id}', `/api/articles/${killed.id}`)).status).toBe(200);
  await db.transaction().execute((trx) => killStory(trx, { storyId: killed.story_id, at: hour(1) }));
  cache.purge({ keys: [`article:${killed.id}`], hard: true });
  const retracted = await publishCopy(db, { headline: 'Doubtful' });
  await publishAgain(db, retracted.story_id, {
    headline: 'Doubtful',
    kind: 'retraction',
    note: 'No.',
    at: hour(1),
  });
  const hidden = await publishCopy(db, { headline: 'Later', embargoUntil: new Date('9000-01-01T00:00:00Z') });
  const status = async (id: number) => (await ask('/api/articles/{id}', `/api/articles/${id}`)).status;
  expect([await status(killed.id), await status(retracted.id)]).toEqual([410, 410]);
  expect([await status(hidden.id), await status(9999)]).toEqual([404, 404]);
});

test('what cannot be read is refused with a sentence', async () => {
  const refused = async (search: string) => (await ask('/api/articles', `/api/articles?${search}`)).body;
  expect(await refused('since=yesterday')).toMatchObject({
    status: 400,
    detail: expect.stringContaining('ISO 8601'),
  });
  expect(await refused('section=a&topic=b')).toMatchObject({ status: 400 });
  expect(await refused('section=nothing')).toMatchObject({ status: 404 });
  expect(await refused('edition=fr')).toMatchObject({ status: 404 });
  expect(await (await app.request('/api/nothing')).json()).toMatchObject({ status: 404, code: 'not_found' });
  expect(await refused('before=%3F')).toMatchObject({ status: 404 });
});
