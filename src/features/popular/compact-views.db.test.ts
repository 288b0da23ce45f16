import { beforeEach, expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { compactViews, compactViewsHandler } from './compact-views.job.ts';
import { RANKINGS } from './decay.ts';
import { rankArticles } from './ranking.repo.ts';
import { buildEditions, publishOne } from './testing/copy.ts';

const { db } = await testDatabase();
const NOW = new Date('2031-05-04T03:10:00Z');
let id = 0;

beforeEach(async () => {
  await emptyDatabase(db);
  await buildEditions(db);
  id = (await publishOne(db)).id;
});

const compact = () =>
  compactViewsHandler({ db, now: () => NOW }).run({ _cron: {} }, { id: '1', attempt: 1, signal: undefined });
const addHours = (hours: Record<string, number>) =>
  db
    .insertInto('view_count')
    .values(
      Object.entries(hours).map(([hour, views]) => ({
        article_id: id,
        hour: new Date(`${hour}:00:00Z`),
        views,
      })),
    )
    .execute();
const hours = async () =>
  (await db.selectFrom('view_count').select('views').orderBy('hour').execute()).map(({ views }) => views);
const days = () => db.selectFrom('view_day').select(['day', 'views']).orderBy('day').execute();

test('hours become days once two whole days have passed, and later ones stay', async () => {
  await addHours({ '2031-05-01T00': 1, '2031-05-01T23': 2, '2031-05-02T00': 4, '2031-05-04T03': 8 });
  await compact();
  expect(await days()).toEqual([{ day: '2031-05-01', views: 3 }]);
  expect(await hours()).toEqual([4, 8]);
});

test('it may run again at any time, and what comes late is added to its day', async () => {
  await addHours({ '2031-05-01T05': 1 });
  await compact();
  await compact();
  await addHours({ '2031-05-01T05': 10 });
  await compact();
  expect(await days()).toEqual([{ day: '2031-05-01', views: 11 }]);
});

test('the week counts the same reads before and after, today none of the days', async () => {
  await addHours({ '2031-05-01T12': 100, '2031-05-04T02': 10 });
  const scoreOf = async (period: 'today' | 'week') =>
    (await rankArticles(db, RANKINGS[period], { now: NOW, depth: 5 }))[0]?.score ?? 0;
  const [today, week] = [await scoreOf('today'), await scoreOf('week')];
  expect(week).toBeGreaterThan(50);
  await compact();
  expect(await scoreOf('today')).toBe(today);
  expect(await scoreOf('week')).toBeCloseTo(week, 0);
});

test('days of more than a year ago and batches of processes long ended are forgotten', async () => {
  await db
    .insertInto('view_day')
    .values([
      { article_id: id, day: '2029-12-31', views: 1 },
      { article_id: id, day: '2031-04-01', views: 2 },
    ])
    .execute();
  const batch = (node: string, time: string) => ({ node, number: 1, added_at: new Date(time) });
  await db
    .insertInto('view_batch')
    .values([
      batch('5d1f4b7e-6a0f-4f5c-9b51-0d7c4d6f3a10', '2031-04-01T00:00:00Z'),
      batch('5d1f4b7e-6a0f-4f5c-9b51-0d7c4d6f3a11', '2031-05-03T00:00:00Z'),
    ])
    .execute();
  await compact();
  expect((await days()).map(({ views }) => views)).toEqual([2]);
  expect(await db.selectFrom('view_batch').select('node').execute()).toHaveLength(1);
});

test('the job has a name that stays', () => {
  expect(compactViews.name).toBe('compact-views');
});
