import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { followArticle as followForDiary } from '#features/diary/diary.ts';
import { addPartner, recordChange } from '#features/partners/partners.ts';
import { followArticle as followForPeople } from '#features/people/people.ts';
import { indexArticles } from '#features/search/search.ts';
import { followArticle as followForTimelines } from '#features/timelines/timelines.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { SPEAKER } from './testing/marked-copy.ts';
import { anyEvent, type PaperEvent } from './testing/paper-events.ts';
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
  await Promise.all(nodes.map((node) => node.stop()));
  folder.remove();
});

/** How often these had something to show: what is always empty shows nothing wrong either. */
const read = { '/diary': 0, [`/person/${SPEAKER}`]: 0, '/topic/fog': 0 };

/** Only once the surfaces were looked at: what they show must be right at once, and not when it comes to follow. */
async function followAll(): Promise<void> {
  for (const { id } of (await listSurfaces(db)).articles)
    for (const follow of [followForDiary, followForPeople, followForTimelines]) await follow(db, id);
  for (const path of Object.keys(read) as (keyof typeof read)[]) {
    const text = await (await fetch(`${nodes[0]?.origin}${path}`)).text();
    if (path === '/topic/fog' ? text.includes('happenings') : text.includes('Zqmark')) read[path]++;
  }
}

async function expectRightEverywhere(stories: TrackedStory[], partnerKey: string): Promise<void> {
  const surfaces = await listSurfaces(db);
  await indexArticles(
    db,
    surfaces.articles.map(({ id }) => id),
  );
  for (const { id } of surfaces.articles) await recordChange(db, id, new Date());
  for (const node of nodes) {
    await node.settle();
    const walk = { origin: node.origin, stories, surfaces, partnerKey };
    let wrongs = await findWrongs(walk);
    expect(wrongs.shown).toEqual([]);
    for (let tries = 0; wrongs.missing.length > 0 && tries < 20; tries++) wrongs = await findWrongs(walk);
    expect(wrongs).toEqual({ shown: [], missing: [] });
  }
}

const wire = { kind: 'wire', step: 1, pubstatus: 'usable', embargo: 'none', picture: true } as const;
/** The first run always: everything has something to show, and then something to take back. */
const SURE: PaperEvent[] = [
  { ...wire, story: 0 },
  { ...wire, story: 2 },
  { ...wire, story: 2, pubstatus: 'canceled' },
  { ...wire, story: 0, embargo: 'future' },
  { kind: 'kill', story: 0 },
];

/** Further runs are begun in this time only; the first goes to its end however slow the machine. */
const RUNS_MS = 20_000;

it('no surface of any node ever shows what readers may not see, and every surface shows what they may', async () => {
  const begun = performance.now();
  const finished = { runs: 0, steps: 0 };
  const property = fc.asyncProperty(fc.array(anyEvent, { minLength: 5, maxLength: 9 }), async (events) => {
    if (finished.runs > 0 && performance.now() - begun > RUNS_MS) return;
    const paper = await newPaper(world);
    const asked = { name: 'partner', format: 'ninjs', text: 'full', wire: true } as const;
    const { key } = await addPartner(db, asked, new Date());
    for (const event of events) {
      await play(world, paper, event);
      await expectRightEverywhere(paper.stories, key);
      await followAll();
      finished.steps++;
    }
    await expectRightEverywhere(paper.stories, key);
    finished.runs++;
  });
  await fc.assert(property, { numRuns: 12, examples: [[SURE]] });
  expect(finished.runs).toBeGreaterThan(0);
  expect(finished.steps).toBeGreaterThanOrEqual(SURE.length);
  for (const times of Object.values(read)) expect(times).toBeGreaterThan(0);
}, 120_000);
