import fc from 'fast-check';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { saveSource, storePicture } from '#features/media/media.ts';
import {
  holdStory,
  killStory,
  moveSection,
  publishStory,
  receiveMessage,
} from '#features/publishing/publishing.ts';
import { updateStory } from '#features/stories/stories.ts';
import { ensureSection, saveEdition, saveTopic } from '#features/taxonomy/taxonomy.ts';
import { addSource, type WireSourceRow } from '#features/wire/wire.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { guidOf, toMarkedMessage } from './testing/marked-copy.ts';
import { makeTestFolder, startNode, type TestNode } from './testing/start-node.ts';
import {
  applyHold,
  applyKill,
  applyPublish,
  applyWire,
  canPublish,
  newStory,
} from './testing/story-model.ts';
import { listSurfaces } from './testing/surfaces.ts';
import { findWrongs, type TrackedStory } from './testing/visibility-check.ts';

const { db, target } = await testDatabase();
const folder = makeTestFolder();
const nodes: TestNode[] = [];

beforeAll(async () => {
  nodes.push(await startNode(db, target, folder), await startNode(db, target, folder));
});

afterAll(async () => {
  for (const node of nodes) await node.stop();
  folder.remove();
});

/** The second waits for the desk, the fourth is the Korean translation of the first. */
const STORIES = [
  { edition: 'en', source: 'publishing', section: 'world' },
  { edition: 'en', source: 'waiting', section: 'world' },
  { edition: 'en', source: 'publishing', section: 'economy' },
  { edition: 'ko', source: 'publishing', section: 'world', translationOf: 0 },
] as const;

const story = fc.nat({ max: STORIES.length - 1 });
const EMBARGOES = {
  none: undefined,
  past: '2020-01-01T00:00:00Z',
  future: '2199-01-01T00:00:00Z',
  open: 'indefinite',
};

const wireEvent = fc.record({
  kind: fc.constant('wire' as const),
  story,
  /** From the last version; what is not above it comes late or again. */
  step: fc.oneof({ weight: 5, arbitrary: fc.constant(1) }, fc.constantFrom(3, 0, -1)),
  pubstatus: fc.oneof(
    { weight: 6, arbitrary: fc.constant('usable' as const) },
    { weight: 2, arbitrary: fc.constant('withheld' as const) },
    fc.constant('canceled' as const),
  ),
  embargo: fc.oneof(
    { weight: 5, arbitrary: fc.constant('none' as const) },
    fc.constantFrom('past' as const, 'future' as const, 'open' as const),
  ),
  picture: fc.boolean(),
});
const deskEvent = fc.record({
  kind: fc.constantFrom(
    'hold' as const,
    'publish' as const,
    'kill' as const,
    'retract' as const,
    'move' as const,
  ),
  story,
});
const renameEvent = fc.record({ kind: fc.constant('rename' as const), edition: fc.constantFrom('en', 'ko') });
const anyEvent = fc.oneof(
  { weight: 6, arbitrary: wireEvent },
  { weight: 3, arbitrary: deskEvent },
  renameEvent,
);
type PaperEvent = typeof anyEvent extends fc.Arbitrary<infer Event> ? Event : never;

type Paper = {
  stories: TrackedStory[];
  sources: Record<'publishing' | 'waiting', WireSourceRow>;
  takes: number[];
};

async function newPaper(): Promise<Paper> {
  await emptyDatabase(db);
  const shared = { tagline: '', zone: 'UTC', demo: false };
  await saveEdition(db, { ...shared, code: 'en', name: 'Post', language: 'en', prefix: '', position: 0 });
  await saveEdition(db, { ...shared, code: 'ko', name: '신문', language: 'ko', prefix: '/ko', position: 1 });
  for (const edition of ['en', 'ko']) {
    for (const slug of ['world', 'economy']) await ensureSection(db, { edition, slug });
    await saveTopic(db, { edition, slug: 'fog', name: 'Fog', description: '', code: null });
  }
  const source = async (name: string, publish: boolean) =>
    (await addSource(db, { name, kind: 'push', edition: 'en', publish })).source;
  const sources = { publishing: await source('publishing', true), waiting: await source('waiting', false) };
  await notifyPurge(db, { keys: 'all', hard: true });
  const stories = STORIES.map(({ edition }): TrackedStory => ({ model: newStory(), edition }));
  return { stories, sources, takes: STORIES.map(() => 0) };
}

async function storeTestPicture(href: string, take: number): Promise<void> {
  const background = { r: take * 16, g: href.length, b: Number(href.at(-5)) * 20 };
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const media = await storePicture(db, folder.blobs, { bytes, kind: 'photo', now: new Date() });
  await saveSource(db, { href, media_id: media.id, fetched_at: new Date() });
}

