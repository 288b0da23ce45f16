import { beforeEach, expect, test } from 'vitest';
import type { ArticleRow } from '#features/articles/articles.ts';
import { createPopular } from '#features/popular/popular.ts';
import { killStory, purgeKeysOf } from '#features/publishing/publishing.ts';
import { PAST, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { createLog } from '#platform/log.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { aFrame } from '../layout/frame.builder.ts';
import type { Paper } from '../paper.ts';
import { buildPaper, editionContext } from '../testing/build-paper.ts';
import { mostPopularRoute } from './most-popular.route.tsx';
import { loadPopularBox } from './most-popular-box.view.ts';

const { db } = await testDatabase();
let paper: Paper;

beforeEach(async () => {
  await emptyDatabase(db);
  paper = await buildPaper(db);
});

function contextOf(code = 'en') {
  const popular = createPopular({ db, log: createLog({ level: 'silent' }), now: () => PAST });
  return { ...editionContext(db, paper, code), assets: aFrame().assets, popular };
}

async function show(context = contextOf()) {
  const answer = await mostPopularRoute.render(context, {
    path: '/most-popular',
    params: {},
    query: new URLSearchParams(),
  });
  return { ...answer, text: String(answer.body) };
}

async function read(article: ArticleRow, views: number, hoursAgo = 0): Promise<void> {
  const hour = new Date(Math.floor(PAST.getTime() / 3_600_000 - hoursAgo) * 3_600_000);
  await db.insertInto('view_count').values({ article_id: article.id, hour, views }).execute();
}

/** The headlines under a heading, in order. */
function listUnder(html: string, id: string): string[] {
  const list = html.split(`<ol class="ranking" aria-labelledby="${id}">`)[1]?.split('</ol>')[0] ?? '';
  return [...list.matchAll(/<a href="[^"]*">([^<]*)</g)].map(([, headline]) => headline ?? '');
}

test('today and the week stand side by side, then the sections that are read', async () => {
  const fog = await publishCopy(db, { headline: 'Fog' });
  const rates = await publishCopy(db, { headline: 'Rates', section: 'economy' });
  const treaty = await publishCopy(db, { headline: 'Treaty' });
  await read(fog, 5);
  await read(rates, 8);
  await read(treaty, 900, 40);
  const { text } = await show();
  expect(listUnder(text, 'today')).toEqual(['Rates', 'Fog']);
  expect(listUnder(text, 'week')).toEqual(['Treaty', 'Rates', 'Fog']);
  expect(listUnder(text, `section-${fog.section_id}`)).toEqual(['Fog']);
  expect(listUnder(text, `section-${rates.section_id}`)).toEqual(['Rates']);
  expect(text).toContain('<h1>Most popular</h1>');
  expect(text).toContain('rel="canonical" href="https://paper.example/most-popular"');
});

test('each edition has its own page in its own words', async () => {
  await read(await publishCopy(db, { headline: 'Fog' }), 5);
  await read(await publishCopy(db, { headline: '안개', edition: 'ko' }), 2);
  const { text } = await show(contextOf('ko'));
  expect(listUnder(text, 'today')).toEqual(['안개']);
  expect(text).toContain('<h1>많이 본 기사</h1>');
  expect(text).toContain('hrefLang="en" href="https://paper.example/most-popular"');
});

test('a paper that nobody has read yet says so', async () => {
  await publishCopy(db, { headline: 'Fog' });
  const { text, status } = await show();
  expect(status).toBe(200);
  expect(text).toContain('Nothing has been read often enough yet.');
  expect(text).not.toContain('class="ranking"');
});

test('a page is kept for at most a minute and depends on every article that it names', async () => {
  const fog = await publishCopy(db, { headline: 'Fog' });
  await read(fog, 5);
  const { keys, maxAgeSeconds } = await show();
  expect(keys).toEqual([`article:${fog.id}`]);
  expect(maxAgeSeconds).toBeLessThanOrEqual(60);
});

test('the box names five of the paper or of a section, and not the article that it stands beside', async () => {
  const articles: ArticleRow[] = [];
  for (let place = 0; place < 7; place += 1) {
    const article = await publishCopy(db, {
      headline: `Story ${place}`,
      section: place === 6 ? 'economy' : 'world',
    });
    await read(article, 10 - place);
    articles.push(article);
  }
  const context = contextOf();
  const whole = await loadPopularBox(context, { without: articles[1]?.id });
  expect(whole.box.entries.map(({ headline }) => headline)).toEqual([0, 2, 3, 4, 5].map((n) => `Story ${n}`));
  expect(whole.box.href).toBe('/most-popular');
  const economy = context.sections.find(({ slug }) => slug === 'economy');
  const { box, keys } = await loadPopularBox(context, { section: economy });
  expect(box).toMatchObject({ title: 'Most popular in Economy', entries: [{ headline: 'Story 6' }] });
  expect(keys).toEqual([`article:${articles[6]?.id}`]);
});

test('a killed article leaves page and box at the word of it', async () => {
  const fog = await publishCopy(db, { headline: 'Fog' });
  await read(fog, 5);
  const context = contextOf();
  expect((await show(context)).text).toContain('Fog');
  await db.transaction().execute((trx) => killStory(trx, { storyId: fog.story_id, at: PAST }));
  context.popular.changed(purgeKeysOf(fog, []));
  expect((await show(context)).text).not.toContain('Fog');
  expect((await loadPopularBox(context)).box.entries).toEqual([]);
  await context.popular.stop();
});

test('a headline from a wire is text and never markup', async () => {
  await read(await publishCopy(db, { headline: 'Fog <img src=x onerror=1> & "mist"' }), 1);
  expect((await show()).text).not.toContain('<img src=x');
});
