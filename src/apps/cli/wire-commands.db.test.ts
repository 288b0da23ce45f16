import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { findSourceByName, storeMessage, type WireItem } from '#features/wire/wire.ts';
import { startSite } from '#platform/guarded-fetch/testing/http-site.ts';
import { besidePaper } from './testing/beside-paper.ts';
import { runRecorded } from './testing/run-recorded.ts';
import { wireAddCommand } from './wire-add.command.ts';
import { wireListCommand } from './wire-list.command.ts';
import { wirePollCommand } from './wire-poll.command.ts';
import { wireRemoveCommand } from './wire-remove.command.ts';

const paper = await besidePaper({ BASE_URL: 'https://paper.example' });
const { db } = paper;

const dateline = (...args: string[]) =>
  runRecorded([wireAddCommand, wireListCommand, wirePollCommand, wireRemoveCommand], args);

describe('wire add', () => {
  test('prints the folder of an inbox, which is there at once', async () => {
    const { code, out, talk } = await dateline('wire', 'add', 'agency', '--inbox', '--section', 'world');
    expect({ code, out }).toEqual({ code: 0, out: `${join(paper.data, 'inbox', 'agency')}\n` });
    expect(talk).toContain('Made the section World (world).');
    expect(talk).toContain('Added agency; its stories wait for the desk.');
    expect(statSync(join(paper.data, 'inbox', 'agency', 'done')).isDirectory()).toBe(true);
  });

  test('prints the token of a source that posts, and says where to', async () => {
    const { out, talk } = await dateline('wire', 'add', 'agency', '--push', '--publish', '--as', 'ninjs');
    expect(out).toMatch(/^wire_[\w-]{43}\n$/);
    expect(talk).toContain('POST https://paper.example/wire/agency');
    expect(await findSourceByName(db, 'agency')).toMatchObject({
      kind: 'push',
      publish: true,
      format: 'ninjs',
    });
  });

  test('keeps a password apart, and shows it nowhere', async () => {
    vi.stubEnv('DATELINE_PRIVATE_SOURCES', '127.0.0.1');
    const file = join(paper.data, 'password');
    writeFileSync(file, 's3cret!\n');
    const url = 'imaps://desk@127.0.0.1/INBOX';
    const added = await dateline(
      'wire',
      'add',
      'mail',
      '--url',
      url,
      '--password-file',
      file,
      '--move',
      'Read',
    );
    expect(added).toMatchObject({ code: 0, out: `${url}\n` });
    const inline = await dateline('wire', 'add', 'files', '--url', 'sftp://desk:s3cret!@127.0.0.1/out');
    expect(inline).toMatchObject({ code: 0, out: 'sftp://desk@127.0.0.1/out\n' });
    const shown = await dateline('wire', 'list', '--json');
    expect(JSON.parse(shown.out)).toMatchObject([{ url: 'sftp://desk@127.0.0.1/out' }, { url }]);
    for (const { out, talk } of [added, inline, shown]) expect(out + talk).not.toContain('s3cret');
    expect(await findSourceByName(db, 'mail')).toMatchObject({ move_to: 'Read' });
    const refused = await dateline('wire', 'add', 'lan', '--url', 'ftp://desk:s3cret!@10.0.0.1/');
    expect(refused.talk).toContain('DATELINE_PRIVATE_SOURCES');
    expect(refused.talk).not.toContain('s3cret');
  });

  test('refuses an address in the private network and says how to allow it', async () => {
    const refused = await dateline('wire', 'add', 'agency', '--url', 'http://127.0.0.1:9/feed');
    expect(refused.code).toBe(1);
    expect(refused.talk).toContain('DATELINE_PRIVATE_SOURCES');
    expect(await findSourceByName(db, 'agency')).toBeUndefined();
    vi.stubEnv('DATELINE_PRIVATE_SOURCES', '127.0.0.1:9');
    const allowed = await dateline(
      'wire',
      'add',
      'agency',
      '--url',
      'http://127.0.0.1:9/feed',
      '--every',
      '5m',
    );
    expect(allowed).toMatchObject({ code: 0, out: 'http://127.0.0.1:9/feed\n' });
    expect(await findSourceByName(db, 'agency')).toMatchObject({ every_seconds: 300 });
  });

  test.each([
    [['--inbox'], 'Write one name'],
    [['agency'], 'Write one of --url URL, --inbox or --push'],
    [['agency', '--push', '--inbox'], 'Write one of'],
    [['agency', '--push', '--every', '5m'], '--every goes with --url'],
    [['agency', '--url', 'https://a.example', '--every', '5'], '"5" is no interval'],
    [['agency', '--url', 'sftp://desk@a.example/'], 'Give the password by --password-file'],
    [['agency', '--push', '--as', 'ninj'], 'Did you mean ninjs?'],
  ])('%j is wrong use', async (args, sentence) => {
    const { code, talk } = await dateline('wire', 'add', ...args);
    expect(code).toBe(2);
    expect(talk).toContain(sentence);
  });

  test('fails for a name in use and for an edition that there is not', async () => {
    await dateline('wire', 'add', 'agency', '--push');
    expect(await dateline('wire', 'add', 'agency', '--push')).toMatchObject({ code: 1, out: '' });
    const { code, talk } = await dateline('wire', 'add', 'other', '--push', '--edition', 'xx');
    expect({ code, talk }).toEqual({ code: 1, talk: 'There is no edition xx. There is: en.\n' });
  });
});

