import { expect, test } from 'vitest';
import {
  findPathOf,
  findPublished,
  findTombstone,
  listLatest,
  listRevisions,
} from '#features/articles/articles.ts';
import { listStories } from '#features/stories/stories.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { holdStory } from './hold-story.ts';
import { killStory } from './kill-story.ts';
import { moveSection } from './move-section.ts';
import { publishStory } from './publish-story.ts';
import { receiveMessage } from './receive-message.ts';
import { publishingSource, receive } from './testing/copy.ts';

const { db } = await testDatabase();
const source = await publishingSource(db);
const waiting = await publishingSource(db, 'waiting', false);

const latest = () => listLatest(db, 'en', { limit: 50 });
const articleOf = async (headline: string) =>
  (await latest()).find((article) => article.headline === headline);
const storyOf = async (headline: string) => {
  const story = (await listStories(db, { limit: 100 })).find((candidate) => candidate.headline === headline);
  if (!story) throw new Error(`no story ${headline}`);
  return story;
};

test('a usable item of a publishing source is on the lists at once', async () => {
  await receive(db, source, { uri: 'urn:x:1', headline: 'One arrives' });
  expect(await articleOf('One arrives')).toMatchObject({
    path: expect.stringMatching(/^\/harbour\/\d{4}\/\d\d\/\d\d\/one-arrives$/),
  });
});

test('an item of a waiting source is a draft until the desk publishes it', async () => {
  await receive(db, waiting, { uri: 'urn:x:2', headline: 'Two waits' });
  expect(await articleOf('Two waits')).toBeUndefined();
  const { id } = await storyOf('Two waits');
  await db.transaction().execute((inner) => publishStory(inner, { storyId: id, at: new Date() }));
  expect(await articleOf('Two waits')).toBeDefined();
});

test('the same version again changes nothing', async () => {
  const copy = { uri: 'urn:x:3', headline: 'Three repeats' };
  await receive(db, source, copy);
  const again = await receive(db, source, copy);
  expect(again.items).toHaveLength(0);
  const { takes } = await storyOf('Three repeats');
  expect(takes).toBe(1);
});

test('a higher version with a paragraph more is an update, with a figure replaced a correction that says what was replaced', async () => {
  const paragraphs = ['The ferry carried 40 passengers and a crew of six across the strait.'];
  await receive(db, source, { uri: 'urn:x:4', version: 1, headline: 'Four sails', paragraphs });
  const more = [...paragraphs, 'It is due back on Friday.'];
  await receive(db, source, { uri: 'urn:x:4', version: 2, headline: 'Four sails', paragraphs: more });
  const mended = more.map((text) => text.replace('40', '60'));
  await receive(db, source, { uri: 'urn:x:4', version: 3, headline: 'Four sails', paragraphs: mended });
  const article = await articleOf('Four sails');
  const revisions = await listRevisions(db, article?.id ?? 0);
  expect(revisions.map(({ kind }) => kind)).toEqual(['first', 'update', 'correction']);
  expect(revisions[2]?.note).toContain('60 passengers');
});

test('a later version keeps the address, and a version that comes late does not replace it', async () => {
  await receive(db, source, { uri: 'urn:x:5', version: 1, headline: 'Five first' });
  const before = await articleOf('Five first');
  await receive(db, source, { uri: 'urn:x:5', version: 3, headline: 'Five third' });
  await receive(db, source, { uri: 'urn:x:5', version: 2, headline: 'Five second' });
  const after = await articleOf('Five third');
  expect(after?.path).toBe(before?.path);
  expect(await articleOf('Five second')).toBeUndefined();
});

test('canceled takes the article off every list and leaves a tombstone at its address', async () => {
  await receive(db, source, { uri: 'urn:x:6', version: 1, headline: 'Six is withdrawn' });
  const article = await articleOf('Six is withdrawn');
  await receive(db, source, { uri: 'urn:x:6', version: 2, headline: 'KILL', pubstatus: 'canceled' });
  expect(await articleOf('Six is withdrawn')).toBeUndefined();
  expect(await findPublished(db, article?.path ?? '')).toBeUndefined();
  expect(await findTombstone(db, article?.path ?? '')).toMatchObject({ headline: 'Six is withdrawn' });
});

test('a kill that names the version already published is obeyed, once', async () => {
  await receive(db, source, { uri: 'urn:x:60', version: 1, headline: 'Sixty is withdrawn' });
  const kill = {
    uri: 'urn:x:60',
    version: 1,
    headline: 'Sixty is withdrawn',
    pubstatus: 'canceled',
  } as const;
  await receive(db, source, kill);
  expect(await articleOf('Sixty is withdrawn')).toBeUndefined();
  expect(await receive(db, source, { ...kill, ednote: undefined })).toMatchObject({
    ignored: 1,
    failures: [],
  });
});

test('a kill that comes before the item it kills keeps that from being published', async () => {
  await receive(db, source, { uri: 'urn:x:7', version: 2, pubstatus: 'canceled', headline: 'Seven kill' });
  await receive(db, source, { uri: 'urn:x:7', version: 1, headline: 'Seven late' });
  expect(await articleOf('Seven late')).toBeUndefined();
});

test('a withheld version takes a published article away, and a usable one brings it back at its address', async () => {
  await receive(db, source, { uri: 'urn:x:8', version: 1, headline: 'Eight waits' });
  const before = await articleOf('Eight waits');
  await receive(db, source, { uri: 'urn:x:8', version: 2, headline: 'Eight waits', pubstatus: 'withheld' });
  expect(await articleOf('Eight waits')).toBeUndefined();
  await receive(db, source, { uri: 'urn:x:8', version: 3, headline: 'Eight waits', pubstatus: 'usable' });
  expect((await articleOf('Eight waits'))?.path).toBe(before?.path);
});

