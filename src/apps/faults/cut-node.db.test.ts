import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { killStory } from '#features/publishing/publishing.ts';
import { ensureSection, saveEdition } from '#features/taxonomy/taxonomy.ts';
import { addSource } from '#features/wire/wire.ts';
import { createDatabase, type Db } from '#platform/database.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { makeTestFolder, startNode, type TestNode } from '../start/testing/start-node.ts';
import { type DatabaseLine, layDatabaseLine } from './testing/database-line.ts';

const { db, target } = await testDatabase();
const folder = makeTestFolder();
let line: DatabaseLine;
let far: Db;
let whole: TestNode;
let cut: TestNode;
let token = '';

beforeAll(async () => {
  line = await layDatabaseLine(target);
  far = createDatabase(line.target, { max: 5, name: 'dateline test cut node' });
  whole = await startNode(db, target, folder);
  cut = await startNode(far, line.target, folder);
});

beforeEach(async () => {
  await emptyDatabase(db);
  await saveEdition(db, { ...EDITION, name: 'Post' });
  const { section } = await ensureSection(db, { edition: 'en', slug: 'world' });
  const rule = { kind: 'push', edition: 'en', sectionId: section.id, publish: true } as const;
  token = (await addSource(db, { name: 'agency', ...rule })).token ?? '';
  await notifyPurge(db, { keys: 'all', hard: true });
  for (const node of [whole, cut]) await node.settle();
});

afterEach(async () => {
  line.mend();
  await expect.poll(async () => (await read(cut, '/readyz')).status, WITHIN).toBe(200);
});

afterAll(async () => {
  await whole.stop();
  await cut.stop();
  await far.destroy();
  await line.close();
  folder.remove();
});

const EDITION = {
  code: 'en',
  language: 'en',
  prefix: '',
  position: 0,
  tagline: '',
  zone: 'UTC',
  demo: false,
};
const WITHIN = { timeout: 20_000 };
const FAR_FUTURE = '2199-01-01T00:00:00Z';

async function read(node: TestNode, path: string, init?: RequestInit) {
  const response = await fetch(node.origin + path, init);
  return { status: response.status, headers: response.headers, text: await response.text() };
}

const push = (node: TestNode, item: object = {}) =>
  read(node, '/wire/agency', {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({
      ...{ type: 'text', uri: 'urn:test:fog', version: '1', pubstatus: 'usable', language: 'en' },
      headline: 'Fog closes the harbour',
      body_html: '<p>In all 14 ships waited outside until the fog lifted at noon.</p>',
      ...item,
    }),
  });

async function publishedPath(): Promise<string> {
  expect((await push(whole)).status).toBe(202);
  return (await db.selectFrom('article').select('path').executeTakeFirstOrThrow()).path;
}

const PAGES = ['/', '/world', '/latest', '/feeds/latest.rss', '/subscribe'];

/** Has the node put the pages into its memory. */
async function warm(node: TestNode, paths: string[]): Promise<void> {
  for (const path of paths) {
    await expect.poll(async () => (await read(node, path)).status).toBe(200);
  }
}

async function kill(): Promise<void> {
  const { id } = await db.selectFrom('story').select('id').executeTakeFirstOrThrow();
  await db.transaction().execute((trx) => killStory(trx, { storyId: id, at: new Date() }));
}