describe('wire list', () => {
  test('shows the sources as a table and as JSON', async () => {
    expect((await dateline('wire', 'list')).talk).toContain('There are no sources yet');
    await dateline('wire', 'add', 'agency', '--push', '--section', 'world');
    expect((await dateline('wire', 'list')).out).toMatch(
      /^NAME .*\nagency +push +any +en\/world +wait +none yet +ok\n$/,
    );
    const { out } = await dateline('wire', 'list', '--json');
    expect(JSON.parse(out)).toEqual([
      { name: 'agency', kind: 'push', edition: 'en', section: 'world', publish: false, failures: 0 },
    ]);
  });

  test('shows what failed, with nothing in it that could steer a terminal', async () => {
    expect((await dateline('wire', 'list', '--failed', '--json')).out).toBe('[]\n');
    await dateline('wire', 'add', 'agency', '--push');
    const source = await findSourceByName(db, 'agency');
    if (!source) throw new Error('the source was not added');
    const receivedAt = new Date('2026-11-24T06:00:00Z');
    const failures = [{ position: 2, uri: 'urn:\u001b[2J\u202ebad', reason: 'No headline.' }];
    const items: WireItem[] = [];
    const parsed = { format: 'ninjs' as const, items, failures };
    await storeMessage(db, { source, bytes: Buffer.from('a'), parsed, name: 'a.json', receivedAt });
    await storeMessage(db, { source, bytes: Buffer.from('b'), error: 'No format fits.', receivedAt });
    const { out } = await dateline('wire', 'list', '--failed');
    expect(out.split('\n')).toEqual([
      expect.stringMatching(
        /^2026-11-24T06:00:00.000Z {2}agency {2}whole message of message \d+ {2}no identifier {2}No format fits\.$/,
      ),
      '2026-11-24T06:00:00.000Z  agency  item 3 of a.json  urn: [2J bad  No headline.',
      '',
    ]);
    const json = JSON.parse((await dateline('wire', 'list', '--failed', '--json')).out);
    expect(json).toMatchObject([{ reason: 'No format fits.' }, { position: 2, reason: 'No headline.' }]);
  });
});

test('wire poll fetches at once and says what came', async () => {
  const site = await startSite((_, response) => {
    response.end(`<rss version="2.0"><channel><title>Agency</title><link>https://agency.example</link>
      <item><guid>urn:1</guid><title>Harbour reopens</title><description>The harbour reopened on Monday.</description></item>
    </channel></rss>`);
  });
  vi.stubEnv('DATELINE_PRIVATE_SOURCES', '127.0.0.1');
  await dateline('wire', 'add', 'good', '--url', `${site.url}/feed`);
  expect(await dateline('wire', 'poll', 'good')).toMatchObject({
    code: 0,
    out: 'good  fetched  1 new item\n',
  });
  await dateline('wire', 'add', 'bad', '--url', 'http://127.0.0.1:1/feed');
  const all = await dateline('wire', 'poll');
  expect(all.code).toBe(1);
  expect(all.out).toContain('127.0.0.1:1: The host refuses connections on that port.');
  expect(await dateline('wire', 'poll', 'nobody')).toMatchObject({
    code: 1,
    talk: 'There is no source named nobody.\n',
  });
});

test('wire remove takes a source out of use', async () => {
  await dateline('wire', 'add', 'agency', '--inbox');
  expect((await dateline('wire', 'remove', 'agency')).talk).toContain('no longer watched');
  expect(await dateline('wire', 'remove', 'agency')).toMatchObject({
    code: 1,
    talk: 'There is no source named agency.\n',
  });
  expect(await dateline('wire', 'remove')).toMatchObject({ code: 2 });
});
