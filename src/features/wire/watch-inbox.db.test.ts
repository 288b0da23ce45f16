import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLog } from '#platform/log.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { makeInboxFolder } from './inbox-folder.ts';
import { createStillness } from './inbox-names.ts';
import type { Receive } from './receive.ts';
import { storeMessage } from './store-message.ts';
import { BATCH, type InboxTaker, takeInbox } from './take-inbox.ts';
import { buildItem, buildParsed, buildSource } from './testing/build-wire.ts';
import { runInboxes } from './watch-inbox.ts';
import type { WireSourceRow } from './wire.tables.ts';

const { db } = await testDatabase();
const log = createLog({ level: 'silent' });
let data: string;
let folder: string;
let source: WireSourceRow;
let received: string[];
let nowMs: number;

/** Takes a file for the headline of one item; "unreadable" and "unusable" are what they say. */
const receive: Receive = async (from, delivery) => {
  const headline = Buffer.from(delivery.bytes).toString();
  received.push(delivery.name ?? '');
  const uri = `urn:${delivery.name}`;
  if (headline === 'unreadable')
    return storeMessage(db, { source: from, ...delivery, error: 'No format fits.' });
  const parsed =
    headline === 'unusable'
      ? buildParsed([], [{ position: 0, reason: 'It has no identifier.' }])
      : buildParsed([buildItem({ uri, headline })]);
  return storeMessage(db, { source: from, ...delivery, parsed });
};

const newTaker = (values: Partial<InboxTaker> = {}): InboxTaker => ({
  receive,
  log,
  stillness: createStillness(500),
  attempts: new Map(),
  monotonic: () => nowMs,
  ...values,
});

/** Two looks with enough time between them for everything to be still. */
async function take(taker: InboxTaker) {
  await takeInbox(taker, source, folder);
  nowMs += 500;
  return takeInbox(taker, source, folder);
}

const put = (name: string, text: string) => writeFileSync(join(folder, name), text);
const files = (...path: string[]) => readdirSync(join(folder, ...path)).sort();

beforeEach(async () => {
  await emptyDatabase(db);
  source = await buildSource(db, { kind: 'inbox' });
  data = mkdtempSync(join(tmpdir(), 'dateline-inbox-'));
  folder = join(data, 'agency');
  await makeInboxFolder(folder);
  received = [];
  nowMs = 0;
});
afterEach(() => rmSync(data, { recursive: true, force: true }));

test('files are received in the order of their names and then lie in done/', async () => {
  for (const name of ['take-10.xml', 'take-2.xml', 'a.xml']) put(name, name);
  expect(await take(newTaker())).toEqual({ taken: 3, waiting: false, more: false });
  expect(received).toEqual(['a.xml', 'take-2.xml', 'take-10.xml']);
  expect(files()).toEqual(['done', 'failed']);
  expect(files('done')).toEqual(['a.xml', 'take-10.xml', 'take-2.xml']);
});

test('a file that is still being written is left until it is whole', async () => {
  const taker = newTaker();
  put('a.xml', 'half');
  await takeInbox(taker, source, folder);
  put('a.xml', 'half and half');
  nowMs += 500;
  expect(await takeInbox(taker, source, folder)).toMatchObject({ taken: 0, waiting: true });
  nowMs += 500;
  expect(await takeInbox(taker, source, folder)).toMatchObject({ taken: 1 });
  expect(readFileSync(join(folder, 'done', 'a.xml'), 'utf8')).toBe('half and half');
});

test('a file under a passing name is taken once it has been renamed', async () => {
  const taker = newTaker();
  put('a.xml.part', 'One');
  put('.b.xml', 'Two');
  expect(await take(taker)).toEqual({ taken: 0, waiting: false, more: false });
  renameSync(join(folder, 'a.xml.part'), join(folder, 'a.xml'));
  expect(await take(taker)).toMatchObject({ taken: 1 });
  expect(files()).toEqual(['.b.xml', 'done', 'failed']);
});

test('a file that cannot be read or used lies in failed/ with the reason beside it', async () => {
  put('a.xml', 'unreadable');
  put('b.xml', 'unusable');
  await take(newTaker());
  expect(files('failed')).toEqual(['a.xml', 'a.xml.reason.txt', 'b.xml', 'b.xml.reason.txt']);
  expect(readFileSync(join(folder, 'failed', 'a.xml.reason.txt'), 'utf8')).toBe('No format fits.\n');
  expect(readFileSync(join(folder, 'failed', 'b.xml.reason.txt'), 'utf8')).toBe(
    'Item 1: It has no identifier.\n',
  );
});

