import { beforeEach, expect, test } from 'vitest';
import { followArticle } from '#features/people/people.ts';
import { publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { buildPaper } from '#site/testing/build-paper.ts';
import { PERSON_COMMANDS } from './person.command.ts';
import { besidePaper } from './testing/beside-paper.ts';
import { runRecorded } from './testing/run-recorded.ts';

const paper = await besidePaper();
const { db } = paper;

beforeEach(async () => {
  await buildPaper(db);
  const text = 'U.S. Secretary of Defense Ashton Carter visited Seoul.';
  const article = await publishCopy(db, { headline: 'Visit', text, at: new Date('2015-03-25T09:00:00Z') });
  await followArticle(db, article.id);
});

const dateline = (...args: string[]) => runRecorded(PERSON_COMMANDS, ['person', ...args]);

test('list and show say what readers see, in a table and as JSON', async () => {
  expect((await dateline('list')).out).toMatch(
    /ashton-carter\s+1\s+Ashton Carter\s+U\.S\. Secretary of Defense/,
  );
  expect(JSON.parse((await dateline('list', '--json')).out)).toMatchObject([{ slug: 'ashton-carter' }]);
  expect((await dateline('list', '--after', 'b')).out).not.toContain('Carter');
  const { out } = await dateline('show', 'ashton-carter');
  expect(out).toMatch(/role\s+2015-03-25 – 2015-03-25\s+U\.S\. Secretary of Defense/);
  expect(JSON.parse((await dateline('show', 'ashton-carter', '--json')).out)).toMatchObject({
    name: 'Ashton Carter',
    articles: [{ headline: 'Visit' }],
  });
});

test('an editor renames, strikes and brings back', async () => {
  await dateline('rename', 'ashton-carter', 'Ash', 'Carter');
  expect((await dateline('show', 'ashton-carter')).out).toContain('Ash Carter; Ashton Carter');
  expect((await dateline('strike', 'ashton-carter')).talk).toBe(
    'There is no page about Ash Carter any more.\n',
  );
  expect(await dateline('show', 'ashton-carter')).toMatchObject({ code: 1 });
  expect((await dateline('list')).out).toMatch(/ashton-carter .*struck/);
  expect((await dateline('strike', 'ashton-carter', '--undo')).code).toBe(0);
  expect(await dateline('show', 'ashton-carter')).toMatchObject({ code: 0 });
});

test('what cannot be meant is said to be wrong use', async () => {
  expect(await dateline('show')).toMatchObject({ code: 2 });
  expect(await dateline('strike', 'a', 'b')).toMatchObject({ code: 2 });
  expect(await dateline('rename', 'ashton-carter')).toMatchObject({ code: 2 });
  expect(await dateline('strike', 'nobody')).toMatchObject({ code: 1 });
  expect(await dateline('list', '--edition', 'xx')).toMatchObject({ code: 1 });
});
