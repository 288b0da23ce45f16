import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { killStory, publishStory } from '#features/publishing/publishing.ts';
import { ensureSection, saveEdition } from '#features/taxonomy/taxonomy.ts';
import { addSource } from '#features/wire/wire.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { makeTestFolder, startNode, type TestNode } from './testing/start-node.ts';

const { db, target } = await testDatabase();
const folder = makeTestFolder();
const nodes: TestNode[] = [];
let token: string | undefined;

beforeAll(async () => {
  nodes.push(await startNode(db, target, folder), await startNode(db, target, folder));
});

beforeEach(async () => {
  await emptyDatabase(db);
  const edition = { code: 'en', name: 'Post', language: 'en', prefix: '', position: 0 };
  await saveEdition(db, { ...edition, tagline: '', zone: 'UTC', demo: false });
  const { section } = await ensureSection(db, { edition: 'en', slug: 'world' });
  const rule = { kind: 'push', edition: 'en', sectionId: section.id, publish: true } as const;
  token = (await addSource(db, { name: 'agency', ...rule })).token;
  await notifyPurge(db, { keys: 'all', hard: true });
  for (const node of nodes) await node.settle();
});

afterAll(async () => {
  for (const node of nodes) await node.stop();
  folder.remove();
});

const first = () => nodes[0] as TestNode;

/** Hands the first node an item as an agency does. */
async function push(item: object): Promise<void> {
  const response = await fetch(`${first().origin}/wire/agency`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({
      type: 'text',
      uri: 'urn:test:fog',
      version: '1',
      pubstatus: 'usable',
      language: 'en',
      headline: 'Fog closes the harbour',
      body_html: '<p>In all 14 ships waited outside until the fog lifted at noon.</p>',
      ...item,
    }),
  });
  expect(response.status).toBe(202);
}

const LISTS = ['/', '/world', '/latest', '/feeds/latest.rss', '/feeds/world.json', '/news-sitemap.xml'];

async function read(node: TestNode, path: string): Promise<{ status: number; text: string }> {
  const response = await fetch(node.origin + path);
  return { status: response.status, text: await response.text() };
}

/** The lists of a node that name the story. */
async function listsThatNameIt(node: TestNode): Promise<string[]> {
  const answers = await Promise.all(LISTS.map(async (path) => ({ path, ...(await read(node, path)) })));
  return answers.filter(({ text }) => text.includes('Fog closes')).map(({ path }) => path);
}

async function articlePath(): Promise<string> {
  const { path } = await db.selectFrom('article').select('path').executeTakeFirstOrThrow();
  return path;
}

const storyId = async (): Promise<number> =>
  (await db.selectFrom('story').select('id').executeTakeFirstOrThrow()).id;

describe('two web nodes on one database', () => {
  it('both show on every list what was handed to one of them, though both had the lists in memory', async () => {
    for (const node of nodes) expect(await listsThatNameIt(node)).toEqual([]);
    await push({});
    for (const node of nodes) {
      await expect.poll(() => listsThatNameIt(node)).toEqual(LISTS);
      expect((await read(node, await articlePath())).status).toBe(200);
    }
  });

  it('both show a correction, with the words that were wrong', async () => {
    await push({});
    const path = await articlePath();
    for (const node of nodes) await read(node, path);
    await push({
      version: '2',
      body_html: '<p>In all 41 ships waited outside until the fog lifted at noon.</p>',
    });
    for (const node of nodes) {
      await expect.poll(async () => (await read(node, path)).text).toContain('In all 41 ships');
      expect((await read(node, path)).text).toContain('said “In all 14 ships waited outside”');
      expect((await read(node, '/corrections')).text).toContain('Fog closes');
    }
  });

  it('both answer 410 for what was killed and name it nowhere, though it stood in the memory of both', async () => {
    await push({});
    const path = await articlePath();
    for (const node of nodes) {
      await expect.poll(() => listsThatNameIt(node)).toEqual(LISTS);
      await read(node, path);
    }
    const order = { storyId: await storyId(), at: new Date() };
    await db.transaction().execute((trx) => killStory(trx, order));
    for (const node of nodes) {
      await node.settle();
      expect((await read(node, path)).status).toBe(410);
      expect(await listsThatNameIt(node)).toEqual([]);
    }
  });

  it('both let a story out at the end of its embargo, with nobody publishing it, and not before', async () => {
    const { rows } = await sql<{ end: Date }>`select now() + interval '1500 milliseconds' as "end"`.execute(
      db,
    );
    const end = rows[0]?.end ?? new Date();
    await push({ embargoed: end.toISOString() });
    const path = await articlePath();
    const look = async (node: TestNode) => ({
      lists: await listsThatNameIt(node),
      status: (await read(node, path)).status,
      over: (await sql<{ over: boolean }>`select now() >= ${end} as over`.execute(db)).rows[0]?.over,
    });
    for (const node of nodes) {
      const before = await look(node);
      // Where the machine was too slow to look before the end, there is nothing to tell.
      if (!before.over) expect(before).toEqual({ lists: [], status: 404, over: false });
    }
    for (const node of nodes)
      await expect
        .poll(() => look(node), { timeout: 10_000 })
        .toEqual({ lists: LISTS, status: 200, over: true });
  });

  it('a node whose line to the database was cut does not go on showing what was killed meanwhile', async () => {
    await push({});
    const path = await articlePath();
    for (const node of nodes) await read(node, path);
    const order = { storyId: await storyId(), at: new Date() };
    await db.transaction().execute(async (trx) => {
      await sql`select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'dateline listen'`.execute(trx);
      await killStory(trx, order);
    });
    for (const node of nodes) {
      await expect.poll(async () => (await read(node, path)).status, { timeout: 15_000 }).toBe(410);
      expect(await listsThatNameIt(node)).toEqual([]);
    }
  });

  it('both take back a retraction’s article from the lists and leave its page with the reason', async () => {
    await push({});
    const path = await articlePath();
    for (const node of nodes) await read(node, path);
    const command = {
      storyId: await storyId(),
      at: new Date(),
      kind: 'retraction',
      note: 'It was not so.',
    } as const;
    await db.transaction().execute((trx) => publishStory(trx, command));
    for (const node of nodes) {
      await expect.poll(() => listsThatNameIt(node)).toEqual([]);
      await expect.poll(async () => (await read(node, path)).text).toContain('It was not so.');
    }
  });
});
