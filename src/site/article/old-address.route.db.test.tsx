import { expect, test } from 'vitest';
import { findPathOf, listLatest } from '#features/articles/articles.ts';
import { importPosts } from '#features/imports/imports.ts';
import { PAST } from '#features/publishing/testing/desk-copy.ts';
import { parseMessage } from '#features/wire/wire.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { buildPaper } from '../testing/build-paper.ts';
import { siteApp } from '../testing/site-app.ts';

const { db } = await testDatabase();
const { editions, sections } = await buildPaper(db);
const { app } = siteApp(db);

const edition = editions.find(({ code }) => code === 'en');
const here = sections.filter((section) => section.edition === 'en');
const [fallback] = here;
const post = (slug: string, link: string) =>
  `<item><title>${slug}</title><link>https://old.example${link}</link><guid>${slug}</guid>
<wp:post_date_gmt>2019-03-04 05:06:07</wp:post_date_gmt><wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>`;
const posts = [
  post('fog', '/2019/03/fog/'),
  post('storm', '/storm/'),
  post('herring', '/world/herring.html'),
  post('바다', '/%EB%B0%94%EB%8B%A4/'),
  post('latest', '/latest/'),
];
const bytes = new TextEncoder().encode(
  `<rss xmlns:wp="http://wordpress.org/export/1.2/"><channel><wp:wxr_version>1.2</wp:wxr_version>${posts.join('')}</channel></rss>`,
);
if (!edition || !fallback) throw new Error('there is no paper');
await importPosts(db, parseMessage(bytes, { as: 'wxr' }), {
  edition,
  sections: here,
  fallback,
  map: new Map(),
  now: PAST,
  pictures: false,
  madeBy: 'import:wxr',
});

test.each([
  ['/2019/03/fog/', 'fog'],
  ['/2019/03/fog', 'fog'],
  ['/storm/', 'storm'],
  ['/world/herring.html', 'herring'],
  ['/%EB%B0%94%EB%8B%A4/', '바다'],
])('the old address %s leads for good to where the article is now', async (path, slug) => {
  const answer = await app.request(path);
  expect(answer.status).toBe(301);
  expect(decodeURI(answer.headers.get('location') ?? '')).toBe(`/${fallback.slug}/2019/03/04/${slug}`);
});

test('an old address never stands in the way of a page of the paper', async () => {
  expect((await app.request('/latest')).status).toBe(200);
  expect(await findPathOf(db, '/latest')).toBeUndefined();
});

test('an address that nothing ever stood at is not found', async () => {
  expect((await app.request('/2019/03/nothing')).status).toBe(404);
  expect((await app.request('/nothing')).status).toBe(404);
  expect(await listLatest(db, 'en', { limit: 10 })).toHaveLength(5);
});
