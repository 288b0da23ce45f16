import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test, vi } from 'vitest';
import { publishingSource, receive } from '#features/publishing/testing/copy.ts';
import { type DatabaseTarget, toDatabaseUrl } from '#platform/database.ts';
import { testDatabase } from '#platform/testing/test-database.ts';
import { readAll, secondDatabase } from '../backup/testing/second-database.ts';
import { backupCommand } from './backup.command.ts';
import { restoreCommand } from './restore.command.ts';
import { runRecorded } from './testing/run-recorded.ts';

const { db, target } = await testDatabase();
const other = await secondDatabase(db);
const folder = mkdtempSync(join(tmpdir(), 'dateline-cli-'));
const file = join(folder, 'paper.tar.gz');

afterAll(async () => {
  vi.unstubAllEnvs();
  await other.drop();
  rmSync(folder, { recursive: true });
});

async function datelineOn(one: DatabaseTarget, ...args: string[]) {
  vi.stubEnv('DATABASE_URL', toDatabaseUrl(one));
  vi.stubEnv('DATELINE_DATA', folder);
  const { code, talk } = await runRecorded([backupCommand, restoreCommand], args);
  return { code, said: talk };
}

test('one command writes the paper into a file, another makes an empty paper into it', async () => {
  await receive(db, await publishingSource(db), { uri: 'urn:x:1' });
  const written = await datelineOn(target, 'backup', file);
  expect(written).toEqual({
    code: 0,
    said: expect.stringMatching(/paper\.tar\.gz holds \d+ tables with \d+ rows and 0 pictures\.\n$/),
  });
  const restored = await datelineOn(other.target, 'restore', file);
  expect(restored).toEqual({ code: 0, said: expect.stringMatching(/^The paper of .+Z is back: \d+ tables/) });
  expect(await readAll(other.db)).toEqual(await readAll(db));
});

test('what cannot be done is said in a sentence and fails', async () => {
  const full = await datelineOn(target, 'restore', file);
  expect(full).toEqual({
    code: 1,
    said: expect.stringContaining('This paper is not empty: it has 1 stories'),
  });
  const nowhere = await datelineOn(target, 'backup', join(folder, 'absent', 'paper.tar.gz'));
  expect(nowhere).toEqual({ code: 1, said: expect.stringContaining('cannot be written') });
  expect(await datelineOn(target, 'backup')).toEqual({
    code: 2,
    said: 'This command takes one file.\nSee: dateline backup --help\n',
  });
  expect(readdirSync(folder)).toEqual(['paper.tar.gz']);
});
