import { mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createGuardedFetch, type GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { createLog } from '#platform/log.ts';
import { startImap } from '#platform/mailbox/testing/start-imap.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import type { Poller } from '../poll-source.ts';
import { pollNow } from '../poll-sources.ts';
import { findSourceByName } from '../sources.repo.ts';
import { AT, buildSource } from '../testing/build-wire.ts';
import { startFtp } from '../testing/start-ftp.ts';
import { type SftpFiles, startSftp } from '../testing/start-sftp.ts';

const { db } = await testDatabase();
let received: { name: string; text: string }[] = [];
let fetch: GuardedFetch;
let folder: string;
let fails: Error | undefined;

const poller = (values: Partial<Poller> = {}): Poller => ({
  db,
  fetch,
  receive: async (_, { name, bytes }) => {
    if (fails) throw fails;
    received.push({ name: name ?? '', text: Buffer.from(bytes).toString() });
    return { repeated: false, items: [{ position: 0 }], ignored: 0, failures: [] };
  },
  log: createLog({ level: 'silent' }),
  clock: () => AT,
  random: () => 0,
  ...values,
});

const poll = async () => (await pollNow(poller(), 'agency'))[0];
const texts = () => received.map(({ text }) => text);
const add = (url: string, moveTo?: string) =>
  buildSource(db, { kind: 'url', url, password: 's3cret!', moveTo });

beforeEach(async () => {
  received = [];
  fails = undefined;
  fetch = createGuardedFetch({ privateSources: ['127.0.0.1'], baseUrl: 'https://paper.example' });
  folder = await mkdtemp(join(tmpdir(), 'dateline-ftp-'));
  await emptyDatabase(db);
});
afterEach(async () => {
  await fetch.close();
  await rm(folder, { recursive: true, force: true });
});

const put = async (name: string, text: string, agoSeconds: number) => {
  await writeFile(join(folder, name), text);
  const at = new Date(AT.getTime() - agoSeconds * 1000);
  await utimes(join(folder, name), at, at);
};

describe('a folder by FTP', () => {
  test('gives its files once each, and a changed one again', async () => {
    const { port } = await startFtp(folder);
    await put('b.xml', 'second', 400);
    await put('a.xml', 'first', 350);
    await put('c.xml', 'third', 900);
    await put('d.xml.part', 'unfinished', 900);
    await add(`ftp://desk@127.0.0.1:${port}`);
    expect(await poll()).toMatchObject({ state: 'unchanged' });
    expect(await poll()).toMatchObject({ state: 'fetched', items: 3 });
    expect(texts()).toEqual(['first', 'second', 'third']);
    expect(received[0]?.name).toBe(`ftp://desk@127.0.0.1:${port}/a.xml`);
    expect(await poll()).toMatchObject({ state: 'unchanged', items: 0 });
    await put('a.xml', 'first, changed', 320);
    await poll();
    await poll();
    expect(texts().slice(3)).toEqual(['first, changed']);
  });

  test('leaves a file that still grows for the next look', async () => {
    const { port } = await startFtp(folder);
    await add(`ftp://desk@127.0.0.1:${port}/`);
    await put('a.xml', 'ha', 5);
    await poll();
    await put('a.xml', 'half and', 3);
    await poll();
    expect(received).toEqual([]);
    await poll();
    expect(texts()).toEqual(['half and']);
  });

  test('is read again after a crash before the file was received', async () => {
    const { port } = await startFtp(folder);
    await put('a.xml', 'copy', 400);
    await add(`ftp://desk@127.0.0.1:${port}`);
    await poll();
    fails = new Error('the database is away');
    expect(await poll()).toMatchObject({ state: 'failed' });
    fails = undefined;
    await poll();
    expect(texts()).toEqual(['copy']);
  });

  test('that refuses the password says so without it', async () => {
    const { port } = await startFtp(folder);
    await buildSource(db, { kind: 'url', url: `ftp://desk:wr0ng-word@127.0.0.1:${port}` });
    expect((await findSourceByName(db, 'agency'))?.url).toBe(`ftp://desk@127.0.0.1:${port}/`);
    const outcome = await poll();
    expect(outcome).toMatchObject({
      state: 'failed',
      error: `127.0.0.1:${port}: The host refuses the user name or password.`,
    });
    expect(JSON.stringify(await findSourceByName(db, 'agency'))).not.toContain('wr0ng-word');
  });

  test('in the private network is not reached, nor is a name that leads there', async () => {
    const server = await startFtp(folder);
    const strict = createGuardedFetch({
      privateSources: [],
      baseUrl: 'https://paper.example',
      resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    });
    for (const host of ['127.0.0.1', 'rebinding.example']) {
      await buildSource(db, {
        name: host,
        kind: 'url',
        url: `ftp://desk@${host}:${server.port}`,
        password: 's3cret!',
      });
      const [outcome] = await pollNow(poller({ fetch: strict }), host);
      expect(outcome?.error).toMatch(/private or reserved range.*DATELINE_PRIVATE_SOURCES/);
    }
    await strict.close();
    expect(server.logins).toBe(0);
  });
});

describe('a folder by SFTP', () => {
  const files = (...all: [string, string][]): SftpFiles =>
    new Map(
      all.map(([name, text], at) => [
        name,
        { bytes: Buffer.from(text), mtime: AT.getTime() / 1000 - 900 + at },
      ]),
    );

  test('gives its files once each; names that are none of a file are left, with a reason', async () => {
    const { port } = await startSftp(
      files(['a.xml', 'first'], ['../../etc/passwd', 'secret'], ['b\r\nDELE a', 'x'], ['c.xml', 'second']),
    );
    await add(`sftp://desk@127.0.0.1:${port}/out`);
    expect(await poll()).toMatchObject({ state: 'fetched', items: 2 });
    expect(texts()).toEqual(['first', 'second']);
    expect((await findSourceByName(db, 'agency'))?.last_error).toContain(
      '"../../etc/passwd" is none of a file',
    );
    expect(await poll()).toMatchObject({ state: 'unchanged' });
  });

  test('is not spoken to once its host shows another key', async () => {
    const first = await startSftp(files(['a.xml', 'first']));
    await add(`sftp://desk@127.0.0.1:${first.port}/out`);
    await poll();
    await first.close();
    await startSftp(files(['b.xml', 'forged']), undefined, first.port);
    expect((await poll())?.error).toContain('another key');
    expect(texts()).toEqual(['first']);
  });
});

describe('a mailbox', () => {
  const mail = (subject: string) =>
    `From: Jo Doe <jo@wire.example>\r\nSubject: ${subject}\r\n\r\nThe harbour is open.\r\n`;

  test('gives its mails once each, in their order', async () => {
    const server = await startImap([mail('one'), mail('two')]);
    await add(`imap://desk@127.0.0.1:${server.port}/INBOX`);
    expect(await poll()).toMatchObject({ state: 'fetched', items: 2 });
    server.append(mail('three'));
    await poll();
    await poll();
    expect(texts().map((text) => /Subject: (\w+)/.exec(text)?.[1])).toEqual(['one', 'two', 'three']);
    expect(received[0]?.name).toMatch(/^imap:\/\/desk@127\.0\.0\.1:\d+\/INBOX;UID=\d+$/);
    expect(server.subjects('INBOX')).toEqual(['one', 'two', 'three']);
  });

  test('that was made anew is looked at again', async () => {
    const server = await startImap([mail('one')]);
    await add(`imap://desk@127.0.0.1:${server.port}`);
    await poll();
    server.renew();
    await poll();
    expect(received).toHaveLength(2);
  });

  test('is emptied into another folder where the source says so', async () => {
    const server = await startImap([mail('one'), mail('two')]);
    await add(`imap://desk@127.0.0.1:${server.port}/INBOX`, 'Read');
    await poll();
    expect(server.subjects('Read')).toEqual(['one', 'two']);
    expect(server.subjects('INBOX')).toEqual([]);
  });

  test('whose password is wrong says so', async () => {
    const server = await startImap([]);
    await buildSource(db, { kind: 'url', url: `imap://desk:wr0ng-word@127.0.0.1:${server.port}` });
    expect((await poll())?.error).toBe('The mail server refuses the user name or password.');
  });
});
