import { afterAll, beforeAll, expect, it } from 'vitest';
import { addPartner, recordChange } from '#features/partners/partners.ts';
import { receiveMessage } from '#features/publishing/publishing.ts';
import { indexArticles } from '#features/search/search.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { newPaper, play } from './testing/play-event.ts';
import { makeTestFolder, startNode, type TestNode } from './testing/start-node.ts';
import { applyKill } from './testing/story-model.ts';
import { ask, listSurfaces } from './testing/surfaces.ts';
import { findWrongs } from './testing/visibility-check.ts';

const { db, target } = await testDatabase();
const folder = makeTestFolder();
const nodes: TestNode[] = [];

beforeAll(async () => {
  nodes.push(await startNode(db, target, folder), await startNode(db, target, folder));
});

afterAll(async () => {
  await Promise.all(nodes.map((node) => node.stop()));
  folder.remove();
});

it('an order under another identifier takes a story off every surface of both nodes, on which it stood', async () => {
  const world = { db, blobs: folder.blobs };
  const paper = await newPaper(world);
  const asked = { name: 'partner', format: 'ninjs', text: 'full', wire: true } as const;
  const { key: partnerKey } = await addPartner(db, asked, new Date());
  const wire = { kind: 'wire', step: 1, pubstatus: 'usable', embargo: 'none' } as const;
  await play(world, paper, { ...wire, story: 0, picture: true });
  await play(world, paper, { ...wire, story: 2, picture: false });
  const surfaces = await listSurfaces(db);
  await indexArticles(
    db,
    surfaces.articles.map(({ id }) => id),
  );
  for (const { id } of surfaces.articles) await recordChange(db, id, new Date());
  const walks = nodes.map(({ origin }) => ({ origin, stories: paper.stories, surfaces, partnerKey }));
  for (const walk of walks)
    await expect.poll(() => findWrongs(walk), { timeout: 10_000 }).toEqual({ shown: [], missing: [] });

  const order = {
    ...{
      uri: 'urn:test:order',
      version: '1',
      type: 'text',
      pubstatus: 'canceled',
      headline: 'KILL: harbour',
    },
    versioncreated: new Date().toISOString(),
    links: [{ rel: 'kills', href: 'urn:test:0' }],
    evolvedfrom: 'urn:test:0',
  };
  const bytes = new TextEncoder().encode(JSON.stringify(order));
  await receiveMessage(db, paper.sources.publishing, { bytes, receivedAt: new Date() });
  const killed = paper.stories[0];
  if (killed) applyKill(killed.model);
  for (const walk of walks)
    await expect.poll(() => findWrongs(walk), { timeout: 10_000 }).toEqual({ shown: [], missing: [] });
  const path = surfaces.articles.find(({ storyId }) => storyId === killed?.storyId)?.path ?? '';
  for (const { origin } of nodes) expect((await ask(origin, path)).status).toBe(410);
});
