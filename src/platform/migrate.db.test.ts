import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { createPool } from './database.ts';
import { migrate } from './migrate.ts';
import { testDatabase } from './testing/test-database.ts';

const { target } = await testDatabase();
const pool = createPool(target, { max: 4 });
const folder = mkdtempSync(join(tmpdir(), 'dateline-migrations-'));
afterAll(async () => {
  await pool.end();
  rmSync(folder, { recursive: true });
});

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

beforeEach(async () => {
  await pool.query('drop table if exists press, ink; delete from schema_migration');
  rmSync(folder, { recursive: true });
  mkdirSync(folder);
  write('0001-press.sql', 'create table press (id int);');
});

test('each file is applied once, in the order of the numbers', async () => {
  write('0002-ink.sql', 'create table ink (id int); alter table press add column speed int;');
  expect(await migrate(pool, folder)).toEqual(['0001-press.sql', '0002-ink.sql']);
  expect(await migrate(pool, folder)).toEqual([]);
});

test('nodes that start together apply each file once', async () => {
  const both = await Promise.all([migrate(pool, folder), migrate(pool, folder)]);
  expect(both.flat()).toEqual(['0001-press.sql']);
});

test('a file that fails leaves nothing behind and stops the ones after it', async () => {
  write('0002-ink.sql', 'create table ink (id int); select no_such_thing;');
  write('0003-more.sql', 'create table never (id int);');
  await expect(migrate(pool, folder)).rejects.toThrow(
    /0002-ink.sql failed and was taken back: .*no_such_thing/,
  );
  const { rows } = await pool.query(`select to_regclass('ink') as ink, to_regclass('never') as never`);
  expect(rows).toEqual([{ ink: null, never: null }]);
});

test('an applied file that was edited stops the start', async () => {
  await migrate(pool, folder);
  write('0001-press.sql', 'create table press (id bigint);');
  await expect(migrate(pool, folder)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('0001-press.sql was changed'),
  });
});

test('other line ends are no edit', async () => {
  write('0001-press.sql', 'create table press\n(id int);\n');
  await migrate(pool, folder);
  write('0001-press.sql', 'create table press\r\n(id int);\r\n');
  expect(await migrate(pool, folder)).toEqual([]);
});

test('a database of a newer program is refused', async () => {
  write('0002-ink.sql', 'create table ink (id int);');
  await migrate(pool, folder);
  rmSync(join(folder, '0002-ink.sql'));
  await expect(migrate(pool, folder)).rejects.toThrow(
    /newer than this program: it has the migration 0002-ink.sql/,
  );
});

test('a file that slips in before one already applied is refused', async () => {
  write('0003-ink.sql', 'create table ink (id int);');
  await migrate(pool, folder);
  write('0002-late.sql', 'select 1;');
  await expect(migrate(pool, folder)).rejects.toThrow(/0002-late.sql comes before 0003-ink.sql/);
});
