import sharp from 'sharp';
import { expect } from 'vitest';
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
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import type { Db } from '#platform/database.ts';
import { notifyPurge } from '#platform/page-cache/invalidation.ts';
import { emptyDatabase } from '#platform/testing/test-database.ts';
import { guidOf, toMarkedMessage } from './marked-copy.ts';
import { EMBARGOES, type PaperEvent, STORIES } from './paper-events.ts';
import { applyHold, applyKill, applyPublish, applyWire, canPublish, newStory } from './story-model.ts';
import type { TrackedStory } from './visibility-check.ts';

/** Where the events happen. */
export type World = { db: Db; blobs: BlobStore };

export type Paper = {
  stories: TrackedStory[];
  sources: Record<'publishing' | 'waiting', WireSourceRow>;
  takes: number[];
};

/** Nodes that read meanwhile hold tables in another order; the database then breaks off one of the two. */
async function emptyUnderReaders(db: Db): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await emptyDatabase(db);
    } catch (thrown) {
      const broken = thrown instanceof Error && 'code' in thrown && thrown.code === '40P01';
      if (!broken || tries === 5) throw thrown;
    }
  }
}

/** An empty paper of two editions, where whatever was there before is forgotten. */
export async function newPaper({ db }: World): Promise<Paper> {
  await emptyUnderReaders(db);
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

async function storeTestPicture({ db, blobs }: World, href: string, take: number): Promise<void> {
  const background = { r: take * 16, g: href.length, b: Number(href.at(-5)) * 20 };
  const bytes = await sharp({ create: { width: 400, height: 300, channels: 3, background } })
    .jpeg()
    .toBuffer();
  const media = await storePicture(db, blobs, { bytes, kind: 'photo', now: new Date() });
  await saveSource(db, { href, media_id: media.id, fetched_at: new Date() });
}

async function sendWire(
  world: World,
  paper: Paper,
  event: Extract<PaperEvent, { kind: 'wire' }>,
): Promise<void> {
  const { db } = world;
  const tracked = paper.stories[event.story];
  const rule = STORIES[event.story];
  if (!tracked || !rule) throw new Error('no such story');
  const take = (paper.takes[event.story] ?? 0) + 1;
  paper.takes[event.story] = take;
  const version = Math.max(1, Math.max(0, ...tracked.model.versions) + event.step);
  const known = tracked.model.versions.has(version);
  const picture = event.picture ? `https://pictures.example/${take}/${event.story}.jpg` : undefined;
  if (picture) await storeTestPicture(world, picture, take);
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
  // A version that is there already stands; other content under its number waits for a person, but a kill is obeyed.
  const obeyed = known && event.pubstatus === 'canceled';
  const reasons = received.failures.map(({ reason }) => reason);
  expect(reasons).toEqual(
    known && !obeyed ? [expect.stringContaining('came before with other content')] : [],
  );
  applyWire(tracked.model, {
    ...{ take, pubstatus: event.pubstatus },
    version: obeyed ? Math.max(...tracked.model.versions) + 1 : version,
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
  { db }: World,
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
async function rename({ db }: World, edition: string): Promise<void> {
  const row = await db
    .selectFrom('section')
    .select('slug')
    .where('edition', '=', edition)
    .where('slug', 'in', ['world', 'globe'])
    .executeTakeFirstOrThrow();
  const newSlug = row.slug === 'world' ? 'globe' : 'world';
  await db.transaction().execute((trx) => moveSection(trx, { edition, slug: row.slug, newSlug }));
}

/** Lets an event happen, in the program and in the model of it. */
export async function play(world: World, paper: Paper, event: PaperEvent): Promise<void> {
  if (event.kind === 'wire') await sendWire(world, paper, event);
  else if (event.kind === 'rename') await rename(world, event.edition);
  else await deskDoes(world, event, paper);
}
