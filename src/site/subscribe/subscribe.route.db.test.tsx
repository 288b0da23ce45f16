import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { HtmlValidate } from 'html-validate';
import { simpleParser } from 'mailparser';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { openBriefingRoom, suppress } from '#features/briefings/briefings.ts';
import { PAST } from '#features/publishing/testing/desk-copy.ts';
import { createPool } from '#platform/database.ts';
import { cachedGet } from '#platform/http/cached-get.ts';
import { answerErrors } from '#platform/http/error-handler.ts';
import { drainJobs } from '#platform/jobs.ts';
import { createLog } from '#platform/log.ts';
import { createPageCache } from '#platform/page-cache/page-cache.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { aFrame } from '../layout/frame.builder.ts';
import type { Paper } from '../paper.ts';
import { BASE_URL, buildPaper, editionContext } from '../testing/build-paper.ts';
import { subscribeDoor } from './subscribe.door.ts';
import { subscribeRoute } from './subscribe.route.tsx';

const { db, target } = await testDatabase();
const pool = createPool(target);
afterAll(() => pool.end());
const { assets } = aFrame();
const log = createLog({ level: 'error' });
let paper: Paper;
let app: Hono;
let outbox: string;
let now: Date;
let drain: () => Promise<void>;

const contextOf = (code: string) => ({ ...editionContext(db, paper, code), now: () => now, assets });
const makeDoor = () =>
  subscribeDoor({ ...contextOf('en'), paper: { get: async () => paper, forget: () => {} } });

beforeEach(async () => {
  await emptyDatabase(db);
  paper = await buildPaper(db);
  now = PAST;
  const dataFolder = mkdtempSync(join(tmpdir(), 'dateline-subscribe-'));
  outbox = join(dataFolder, 'outbox');
  const room = await openBriefingRoom({
    ...{ db, baseUrl: BASE_URL, smtpUrl: undefined, dataFolder, log },
    clock: () => now,
  });
  drain = () => drainJobs(pool, room.handlers, log);
  app = new Hono();
  app.onError(answerErrors({ log, machinePaths: [] }));
  app.route('/', makeDoor());
  for (const code of ['en', 'ko']) {
    const context = contextOf(code);
    cachedGet(
      app,
      { cache: createPageCache(), privateCookies: [] },
      {
        pattern: context.edition.prefix + subscribeRoute.pattern,
        render: (request) => subscribeRoute.render(context, request),
      },
    );
  }
});

const post = (
  path: string,
  fields: Record<string, string | string[]>,
  headers: Record<string, string> = {},
) => {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one);
  return app.request(path, { method: 'POST', body, headers });
};
const ask = (address: string, path = '/subscribe') => post(path, { address, website: '' });

/** The letters that lie in the outbox, after all jobs are done. */
async function letters() {
  await drain();
  const names = readdirSync(outbox, { withFileTypes: true }).map(({ name }) => name);
  const mails = await Promise.all(
    names.toSorted().map((name) => simpleParser(readFileSync(join(outbox, name)))),
  );
  return mails.map((mail) => ({
    to: [mail.to].flat()[0]?.text,
    subject: mail.subject,
    path: (
      /https:\/\/paper\.example(\/\S*\/subscribe\/\S+|\/subscribe\/\S+)/.exec(mail.text ?? '')?.[1] ?? ''
    ).trim(),
  }));
}
const lettersOrNone = () => letters().catch(() => []);
const states = async () =>
  (
    await db
      .selectFrom('subscription as u')
      .innerJoin('subscriber as s', 's.id', 'u.subscriber_id')
      .select(['s.address', 'u.list_id', 'u.state', 'u.paused_until'])
      .orderBy('s.id')
      .orderBy('u.list_id')
      .execute()
  ).map(({ address, state }) => `${address} ${state}`);

/** Subscribes, confirms, and answers the link of the preferences page. */
async function subscribed(address: string): Promise<string> {
  await ask(address);
  const confirm = (await letters()).at(-1)?.path ?? '';
  await post(confirm, {});
  now = new Date(now.getTime() + 120_000);
  await ask(address);
  return (await letters()).find(({ path }) => path.includes('/preferences/'))?.path ?? '';
}

test('the form works without scripts and is valid HTML in both editions', async () => {
  const validator = new HtmlValidate({ extends: ['html-validate:standard'] });
  for (const path of ['/subscribe', '/ko/subscribe']) {
    const response = await app.request(path);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toMatch(
      new RegExp(`<form (action="${path}" method="post"|method="post" action="${path}")>`),
    );
    expect(html).not.toContain('<script');
    const report = await validator.validateString(html);
    expect(report.results.flatMap(({ messages }) => messages.map(({ message }) => message))).toEqual([]);
  }
});

