import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createDatabase, isConnectionFailure, whenReachable, withTransaction } from './database.ts';
import { testDatabase } from './testing/test-database.ts';

const { db } = await testDatabase();

test('a bigint comes out as a number, a date as the day it says, a moment as a Date', async () => {
  const { rows } = await sql`
    select 9007199254740991::bigint as big, array[1, null]::bigint[] as bigs, '2026-11-24'::date as day,
           '2026-11-24T06:00:00+09'::timestamptz as moment, 1.50::numeric as exact, '2 hours'::interval as span`.execute(
    db,
  );
  expect(rows).toEqual([
    {
      big: 9007199254740991,
      bigs: [1, null],
      day: '2026-11-24',
      moment: new Date('2026-11-23T21:00:00Z'),
      exact: '1.50',
      span: '02:00:00',
    },
  ]);
});

test('a bigint that no number holds is an error rather than a wrong number', async () => {
  await expect(sql`select 9007199254740993::bigint`.execute(db)).rejects.toThrow(/too large/);
});

test('a transaction inside a transaction is the same one, and its failure takes all of it back', async () => {
  const insert = (name: string) => ({ name, checksum: 'c', applied_at: new Date(0) });
  const failing = withTransaction(db, async (outer) => {
    await outer.insertInto('schema_migration').values(insert('outer')).execute();
    await withTransaction(outer, (inner) =>
      inner.insertInto('schema_migration').values(insert('inner')).execute(),
    );
    throw new Error('stop');
  });
  await expect(failing).rejects.toThrow('stop');
  const left = await db.selectFrom('schema_migration').select('name').where('checksum', '=', 'c').execute();
  expect(left).toEqual([]);
});

test('a database that nobody answers for is unavailable', async () => {
  const away = createDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' });
  const query = whenReachable(() => sql`select 1`.execute(away));
  await expect(query).rejects.toMatchObject({
    code: 'unavailable',
    message: expect.stringMatching(/cannot be reached/),
  });
  await away.destroy();
});

test('a wrong query is not mistaken for a database that is away', async () => {
  const thrown = await sql`select nothing_there`.execute(db).catch((error: unknown) => error);
  expect(isConnectionFailure(thrown)).toBe(false);
});
