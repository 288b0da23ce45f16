import { beforeEach, expect, test } from 'vitest';
import { killStory } from '#features/publishing/publishing.ts';
import { type DeskCopy, PAST, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { indexArticles } from '#features/search/search.ts';
import { saveTopic } from '#features/taxonomy/taxonomy.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import type { Paper } from '../paper.ts';
import { buildPaper, editionContext } from '../testing/build-paper.ts';
import { searchRoute } from './search.route.tsx';
import { SEARCH_QUERY } from './search-params.ts';
import { suggestRoute } from './suggest.route.ts';

const { db } = await testDatabase();
let paper: Paper;

beforeEach(async () => {
  await emptyDatabase(db);
  paper = await buildPaper(db);
});

async function publish(copy: DeskCopy) {
  const article = await publishCopy(db, copy);
  await indexArticles(db, [article.id]);
  return article;
}

async function ask(query: string, code = 'en', route = searchRoute) {
  const prefix = code === 'ko' ? '/ko' : '';
  const answer = await route.render(
    { ...editionContext(db, paper, code), assets },
    {
      path: `${prefix}${route.pattern}`,
      params: {},
      query: new URLSearchParams(query),
    },
  );
  return { ...answer, text: String(answer.body) };
}

/** Every built file under its own name. */
const assets = new Proxy<Record<string, string>>({}, { get: (_, name) => `/assets/${String(name)}` });

const hour = (count: number) => new Date(PAST.getTime() + count * 3_600_000);

test('without a query there is the form, which works without scripts and asks by GET', async () => {
  const { text, status } = await ask('');
  expect(status).toBe(200);
  expect(text).toMatch(/<form [^>]*action="\/search"/);
  expect(text).not.toContain('method=');
  expect(text).toMatch(/<input [^>]*type="search"[^>]* name="q"/);
  expect(text).not.toContain('class="results"');
});

test('what was found is listed with its marks, and search engines are told to leave it', async () => {
  const article = await publish({ headline: 'Fog in the port', text: 'Ships waited in fog at the port.' });
  const { text, keys, maxAgeSeconds } = await ask('q=fog');
  expect(text).toContain('<mark>Fog</mark> in the port');
  expect(text).toContain('Ships waited in <mark>fog</mark> at the port.');
  expect(text).toContain(`href="${encodeURI(article.path)}"`);
  expect(text).toContain('<meta name="robots" content="noindex"/>');
  expect(keys).toEqual(expect.arrayContaining(['edition:en', 'search:en', `article:${article.id}`]));
  expect(maxAgeSeconds).toBeLessThanOrEqual(60);
});

test('neither what is typed nor what is found can become markup', async () => {
  await publish({ headline: 'Fog <img src=x>', text: 'A </p><script>alert(1)</script> fog.' });
  const { text } = await ask(`q=${encodeURIComponent('fog "><script>alert(2)</script>')}`);
  expect(text).not.toContain('<script>alert');
  expect((await ask('q=fog')).text).toContain('&lt;img src=x&gt;');
});

test('the next page is reached by a link that keeps the search', async () => {
  await saveTopic(db, { edition: 'en', slug: 'ports', name: 'Ports', description: '', code: null });
  for (let count = 0; count < 21; count += 1)
    await publish({ headline: `Fog ${count}`, at: hour(count), topics: [1] });
  const { text } = await ask('q=fog&sort=newest&section=world&topic=ports&from=2025-03-01&to=2025-03-09');
  const [, next = ''] = /rel="next" href="([^"]+)"/.exec(text) ?? [];
  const query = new URLSearchParams(next.replaceAll('&amp;', '&').split('?')[1]);
  expect([...query.keys()]).toEqual(SEARCH_QUERY.toSorted());
  const second = await ask(query.toString());
  expect(second.text.match(/<li class="story">/g)).toHaveLength(1);
  expect(second.text).toContain('rel="prev"');
});

test('a limit that is none limits nothing, and a cursor that is none begins at the beginning', async () => {
  await publish({ headline: 'Fog' });
  for (const query of [
    'section=nowhere',
    'topic=%00',
    'from=2025-13-40',
    'to=tomorrow',
    'sort=x',
    "before='",
    'before=1-1-1',
  ])
    expect((await ask(`q=fog&${query}`)).text).toContain('<mark>Fog</mark>');
});

test('a search that finds nothing says so, and what it did', async () => {
  await publish({ headline: 'Harbour fog' });
  expect((await ask('q=zebra')).text).toContain('Nothing was found for “zebra”.');
  const limited = (await ask('q=fog&section=economy')).text;
  expect(limited).toContain('Nothing was found within these limits.');
  expect(limited).toContain('href="/search?q=fog"');
  expect((await ask('q=harbuor')).text).toContain('<a href="/search?q=harbour">harbour</a>');
  expect((await ask('q=-fog')).text).toContain('what to leave out');
});

test('each edition searches its own articles in its own words', async () => {
  await publish({ headline: 'Fog' });
  await publish({ edition: 'ko', headline: '국방부 장관' });
  const { text } = await ask(`q=${encodeURIComponent('국방부장관')}`, 'ko');
  expect(text).toContain('<mark>국방부 장관</mark>');
  expect(text).toContain('action="/ko/search"');
  expect((await ask('q=fog', 'ko')).text).toContain('검색 결과가 없습니다');
});

test('suggestions are a JSON list of texts and addresses, and name nothing that was killed', async () => {
  await saveTopic(db, { edition: 'en', slug: 'fog', name: 'Fog', description: '', code: null });
  const article = await publish({ headline: 'Fog "lifts"' });
  const killed = await publish({ headline: 'Fog kills' });
  await db.transaction().execute((trx) => killStory(trx, { storyId: killed.story_id, at: hour(1) }));
  const { text, headers } = await ask('q=fo', 'en', suggestRoute);
  expect(JSON.parse(text)).toEqual([
    { text: 'Fog', href: '/topic/fog' },
    { text: 'Fog "lifts"', href: article.path },
  ]);
  expect(Object.fromEntries(headers)['content-type']).toBe('application/json');
});
