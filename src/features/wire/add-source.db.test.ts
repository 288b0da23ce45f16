import { beforeEach, expect, test } from 'vitest';
import { isToken } from '#platform/bearer-token.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { addSource, removeSource } from './add-source.ts';
import { listSources } from './sources.repo.ts';
import { AT, buildEdition } from './testing/build-wire.ts';

const { db } = await testDatabase();

beforeEach(async () => {
  await emptyDatabase(db);
  await buildEdition(db);
});

test('a push source gets a token of which only the hash is stored', async () => {
  const { source, token } = await addSource(db, { name: 'agency', kind: 'push', edition: 'en' });
  expect(token).toMatch(/^wire_[\w-]{43}$/);
  expect(JSON.stringify(await db.selectFrom('wire_source').selectAll().execute())).not.toContain(token);
  expect(isToken(token ?? '', source.token_hash)).toBe(true);
  expect(isToken(`${token}x`, source.token_hash)).toBe(false);
  expect(isToken('', null)).toBe(false);
});

test('a name in use is refused, a removed one is free again', async () => {
  const add = { name: 'feed', kind: 'url', url: 'https://agency.example/a', edition: 'en' } as const;
  await addSource(db, add);
  await expect(addSource(db, add)).rejects.toMatchObject({ code: 'conflict' });
  await removeSource(db, 'feed', AT);
  await expect(removeSource(db, 'feed', AT)).rejects.toMatchObject({ code: 'not_found' });
  await addSource(db, { ...add, url: 'https://agency.example/b', everySeconds: 300 });
  expect(await listSources(db)).toMatchObject([{ url: 'https://agency.example/b', every_seconds: 300 }]);
});

test.each(['', 'Agency', '../up', 'a--b', 'a/b', '.hidden', 'x'.repeat(61)])(
  'the name "%s" is refused',
  async (name) => {
    await expect(addSource(db, { name, kind: 'push', edition: 'en' })).rejects.toMatchObject({
      code: 'bad_input',
    });
  },
);