test('an address is asked by mail, and becomes a reader when its owner presses the button', async () => {
  expect((await ask(' Jane@Example.ORG ')).status).toBe(200);
  const [letter, ...more] = await letters();
  expect(more).toEqual([]);
  expect(letter).toMatchObject({
    to: 'Jane@example.org',
    subject: 'Confirm: the morning briefing of The Paper & Post',
  });
  expect(await states()).toEqual(['Jane@example.org pending']);
  expect((await post(letter?.path ?? '', {})).status).toBe(200);
  expect(await states()).toEqual(['Jane@example.org active']);
});

test('no GET and no HEAD of any link changes anything', async () => {
  const preferences = await subscribed('jane@example.org');
  await ask('joe@example.org');
  const unsubscribe = await unsubscribePath(1);
  const paths = [...(await letters()).map(({ path }) => path), preferences, unsubscribe];
  const before = await db.selectFrom('subscription').selectAll().orderBy('subscriber_id').execute();
  for (const path of paths) {
    for (const method of ['GET', 'HEAD'])
      expect((await app.request(path, { method })).status, `${method} ${path}`).toBeLessThan(500);
  }
  expect(await db.selectFrom('subscription').selectAll().orderBy('subscriber_id').execute()).toEqual(before);
  expect(await states()).toEqual(['jane@example.org active', 'joe@example.org pending']);
});

test('whoever asks is told the same, whatever is known of the address', async () => {
  await subscribed('reader@example.org');
  await ask('waiting@example.org');
  await suppress(db, { address_key: 'gone@example.org', reason: 'bounce', detail: '', since: now });
  const answers = new Set<string>();
  for (const name of ['reader', 'waiting', 'gone', 'new']) {
    const response = await ask(`${name}@example.org`);
    answers.add(`${response.status} ${await response.text()}`);
  }
  expect(answers.size).toBe(1);
});

test('a suppressed address gets no letter, however often it signs up', async () => {
  await suppress(db, { address_key: 'gone@example.org', reason: 'complaint', detail: '', since: now });
  await ask('Gone@Example.org');
  expect(await lettersOrNone()).toEqual([]);
});

test('an address that is suppressed after it asked gets no letter either', async () => {
  await ask('gone@example.org');
  await suppress(db, { address_key: 'gone@example.org', reason: 'manual', detail: '', since: now });
  expect(await lettersOrNone()).toEqual([]);
});

test('a stranger cannot flood a mailbox through the form', async () => {
  for (let n = 0; n < 8; n++) {
    await ask('victim@example.org');
    now = new Date(now.getTime() + 20_000);
  }
  expect((await letters()).length).toBeLessThanOrEqual(3);
});

test('one network cannot ask for ever', async () => {
  const statuses: number[] = [];
  for (let n = 0; n < 12; n++) statuses.push((await ask(`reader${n}@example.org`)).status);
  expect(statuses.filter((status) => status === 200)).toHaveLength(8);
  expect(statuses.at(-1)).toBe(429);
  expect(await letters()).toHaveLength(8);
});

test('what fills in the hidden field is told the same and gets nothing', async () => {
  const answer = await (await ask('jane@example.org')).text();
  const trapped = await post('/subscribe', { address: 'bot@example.org', website: 'https://spam.example' });
  expect(await trapped.text()).toBe(answer);
  expect(await letters()).toHaveLength(1);
});

test('what cannot be an address is asked for again, as it was typed', async () => {
  const response = await ask('jane@<script>');
  expect(response.status).toBe(422);
  const html = await response.text();
  expect(html).toContain('value="jane@&lt;script&gt;"');
  expect(html).toContain('does not look like an e-mail address');
});

test('another site’s form is refused', async () => {
  const response = await post(
    '/subscribe',
    { address: 'jane@example.org' },
    { 'sec-fetch-site': 'cross-site' },
  );
  expect(response.status).toBe(403);
  expect(await states()).toEqual([]);
});

/** The path of the one-click header of a mail to a reader, as the mail has it. */
async function unsubscribePath(subscriber: number): Promise<string> {
  const { signLink } = await import('#features/briefings/signed-link.ts');
  const { ensureLinkKeys } = await import('#features/briefings/briefings.ts');
  const [key] = await ensureLinkKeys(db, now);
  if (!key) throw new Error('no key');
  const link = { purpose: 'unsubscribe' as const, subscriber, list: 1, version: 0, expires: 0 };
  return `/subscribe/unsubscribe/${signLink(key, link)}`;
}

test('a mail program unsubscribes with one POST, without a cookie; a person who follows the link is asked', async () => {
  await subscribed('jane@example.org');
  const path = await unsubscribePath(1);
  const page = await (await app.request(path)).text();
  expect(page).toContain('Yes, stop it');
  expect(await states()).toEqual(['jane@example.org active']);
  const response = await app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: 'List-Unsubscribe=One-Click',
  });
  expect(response.status).toBe(200);
  expect(response.headers.get('set-cookie')).toBeNull();
  expect(await states()).toEqual(['jane@example.org ended']);
  const again = new FormData();
  again.set('List-Unsubscribe', 'One-Click');
  expect((await app.request(path, { method: 'POST', body: again })).status).toBe(200);
  expect((await app.request(path, { method: 'POST' })).status).toBe(200);
});

