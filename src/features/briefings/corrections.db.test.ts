import { simpleParser } from 'mailparser';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ArticleRow } from '#features/articles/articles.ts';
import { killStory } from '#features/publishing/publishing.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { planBriefing } from './plan-briefing.ts';
import { planRetractions } from './plan-retractions.ts';
import { endSubscriptions } from './subscribers.repo.ts';
import { buildReaders, isOver } from './testing/build-readers.ts';
import { buildEditions, MORNING, publishAgain, publishCopy } from './testing/publish.ts';
import { aSender, sendUntil } from './testing/sender-context.builder.ts';
import { type SmtpPeer, startPeer } from './testing/smtp-peer.ts';

const { db } = await testDatabase();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (ms: number) => new Date(MORNING.getTime() + ms);
let peer: SmtpPeer;
let port: ArticleRow;

beforeEach(async () => {
  await emptyDatabase(db);
  await buildEditions(db);
  peer = await startPeer();
  port = await publishCopy(db, { headline: 'Port opens', text: 'The quay cost 90 million crowns.' });
});
afterEach(() => peer.close());

const sender = (now: Date) => {
  const begun = performance.now();
  return aSender(db, peer.url, { clock: () => new Date(now.getTime() + performance.now() - begun) });
};

/** Sends a briefing and answers the mails of it. */
async function sendBriefing(readers: number, now = MORNING) {
  const list = await buildReaders(db, readers);
  const planned = await planBriefing(db, { list, now, notBefore: now, madeBy: 'test' });
  peer.received.length = 0;
  await sendUntil(sender(now), isOver(db, planned?.send.id ?? 0));
  return mails();
}

const mails = () =>
  Promise.all(
    peer.received.map(async ({ to, raw }) => {
      const { text = '', subject, html } = await simpleParser(raw);
      return { to: to.toLowerCase(), text: text.replace(/\s+/g, ' '), subject, html: String(html) };
    }),
  );

/** Lets the sender look for retractions until nothing is left to send. */
async function sendNotices(now: Date) {
  peer.received.length = 0;
  let looks = 0;
  await sendUntil(sender(now), async () => {
    const open = await db
      .selectFrom('delivery')
      .select('id')
      .where('state', 'in', ['planned', 'sending'])
      .execute();
    looks = open.length === 0 ? looks + 1 : 0;
    return looks > 12;
  });
  return mails();
}

const correct = (text: string, more = {}) =>
  publishAgain(db, port.story_id, { headline: 'Port opens', text, at: at(HOUR), ...more });

test('a correction comes in the next briefing, to those who were sent the story and nobody else', async () => {
  await sendBriefing(3);
  await correct('The quay cost 60 million crowns.');
  await publishCopy(db, { headline: 'Rate is cut', at: at(2 * HOUR) });
  // Two new readers, who never saw the wrong figure.
  const second = await sendBriefing(5, at(DAY));
  const told = second.filter(({ text }) => text.includes('60 million')).map(({ to }) => to);
  expect(told.toSorted()).toEqual([1, 2, 3].map((n) => `reader${n}@example.org`));
  expect(second.filter(({ html }) => html.includes('60 million'))).toHaveLength(3);
  await publishCopy(db, { headline: 'Herring returns', at: at(DAY + HOUR) });
  const third = await sendBriefing(5, at(2 * DAY));
  expect(third.filter(({ text }) => text.includes('60 million'))).toEqual([]);
  expect(third).toHaveLength(5);
});

test('an update and a mended typing mistake are never mailed', async () => {
  await sendBriefing(2);
  await correct('The quay cost 90 million crownes.');
  await correct('The quay cost 90 million crowns. A band played.', { kind: 'update' });
  await publishCopy(db, { headline: 'Rate is cut', at: at(2 * HOUR) });
  const second = await sendBriefing(2, at(DAY));
  expect(second.filter(({ text }) => text.includes('Corrections'))).toEqual([]);
  expect(await sendNotices(at(DAY))).toEqual([]);
});

test('who was sent the corrected text is not told of the correction', async () => {
  await correct('The quay cost 60 million crowns.', { at: at(-HOUR / 2) });
  await sendBriefing(1);
  await publishCopy(db, { headline: 'Rate is cut', at: at(2 * HOUR) });
  expect((await sendBriefing(1, at(DAY))).filter(({ text }) => text.includes('Corrections'))).toEqual([]);
});

test('a correction that could not be delivered comes with the briefing after', async () => {
  await sendBriefing(1);
  await correct('The quay cost 60 million crowns.');
  await publishCopy(db, { headline: 'Rate is cut', at: at(2 * HOUR) });
  peer.conduct.onMessage = () => '554 5.7.1 Not today';
  await sendBriefing(1, at(DAY));
  peer.conduct = {};
  await publishCopy(db, { headline: 'Herring returns', at: at(DAY + HOUR) });
  const [mail] = await sendBriefing(1, at(2 * DAY));
  expect(mail?.text).toContain('60 million');
});

test('a retraction is mailed by itself, once, to those who were sent the story and get mail still', async () => {
  await sendBriefing(4);
  const [, second] = await db.selectFrom('subscriber').selectAll().orderBy('id').execute();
  await endSubscriptions(db, { subscriberId: second?.id ?? 0 }, 'unsubscribed', MORNING);
  await buildReaders(db, 6);
  await correct('The port has not opened.', { kind: 'retraction', note: 'There is no such port.' });
  const notices = await sendNotices(at(2 * HOUR));
  expect(notices.map(({ to }) => to).toSorted()).toEqual([1, 3, 4].map((n) => `reader${n}@example.org`));
  for (const { subject, text } of notices) {
    expect(subject).toBe('Retraction: Port opens');
    expect(text).toContain('On 4 March 2025 we sent you this story. We have since retracted it.');
    expect(text).toContain('There is no such port.');
  }
  expect(await sendNotices(at(3 * HOUR))).toEqual([]);
});

test('a retraction of a story that nobody was sent mails nobody', async () => {
  await buildReaders(db, 2);
  await correct('The port has not opened.', { kind: 'retraction' });
  expect(await planRetractions(db, sender(MORNING).log, at(2 * HOUR), 0)).toBe(0);
  expect(await db.selectFrom('send').select('id').execute()).toEqual([]);
});

test('a retraction of a story that was killed meanwhile is not mailed', async () => {
  await sendBriefing(2);
  await correct('The port has not opened.', { kind: 'retraction' });
  expect(await planRetractions(db, sender(MORNING).log, at(2 * HOUR), 0)).toBe(2);
  await db.transaction().execute((trx) => killStory(trx, { storyId: port.story_id, at: at(2 * HOUR) }));
  expect(await sendNotices(at(2 * HOUR))).toEqual([]);
  expect(
    await db.selectFrom('delivery').select('state').where('state', '=', 'suppressed').execute(),
  ).toHaveLength(2);
});
