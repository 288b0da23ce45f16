import { beforeEach, expect, test } from 'vitest';
import { findPublishedRecord, listPublishedRecords } from '#features/articles/articles.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { readMissing } from './read-again.ts';
import { receiveMessage } from './receive-message.ts';
import { publishingSource, toNinjsBytes } from './testing/copy.ts';
import { addEditions, publishAgain, publishCopy } from './testing/desk-copy.ts';
import { tryToRead } from './write-records.ts';

const { db } = await testDatabase();

beforeEach(async () => {
  await emptyDatabase(db);
  await addEditions(db);
});

/** A Thursday, and a Friday two weeks on. */
const AT = new Date('2015-03-26T09:00:00Z');
const LATER = new Date('2015-04-10T09:00:00Z');
const TEXT = 'The council met on Wednesday.\n\nIt will vote next month.';

const publish = (text = TEXT) => publishCopy(db, { headline: 'A vote', text, at: AT });
const valuesOf = async (id: number) =>
  (await findPublishedRecord(db, id))?.record.times.map(({ value }) => value);

test('a publication writes the record of its revision', async () => {
  const article = await publish();
  const found = await findPublishedRecord(db, article.id);
  expect(found).toMatchObject({ revision: 1, edition: 'en', path: article.path, publishedAt: AT, asOf: AT });
  expect(found?.record.times.map(({ value }) => value)).toEqual(['2015-03-25', '2015-04']);
  for (const { start, end, text } of found?.record.times ?? [])
    expect(found?.text.slice(start, end)).toBe(text);
});

test('a correction keeps the days that the text meant when it was said', async () => {
  const { id, story_id } = await publish();
  const text = TEXT.replace('council', 'city council');
  await publishAgain(db, story_id, { headline: 'A vote', text, at: LATER, kind: 'correction' });
  expect(await findPublishedRecord(db, id)).toMatchObject({ revision: 2, publishedAt: LATER, asOf: AT });
  expect(await valuesOf(id)).toEqual(['2015-03-25', '2015-04']);
});

test('an update means its own days where it says something new, and the old ones where it does not', async () => {
  const { id, story_id } = await publish();
  const text = `It voted on Wednesday.\n\n${TEXT}`;
  await publishAgain(db, story_id, { headline: 'The vote', text, at: LATER, kind: 'update' });
  expect(await valuesOf(id)).toEqual(['2015-04-08', '2015-03-25', '2015-04']);
  const found = await findPublishedRecord(db, id);
  for (const { start, end, text: words } of found?.record.times ?? [])
    expect(found?.text.slice(start, end)).toBe(words);
});

test('days are counted in the zone of the edition', async () => {
  await db.updateTable('edition').set({ zone: 'Asia/Seoul' }).where('code', '=', 'en').execute();
  const late = new Date('2015-03-26T20:00:00Z');
  const article = await publishCopy(db, { headline: 'A vote', text: 'It will vote today.', at: late });
  expect(await valuesOf(article.id)).toEqual(['2015-03-27']);
});

test('what a retracted article said is no source of anything', async () => {
  const { id, story_id } = await publish();
  await publishAgain(db, story_id, { headline: 'A vote', text: TEXT, at: LATER, kind: 'retraction' });
  expect(await findPublishedRecord(db, id)).toBeUndefined();
});

test('records are listed newest article first, a page at a time, by edition, section or topic', async () => {
  const topic = await db
    .insertInto('topic')
    .values({ edition: 'en', slug: 'council', name: 'Council' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const copy = { headline: 'A vote', text: TEXT };
  const first = await publishCopy(db, { ...copy, at: AT, topics: [topic.id] });
  const second = await publishCopy(db, { ...copy, at: LATER, topics: [topic.id], section: 'town' });
  const other = await publishCopy(db, { ...copy, at: LATER });
  const ids = async (page: Omit<Parameters<typeof listPublishedRecords>[1], 'limit'>, limit = 9) =>
    (await listPublishedRecords(db, { ...page, limit })).map(({ articleId }) => articleId);
  expect(await ids({})).toEqual([other.id, second.id, first.id]);
  expect(await ids({ section: second.section_id })).toEqual([second.id]);
  expect(await ids({ edition: 'ko' })).toEqual([]);
  expect(await ids({ topicId: topic.id }, 1)).toEqual([second.id]);
  const cursor = { visible_from: second.visible_from, id: second.id };
  expect(await ids({ topicId: topic.id, cursor })).toEqual([first.id]);
  expect(await ids({ cursor })).toEqual([first.id]);
});

test('a burst goes out at once, and its records follow by the job of each publication', async () => {
  const source = await publishingSource(db);
  const items = Array.from({ length: 12 }, (_, index) => {
    const copy = {
      uri: `urn:burst:${index}`,
      headline: `Vote ${index}`,
      paragraphs: [`Vote ${index} is on 9 March 2031.`],
    };
    return JSON.parse(new TextDecoder().decode(toNinjsBytes(copy)));
  });
  const bytes = new TextEncoder().encode(JSON.stringify(items));
  await receiveMessage(db, source, { bytes, receivedAt: AT });
  const articles = await db.selectFrom('article').select('id').execute();
  expect(articles).toHaveLength(12);
  for (const { id } of articles) {
    expect(await findPublishedRecord(db, id)).toBeUndefined();
    expect(await readMissing(db, id)).toBe(true);
    expect(await valuesOf(id)).toEqual(['2031-03-09']);
    expect(await readMissing(db, id)).toBe(false);
  }
});

test('a text that cannot be read has no record, and nothing is thrown', () => {
  const body = { type: 'doc' as const, content: [] };
  const at = { published_at: AT, written_at: AT };
  const revision = { articleId: 1, number: 1, kind: 'first' as const, body, language: 'en', ...at };
  expect(tryToRead({ ...revision, zone: 'UTC' }, undefined)?.record.times).toEqual([]);
  expect(tryToRead({ ...revision, zone: 'No/Where' }, undefined)).toBeUndefined();
});
