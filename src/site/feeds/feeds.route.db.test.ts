import { parseAtomFeed, parseJsonFeed, parseRssFeed } from 'feedsmith';
import { beforeEach, expect, test } from 'vitest';
import { killStory } from '#features/publishing/publishing.ts';
import { PAST, publishAgain, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { renameSection, saveTopic } from '#features/taxonomy/taxonomy.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import type { Paper } from '../paper.ts';
import { buildPaper, editionContext } from '../testing/build-paper.ts';
import { feedRoute } from './feeds.route.ts';

const { db } = await testDatabase();
let paper: Paper;

beforeEach(async () => {
  await emptyDatabase(db);
  paper = await buildPaper(db);
});

async function ask(file: string, code = 'en') {
  const answer = await feedRoute.render(editionContext(db, paper, code), {
    path: `/feeds/${file}`,
    params: { file },
    query: new URLSearchParams(),
  });
  return { ...answer, text: String(answer.body), headers: Object.fromEntries(answer.headers) };
}

const hour = (count: number) => new Date(PAST.getTime() + count * 3_600_000);

test('all three formats tell the same articles, newest first, each with its media type', async () => {
  await publishCopy(db, { headline: 'First', at: hour(0) });
  await publishCopy(db, { headline: 'Second', at: hour(1), section: 'economy' });
  const [rss, atom, json] = [await ask('latest.rss'), await ask('latest.atom'), await ask('latest.json')];
  expect(rss.headers['content-type']).toBe('application/rss+xml; charset=utf-8');
  expect(atom.headers['content-type']).toBe('application/atom+xml; charset=utf-8');
  expect(json.headers['content-type']).toBe('application/feed+json');
  expect(parseRssFeed(rss.text).items?.map(({ title }) => title)).toEqual(['Second', 'First']);
  expect(parseAtomFeed(atom.text).entries?.map(({ title }) => title?.value)).toEqual(['Second', 'First']);
  expect(parseJsonFeed(json.text).items?.map(({ title }) => title)).toEqual(['Second', 'First']);
});

test('a section has a feed of its own, and each edition has its own feeds', async () => {
  await publishCopy(db, { headline: 'World news', section: 'world' });
  await publishCopy(db, { headline: 'Money news', section: 'economy' });
  await publishCopy(db, { headline: '경제 소식', section: 'economy', edition: 'ko' });
  const english = parseAtomFeed((await ask('economy.atom')).text);
  expect(english.entries?.map(({ title }) => title?.value)).toEqual(['Money news']);
  expect(english.links?.find(({ rel }) => rel === 'alternate')?.href).toBe('https://paper.example/economy');
  const korean = parseRssFeed((await ask('latest.rss', 'ko')).text);
  expect(korean.items?.map(({ title }) => title)).toEqual(['경제 소식']);
  expect(korean).toMatchObject({
    title: '종이신문',
    language: 'ko',
    link: 'https://paper.example/ko/latest',
  });
  expect(korean.atom?.links?.[0]?.href).toBe('https://paper.example/ko/feeds/latest.rss');
});

test('a correction keeps the identifier and the time of publication and changes the time of update', async () => {
  const article = await publishCopy(db, {
    headline: 'Port reopens',
    text: 'It has 40 berths, officials said.',
  });
  const before = parseAtomFeed((await ask('latest.atom')).text).entries?.[0];
  await publishAgain(db, article.story_id, {
    headline: 'Port reopens',
    text: 'It has 60 berths, officials said.',
    at: hour(5),
  });
  const after = parseAtomFeed((await ask('latest.atom')).text).entries?.[0];
  expect(after).toMatchObject({
    id: before?.id,
    published: before?.published,
    updated: hour(5).toISOString(),
  });
});

test('an article that a later embargo hid for a while comes back under its old identifier', async () => {
  const article = await publishCopy(db, { headline: 'Port reopens' });
  const before = parseAtomFeed((await ask('latest.atom')).text).entries?.[0];
  await db
    .updateTable('story')
    .set({ embargo_until: hour(48) })
    .where('id', '=', article.story_id)
    .execute();
  await publishAgain(db, article.story_id, { headline: 'Port reopens', text: 'More.', at: hour(1) });
  const after = parseAtomFeed((await ask('latest.atom')).text).entries?.[0];
  expect(after?.published).toBe(hour(48).toISOString());
  expect(after?.id).toBe(before?.id);
});

test('section and topics are categories, byline and credit go along', async () => {
  await saveTopic(db, { edition: 'en', slug: 'ports', name: 'Ports', description: '', code: null });
  await publishCopy(db, { headline: 'Port', topics: [1], byline: 'By Ann Lee', credit: 'Yonhap' });
  expect(parseJsonFeed((await ask('latest.json')).text).items?.[0]).toMatchObject({
    tags: ['World', 'Ports'],
    authors: [{ name: 'Ann Lee' }],
  });
});

test('a killed and an embargoed article are in no feed', async () => {
  const killed = await publishCopy(db, { headline: 'Wrong' });
  await db.transaction().execute((trx) => killStory(trx, { storyId: killed.story_id, at: hour(1) }));
  await publishCopy(db, { headline: 'Later', embargoUntil: new Date('9000-01-01T00:00:00Z') });
  for (const format of ['rss', 'atom', 'json']) {
    const { text } = await ask(`latest.${format}`);
    expect(text).not.toMatch(/Wrong|Later/);
  }
});

test('a feed names what makes it out of date: its list and every article in it', async () => {
  const article = await publishCopy(db, { headline: 'Port' });
  const section = paper.sections.find(({ id }) => id === article.section_id);
  expect((await ask('latest.rss')).keys).toEqual(['edition:en', `article:${article.id}`]);
  expect((await ask(`${section?.slug}.rss`)).keys).toEqual([
    `section:${article.section_id}`,
    `article:${article.id}`,
  ]);
});

test('a feed has at most fifty articles', async () => {
  for (let count = 0; count < 51; count++)
    await publishCopy(db, { headline: `Number ${count}`, at: hour(count) });
  const items = parseRssFeed((await ask('latest.rss')).text).items ?? [];
  expect([items.length, items[0]?.title, items[49]?.title]).toEqual([50, 'Number 50', 'Number 1']);
});

test('an empty paper has valid feeds', async () => {
  expect(parseAtomFeed((await ask('latest.atom')).text)).toMatchObject({ updated: PAST.toISOString() });
  expect(JSON.parse((await ask('world.json')).text).items).toEqual([]);
});

test('the feed of a renamed section leads to the new one, and one that never was is not found', async () => {
  await db
    .transaction()
    .execute((trx) => renameSection(trx, { edition: 'en', slug: 'world', newSlug: 'abroad' }));
  paper = { ...paper, sections: paper.sections.filter(({ slug }) => slug !== 'world') };
  expect(await ask('world.atom')).toMatchObject({ status: 301, headers: { location: '/feeds/abroad.atom' } });
  await expect(ask('nothing.rss')).rejects.toMatchObject({ code: 'not_found' });
});
