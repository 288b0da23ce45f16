import { Hono } from 'hono';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { killStory } from '#features/publishing/publishing.ts';
import { PAST, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { saveTopic } from '#features/taxonomy/taxonomy.ts';
import { cachedGet } from '#platform/http/cached-get.ts';
import { createPageCache } from '#platform/page-cache/page-cache.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import type { Paper } from '../paper.ts';
import { BASE_URL, buildPaper } from '../testing/build-paper.ts';
import { sitemapRoutes } from './sitemap.route.ts';

const { db } = await testDatabase();
let paper: Paper;
const day = 24 * 3_600_000;
const daysAfter = (days: number) => new Date(PAST.getTime() + days * day);

beforeEach(async () => {
  await emptyDatabase(db);
  paper = await buildPaper(db);
});

/** Answers as the paper would at a moment, with nothing kept from the request before. */
async function ask(path: string, now = PAST) {
  const app = new Hono();
  app.onError((error, c) => c.text(error.message, 404));
  const pages = { cache: createPageCache(), privateCookies: [] };
  const context = { db, baseUrl: BASE_URL, paper: async () => paper, now: () => now };
  for (const route of sitemapRoutes(context)) cachedGet(app, pages, route);
  const response = await app.request(path);
  return { status: response.status, type: response.headers.get('content-type'), text: await response.text() };
}

const locs = (xml: string): string[] => [...xml.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, loc = '']) => loc);

test('the index names the sitemap of pages and those of articles that have any', async () => {
  expect(locs((await ask('/sitemap.xml')).text)).toEqual([`${BASE_URL}/sitemaps/pages.xml`]);
  await publishCopy(db, { headline: 'Port' });
  const { text, type } = await ask('/sitemap.xml');
  expect(type).toBe('application/xml; charset=utf-8');
  expect(locs(text)).toEqual([`${BASE_URL}/sitemaps/pages.xml`, `${BASE_URL}/sitemaps/articles-1.xml`]);
});

test('articles are split by number, and a file without any is neither named nor there', async () => {
  const first = await publishCopy(db, { headline: 'First' });
  await db.transaction().execute((trx) => killStory(trx, { storyId: first.story_id, at: daysAfter(1) }));
  await sql`select setval(pg_get_serial_sequence('article', 'id'), 10000)`.execute(db);
  const late = await publishCopy(db, { headline: 'Late' });
  expect(late.id).toBe(10_001);
  expect(locs((await ask('/sitemap.xml')).text)).toEqual([
    `${BASE_URL}/sitemaps/pages.xml`,
    `${BASE_URL}/sitemaps/articles-3.xml`,
  ]);
  expect(locs((await ask('/sitemaps/articles-3.xml')).text)).toEqual([BASE_URL + late.path]);
  expect((await ask('/sitemaps/articles-1.xml')).status).toBe(404);
});

test('a translated article names both languages in both entries, another names none', async () => {
  const english = await publishCopy(db, { headline: 'Port' });
  const korean = await publishCopy(db, { headline: '항구', edition: 'ko', translationOf: english.story_id });
  await publishCopy(db, { headline: 'Alone' });
  const { text } = await ask('/sitemaps/articles-1.xml');
  const links = [...text.matchAll(/hreflang="(.*?)" href="(.*?)"/g)].map(([, language, href]) => [
    language,
    href,
  ]);
  const pair = [
    ['en', BASE_URL + english.path],
    ['ko', BASE_URL + encodeURI(korean.path)],
  ];
  expect(links).toEqual([...pair, ...pair]);
  expect(text).toContain(`<lastmod>${PAST.toISOString()}</lastmod>`);
});

test('a killed and an embargoed article are in no sitemap, nor among the translations of another', async () => {
  const english = await publishCopy(db, { headline: 'Port' });
  const korean = await publishCopy(db, { headline: '항구', edition: 'ko', translationOf: english.story_id });
  await db.transaction().execute((trx) => killStory(trx, { storyId: korean.story_id, at: daysAfter(1) }));
  await publishCopy(db, { headline: 'Later', embargoUntil: new Date('9000-01-01T00:00:00Z') });
  const { text } = await ask('/sitemaps/articles-1.xml');
  expect(locs(text)).toEqual([BASE_URL + english.path]);
  expect(text).not.toContain('hreflang');
  expect(locs((await ask('/news-sitemap.xml')).text)).toEqual([BASE_URL + english.path]);
});

test('the sitemap of pages has fronts, sections and topics of every edition', async () => {
  await saveTopic(db, { edition: 'ko', slug: '항만', name: '항만', description: '', code: null });
  const found = locs((await ask('/sitemaps/pages.xml')).text);
  expect(found).toEqual(
    expect.arrayContaining(
      ['/', '/ko', '/latest', '/ko/latest', '/corrections', '/world', '/ko/economy'].map(
        (path) => BASE_URL + path,
      ),
    ),
  );
  expect(found).toContain(`${BASE_URL}/ko/topic/${encodeURI('항만')}`);
});

test('the news sitemap has the last two days of all editions, newest first, under the name of each', async () => {
  await publishCopy(db, { headline: 'Old', at: daysAfter(-2.1) });
  await publishCopy(db, { headline: 'Recent', at: daysAfter(-1.9) });
  await publishCopy(db, { headline: '오늘', edition: 'ko' });
  const { text } = await ask('/news-sitemap.xml');
  const found = [...text.matchAll(/<news:name>(.*?)<.*?<news:language>(.*?)<.*?<news:title>(.*?)</g)];
  expect(found.map(([, name, language, title]) => [name, language, title])).toEqual([
    ['종이신문', 'ko', '오늘'],
    ['The Paper &amp; Post', 'en', 'Recent'],
  ]);
});

test('two quiet days empty the news sitemap', async () => {
  await publishCopy(db, { headline: 'Port' });
  expect(locs((await ask('/news-sitemap.xml', daysAfter(3))).text)).toEqual([]);
});

test('robots.txt closes the desk and the API and names both sitemaps', async () => {
  const { text, type } = await ask('/robots.txt');
  expect(type).toBe('text/plain; charset=utf-8');
  expect(text.split('\n')).toEqual(
    expect.arrayContaining([
      'User-agent: *',
      'Disallow: /desk/',
      'Disallow: /api/',
      `Sitemap: ${BASE_URL}/sitemap.xml`,
      `Sitemap: ${BASE_URL}/news-sitemap.xml`,
    ]),
  );
});