test('a confirmation link from before an unsubscription does not undo it', async () => {
  await ask('jane@example.org');
  const confirm = (await letters())[0]?.path ?? '';
  await post(confirm, {});
  await post(await unsubscribePath(1), {});
  expect((await post(confirm, {})).status).toBe(410);
  expect(await states()).toEqual(['jane@example.org ended']);
});

test('a confirmation link ends after a week', async () => {
  await ask('jane@example.org');
  const confirm = (await letters())[0]?.path ?? '';
  now = new Date(now.getTime() + 8 * 24 * 3_600_000);
  expect((await post(confirm, {})).status).toBe(410);
  expect(await states()).toEqual(['jane@example.org pending']);
});

test('a thousand forged and altered links do nothing', async () => {
  await subscribed('jane@example.org');
  const genuine = [...(await letters()).map(({ path }) => path), await unsubscribePath(1)];
  const before = await states();
  let tried = 0;
  const statuses = new Set<number>();
  for (let seed = 1; tried < 1000; seed++) {
    const path = genuine[seed % genuine.length] ?? '';
    const start = path.lastIndexOf('/') + 1;
    const at = start + ((seed * 7919) % (path.length - start));
    const letter = 'abcdefghijklmnopqrstuvwxyz0123456789_-'[(seed * 31) % 38] ?? 'x';
    if (path[at] === letter) continue;
    const forged = path.slice(0, at) + letter + path.slice(at + (seed % 3 === 0 ? 0 : 1));
    const fields = { act: 'end', list: '1', address: 'thief@example.org' };
    // Each from a network of its own, as a patient forger would.
    statuses.add(
      (await makeDoor().request(forged, { method: 'POST', body: new URLSearchParams(fields) })).status,
    );
    tried += 1;
  }
  expect([...statuses]).toEqual([404]);
  expect(await states()).toEqual(before);
});

test('on their page readers pause, choose other editions, and end it', async () => {
  const path = await subscribed('jane@example.org');
  expect(await (await app.request(path)).text()).toContain('jane@example.org');
  const paused = await (await post(path, { act: 'pause', weeks: '2' })).text();
  expect(paused).toContain('Paused until 18 March 2025.');
  await post(path, { act: 'pause', weeks: '0' });
  expect((await db.selectFrom('subscription').select('paused_until').execute())[0]?.paused_until).toBeNull();
  await post(path, { act: 'lists', list: ['1', '2', '99'] });
  expect(await states()).toEqual(['jane@example.org active', 'jane@example.org active']);
  await post(path, { act: 'lists', list: ['2'] });
  expect(await states()).toEqual(['jane@example.org ended', 'jane@example.org active']);
  await post(path, { act: 'end' });
  expect(await states()).toEqual(['jane@example.org ended', 'jane@example.org ended']);
  expect((await post(path, { act: 'dance' })).status).toBe(400);
});

test('a new address is asked first; then the old links open nothing any more', async () => {
  const path = await subscribed('jane@example.org');
  expect((await post(path, { act: 'move', address: 'not an address' })).status).toBe(422);
  await post(path, { act: 'move', address: 'jane@new.example' });
  const move = (await letters()).find(({ to }) => to === 'jane@new.example')?.path ?? '';
  expect(await states()).toEqual(['jane@example.org active']);
  await app.request(move);
  expect(await states()).toEqual(['jane@example.org active']);
  expect((await post(move, {})).status).toBe(200);
  expect(await states()).toEqual(['jane@new.example active']);
  expect((await app.request(path)).status).toBe(410);
  expect((await post(path, { act: 'end' })).status).toBe(410);
  expect(await states()).toEqual(['jane@new.example active']);
});

test('who wants to be forgotten is', async () => {
  const path = await subscribed('jane@example.org');
  expect((await post(path, { act: 'erase' })).status).toBe(200);
  expect(await db.selectFrom('subscriber').selectAll().execute()).toEqual([]);
  expect((await app.request(path)).status).toBe(410);
});

test('the pages of one reader are kept nowhere and give their address to nobody', async () => {
  const path = await subscribed('jane@example.org');
  const { headers } = await app.request(path);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  expect(headers.get('x-robots-tag')).toContain('noindex');
});

test('a Korean reader is asked in Korean and answers under /ko', async () => {
  await ask('kim@한국.kr', '/ko/subscribe');
  const [letter] = await letters();
  expect(letter?.subject).toBe('종이신문 아침 브리핑 구독 확인');
  expect(letter?.path).toMatch(/^\/ko\/subscribe\/confirm\//);
  expect(await (await app.request(letter?.path ?? '')).text()).toContain('구독 확인');
  await post(letter?.path ?? '', {});
  expect(await states()).toEqual(['kim@한국.kr active']);
});
