import { beforeEach, expect, test } from 'vitest';
import { buildPaper } from '#site/testing/build-paper.ts';
import { PARTNER_COMMANDS } from './partner.command.ts';
import { besidePaper } from './testing/beside-paper.ts';
import { runRecorded } from './testing/run-recorded.ts';

const paper = await besidePaper({ DATELINE_PRIVATE_SOURCES: 'localhost:4010' });
const { db } = paper;

beforeEach(async () => {
  await buildPaper(db);
});

const dateline = (...args: string[]) => runRecorded(PARTNER_COMMANDS, ['partner', ...args]);
const stored = () => db.selectFrom('partner').selectAll().executeTakeFirstOrThrow();

test('add prints the key once and stores only what it is known by', async () => {
  const { code, out, talk } = await dateline(
    'add',
    'harbour-weekly',
    '--section',
    'economy',
    '--wire',
    'yes',
  );
  expect(code).toBe(0);
  expect(out).toMatch(/^partner_[\w-]{43}\n$/);
  expect(talk).toContain('agencies’ copy, too, as ninjs');
  const partner = await stored();
  expect(partner).toMatchObject({ edition: 'en', wire: true, text: 'full', push_url: null });
  expect(JSON.stringify(partner)).not.toContain(out.trim());
});

test('a partner with an address gets a secret, too, and list shows where it stands', async () => {
  const { out } = await dateline(
    'add',
    'weekly',
    '--format',
    'nitf',
    '--text',
    'short',
    '--push',
    'http://localhost:4010/in',
  );
  expect(out.trim().split('\n')).toEqual([
    expect.stringMatching(/^partner_/),
    expect.stringMatching(/^whsec_/),
  ]);
  await db.updateTable('partner').set({ stopped: 'Nothing has arrived since noon.' }).execute();
  expect((await dateline('list')).out).toMatch(
    /weekly\s+nitf\s+short\s+all\s+own\s+http\S+\s+Nothing has arrived/,
  );
  expect(JSON.parse((await dateline('list', '--json')).out)).toMatchObject([{ name: 'weekly', wire: false }]);
  expect((await dateline('resume', 'weekly')).talk).toContain('0 articles');
  expect((await stored()).stopped).toBeNull();
  expect((await dateline('log', 'weekly')).talk).toContain('Nothing has been pushed');
});

test('key makes a new one, remove ends it, and add brings the name back', async () => {
  const first = (await dateline('add', 'weekly')).out;
  const second = (await dateline('key', 'weekly')).out;
  expect(second).not.toBe(first);
  expect((await dateline('remove', 'weekly')).code).toBe(0);
  expect((await dateline('key', 'weekly')).code).toBe(1);
  expect((await dateline('list', '--json')).out).toBe('[]\n');
  expect((await dateline('add', 'weekly')).code).toBe(0);
  expect((await dateline('add', 'weekly')).talk).toContain('already');
});

test('a source can be let through and kept back', async () => {
  await db.insertInto('wire_source').values({ name: 'branch', kind: 'push', edition: 'en' }).execute();
  expect((await dateline('allow', 'branch')).code).toBe(0);
  await dateline('add', 'weekly');
  expect((await dateline('list')).talk).toContain('branch');
  expect((await dateline('keep', 'branch')).code).toBe(0);
  expect((await dateline('list')).talk).not.toContain('branch');
  expect((await dateline('allow', 'nobody')).code).toBe(1);
});

test('what cannot be is refused before anything is stored', async () => {
  expect((await dateline('add', 'weekly', '--format', 'docx')).code).toBe(2);
  expect((await dateline('add', 'weekly', '--wire', 'perhaps')).code).toBe(2);
  expect((await dateline('add')).code).toBe(2);
  expect((await dateline('add', 'Harbour Weekly')).code).toBe(1);
  expect((await dateline('add', 'weekly', '--section', 'nothing')).talk).toContain('world, economy');
  expect(
    (await dateline('add', 'weekly', '--format', 'rss', '--push', 'http://localhost:4010/in')).code,
  ).toBe(1);
  expect((await dateline('add', 'weekly', '--push', 'http://10.0.0.1/in')).code).toBe(1);
  expect(await db.selectFrom('partner').selectAll().execute()).toEqual([]);
});
