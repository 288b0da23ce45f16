import type { Hono } from 'hono';
import { HtmlValidate } from 'html-validate';
import type { KyselyPlugin } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { findArticleOfStory } from '#features/articles/articles.ts';
import { followArticle as followForDiary } from '#features/diary/diary.ts';
import { saveSource } from '#features/media/media.ts';
import { followArticle as followForPeople } from '#features/people/people.ts';
import { killStory } from '#features/publishing/publishing.ts';
import { PAST, publishAgain, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { saveTopic } from '#features/taxonomy/taxonomy.ts';
import { followArticle as followForTimelines } from '#features/timelines/timelines.ts';
import type { Db } from '#platform/database.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { buildPaper } from './testing/build-paper.ts';
import { siteApp } from './testing/site-app.ts';

const { db } = await testDatabase();

const MOST_QUERIES = 8;
const TWO_PAGES_OF_LATEST = 52;

let queries: string[] = [];
const counting: KyselyPlugin = {
  transformQuery: ({ node }) => {
    queries.push(node.kind);
    return node;
  },
  transformResult: async ({ result }) => result,
};

const htmlValidate = new HtmlValidate({ root: true, extends: ['html-validate:standard'] });

type Page = { name: string; path: () => string; status?: number; lang?: string; type?: RegExp };

/** What happened on three days. */
const SO_FAR = [26, 27, 28]
  .map((day) => `A thick fog closed the harbour number ${day} on February ${day}, 2025 for five hours.`)
  .join(' ');

const paths = {
  article: '',
  corrected: '',
  pictures: '',
  killed: '',
  korean: '',
  older: '',
  sectionOlder: '',
};

const PAGES: Page[] = [
  { name: 'front', path: () => '/' },
  { name: 'section', path: () => '/world' },
  { name: 'section, older', path: () => paths.sectionOlder },
  { name: 'article', path: () => paths.article },
  { name: 'article with corrections', path: () => paths.corrected },
  { name: 'article with ten pictures', path: () => paths.pictures },
  { name: 'history', path: () => `${paths.corrected}/history` },
  { name: 'latest', path: () => '/latest' },
  { name: 'latest, older', path: () => paths.older },
  { name: 'topic', path: () => '/topic/fog' },
  { name: 'person', path: () => '/person/barack-obama' },
  { name: 'corrections', path: () => '/corrections' },
  { name: 'diary', path: () => '/diary' },
  { name: 'diary of a week', path: () => '/diary/2025-w11' },
  { name: 'Korean diary', path: () => '/ko/diary', lang: 'ko' },
  { name: 'not found', path: () => '/world/nothing', status: 404 },
  { name: 'withdrawn article', path: () => paths.killed, status: 410 },
  { name: 'Korean front', path: () => '/ko', lang: 'ko' },
  { name: 'Korean article', path: () => paths.korean, lang: 'ko' },
  { name: 'Korean latest', path: () => '/ko/latest', lang: 'ko' },
];
const FILES: Page[] = [
  { name: 'RSS feed', path: () => '/feeds/latest.rss', type: /application\/rss\+xml/ },
  { name: 'Atom feed of a section', path: () => '/feeds/world.atom', type: /application\/atom\+xml/ },
  { name: 'JSON Feed', path: () => '/feeds/latest.json', type: /application\/feed\+json/ },
  { name: 'diary for calendars', path: () => '/diary.ics', type: /text\/calendar/ },
  { name: 'sitemap index', path: () => '/sitemap.xml', type: /application\/xml/ },
  { name: 'sitemap', path: () => '/sitemaps/articles-1.xml', type: /application\/xml/ },
  { name: 'news sitemap', path: () => '/news-sitemap.xml', type: /application\/xml/ },
];

const minutes = (n: number): Date => new Date(PAST.getTime() + n * 60_000);

async function saveTestPicture(href: string, n: number): Promise<void> {
  const media = await db
    .insertInto('media')
    .values({
      sha256: `${n}`.padStart(64, 'a'),
      ...{ mime: 'image/jpeg', width: 1500, height: 1000, bytes: 1, kind: 'photo', created_at: PAST },
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  await saveSource(db, { href, media_id: media.id, fetched_at: PAST });
}

async function publishEverything(): Promise<void> {
  const hrefs = Array.from({ length: 10 }, (_, n) => `https://pictures.example/${n}.jpg`);
  for (const [n, href] of hrefs.entries()) await saveTestPicture(href, n);
  await saveTopic(db, {
    edition: 'en',
    slug: 'fog',
    name: 'Fog',
    description: 'What one cannot see.',
    code: null,
  });
  const { id: topic } = await db.selectFrom('topic').select('id').executeTakeFirstOrThrow();
  for (let n = 0; n < TWO_PAGES_OF_LATEST; n++)
    await publishCopy(db, { headline: `Ship ${n} is in`, at: minutes(n), topics: [topic], section: 'world' });
  const article = await publishCopy(db, {
    headline: 'Fog',
    deck: 'And no end',
    text: 'President Barack Obama will visit South Korea on March 12.',
    topics: [topic],
    byline: 'By A and B',
    at: minutes(60),
  });
  await followForDiary(db, article.id);
  await followForPeople(db, article.id);
  const before = await publishCopy(db, {
    headline: 'So far',
    text: SO_FAR,
    topics: [topic],
    at: minutes(59),
  });
  await followForTimelines(db, before.id);
  const corrected = await publishCopy(db, {
    headline: 'Fees',
    text: 'They rose by 14 per cent.',
    section: 'economy',
  });
  await publishAgain(db, corrected.story_id, {
    headline: 'Fees',
    text: 'They rose by 41 per cent.',
    at: minutes(5),
  });
  const pictures = await publishCopy(db, {
    headline: 'Ten photographs',
    pictures: hrefs.map((href, n) => ({ href, alt: `Photograph ${n}`, caption: `What ${n} shows` })),
    at: minutes(61),
  });
  const killed = await publishCopy(db, { headline: 'Not so', at: minutes(62) });
  const order = { storyId: killed.story_id, at: minutes(63) };
  await db.transaction().execute((trx) => killStory(trx, order));
  const korean = await publishCopy(db, { edition: 'ko', headline: '안개', translationOf: article.story_id });
  Object.assign(paths, {
    article: article.path,
    corrected: corrected.path,
    pictures: pictures.path,
    killed: killed.path,
    korean: encodeURI(korean.path),
  });
  expect((await findArticleOfStory(db, killed.story_id))?.status).toBe('killed');
}

const counted = db.withPlugin(counting) as Db;
let app: Hono;

const ask = (path: string) => app.request(path, { headers: { accept: 'text/html' } });

async function olderThan(path: string): Promise<string> {
  const html = await (await ask(path)).text();
  return /<a rel="next" href="([^"]+)"/.exec(html)?.[1] ?? 'no older page';
}

beforeAll(async () => {
  await buildPaper(db);
  await publishEverything();
  const site = siteApp(counted, () => minutes(90));
  app = site.app;
  paths.older = await olderThan('/latest');
  paths.sectionOlder = await olderThan('/world');
  // What was made to find the addresses must be made again to be counted; editions and sections stay known.
  site.cache.purge({ keys: 'all', hard: true });
});

describe.for([...PAGES, ...FILES])('$name', ({ path, status = 200, lang = 'en', type = /text\/html/ }) => {
  it(`is made with at most ${MOST_QUERIES} queries`, async () => {
    queries = [];
    const response = await ask(path());
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(type);
    expect(queries.length).toBeGreaterThan(0);
    expect(queries.length).toBeLessThanOrEqual(MOST_QUERIES);
    const before = queries.length;
    await ask(path());
    expect(queries.length, 'the second answer comes from memory').toBe(before);
  });

  it('is well formed and says what it is', async () => {
    const text = await (await ask(path())).text();
    if (!type.test('text/html')) return expect(text.length).toBeGreaterThan(100);
    const { results } = await htmlValidate.validateString(text);
    expect(results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
    expect(text).toContain(`<html lang="${lang}">`);
    expect(text.split('<h1').length - 1).toBe(1);
    expect(text).toContain(`<link rel="canonical" href="https://paper.example${path()}"`);
  });
});

it('what happened stands on the page of the topic and under its articles', async () => {
  for (const path of ['/topic/fog', paths.article])
    expect(await (await ask(path)).text()).toContain('A thick fog closed the harbour number 26');
});

describe('a paper whose database fails', () => {
  it('answers 500 with a page for people that tells nothing of the failure but a reference', async () => {
    const failing = db.withPlugin({
      ...counting,
      transformQuery: () => {
        throw new Error('secret reason');
      },
    }) as Db;
    const response = await siteApp(failing).app.request('/world', { headers: { accept: 'text/html' } });
    expect(response.status).toBe(500);
    const html = await response.text();
    expect(html).toContain('Something went wrong on our side');
    expect(html).not.toContain('secret');
    expect(html).toContain(response.headers.get('x-request-id') ?? 'no reference');
  });
});

describe('a paper without stories', () => {
  it('says on its front how the first ones come in', async () => {
    await emptyDatabase(db);
    await buildPaper(db);
    const response = await siteApp(db).app.request('/');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('dateline wire add');
  });
});
