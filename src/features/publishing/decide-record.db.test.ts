import { beforeEach, expect, test } from 'vitest';
import {
  type ArticleRow,
  findPublishedRecord,
  findRecordOf,
  listFinds,
} from '#features/articles/articles.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { RECORD_VERSION } from '#record/record.ts';
import { decideRecord } from './decide-record.ts';
import { readAgain } from './read-again.ts';
import { addEditions, publishAgain, publishCopy } from './testing/desk-copy.ts';

const { db } = await testDatabase();
const AT = new Date('2015-03-26T09:00:00Z');
const TEXT = 'The council met on Wednesday.\n\nIt will meet again on Friday, and vote next month.';
let article: ArticleRow;

beforeEach(async () => {
  await emptyDatabase(db);
  await addEditions(db);
  article = await publishCopy(db, { headline: 'A vote', text: TEXT, at: AT });
});

async function keyOf(words: string): Promise<string> {
  const stored = await findRecordOf(db, article.id);
  const finds = stored ? listFinds(stored.text, stored.record) : [];
  return finds.find(({ find }) => 'text' in find && find.text === words)?.key ?? 'missing';
}

const decide = (find: string, verdict: 'confirmed' | 'struck', articleId = article.id) =>
  db.transaction().execute((trx) => decideRecord(trx, { articleId, find, verdict, by: 'Ann', at: AT }));

const timesOf = async () =>
  (await findPublishedRecord(db, article.id))?.record.times.map(({ value, confidence }) =>
    confidence === 1 ? `${value}!` : value,
  );

/** As an older reader left it, which took Friday for the one before. */
async function ageRecord(): Promise<void> {
  const stored = await findRecordOf(db, article.id);
  if (!stored) throw new Error('no record');
  const { record } = stored;
  const times = record.times.map((time) =>
    time.text === 'Friday' ? { ...time, value: '2015-03-20' } : time,
  );
  await db
    .updateTable('revision_record')
    .set({
      version: RECORD_VERSION - 1,
      record: JSON.stringify({ ...record, version: RECORD_VERSION - 1, times }),
    })
    .where('article_id', '=', article.id)
    .execute();
}

test('an editor strikes a find out, and thinks again', async () => {
  const key = await keyOf('Friday');
  await decide(key, 'struck');
  expect(await timesOf()).toEqual(['2015-03-25', '2015-04']);
  await decide(key, 'confirmed');
  expect(await timesOf()).toEqual(['2015-03-25', '2015-03-27!', '2015-04']);
});

test('what is not in the record cannot be decided on', async () => {
  await expect(decide('0000000000', 'struck')).rejects.toMatchObject({ code: 'not_found' });
  await expect(decide(await keyOf('Friday'), 'struck', 999)).rejects.toMatchObject({ code: 'not_found' });
});

test('texts of an older reader are read again, once', async () => {
  await ageRecord();
  expect(await timesOf()).toContain('2015-03-20');
  expect(await readAgain(db)).toEqual({ read: 1, changed: 1 });
  expect(await timesOf()).toEqual(['2015-03-25', '2015-03-27', '2015-04']);
  expect(await readAgain(db)).toEqual({ read: 0, changed: 0 });
  expect(await readAgain(db, { all: true })).toEqual({ read: 1, changed: 0 });
});

test('a text that nobody read yet is read, every revision of it', async () => {
  const later = new Date('2015-04-10T09:00:00Z');
  const text = `It voted on Wednesday.\n\n${TEXT}`;
  await publishAgain(db, article.story_id, { headline: 'The vote', text, at: later, kind: 'update' });
  const before = await timesOf();
  await db.deleteFrom('revision_record').execute();
  expect(await readAgain(db)).toEqual({ read: 1, changed: 1 });
  expect(await timesOf()).toEqual(before);
  expect(await db.selectFrom('revision_record').select('number').execute()).toHaveLength(2);
});

test('reading again leaves alone what an editor decided', async () => {
  await ageRecord();
  await decide(await keyOf('Friday'), 'confirmed');
  await decide(await keyOf('Wednesday'), 'struck');
  await readAgain(db);
  expect(await timesOf()).toEqual(['2015-03-20!', '2015-04']);
});

test('reading again stops when it is told to, and goes on later', async () => {
  await publishCopy(db, { headline: 'Another', text: TEXT, at: AT });
  await db.deleteFrom('revision_record').execute();
  const stopping = new AbortController();
  const first = await readAgain(db, { signal: stopping.signal, onProgress: () => stopping.abort() });
  expect(first.read).toBe(1);
  expect((await readAgain(db)).read).toBe(1);
});
