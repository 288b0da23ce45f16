import { sql } from 'kysely';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { receiveMessage } from '#features/publishing/publishing.ts';
import { addSource, type WireSourceRow } from '#features/wire/wire.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { guidOf, toMarkedMessage, toMarker } from './testing/marked-copy.ts';
import { newPaper } from './testing/play-event.ts';
import { makeTestFolder, startNode, type TestNode } from './testing/start-node.ts';

const { db, target } = await testDatabase();
const folder = makeTestFolder();
let running: TestNode[] = [];
let source: WireSourceRow;

const start = async (): Promise<TestNode> => {
  const node = await startNode(db, target, folder);
  running.push(node);
  return node;
};
const stopAll = async (): Promise<void> => {
  await Promise.all(running.map((node) => node.stop()));
  running = [];
};

beforeEach(async () => {
  await newPaper({ db, blobs: folder.blobs });
  const rule = { kind: 'push', edition: 'en', publish: true } as const;
  source = (await addSource(db, { name: 'embargoing', ...rule })).source;
});

afterEach(stopAll);

/** A story that is embargoed for so long by the database's clock; its address. */
async function embargoFor(ms: number): Promise<{ path: string; end: Date }> {
  const { rows } = await sql<{
    end: Date;
  }>`select now() + ${`${ms} milliseconds`}::interval as "end"`.execute(db);
  const end = rows[0]?.end ?? new Date();
  const at = new Date();
  const copy = {
    story: 0,
    take: 1,
    version: 1,
    pubstatus: 'usable',
    language: 'en',
    section: 'world',
    at,
  } as const;
  const bytes = toMarkedMessage({ ...copy, embargoed: end.toISOString() });
  await receiveMessage(db, source, { bytes, receivedAt: at });
  const { path } = await db
    .selectFrom('article')
    .innerJoin('story', 'story.id', 'article.story_id')
    .select('article.path')
    .where('story.wire_guid', '=', guidOf(0))
    .executeTakeFirstOrThrow();
  return { path, end };
}

const isOver = async (end: Date): Promise<boolean> =>
  (await sql<{ over: boolean }>`select now() >= ${end} as over`.execute(db)).rows[0]?.over ?? false;

const LISTS = [
  '/',
  '/world',
  '/latest',
  '/feeds/latest.rss',
  '/news-sitemap.xml',
  '/api/articles?edition=en',
];

/** Where a node shows the story; the sitemap tells it by its address. */
async function shownAt(node: TestNode, path: string): Promise<string[]> {
  const words = toMarker({ story: 0, take: 1, field: 'headline' }).toLowerCase();
  const found: string[] = [];
  for (const address of [...LISTS, path]) {
    const response = await fetch(node.origin + address);
    const text = (await response.text()).toLowerCase();
    if (response.status === 200 && text.includes(words)) found.push(address);
  }
  return found;
}

it('an embargo that ended while nothing ran is over when a node starts', async () => {
  await start();
  const { path, end } = await embargoFor(300);
  await stopAll();
  await expect.poll(() => isOver(end), { timeout: 10_000 }).toBe(true);
  const node = await start();
  expect(await shownAt(node, path)).toEqual([...LISTS, path]);
});

it('an embargo that outlasts a restart lifts by itself on every node, and not before', async () => {
  await start();
  const { path, end } = await embargoFor(4000);
  await stopAll();
  const nodes = [await start(), await start()];
  for (const node of nodes) {
    const shown = await shownAt(node, path);
    // Where the machine was too slow to look before the end, there is nothing to tell.
    if (!(await isOver(end))) expect(shown).toEqual([]);
  }
  for (const node of nodes)
    await expect.poll(() => shownAt(node, path), { timeout: 14_000 }).toEqual([...LISTS, path]);
}, 40_000);
