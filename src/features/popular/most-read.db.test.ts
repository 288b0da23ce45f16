import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import type { ArticleRow } from '#features/articles/articles.ts';
import { killStory, purgeKeysOf } from '#features/publishing/publishing.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import type { Period } from './decay.ts';
import type { Scope } from './group-ranking.ts';
import { createPopular } from './most-read.ts';
import { buildEditions, publishOne, SILENT } from './testing/copy.ts';

const { db } = await testDatabase();
const NOW = new Date('2031-05-04T12:20:00Z');

beforeEach(async () => {
  await emptyDatabase(db);
  await buildEditions(db);
});

function aNode() {
  const world = { ms: 0, status: 'live' as 'live' | 'cut_off', connections: 1 };
  const popular = createPopular({ db, log: SILENT, now: () => NOW, nowMs: () => world.ms });
  popular.listenTo({ state: () => ({ ...world, since: NOW }), subscribe: () => () => undefined });
  const ids = async (scope: Scope = { edition: 'en' }, period?: Period) =>
    (await popular.top(scope, { period })).articles.map(({ id }) => id);
  return { world, popular, ids };
}

async function read(article: ArticleRow, views: number, hoursAgo = 0): Promise<void> {
  const hour = new Date(Date.UTC(2031, 4, 4, 12 - hoursAgo));
  await db.insertInto('view_count').values({ article_id: article.id, hour, views }).execute();
}

const kill = (article: ArticleRow) =>
  db.transaction().execute((trx) => killStory(trx, { storyId: article.story_id, at: NOW }));

/** Runs `work` with the article table away: whatever asks it fails. */
async function withoutDatabase(work: () => Promise<void>): Promise<void> {
  await sql`alter view listed_article rename to away`.execute(db);
  try {
    await work();
  } finally {
    await sql`alter view away rename to listed_article`.execute(db);
  }
}

test('the paper, each edition and each section have lists of their own, the most read first', async () => {
  const world = await publishOne(db);
  const economy = await publishOne(db, { section: 'economy' });
  const korean = await publishOne(db, { edition: 'ko' });
  await read(world, 5);
  await read(economy, 9);
  await read(korean, 2);
  const { ids } = aNode();
  expect(await ids()).toEqual([economy.id, world.id]);
  expect(await ids({ edition: 'ko' })).toEqual([korean.id]);
  expect(await ids({ section: world.section_id })).toEqual([world.id]);
  expect(await ids({ section: 999 })).toEqual([]);
});

test('today forgets what was read days ago, the week does not', async () => {
  const [old, fresh] = [await publishOne(db), await publishOne(db)];
  await read(old, 1000, 50);
  await read(fresh, 5);
  const { ids } = aNode();
  expect(await ids()).toEqual([fresh.id]);
  expect(await ids({ edition: 'en' }, 'week')).toEqual([old.id, fresh.id]);
});

test('what is read now passes what was read more this morning', async () => {
  const [morning, noon] = [await publishOne(db), await publishOne(db)];
  await read(morning, 30, 10);
  await read(noon, 20, 1);
  expect(await aNode().ids()).toEqual([noon.id, morning.id]);
});

test('a ranking is kept for less than a minute, and tells how long a page may keep it', async () => {
  const [first, second] = [await publishOne(db), await publishOne(db)];
  await read(first, 1);
  const { world, popular, ids } = aNode();
  expect((await popular.top({ edition: 'en' })).maxAgeSeconds).toBe(60);
  await read(second, 9);
  world.ms += 40_000;
  expect(await ids()).toEqual([first.id]);
  expect((await popular.top({ edition: 'en' })).maxAgeSeconds).toBe(20);
  world.ms += 20_000;
  expect(await ids()).toEqual([second.id, first.id]);
});

test('the first reads of a new paper are in the list of the week as soon as in that of today', async () => {
  const article = await publishOne(db);
  const { world, ids } = aNode();
  expect(await ids({ edition: 'en' }, 'week')).toEqual([]);
  await read(article, 1);
  world.ms += 60_000;
  expect(await ids({ edition: 'en' }, 'week')).toEqual([article.id]);
});

test('no page waits for the database while nothing has changed', async () => {
  const article = await publishOne(db);
  await read(article, 1);
  const { world, popular, ids } = aNode();
  await ids();
  world.ms += 59_000;
  popular.changed(['article:999', 'edition:en', `section:${article.section_id}`]);
  await withoutDatabase(async () => {
    expect(await ids()).toEqual([article.id]);
    expect(await ids({ section: article.section_id }, 'week')).toEqual([article.id]);
  });
});

test('a killed article is gone at the word of it, and the next moves up', async () => {
  const [first, second] = [await publishOne(db), await publishOne(db)];
  await read(first, 9);
  await read(second, 1);
  const { popular, ids } = aNode();
  expect(await ids()).toEqual([first.id, second.id]);
  await kill(first);
  popular.changed(purgeKeysOf(first, []));
  expect(await ids()).toEqual([second.id]);
  await popular.stop();
});

test('word that comes while the list is being read is not lost', async () => {
  const article = await publishOne(db);
  await read(article, 9);
  const { popular, ids } = aNode();
  await ids();
  popular.changed('all');
  const asked = ids();
  await kill(article);
  popular.changed([`article:${article.id}`]);
  expect(await ids()).toEqual([]);
  await asked;
  expect(await ids()).toEqual([]);
  await popular.stop();
});

test('cut off from word of kills, memory is believed for half a second', async () => {
  const article = await publishOne(db);
  await read(article, 9);
  const { world, ids } = aNode();
  await ids();
  world.status = 'cut_off';
  await kill(article);
  world.ms += 501;
  expect(await ids()).toEqual([]);
});

test('once word arrives again nothing from before is believed', async () => {
  const article = await publishOne(db);
  await read(article, 9);
  const { world, ids } = aNode();
  await ids();
  await kill(article);
  world.connections += 1;
  await withoutDatabase(async () => {
    await expect(ids()).rejects.toThrow();
  });
  expect(await ids()).toEqual([]);
});

test('a ranking that cannot be made leaves the one before standing', async () => {
  const [first, second] = [await publishOne(db), await publishOne(db)];
  await read(first, 1);
  const { world, popular, ids } = aNode();
  await ids();
  await read(second, 9);
  world.ms += 61_000;
  await withoutDatabase(async () => {
    expect(await ids()).toEqual([first.id]);
    expect((await popular.top({ edition: 'en' })).maxAgeSeconds).toBe(5);
  });
  world.ms += 5001;
  expect(await ids()).toEqual([second.id, first.id]);
});

test('a node ranks by itself as soon as it starts', async () => {
  const article = await publishOne(db);
  await read(article, 3);
  const { popular, ids } = aNode();
  popular.start();
  await popular.stop();
  await withoutDatabase(async () => {
    expect(await ids()).toEqual([article.id]);
  });
});
