import { afterEach, beforeEach, expect, test } from 'vitest';
import { holdStory, killStory, publishStory } from '#features/publishing/publishing.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { planBriefing, stopSend } from './plan-briefing.ts';
import { suppress } from './suppression.repo.ts';
import { buildReaders, countStates, isOver } from './testing/build-readers.ts';
import { buildEditions, MORNING, publishCopy } from './testing/publish.ts';
import { aSender, sendUntil } from './testing/sender-context.builder.ts';
import { type SmtpPeer, startPeer } from './testing/smtp-peer.ts';

const { db } = await testDatabase();
let peer: SmtpPeer;

beforeEach(async () => {
  await emptyDatabase(db);
  await buildEditions(db);
  await publishCopy(db, { headline: 'Port opens', urgency: 1 });
  await publishCopy(db, { headline: 'Rate is cut', section: 'economy' });
  peer = await startPeer();
});
afterEach(() => peer.close());

/** Plans a briefing to so many readers that may leave at once. */
async function plan(readers: number, rate = 10_000) {
  const list = await buildReaders(db, readers);
  const planned = await planBriefing(db, { list, now: MORNING, notBefore: MORNING, rate, madeBy: 'test' });
  if (!planned) throw new Error('nothing was planned');
  return planned.send.id;
}

const send = (id: number, changes = {}) => sendUntil(aSender(db, peer.url, changes), isOver(db, id));
const recipients = () => peer.received.map(({ to }) => to.toLowerCase()).toSorted();

test('every reader gets the briefing once', async () => {
  const id = await plan(100);
  await send(id);
  expect(peer.received).toHaveLength(100);
  expect(new Set(recipients()).size).toBe(100);
  expect(await countStates(db, id)).toEqual({ sent: 100 });
});

test('a greylisting server gets every mail once, after it was asked again', async () => {
  const asked = new Map<string, number>();
  peer.conduct.onRecipient = (address) => {
    asked.set(address, (asked.get(address) ?? 0) + 1);
    return asked.get(address) === 1 ? '450 4.7.1 Greylisted, come back' : undefined;
  };
  const id = await plan(40);
  await send(id);
  expect(await countStates(db, id)).toEqual({ sent: 40 });
  expect(new Set(recipients()).size).toBe(40);
  expect(peer.received).toHaveLength(40);
});

test('a recipient that the server refuses fails, is not tried again, and gets no mail any more', async () => {
  let asked = 0;
  peer.conduct.onRecipient = (address) => {
    if (!/^reader7@/i.test(address)) return undefined;
    asked += 1;
    return '550 5.1.1 No such mailbox';
  };
  const id = await plan(10);
  await send(id);
  expect(await countStates(db, id)).toEqual({ sent: 9, failed: 1 });
  expect(asked).toBe(1);
  const suppressed = await db.selectFrom('suppression').select(['address_key', 'reason']).execute();
  expect(suppressed).toEqual([{ address_key: 'reader7@example.org', reason: 'bounce' }]);
});

test('a server that refuses for now is asked a few times and then given up', async () => {
  peer.conduct.onRecipient = (address) => (/^reader3@/i.test(address) ? '451 4.3.0 Try later' : undefined);
  const id = await plan(5);
  await send(id);
  const failed = await db
    .selectFrom('delivery')
    .select(['attempts', 'reason'])
    .where('state', '=', 'failed')
    .execute();
  expect(failed).toEqual([
    { attempts: 4, reason: expect.stringContaining('Given up after 4 tries: 451 4.3.0') },
  ]);
});

test('a message that the server hung up on in the middle is sent again', async () => {
  const broken = new Set<string>();
  peer.conduct.onMessage = (address) => {
    if (broken.has(address) || !/[02468]@/.test(address)) return undefined;
    broken.add(address);
    return 'hang up';
  };
  const id = await plan(40);
  await send(id);
  expect(broken.size).toBe(20);
  expect(await countStates(db, id)).toEqual({ sent: 40 });
  expect(peer.received).toHaveLength(40);
});

test('a message that was whole when the server fell silent is of unknown fate and not repeated', async () => {
  peer.conduct.onMessage = (address) => (/^reader[12]@/i.test(address) ? 'silence' : undefined);
  const id = await plan(6);
  await send(id);
  expect(await countStates(db, id)).toEqual({ sent: 4, unknown: 2 });
  expect(peer.swallowed.map(({ to }) => to.toLowerCase()).toSorted()).toEqual([
    'reader1@example.org',
    'reader2@example.org',
  ]);
  expect(peer.received).toHaveLength(4);
});

test('a message refused at its end fails or waits, as the server says', async () => {
  const asked = new Map<string, number>();
  peer.conduct.onMessage = (address) => {
    asked.set(address, (asked.get(address) ?? 0) + 1);
    if (/^reader1@/i.test(address)) return '554 5.7.1 Looks like spam';
    return /^reader2@/i.test(address) && asked.get(address) === 1 ? '452 4.3.1 Disk is full' : undefined;
  };
  const id = await plan(3);
  await send(id);
  expect(await countStates(db, id)).toEqual({ sent: 2, failed: 1 });
  expect(await db.selectFrom('suppression').selectAll().execute()).toEqual([]);
});