test('an embargoed item is nowhere before its time, even when it is killed before', async () => {
  const embargoed = new Date(Date.now() + 3_600_000).toISOString();
  await receive(db, source, { uri: 'urn:x:9', headline: 'Nine is early', embargoed });
  expect(await articleOf('Nine is early')).toBeUndefined();
  const { id } = await storyOf('Nine is early');
  const { path } = await db
    .selectFrom('article')
    .select('path')
    .where('story_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(await findPublished(db, path)).toBeUndefined();
  await db.transaction().execute((inner) => killStory(inner, { storyId: id, at: new Date() }));
  expect(await findTombstone(db, path)).toBeUndefined();
});

test('versions replaced under embargo are not in the public history', async () => {
  const soon = new Date(Date.now() + 2000).toISOString();
  await receive(db, source, { uri: 'urn:x:10', version: 1, headline: 'Ten, wrong', embargoed: soon });
  await receive(db, source, { uri: 'urn:x:10', version: 2, headline: 'Ten, right', embargoed: soon });
  await expect.poll(() => articleOf('Ten, right'), { timeout: 10_000 }).toBeDefined();
  const article = await articleOf('Ten, right');
  expect((await listRevisions(db, article?.id ?? 0)).map(({ headline }) => headline)).toEqual(['Ten, right']);
});

test('a correction replaced under a second embargo leaves no word behind, and the change is told against what was read', async () => {
  const paragraphs = ['The ferry carried 40 passengers and a crew of six across the strait.'];
  const uri = 'urn:x:70';
  await receive(db, source, { uri, version: 1, headline: 'Seventy sails', paragraphs });
  const embargoed = new Date(Date.now() + 2000).toISOString();
  const wrong = paragraphs.map((text) => text.replace('40', '77'));
  await receive(db, source, { uri, version: 2, headline: 'Seventy sails', paragraphs: wrong, embargoed });
  const right = paragraphs.map((text) => text.replace('40', '60'));
  await receive(db, source, { uri, version: 3, headline: 'Seventy sails', paragraphs: right, embargoed });
  await expect
    .poll(async () => (await articleOf('Seventy sails'))?.current_revision, { timeout: 10_000 })
    .toBe(3);
  const article = await articleOf('Seventy sails');
  const revisions = await listRevisions(db, article?.id ?? 0);
  expect(revisions.map(({ kind }) => kind)).toEqual(['first', 'correction']);
  const published = await findPublished(db, article?.path ?? '');
  expect(published).toMatchObject({ revisions: 2, notices: [{ note: expect.stringContaining('60') }] });
  expect(JSON.stringify([published, revisions])).not.toContain('carried 77');
});

test('a story that the desk holds is not brought back by a later version', async () => {
  await receive(db, source, { uri: 'urn:x:11', version: 1, headline: 'Eleven is held' });
  const { id } = await storyOf('Eleven is held');
  await db.transaction().execute((inner) => holdStory(inner, { storyId: id, at: new Date() }));
  await receive(db, source, { uri: 'urn:x:11', version: 2, headline: 'Eleven is held' });
  expect(await articleOf('Eleven is held')).toBeUndefined();
});

test('two stories of one headline on one day have two addresses', async () => {
  await receive(db, source, { uri: 'urn:x:12', headline: 'Twelve' });
  await receive(db, source, { uri: 'urn:x:13', headline: 'Twelve' });
  const paths = (await latest()).filter(({ headline }) => headline === 'Twelve').map(({ path }) => path);
  expect(new Set(paths).size).toBe(2);
});

test('an item without a headline is kept with its reason and does not stop the others', async () => {
  const items = [
    { uri: 'urn:x:14', version: 1, type: 'text', headline: 'Fourteen', body_text: 'Text.' },
    { uri: 'urn:x:15', version: 1, type: 'text', body_text: '' },
    { uri: 'urn:x:16', version: 1, type: 'text', headline: 'Sixteen', body_text: 'Text.' },
  ];
  const bytes = new TextEncoder().encode(JSON.stringify(items));
  const received = await receiveMessage(db, source, { bytes, receivedAt: new Date() });
  expect(received.failures).toHaveLength(1);
  expect(await articleOf('Fourteen')).toBeDefined();
  expect(await articleOf('Sixteen')).toBeDefined();
});

test('a note to editors is kept for the desk and is in nothing that readers can see', async () => {
  await receive(db, source, { uri: 'urn:x:17', headline: 'Seventeen', ednote: 'NOT FOR USE: call the desk' });
  const article = await articleOf('Seventeen');
  const published = await findPublished(db, article?.path ?? '');
  expect(JSON.stringify([article, published])).not.toContain('NOT FOR USE');
});

test('a section that gets another slug takes its articles along, and the old addresses lead to the new ones', async () => {
  await receive(db, source, { uri: 'urn:x:18', headline: 'Eighteen' });
  const before = await articleOf('Eighteen');
  const change = { edition: 'en', slug: 'harbour', newSlug: 'port' };
  await db.transaction().execute((inner) => moveSection(inner, change));
  const after = await articleOf('Eighteen');
  expect(after?.path).toBe(before?.path.replace('/harbour/', '/port/'));
  expect(await findPathOf(db, before?.path ?? '')).toMatchObject({ path: after?.path });
});
