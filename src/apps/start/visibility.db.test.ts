import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexArticles } from '#features/search/search.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { anyEvent } from './testing/paper-events.ts';
import { newPaper, play } from './testing/play-event.ts';
import { makeTestFolder, startNode, type TestNode } from './testing/start-node.ts';
import { listSurfaces } from './testing/surfaces.ts';
import { findWrongs, type TrackedStory } from './testing/visibility-check.ts';

const { db, target } = await testDatabase();
const folder = makeTestFolder();
const world = { db, blobs: folder.blobs };
const nodes: TestNode[] = [];

beforeAll(async () => {
  nodes.push(await startNode(db, target, folder), await startNode(db, target, folder));
});

afterAll(async () => {
  for (const node of nodes) await node.stop();
  folder.remove();
});

async function expectRightEverywhere(stories: TrackedStory[]): Promise<void> {
  const surfaces = await listSurfaces(db);
  await indexArticles(
    db,
    surfaces.articles.map(({ id }) => id),
  );
  for (const node of nodes) {
    await node.settle();
    const walk = { origin: node.origin, stories, surfaces };
    let wrongs = await findWrongs(walk);
    expect(wrongs.shown).toEqual([]);
    for (let tries = 0; wrongs.missing.length > 0 && tries < 20; tries++) wrongs = await findWrongs(walk);
    expect(wrongs).toEqual({ shown: [], missing: [] });
  }
}

it('no surface of any node ever shows what readers may not see, and every surface shows what they may', async () => {
  const property = fc.asyncProperty(fc.array(anyEvent, { minLength: 5, maxLength: 9 }), async (events) => {
    const paper = await newPaper(world);
    for (const event of events) {
      await play(world, paper, event);
      await expectRightEverywhere(paper.stories);
    }
  });
  await fc.assert(property, { numRuns: 12, interruptAfterTimeLimit: 90_000 });
}, 120_000);
