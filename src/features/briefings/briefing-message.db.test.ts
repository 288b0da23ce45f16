import { generateKeyPairSync } from 'node:crypto';
import { dkimVerify } from 'mailauth/lib/dkim/verify.js';
import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { planBriefing } from './plan-briefing.ts';
import { readLink } from './signed-link.ts';
import { buildReaders, isOver } from './testing/build-readers.ts';
import { BASE_URL, buildEditions, MORNING, publishCopy } from './testing/publish.ts';
import { aSender, sendUntil, TEST_KEY } from './testing/sender-context.builder.ts';
import { type SmtpPeer, startPeer } from './testing/smtp-peer.ts';

const { db } = await testDatabase();
let peer: SmtpPeer;

beforeEach(async () => {
  await emptyDatabase(db);
  await buildEditions(db);
  peer = await startPeer();
});
afterEach(() => peer.close());

async function sendOne(edition = 'en', changes = {}) {
  const list = await buildReaders(db, 1, edition);
  const planned = await planBriefing(db, { list, now: MORNING, notBefore: MORNING, madeBy: 'test' });
  await sendUntil(aSender(db, peer.url, changes), isOver(db, planned?.send.id ?? 0));
  const [received] = peer.received;
  if (!received) throw new Error('no mail came');
  return { raw: received.raw, mail: await simpleParser(received.raw), received };
}

const header = (raw: Buffer, name: string): string[] =>
  raw
    .toString('latin1')
    .split('\r\n\r\n', 1)[0]
    ?.split('\r\n')
    .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
    .map((line) => line.slice(name.length + 1).trim()) ?? [];

test('the mail has one-click unsubscription by RFC 8058, each header once and on one line', async () => {
  await publishCopy(db, { headline: 'Port opens' });
  const { raw } = await sendOne();
  const [unsubscribe = '', ...more] = header(raw, 'List-Unsubscribe');
  expect(more).toEqual([]);
  expect(unsubscribe).toMatch(/^<https:\/\/paper\.example\/subscribe\/unsubscribe\/[^>\s]+>$/);
  expect(header(raw, 'List-Unsubscribe-Post')).toEqual(['List-Unsubscribe=One-Click']);
  expect(header(raw, 'List-Id')).toEqual(['<morning.en.paper.example>']);
  const token = unsubscribe.slice(1, -1).split('/').at(-1) ?? '';
  expect(readLink([TEST_KEY], token, 'unsubscribe', MORNING)).toMatchObject({ subscriber: 1, list: 1 });
});

test('the mail is from the paper, to the reader as they wrote themselves, and named after its first story', async () => {
  await publishCopy(db, { headline: '“Port” opens – at last', urgency: 1 });
  await publishCopy(db, { headline: 'Rate is cut' });
  const { mail, received } = await sendOne();
  expect(mail.subject).toBe('Morning briefing: “Port” opens – at last');
  expect(mail.from?.value).toEqual([{ name: 'The Paper & Post', address: 'briefing@paper.example' }]);
  expect(received.to).toBe('Reader1@example.org');
  expect(mail.messageId).toMatch(/^<d\.[0-9a-z]+\.[0-9a-f]{24}@paper\.example>$/);
  expect(mail.date?.getTime()).toBeGreaterThanOrEqual(MORNING.getTime() - 1000);
});

test('both parts tell every story, and all their links are whole addresses of the paper', async () => {
  for (const [headline, section] of [
    ['Port <opens> & shines', 'world'],
    ['Rate is cut', 'economy'],
    ['Herring returns', 'world'],
  ] as const)
    await publishCopy(db, { headline, section, deck: `More on “${headline}”.` });
  const { mail, raw } = await sendOne();
  const html = String(mail.html);
  const text = mail.text ?? '';
  for (const headline of ['Rate is cut', 'Herring returns']) {
    expect(html).toContain(headline);
    expect(text).toContain(headline);
  }
  expect(html).toContain('Port &lt;opens&gt; &amp; shines');
  expect(text).toContain('Port <opens> & shines');
  const hrefs = [...html.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, href = '']) => href);
  expect(hrefs.length).toBeGreaterThan(5);
  expect(hrefs.filter((href) => !href.startsWith(`${BASE_URL}/`))).toEqual([]);
  const inText = [...text.matchAll(/https?:\/\/\S+/g)].map(([href]) => href);
  expect(inText.filter((href) => !href.startsWith(`${BASE_URL}/`))).toEqual([]);
  expect(new Set(inText)).toEqual(new Set([...hrefs].filter((href) => href !== `${BASE_URL}/`)));
  const prose = text.split('\n').filter((line) => !line.includes('https://'));
  expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(72);
  expect(html).not.toMatch(/<script|<form|<iframe/i);
  expect(raw.length).toBeLessThan(100_000);
});

test('a full briefing stays below what Gmail cuts off', async () => {
  const deck = 'A deck that says in many words what the story is about, and then some more of it. '.repeat(4);
  for (let n = 0; n < 60; n++)
    await publishCopy(db, { headline: `${deck.slice(0, 120)} ${n}`, deck, section: `part-${n % 12}` });
  const { mail, raw } = await sendOne();
  expect([...String(mail.html).matchAll(/<h[13]/g)]).toHaveLength(25);
  expect(raw.length).toBeLessThan(100_000);
});

test('a Korean briefing is Korean throughout', async () => {
  await publishCopy(db, {
    edition: 'ko',
    headline: '외항이 문을 열었다',
    deck: '3년 늦었다.',
    section: 'world',
  });
  const { mail, raw } = await sendOne('ko');
  expect(mail.subject).toBe('아침 브리핑: 외항이 문을 열었다');
  expect(mail.from?.value[0]?.name).toBe('종이신문');
  expect(mail.text).toContain('2025년 3월 4일 화요일');
  expect(mail.text).toContain('구독 해지:\nhttps://paper.example/ko/subscribe/unsubscribe/');
  expect(header(raw, 'Content-Language')).toEqual(['ko']);
  expect(String(mail.html)).toContain('<html lang="ko">');
});

test('a mail is signed where there is a key, over what RFC 8058 asks for', async () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const record = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  await publishCopy(db, { headline: '외항 opens' });
  const { raw } = await sendOne('en', {
    dkimOf: async (domainName: string) => ({ domainName, keySelector: 'paper', privateKey: pem }),
  });
  const resolver = async (name: string) => {
    expect(name).toBe('paper._domainkey.paper.example');
    return [[`v=DKIM1; k=rsa; p=${record}`]];
  };
  const { results } = await dkimVerify(raw, { resolver });
  expect(results.map(({ status }) => status.result)).toEqual(['pass']);
  expect(results[0]?.signingHeaders?.keys.toLowerCase()).toContain('list-unsubscribe: list-unsubscribe-post');
});