test('a name that lies in done/ already is not written over', async () => {
  const taker = newTaker();
  put('a.xml', 'One');
  await take(taker);
  put('a.xml', 'Two');
  await take(taker);
  expect(files('done')).toEqual(['a-2.xml', 'a.xml']);
  expect(readFileSync(join(folder, 'done', 'a.xml'), 'utf8')).toBe('One');
});

test('copy that replaces a file while the file is being received is not lost', async () => {
  const replaced: Receive = (from, delivery) => {
    if (received.length === 0) {
      put('new.tmp', 'Two, and longer');
      renameSync(join(folder, 'new.tmp'), join(folder, 'a.xml'));
    }
    return receive(from, delivery);
  };
  const taker = newTaker({ receive: replaced });
  put('a.xml', 'One');
  await take(taker);
  expect(files()).toContain('a.xml');
  await take(taker);
  expect(readFileSync(join(folder, 'done', 'a.xml'), 'utf8')).toBe('Two, and longer');
});

describe('after a crash', () => {
  test('between receiving and moving, the second receipt changes nothing', async () => {
    put('a.xml', 'One');
    await receive(source, { bytes: Buffer.from('One'), name: 'a.xml', receivedAt: new Date(0) });
    await take(newTaker());
    expect(received).toEqual(['a.xml', 'a.xml']);
    expect(await db.selectFrom('wire_item').select('id').execute()).toHaveLength(1);
    expect(files('done')).toEqual(['a.xml']);
  });

  test('of the database, the files stay and are taken when it is back', async () => {
    put('a.xml', 'One');
    const away = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' });
    const taker = newTaker({ receive: () => Promise.reject(away) });
    await expect(take(taker)).rejects.toBe(away);
    expect(files()).toContain('a.xml');
    expect(await takeInbox({ ...taker, receive }, source, folder)).toMatchObject({ taken: 1 });
  });
});

test('a file that cannot be received is tried again, and does not stop the others', async () => {
  const failing: Receive = (from, delivery) =>
    delivery.name === 'a.xml' ? Promise.reject(new Error('a fault of ours')) : receive(from, delivery);
  const taker = newTaker({ receive: failing });
  put('a.xml', 'One');
  put('b.xml', 'Two');
  await take(taker);
  expect(files()).toContain('a.xml');
  expect(files('done')).toEqual(['b.xml']);
  for (let i = 0; i < 5; i += 1) await take(taker);
  expect(readFileSync(join(folder, 'failed', 'a.xml.reason.txt'), 'utf8')).toContain(
    'in 5 attempts: a fault of ours',
  );
});

describe('tricks', () => {
  test('a link is not followed', async () => {
    writeFileSync(join(data, 'secret.txt'), 'secret');
    symlinkSync(join(data, 'secret.txt'), join(folder, 'a.xml'));
    await take(newTaker());
    expect(received).toEqual([]);
    expect(readFileSync(join(folder, 'failed', 'a.xml.reason.txt'), 'utf8')).toContain('Only plain files');
  });

  test('a folder that is a link is not used', async () => {
    mkdirSync(join(data, 'elsewhere'));
    symlinkSync(join(data, 'elsewhere'), join(data, 'linked'));
    await expect(makeInboxFolder(join(data, 'linked'))).rejects.toMatchObject({ code: 'conflict' });
  });

  test('a folder among the files is left alone, and too large a file is not read', async () => {
    mkdirSync(join(folder, 'sub.xml'));
    put('b.xml', 'x'.repeat(101));
    await take(newTaker({ maxBytes: 100 }));
    expect(files()).toEqual(['done', 'failed', 'sub.xml']);
    expect(readFileSync(join(folder, 'failed', 'b.xml.reason.txt'), 'utf8')).toContain('101 bytes');
  });
});

test('many files are taken in batches', async () => {
  for (let i = 0; i < BATCH + 5; i += 1) put(`${i}.xml`, `Headline ${i}`);
  const taker = newTaker();
  await takeInbox(taker, source, folder);
  nowMs += 500;
  expect(await takeInbox(taker, source, folder)).toMatchObject({ taken: BATCH, more: true });
  expect(await takeInbox(taker, source, folder)).toMatchObject({ taken: 5, more: false });
});

test('the watch makes the folders of sources, also of one added later, and stops when told to', async () => {
  const stop = new AbortController();
  const watching = runInboxes({ db, receive, log, folder: data, stillMs: 30, rescanMs: 100 }, stop.signal);
  put('a.xml', 'One');
  await expect.poll(() => files('done'), { timeout: 5_000 }).toEqual(['a.xml']);
  await buildSource(db, { name: 'second', kind: 'inbox' });
  await expect.poll(() => readdirSync(data), { timeout: 5_000 }).toContain('second');
  stop.abort();
  await watching;
});
