import { beforeEach, expect, test } from 'vitest';
import { type ArticleRow, findPublishedRecord } from '#features/articles/articles.ts';
import { addEditions, publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { RECORD_COMMANDS } from './record.command.ts';
import { besidePaper } from './testing/beside-paper.ts';
import { runRecorded } from './testing/run-recorded.ts';

const paper = await besidePaper();
const { db } = paper;
const TEXT = 'The council met on Wednesday.\n\n“We are going to vote on it next month,” John Smith said.';
let article: ArticleRow;

beforeEach(async () => {
  await addEditions(db);
  article = await publishCopy(db, { headline: 'A vote', text: TEXT, at: new Date('2015-03-26T09:00:00Z') });
});

const dateline = (...args: string[]) => runRecorded(RECORD_COMMANDS, ['record', ...args]);
const timesOf = async () =>
  (await findPublishedRecord(db, article.id))?.record.times.map(({ value, confidence }) => [
    value,
    confidence,
  ]);

test('show lists what was read of an article, by its number, its path or its whole address', async () => {
  const { code, out } = await dateline('show', String(article.id));
  expect(code).toBe(0);
  expect(out).toMatch(/^[0-9a-f]{10} {2}time {5}0\.\d\d {2}Wednesday = DATE 2015-03-25$/m);
  expect(out).toMatch(/quote .*“We are going to vote on it next month,?” — John Smith, named, direct/);
  expect(out).toMatch(/sources .*John Smith, named/);
  expect((await dateline('show', article.path)).out).toBe(out);
  expect((await dateline('show', `https://paper.example${article.path}`)).out).toBe(out);
  expect((await dateline('show', article.path, '--explain')).out).toMatch(
    /Wednesday = DATE 2015-03-25 +weekday/,
  );
});

test('a find is struck out and confirmed by the key that show prints', async () => {
  const [found] = JSON.parse((await dateline('show', article.path, '--json')).out);
  expect(found).toMatchObject({ kind: 'time', find: { text: 'Wednesday' } });
  const struck = await dateline('strike', article.path, found.key, '--by', 'Ann');
  expect(struck).toMatchObject({ code: 0, out: '' });
  expect((await timesOf())?.map(([value]) => value)).toEqual(['2015-04']);
  expect((await dateline('show', article.path)).out).toMatch(/Wednesday = DATE 2015-03-25 +struck/);
  await dateline('confirm', article.path, found.key);
  expect((await timesOf())?.[0]).toEqual(['2015-03-25', 1]);
});

test('texts are read again, all of them where asked', async () => {
  expect((await dateline('read-again')).talk).toContain('Articles read: 0; records changed: 0.');
  expect((await dateline('read-again', '--all')).talk).toContain('Articles read: 1; records changed: 0.');
});

test('what is not there, or not said, is refused', async () => {
  expect((await dateline('show', '999')).code).toBe(1);
  expect((await dateline('show')).code).toBe(2);
  expect((await dateline('strike', article.path)).code).toBe(2);
  expect((await dateline('strike', article.path, '0000000000')).code).toBe(1);
});