test('while the server is away nothing is lost and no try is counted', async () => {
  const { url } = peer;
  await peer.close();
  const id = await plan(20);
  const waited = async () =>
    (await db.selectFrom('delivery').select('id').where('reason', 'like', '%ECONNREFUSED%').execute())
      .length > 0;
  await sendUntil(aSender(db, url), waited);
  expect(await countStates(db, id)).toEqual({ planned: 20 });
  expect(await db.selectFrom('delivery').select('attempts').distinct().execute()).toEqual([{ attempts: 0 }]);
  peer = await startPeer();
  await send(id);
  expect(await countStates(db, id)).toEqual({ sent: 20 });
});

test('before its moment of grace is over nothing leaves, and a stop leaves everybody unmailed', async () => {
  const list = await buildReaders(db, 5);
  const notBefore = new Date(MORNING.getTime() + 60_000);
  const planned = await planBriefing(db, { list, now: MORNING, notBefore, madeBy: 'test' });
  const id = planned?.send.id ?? 0;
  let looks = 0;
  await sendUntil(aSender(db, peer.url), async () => ++looks > 10);
  expect(await countStates(db, id)).toEqual({ planned: 5 });
  await stopSend(db, id, MORNING);
  await sendUntil(
    aSender(db, peer.url, { clock: () => new Date(notBefore.getTime() + 1000) }),
    async () => ++looks > 20,
  );
  expect(peer.received).toEqual([]);
});

test('a send that is stopped in the middle mails nobody else', async () => {
  const id = await plan(400, 200);
  const stopped = async () => {
    if (peer.received.length < 20) return false;
    await stopSend(db, id, MORNING).catch(() => {});
    return true;
  };
  await sendUntil(aSender(db, peer.url), stopped);
  const { sent = 0, planned = 0 } = await countStates(db, id);
  expect(sent).toBe(peer.received.length);
  expect(sent + planned).toBe(400);
  expect(planned).toBeGreaterThan(300);
});

test('who unsubscribed, paused or was suppressed after the plan was made gets nothing', async () => {
  const id = await plan(6);
  const [one, two, three] = await db.selectFrom('subscriber').selectAll().orderBy('id').execute();
  await db
    .updateTable('subscription')
    .set({ state: 'ended' })
    .where('subscriber_id', '=', one?.id ?? 0)
    .execute();
  await db
    .updateTable('subscription')
    .set({ paused_until: new Date('2099-01-01') })
    .where('subscriber_id', '=', two?.id ?? 0)
    .execute();
  await suppress(db, { address_key: three?.address_key ?? '', reason: 'manual', detail: '', since: MORNING });
  await send(id);
  expect(recipients()).toEqual(['reader4@example.org', 'reader5@example.org', 'reader6@example.org']);
  expect(await countStates(db, id)).toEqual({ sent: 3, suppressed: 3 });
});

test('a story that is killed while the briefing is sent is in no mail after that, and it is known who had it', async () => {
  const rate = await publishCopy(db, { headline: 'Secret harbour plan', section: 'economy' });
  const id = await plan(60, 100);
  let killedAt = 0;
  const kill = async () => {
    if (killedAt || peer.received.length < 10) return;
    await db.transaction().execute((trx) => killStory(trx, { storyId: rate.story_id, at: MORNING }));
    killedAt = peer.received.length;
  };
  await sendUntil(aSender(db, peer.url), async () => {
    await kill();
    return isOver(db, id)();
  });
  const withIt = peer.received.filter(({ raw }) => raw.includes('Secret harbour plan')).map(({ to }) => to);
  expect(withIt.length).toBeGreaterThanOrEqual(10);
  expect(withIt.length).toBeLessThanOrEqual(killedAt + 16);
  const known = await db
    .selectFrom('delivery as d')
    .innerJoin('send_article as a', (join) =>
      join.onRef('a.send_id', '=', 'd.send_id').onRef('a.issue', '=', 'd.issue'),
    )
    .innerJoin('subscriber as s', 's.id', 'd.subscriber_id')
    .select('s.address')
    .where('a.article_id', '=', rate.id)
    .execute();
  expect(known.map(({ address }) => address).toSorted()).toEqual(withIt.toSorted());
});

const withdraw: [what: string, change: (storyId: number) => Promise<unknown>][] = [
  ['killed', (storyId) => db.transaction().execute((trx) => killStory(trx, { storyId, at: MORNING }))],
  ['held', (storyId) => db.transaction().execute((trx) => holdStory(trx, { storyId, at: MORNING }))],
  [
    'retracted',
    (storyId) =>
      db
        .transaction()
        .execute((trx) =>
          publishStory(trx, { storyId, at: MORNING, kind: 'retraction', note: 'It was not so.' }),
        ),
  ],
];

test.each(withdraw)('a story that was %s between planning and sending is in no mail', async (_, change) => {
  const secret = await publishCopy(db, { headline: 'Secret harbour plan', urgency: 1 });
  const id = await plan(20);
  await change(secret.story_id);
  await send(id);
  expect(peer.received).toHaveLength(20);
  expect(peer.received.filter(({ raw }) => /secret[ -]harbour/i.test(raw.toString()))).toEqual([]);
  expect(peer.received.filter(({ raw }) => raw.includes('Port opens'))).toHaveLength(20);
});

test('a briefing of which nothing may be shown any more is stopped', async () => {
  const id = await plan(3);
  await db.updateTable('article').set({ withheld: true }).execute();
  await send(id);
  expect(peer.received).toEqual([]);
  const { state, note } = await db
    .selectFrom('send')
    .select(['state', 'note'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  expect({ state, note }).toEqual({
    state: 'stopped',
    note: 'None of its stories may be shown any more.',
  });
});
