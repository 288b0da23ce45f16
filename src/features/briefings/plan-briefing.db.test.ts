import { beforeEach, expect, test } from 'vitest';
import { createLog } from '#platform/log.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { planBriefing, stopSend } from './plan-briefing.ts';
import { planDueBriefings } from './plan-due.ts';
import { buildReaders } from './testing/build-readers.ts';
import { buildEditions, MORNING, publishCopy } from './testing/publish.ts';

const { db } = await testDatabase();
const HOUR = 3_600_000;
const at = (ms: number) => new Date(MORNING.getTime() + ms);
const log = createLog({ level: 'silent' });

beforeEach(async () => {
  await emptyDatabase(db);
  await buildEditions(db);
});

const plan = async (now = MORNING, readers = 1) => {
  const list = await buildReaders(db, readers);
  return planBriefing(db, { list, now, notBefore: now, madeBy: 'test' });
};
const headlines = async (now = MORNING) => (await plan(now))?.stories.map(({ headline }) => headline);

test('a briefing brings what became visible since the one before', async () => {
  await publishCopy(db, { headline: 'Port opens', at: at(-HOUR) });
  await publishCopy(db, { headline: 'Too old', at: at(-30 * HOUR) });
  expect(await headlines()).toEqual(['Port opens']);
  await publishCopy(db, { headline: 'Rate is cut', at: at(HOUR) });
  expect(await headlines(at(24 * HOUR))).toEqual(['Rate is cut']);
});

test('what an embargo holds back comes with the briefing after its end', async () => {
  const future = new Date('2099-01-01T00:00:00Z');
  await publishCopy(db, { headline: 'Budget', embargoUntil: future });
  await publishCopy(db, { headline: 'Port opens' });
  expect(await headlines()).toEqual(['Port opens']);
});

test('a send that was stopped before its first mail leaves its stories for the next', async () => {
  await publishCopy(db, { headline: 'Port opens' });
  const first = await plan();
  await stopSend(db, first?.send.id ?? 0, MORNING);
  expect(await headlines(at(HOUR))).toEqual(['Port opens']);
  await expect(stopSend(db, first?.send.id ?? 0, MORNING)).rejects.toThrow('over already');
});

test('without anything new, or anybody to send it to, nothing is planned', async () => {
  await expect(plan()).rejects.toThrow('Nothing was published since');
  await publishCopy(db, { headline: 'Port opens' });
  await db.updateTable('subscription').set({ state: 'ended' }).execute();
  await expect(plan(MORNING, 0)).rejects.toThrow('Nobody gets the briefing');
  expect(await db.selectFrom('send').select('id').execute()).toEqual([]);
});

test('only active readers of the edition are in the plan', async () => {
  await buildReaders(db, 4);
  await publishCopy(db, { headline: 'Port opens' });
  await publishCopy(db, { headline: '개항', edition: 'ko' });
  await db.updateTable('subscription').set({ state: 'pending' }).where('subscriber_id', '=', 1).execute();
  await db
    .updateTable('subscription')
    .set({ paused_until: at(HOUR) })
    .where('subscriber_id', '=', 2)
    .execute();
  await db
    .insertInto('subscriber')
    .values({ address: 'k@example.kr', address_key: 'k', created_at: MORNING })
    .execute();
  await buildReaders(db, 0, 'ko');
  expect((await plan())?.readers).toBe(2);
});

test('the schedule plans one briefing a day in each edition, whoever looks and how often', async () => {
  await publishCopy(db, { headline: 'Port opens' });
  await publishCopy(db, { headline: '개항', edition: 'ko' });
  await buildReaders(db, 2);
  await buildReaders(db, 3, 'ko');
  await db.updateTable('edition').set({ zone: 'Asia/Seoul' }).where('code', '=', 'ko').execute();
  const look = (now: Date) =>
    Promise.all([1, 2, 3].map(() => planDueBriefings({ db, log, clock: () => now })));
  await look(at(0));
  expect(await db.selectFrom('send').select('id').execute()).toEqual([]);
  await look(at(HOUR / 4));
  await look(at(HOUR));
  const sends = await db.selectFrom('send').select(['slot', 'not_before', 'made_by']).execute();
  expect(sends).toEqual([{ slot: '2025-03-04', not_before: at(HOUR / 4 + HOUR / 12), made_by: 'schedule' }]);
  expect(await db.selectFrom('delivery').select('subscriber_id').execute()).toHaveLength(2);
});
