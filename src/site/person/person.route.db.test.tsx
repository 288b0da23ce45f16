import { beforeEach, expect, test } from 'vitest';
import { editPerson, followArticle } from '#features/people/people.ts';
import { killStory } from '#features/publishing/publishing.ts';
import { PAST, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { buildPaper } from '../testing/build-paper.ts';
import { siteApp } from '../testing/site-app.ts';

const { db } = await testDatabase();
const minutes = (n: number): Date => new Date(PAST.getTime() + n * 60_000);
const SPEECH =
  'U.S. Secretary of Defense Ashton Carter visited Seoul. "The alliance has never been stronger than it is today," Carter said.';

beforeEach(async () => {
  await emptyDatabase(db);
  await buildPaper(db);
});

async function publish(headline: string, text = SPEECH, at = PAST) {
  const article = await publishCopy(db, { headline, text, at });
  await followArticle(db, article.id);
  return article;
}

const ask = (app: ReturnType<typeof siteApp>['app'], path: string) =>
  app.request(path, { headers: { accept: 'text/html' } });

test('a person has a page with roles, words and articles, which hangs on all of them', async () => {
  const first = await publish('Carter in Seoul');
  await publish('Carter goes home', 'U.S. Secretary of Defense Ashton Carter left.', minutes(1440));
  const response = await ask(siteApp(db).app, '/person/ashton-carter');
  const html = await response.text();
  expect(response.status).toBe(200);
  expect(html).toContain('<h1>Ashton Carter</h1>');
  expect(html).toMatch(/Secretary of Defense.*4 March 2025.* – .*5 March 2025/s);
  expect(html).toContain('“The alliance has never been stronger than it is today”');
  expect(html).toContain('"@type":"ProfilePage"');
  expect(html).not.toContain('jobTitle');
  expect(html).toContain('content="max-image-preview:large"');
  expect(response.headers.get('cache-tag') ?? response.headers.get('surrogate-key')).toContain(
    `article:${first.id}`,
  );
});

test('a page out of one article is not for search engines, and one out of none is not there', async () => {
  const { app, cache } = siteApp(db);
  const article = await publish('Carter in Seoul');
  expect(await (await ask(app, '/person/ashton-carter')).text()).toContain('content="noindex"');
  await db.transaction().execute((trx) => killStory(trx, { storyId: article.story_id, at: minutes(5) }));
  cache.purge({ keys: [`article:${article.id}`], hard: true });
  expect((await ask(app, '/person/ashton-carter')).status).toBe(404);
  expect((await ask(app, '/person/nobody-known')).status).toBe(404);
});

test('who was struck has no page', async () => {
  await publish('Carter in Seoul');
  await editPerson(db, 'en', 'ashton-carter', { struck: true });
  expect((await ask(siteApp(db).app, '/person/ashton-carter')).status).toBe(404);
});

test('the articles are paged, and later pages hold articles alone', async () => {
  for (let n = 0; n < 26; n++) await publish(`Visit ${n}`, SPEECH, minutes(n));
  const { app } = siteApp(db);
  const html = await (await ask(app, '/person/ashton-carter')).text();
  expect(html).toContain('Visit 25');
  expect(html).not.toContain('>Visit 1<');
  const older = /<a rel="next" href="([^"]+)"/.exec(html)?.[1] ?? '';
  const more = await (await ask(app, older)).text();
  expect(more).toContain('>Visit 1<');
  expect(more).not.toContain('blockquote');
  expect(more).toContain('content="noindex"');
});
