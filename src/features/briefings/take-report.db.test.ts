import { mkdtempSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { createLog } from '#platform/log.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { mailReportsApi } from './mail-reports.api.ts';
import { toMessageId } from './message-id.ts';
import { planBriefing } from './plan-briefing.ts';
import { renewReportToken } from './report-token.ts';
import { takeMessage } from './take-message.ts';
import { takeReport } from './take-report.ts';
import { buildReaders } from './testing/build-readers.ts';
import { buildEditions, MORNING, publishCopy } from './testing/publish.ts';
import { arfMessage, dsnMessage } from './testing/report-messages.ts';
import { takeBounces } from './watch-bounces.ts';

const { db } = await testDatabase();
const key = Buffer.alloc(32, 7);

beforeEach(async () => {
  await emptyDatabase(db);
  await buildEditions(db);
  await publishCopy(db, { headline: 'Port opens' });
  const list = await buildReaders(db, 3);
  await planBriefing(db, { list, now: MORNING, notBefore: MORNING, madeBy: 'test' });
});

const idOf = (delivery: number) => toMessageId(key, { kind: 'delivery', id: delivery }, 'paper.example');
const take = (message: string) => takeMessage(db, [key], Buffer.from(message), MORNING);
const suppressed = () => db.selectFrom('suppression').select(['address_key', 'reason']).execute();
const ended = () =>
  db
    .selectFrom('subscription')
    .select(['subscriber_id', 'ended_reason'])
    .where('state', '=', 'ended')
    .execute();

test('a mailbox that is gone gets no mail any more', async () => {
  const taken = await take(dsnMessage({ messageId: idOf(2), status: '5.1.1', action: 'failed' }));
  expect(taken).toEqual({ kind: 'bounce', address: 'reader2@example.org', effect: 'suppressed' });
  expect(await suppressed()).toEqual([{ address_key: 'reader2@example.org', reason: 'bounce' }]);
  expect(await ended()).toEqual([{ subscriber_id: 2, ended_reason: 'bounce' }]);
});

test('a complaint ends it for the address, whatever address the report names', async () => {
  const taken = await take(arfMessage({ messageId: idOf(3) }));
  expect(taken).toEqual({ kind: 'complaint', address: 'reader3@example.org', effect: 'suppressed' });
  expect(await suppressed()).toEqual([{ address_key: 'reader3@example.org', reason: 'complaint' }]);
});

test('a full mailbox is noted, and the third time in a month it is enough', async () => {
  const full = () => take(dsnMessage({ messageId: idOf(1), status: '5.2.2', action: 'failed' }));
  expect((await full()).effect).toBe('noted');
  expect((await full()).effect).toBe('noted');
  expect(await suppressed()).toEqual([]);
  expect((await full()).effect).toBe('suppressed');
});

test('mail refused for what it is, again and again, is not held against the address', async () => {
  const report = { addressKey: 'reader1@example.org', kind: 'bounce' as const, status: '5.7.1', detail: '' };
  for (let n = 0; n < 5; n++) expect(await takeReport(db, report, MORNING)).toBe('noted');
});

test.each([
  ['a notice of delay', () => dsnMessage({ messageId: idOf(1), status: '4.4.1', action: 'delayed' }), 'late'],
  [
    'a report on a mail that is not ours',
    () => dsnMessage({ messageId: '<x@y.example>', status: '5.1.1', action: 'failed' }),
    'quotes no mail',
  ],
  [
    'a report with a made-up Message-ID',
    () => arfMessage({ messageId: `<d.1.${'0'.repeat(24)}@paper.example>` }),
    'quotes no mail',
  ],
  ['an answer by a person', () => 'From: a@example.org\r\nSubject: Re: hello\r\n\r\nThanks!\r\n', 'neither'],
])('%s changes nothing', async (_name, message, reason) => {
  await expect(take(message())).rejects.toThrow(reason);
  expect(await suppressed()).toEqual([]);
  expect(await ended()).toEqual([]);
});

test('messages dropped into the folder are taken in, and what is none is put aside', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dateline-bounces-'));
  const put = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    utimesSync(join(folder, name), MORNING, MORNING);
  };
  put('1.eml', dsnMessage({ messageId: idOf(1), status: '5.1.1', action: 'failed' }));
  put('2.eml', 'Subject: hello\r\n\r\nhello');
  const log = createLog({ level: 'silent' });
  await takeBounces({ db, keys: [key], folder, log, clock: () => new Date(MORNING.getTime() + 60_000) });
  expect(readdirSync(join(folder, 'taken'))).toEqual(['1.eml']);
  expect(readdirSync(join(folder, 'unread'))).toEqual(['2.eml']);
  expect(await suppressed()).toEqual([{ address_key: 'reader1@example.org', reason: 'bounce' }]);
});

test('a mail service reports by the webhook, with its token only', async () => {
  const app = mailReportsApi({ db, clock: () => MORNING });
  app.onError((error, c) =>
    c.text(error.message, error instanceof AppError && error.code === 'unauthorized' ? 401 : 400),
  );
  const post = (body: unknown, token: string) =>
    app.request('/api/mail-reports', {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { authorization: `Bearer ${token}` },
    });
  const report = { type: 'bounce', address: 'READER1@Example.org', status: '5.1.1' };
  expect((await post(report, '')).status).toBe(401);
  const token = await renewReportToken(db, MORNING);
  expect((await post(report, `${token}x`)).status).toBe(401);
  expect((await post({ type: 'bounce', address: 'nobody' }, token)).status).toBe(400);
  expect(await suppressed()).toEqual([]);
  const response = await post([report, { type: 'complaint', address: 'reader2@example.org' }], token);
  expect(await response.json()).toEqual({ taken: 2, suppressed: 2 });
  expect(await suppressed()).toEqual([
    { address_key: 'reader1@example.org', reason: 'bounce' },
    { address_key: 'reader2@example.org', reason: 'complaint' },
  ]);
  await renewReportToken(db, MORNING);
  expect((await post(report, token)).status).toBe(401);
});

test('a network that sends report after report is told to wait', async () => {
  const app = mailReportsApi({ db, clock: () => MORNING });
  app.onError((error, c) =>
    c.text(error.message, error instanceof AppError && error.code === 'too_many' ? 429 : 401),
  );
  const statuses = new Set<number>();
  for (let count = 0; count < 5000 && !statuses.has(429); count += 1)
    statuses.add((await app.request('/api/mail-reports', { method: 'POST', body: '{}' })).status);
  expect([...statuses]).toEqual([401, 429]);
});
