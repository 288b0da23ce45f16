import { afterEach, beforeEach, expect, test } from 'vitest';
import { createGuardedFetch, type GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { createLog } from '#platform/log.ts';
import { startImap } from '#platform/mailbox/testing/start-imap.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { findBounceMailbox, setBounceMailbox, takeFromMailbox } from './bounce-mailbox.ts';
import { toMessageId } from './message-id.ts';
import { planBriefing } from './plan-briefing.ts';
import { buildReaders } from './testing/build-readers.ts';
import { buildEditions, MORNING, publishCopy } from './testing/publish.ts';
import { dsnMessage } from './testing/report-messages.ts';

const { db } = await testDatabase();
const key = Buffer.alloc(32, 7);
let fetch: GuardedFetch;

beforeEach(async () => {
  fetch = createGuardedFetch({ privateSources: ['127.0.0.1'], baseUrl: 'https://paper.example' });
  await emptyDatabase(db);
  await buildEditions(db);
  await publishCopy(db, { headline: 'Port opens' });
  const list = await buildReaders(db, 3);
  await planBriefing(db, { list, now: MORNING, notBefore: MORNING, madeBy: 'test' });
});
afterEach(() => fetch.close());

const bounceOf = (delivery: number) =>
  dsnMessage({
    messageId: toMessageId(key, { kind: 'delivery', id: delivery }, 'paper.example'),
    status: '5.1.1',
    action: 'failed',
  });
const round = () =>
  takeFromMailbox({ db, keys: [key], fetch, log: createLog({ level: 'silent' }), now: MORNING });
const suppressed = async () =>
  (await db.selectFrom('suppression').select('address_key').orderBy('address_key').execute()).map(
    (row) => row.address_key,
  );

test('each bounce in the mailbox is used once, and other mail is left alone', async () => {
  const server = await startImap([bounceOf(2), 'From: a@b.example\r\nSubject: Hello\r\n\r\nHello.\r\n']);
  await setBounceMailbox(db, { url: `imap://desk:s3cret!@127.0.0.1:${server.port}` }, MORNING);
  expect(await findBounceMailbox(db)).toBe(`imap://desk@127.0.0.1:${server.port}`);
  expect(await round()).toBe(1);
  expect(await suppressed()).toEqual(['reader2@example.org']);
  server.append(bounceOf(3));
  expect(await round()).toBe(1);
  expect(await round()).toBe(0);
  expect(await suppressed()).toEqual(['reader2@example.org', 'reader3@example.org']);
  expect(server.subjects('INBOX')).toHaveLength(3);
});

test('of two workers one reads the mailbox', async () => {
  const server = await startImap([bounceOf(2)]);
  await setBounceMailbox(db, { url: `imap://desk:s3cret!@127.0.0.1:${server.port}` }, MORNING);
  const used = await Promise.all([round(), round()]);
  expect(used.reduce((sum, one) => sum + one, 0)).toBe(1);
});

test('without a mailbox there is nothing to take, and an address of something else is refused', async () => {
  expect(await round()).toBe(0);
  await expect(setBounceMailbox(db, { url: 'ftp://desk@127.0.0.1/' }, MORNING)).rejects.toMatchObject({
    code: 'bad_input',
  });
});
