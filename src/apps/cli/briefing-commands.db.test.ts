import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { ensureListOf, suppress } from '#features/briefings/briefings.ts';
import { publishCopy } from '#features/publishing/testing/desk-copy.ts';
import { buildPaper } from '#site/testing/build-paper.ts';
import { BRIEFING_COMMANDS } from './briefing.command.ts';
import { besidePaper } from './testing/beside-paper.ts';
import { runRecorded } from './testing/run-recorded.ts';

const paper = await besidePaper();
const { db } = paper;

beforeEach(async () => {
  await buildPaper(db);
});

const dateline = (...args: string[]) => runRecorded(BRIEFING_COMMANDS, ['briefing', ...args]);

async function buildReader() {
  const list = await ensureListOf(db, 'en', new Date());
  await sql`
    with made as (insert into subscriber (address, address_key, created_at)
      values ('jane@example.org', 'jane@example.org', now()) returning id)
    insert into subscription (subscriber_id, list_id, state, changed_at)
    select id, ${list.id}, 'active', now() from made`.execute(db);
}

test('send plans a dispatch, show and list tell of it, and stop leaves everybody unmailed', async () => {
  await buildReader();
  await publishCopy(db, { headline: 'Port opens', at: new Date(Date.now() - 60_000) });
  const { code, out, talk } = await dateline('send', 'en', '--grace', '10m', '--rate', '5');
  expect({ code, out }).toEqual({ code: 0, out: '1\n' });
  expect(talk).toContain('Send 1: 1 stories to 1 readers, led by “Port opens”.');
  expect(JSON.parse((await dateline('show', '1', '--json')).out)).toMatchObject({
    ...{ id: 1, state: 'planned', rate: 5, total: 1, progress: 0, made_by: 'command' },
    counts: { planned: 1, sent: 0, unknown: 0 },
  });
  expect((await dateline('list')).out).toMatch(/1\s+en\s+briefing\s+planned\s+\S+\s+0 of 1/);
  expect((await dateline('stop', '1')).talk).toBe('Send 1 is stopped: 0 have left, 1 stay.\n');
  expect(await dateline('stop', '1')).toMatchObject({ code: 1 });
});

test('a dispatch may be set for a time, which is written with its offset', async () => {
  await buildReader();
  await publishCopy(db, { headline: 'Port opens', at: new Date(Date.now() - 60_000) });
  expect(await dateline('send', 'en', '--at', '2099-11-24 06:00')).toMatchObject({ code: 2 });
  const { out } = await dateline('send', 'en', '--at', '2099-11-24T06:00+09:00', '--json');
  expect(JSON.parse(out)).toMatchObject({
    leaves: '2099-11-23T21:00:00.000Z',
    readers: 1,
    stories: [{ headline: 'Port opens' }],
  });
});

test.each([
  [['send', 'fr'], 1, 'There is no edition “fr”.'],
  [['send'], 2, 'Write the code of one edition'],
  [['send', 'en'], 1, 'Nothing was published since'],
  [['send', 'en', '--rate', '0'], 2, '--rate takes a number'],
  [['show', '7'], 1, 'There is no send 7.'],
  [['set', 'en'], 2, 'Say what to change.'],
  [['set', 'en', '--hour', '24'], 2, '--hour takes an hour from 0 to 23'],
  [['set', 'en', '--from', 'paper'], 2, '"paper" is no mail address.'],
  [['allow', 'jane@example.org'], 1, 'is not on the list'],
])('%j says what is wrong', async (args, code, sentence) => {
  const result = await dateline(...args);
  expect(result.code).toBe(code);
  expect(result.talk).toContain(sentence);
});

test('set changes hour, sender and rate', async () => {
  await dateline('set', 'en', '--hour', '7', '--from', 'News@Paper.Example', '--rate', '20', '--off');
  const [en] = JSON.parse((await dateline('list', '--json')).out);
  expect(en).toMatchObject({ hour: 7, enabled: false, from: 'News@paper.example', rate: 20 });
});

test('allow lets a suppressed address get mail again', async () => {
  await suppress(db, { address_key: 'jane@example.org', reason: 'bounce', detail: '', since: new Date() });
  expect((await dateline('allow', 'Jane@Example.org')).code).toBe(0);
  expect(await db.selectFrom('suppression').selectAll().execute()).toEqual([]);
});

test('bounce says of each file what became of it, and fails where one is no report', async () => {
  const file = join(paper.data, 'a.eml');
  writeFileSync(file, 'Subject: hello\r\n\r\nhello');
  const { code, talk } = await dateline('bounce', file, join(paper.data, 'none.eml'));
  expect(code).toBe(1);
  expect(talk).toContain('a.eml: This is neither a delivery status notification nor a complaint.');
  expect(talk).toContain('none.eml: ENOENT');
});