describe('a node whose line to the database is cut', () => {
  const how = 'refused';

  it('serves the pages that it has, and says that it is not ready', async () => {
    const path = await publishedPath();
    await warm(cut, [...PAGES, path]);
    line.cut(how);
    await expect.poll(async () => (await read(cut, '/readyz')).status, WITHIN).toBe(503);
    for (const page of [...PAGES, path]) expect([page, (await read(cut, page)).status]).toEqual([page, 200]);
    expect((await read(cut, '/healthz')).status).toBe(200);
  });

  it('refuses pushed copy so that the provider sends it again, which is then taken', async () => {
    await publishedPath();
    line.cut(how);
    const item = { uri: 'urn:test:rain', headline: 'Rain at last' };
    const refused = await push(cut, item);
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(JSON.parse(refused.text).detail).toMatch(/database/);
    line.mend();
    await expect.poll(async () => (await push(cut, item)).status, WITHIN).toBe(202);
    const stored = await db
      .selectFrom('story')
      .select('id')
      .where('wire_guid', '=', 'urn:test:rain')
      .execute();
    expect(stored).toHaveLength(1);
  });

  it('says to whoever subscribes that nothing was stored and when to come back', async () => {
    await publishedPath();
    await warm(cut, ['/subscribe']);
    line.cut(how);
    const body = new URLSearchParams({ address: 'reader@example.org' });
    const refused = await read(cut, '/subscribe', { method: 'POST', body });
    expect(refused.status).toBe(503);
    expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
    expect(refused.text).toContain('nothing was stored');
    expect(refused.text).toContain('reader@example.org');
  });

  it('says what it cannot do where a page is not in its memory', async () => {
    await publishedPath();
    line.cut(how);
    for (const path of ['/topic/rain', '/search?q=rain', '/subscribe/confirm/abc']) {
      const refused = await read(cut, path);
      expect([path, refused.status]).toEqual([path, 503]);
      expect(refused.headers.get('retry-after')).toMatch(/^\d+$/);
      expect(refused.text).toContain('cannot reach its database');
    }
  });

  it('shows a story that was killed meanwhile until the line is back, and never after that', async () => {
    const path = await publishedPath();
    await warm(cut, [...PAGES, path]);
    line.cut(how);
    await expect.poll(async () => (await read(cut, '/readyz')).status, WITHIN).toBe(503);
    await kill();
    await whole.settle();
    expect((await read(whole, path)).status).toBe(410);
    expect((await read(cut, path)).status).toBe(200);
    line.mend();
    await expect.poll(async () => (await read(cut, '/readyz')).status, WITHIN).toBe(200);
    expect((await read(cut, path)).status).toBe(410);
    for (const page of PAGES) expect((await read(cut, page)).text).not.toContain('Fog closes');
  });

  it('keeps an embargo that came meanwhile', async () => {
    const path = await publishedPath();
    await warm(cut, [...PAGES, path]);
    line.cut(how);
    await expect.poll(async () => (await read(cut, '/readyz')).status, WITHIN).toBe(503);
    expect((await push(whole, { version: '2', embargoed: FAR_FUTURE })).status).toBe(202);
    line.mend();
    await expect.poll(async () => (await read(cut, '/readyz')).status, WITHIN).toBe(200);
    expect((await read(cut, path)).status).not.toBe(200);
    for (const page of PAGES) expect((await read(cut, page)).text).not.toContain('Fog closes');
  });

  it('knows the new name and sections that the paper got meanwhile', async () => {
    const path = await publishedPath();
    await warm(cut, [...PAGES, path]);
    line.cut(how);
    await expect.poll(async () => (await read(cut, '/readyz')).status, WITHIN).toBe(503);
    await db.transaction().execute(async (trx) => {
      await saveEdition(trx, { ...EDITION, name: 'Morning Courier' });
      await ensureSection(trx, { edition: 'en', slug: 'harbour' });
      await notifyPurge(trx, { keys: 'all', hard: false });
    });
    line.mend();
    await expect.poll(async () => (await read(cut, '/readyz')).status, WITHIN).toBe(200);
    expect((await read(cut, '/')).text).toContain('Morning Courier');
    expect((await read(cut, '/harbour')).status).toBe(200);
  });

  it('does all of this where the line was not closed but fell silent, too', async () => {
    const path = await publishedPath();
    await warm(cut, [...PAGES, path]);
    line.cut('silent');
    const [pushed, asked, away, ready] = await Promise.all([
      push(cut, { uri: 'urn:test:rain' }),
      read(cut, '/subscribe', { method: 'POST', body: new URLSearchParams({ address: 'a@example.org' }) }),
      read(cut, '/topic/rain'),
      read(cut, '/readyz'),
      kill(),
    ]);
    for (const answer of [pushed, asked, away, ready]) expect(answer.status).toBe(503);
    for (const answer of [pushed, asked, away]) expect(answer.headers.get('retry-after')).toMatch(/^\d+$/);
    for (const page of [...PAGES, path]) expect([page, (await read(cut, page)).status]).toEqual([page, 200]);
    line.mend();
    await expect.poll(async () => (await read(cut, '/readyz')).status, WITHIN).toBe(200);
    expect((await read(cut, path)).status).toBe(410);
    expect((await push(cut, { uri: 'urn:test:rain' })).status).toBe(202);
  }, 60_000);
});
