import { beforeEach, expect, test } from 'vitest';
import { followArticle } from '#features/diary/diary.ts';
import { publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { buildPaper } from '#site/testing/build-paper.ts';
import { DIARY_COMMANDS } from './diary.command.ts';
import { besidePaper } from './testing/beside-paper.ts';
import { runRecorded } from './testing/run-recorded.ts';

const paper = await besidePaper();
const { db } = paper;
let story: number;

beforeEach(async () => {
  await buildPaper(db);
  const text = 'President Barack Obama will visit South Korea on April 9.';
  const article = await publishCopy(db, { headline: 'Visit', text, at: new Date('2015-03-25T09:00:00Z') });
  await followArticle(db, article.id);
  story = article.story_id;
});

const dateline = (...args: string[]) => runRecorded(DIARY_COMMANDS, ['diary', ...args]);

test('list shows a week in a table and as JSON', async () => {
  const { code, out } = await dateline('list', '--week', '2015-W15');
  expect(code).toBe(0);
  expect(out).toMatch(/1\s+2015-04-09\s+planned\s+Barack Obama to visit South Korea/);
  expect(JSON.parse((await dateline('list', '--week', '2015-w15', '--json')).out)).toMatchObject([
    { id: 1, status: 'planned', when: { value: '2015-04-09' } },
  ]);
  expect((await dateline('list', '--week', '2015-W16')).out).not.toContain('Obama');
});

test('an editor confirms, writes, decides and strikes', async () => {
  expect((await dateline('confirm', '1')).talk).toContain('Entry 1: Barack Obama to visit South Korea');
  const set = await dateline('set', '1', '--what', 'State visit to Seoul', '--when', 'early 2015-05');
  expect(set.talk).toBe('Entry 1: State visit to Seoul, 2015-05, planned.\n');
  expect((await dateline('outcome', '1', 'cancelled', '--article', String(story))).talk).toContain(
    'cancelled',
  );
  expect((await dateline('strike', '1')).talk).toBe('Entry 1 does not stand in the diary.\n');
});

test('what cannot be meant is said to be wrong use', async () => {
  expect(await dateline('set', '1')).toMatchObject({ code: 2 });
  expect(await dateline('set', '1', '--when', 'soon')).toMatchObject({ code: 2 });
  expect(await dateline('outcome', '1', 'postponed')).toMatchObject({ code: 2 });
  expect(await dateline('list', '--week', '2015-W54')).toMatchObject({ code: 2 });
  expect(await dateline('strike', '99')).toMatchObject({ code: 1 });
  expect(await dateline('outcome', '1', 'happened', '--article', '99')).toMatchObject({ code: 1 });
});
