import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { killStory } from '#features/publishing/publishing.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { buildEditions, PAST, publishOne, SILENT } from './testing/copy.ts';
import { createViewCounter } from './view-counter.ts';
import { addViews } from './views.repo.ts';

const { db } = await testDatabase();
let ids: number[] = [];

beforeEach(async () => {
  await emptyDatabase(db);
  await buildEditions(db);
  ids = [(await publishOne(db)).id, (await publishOne(db)).id];
});

const aNode = (now = () => PAST) => createViewCounter({ db, log: SILENT, now });
const read = (node: ReturnType<typeof aNode>, article: number | undefined, times: number) => {
  for (let time = 0; time < times; time += 1) node.add(article ?? 0);
};
const counts = () =>
  db
    .selectFrom('view_count')
    .select(['article_id', 'hour', 'views'])
    .orderBy('hour')
    .orderBy('article_id')
    .execute();

test('reads are summed in memory and written by the hour', async () => {
  let now = PAST;
  const node = aNode(() => now);
  read(node, ids[0], 3);
  now = new Date('2025-03-04T10:00:00Z');
  read(node, ids[0], 2);
  read(node, ids[1], 1);
  expect(await counts()).toEqual([]);
  await node.flush();
  expect(await counts()).toEqual([
    { article_id: ids[0], hour: new Date('2025-03-04T09:00:00Z'), views: 3 },
    { article_id: ids[0], hour: new Date('2025-03-04T10:00:00Z'), views: 2 },
    { article_id: ids[1], hour: new Date('2025-03-04T10:00:00Z'), views: 1 },
  ]);
  expect(node.stats()).toEqual({ counted: 6, waiting: 0, dropped: 0, failures: 0 });
});

test('two nodes that flush at the same time add up', async () => {
  const nodes = [aNode(), aNode(), aNode(), aNode()];
  for (let round = 0; round < 10; round += 1) {
    for (const node of nodes) for (const id of ids) read(node, id, 2);
    await Promise.all(nodes.map((node) => node.flush()));
  }
  expect((await counts()).map(({ views }) => views)).toEqual([80, 80]);
});

test('a node that dies loses what it had not flushed and nothing else', async () => {
  const dying = aNode();
  read(dying, ids[0], 5);
  await dying.flush();
  read(dying, ids[0], 7);
  const next = aNode();
  read(next, ids[0], 1);
  await next.stop();
  expect((await counts()).map(({ views }) => views)).toEqual([6]);
});

test('a graceful stop writes what there is', async () => {
  const node = aNode();
  node.start();
  read(node, ids[1], 4);
  await node.stop();
  expect((await counts()).map(({ views }) => views)).toEqual([4]);
});

test('a batch whose answer was lost is sent again and counted once', async () => {
  const batch = {
    node: '5d1f4b7e-6a0f-4f5c-9b51-0d7c4d6f3a10',
    number: 1,
    sums: [{ articleId: ids[0] ?? 0, hour: new Date('2025-03-04T09:00:00Z'), views: 9 }],
  };
  for (let time = 0; time < 3; time += 1) await addViews(db, batch);
  expect((await counts()).map(({ views }) => views)).toEqual([9]);
  await addViews(db, { ...batch, number: 2 });
  expect((await counts()).map(({ views }) => views)).toEqual([18]);
});

test('while the database takes nothing the reads wait, and more come to them', async () => {
  const node = aNode();
  await sql`alter table view_count rename to away`.execute(db);
  read(node, ids[0], 3);
  await node.flush();
  read(node, ids[0], 2);
  await node.flush();
  expect(node.stats()).toMatchObject({ waiting: 5, failures: 2 });
  await sql`alter table away rename to view_count`.execute(db);
  await node.flush();
  expect((await counts()).map(({ views }) => views)).toEqual([5]);
  expect(node.stats().waiting).toBe(0);
});

test('numbers of no article, and of one that was killed, count nothing and spoil nothing', async () => {
  const killed = await publishOne(db);
  await db.transaction().execute((trx) => killStory(trx, { storyId: killed.story_id, at: PAST }));
  const node = aNode();
  for (const id of [999_999, killed.id, ids[0]]) read(node, id, 1);
  await node.flush();
  expect((await counts()).map(({ article_id }) => article_id)).toEqual([ids[0]]);
});

test('made-up numbers cannot fill the memory', async () => {
  const node = createViewCounter({ db, log: SILENT, now: () => PAST, maxSums: 100 });
  for (let made = 1; made <= 1000; made += 1) node.add(5_000_000 + made);
  expect(node.stats()).toMatchObject({ waiting: 100, dropped: 900 });
  await node.flush();
  read(node, ids[0], 1);
  await node.flush();
  expect((await counts()).map(({ views }) => views)).toEqual([1]);
});