async function sendWire(paper: Paper, event: Extract<PaperEvent, { kind: 'wire' }>): Promise<void> {
  const tracked = paper.stories[event.story];
  const rule = STORIES[event.story];
  if (!tracked || !rule) throw new Error('no such story');
  const take = (paper.takes[event.story] ?? 0) + 1;
  paper.takes[event.story] = take;
  const version = Math.max(1, Math.max(0, ...tracked.model.versions) + event.step);
  const known = tracked.model.versions.has(version);
  const picture = event.picture ? `https://pictures.example/${take}/${event.story}.jpg` : undefined;
  if (picture) await storeTestPicture(picture, take);
  const at = new Date();
  const bytes = toMarkedMessage({
    ...{ story: event.story, take, version, picture, at },
    pubstatus: event.pubstatus,
    language: rule.edition,
    section: rule.section,
    embargoed: EMBARGOES[event.embargo],
    translationOf: 'translationOf' in rule ? rule.translationOf : undefined,
  });
  const received = await receiveMessage(db, paper.sources[rule.source], { bytes, receivedAt: at });
  // A version that is there already stands; other content under its number waits for a person.
  const reasons = received.failures.map(({ reason }) => reason);
  expect(reasons).toEqual(known ? [expect.stringContaining('came before with other content')] : []);
  applyWire(tracked.model, {
    ...{ version, take, pubstatus: event.pubstatus },
    embargoed: event.embargo === 'future' || event.embargo === 'open',
    publish: rule.source === 'publishing',
  });
  const row = await db
    .selectFrom('story')
    .select('id')
    .where('wire_guid', '=', guidOf(event.story))
    .executeTakeFirst();
  tracked.storyId = row?.id;
}

/** What the desk does with a story; where its state does not allow it, the order is refused and changes nothing. */
async function deskDoes(
  { kind, story }: Extract<PaperEvent, { story: number }>,
  paper: Paper,
): Promise<void> {
  const tracked = paper.stories[story];
  if (tracked?.storyId === undefined) return;
  const command = { storyId: tracked.storyId, at: new Date() };
  const { model } = tracked;
  const order = db.transaction().execute(async (trx) => {
    if (kind === 'hold') return holdStory(trx, command);
    if (kind === 'kill')
      return killStory(trx, { ...command, notice: 'Two sources took back what they said.' });
    if (kind === 'retract')
      return publishStory(trx, { ...command, kind: 'retraction', note: 'It was wrong.' });
    if (kind === 'move' && canPublish(model)) {
      const row = await trx
        .selectFrom('story')
        .selectAll()
        .where('id', '=', command.storyId)
        .executeTakeFirstOrThrow();
      const other = await trx
        .selectFrom('section')
        .select('id')
        .where('edition', '=', row.edition)
        .where('id', '<>', row.section_id)
        .executeTakeFirstOrThrow();
      await updateStory(trx, command.storyId, { section_id: other.id });
    }
    return publishStory(trx, command);
  });
  const refused = await order.then(
    () => false,
    (error: { code?: string }) => error.code === 'conflict',
  );
  if (kind === 'hold') applyHold(model);
  else if (kind === 'kill') applyKill(model);
  else {
    expect(refused).toBe(!canPublish(model));
    applyPublish(model, kind === 'retract');
  }
}

/** World becomes Globe, and Globe becomes World again. */
async function rename(edition: string): Promise<void> {
  const row = await db
    .selectFrom('section')
    .select('slug')
    .where('edition', '=', edition)
    .where('slug', 'in', ['world', 'globe'])
    .executeTakeFirstOrThrow();
  const newSlug = row.slug === 'world' ? 'globe' : 'world';
  await db.transaction().execute((trx) => moveSection(trx, { edition, slug: row.slug, newSlug }));
}

async function play(paper: Paper, event: PaperEvent): Promise<void> {
  if (event.kind === 'wire') await sendWire(paper, event);
  else if (event.kind === 'rename') await rename(event.edition);
  else await deskDoes(event, paper);
}

async function expectRightEverywhere(stories: TrackedStory[]): Promise<void> {
  const surfaces = await listSurfaces(db);
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
  const property = fc.asyncProperty(fc.array(anyEvent, { minLength: 5, maxLength: 14 }), async (events) => {
    const paper = await newPaper();
    for (const event of events) {
      await play(paper, event);
      await expectRightEverywhere(paper.stories);
    }
  });
  await fc.assert(property, { numRuns: 100, interruptAfterTimeLimit: 200_000 });
}, 300_000);
