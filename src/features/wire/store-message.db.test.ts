import { beforeEach, describe, expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { removeSource } from './add-source.ts';
import { listFailedItems } from './failed-items.repo.ts';
import { failItem } from './items.repo.ts';
import { findRawMessage } from './messages.repo.ts';
import { findSourceByName } from './sources.repo.ts';
import { storeMessage } from './store-message.ts';
import { AT, buildItem, buildMessage, buildSource } from './testing/build-wire.ts';
import type { WireSourceRow } from './wire.tables.ts';

const { db } = await testDatabase();
let source: WireSourceRow;

beforeEach(async () => {
  await emptyDatabase(db);
  source = await buildSource(db);
});

const versions = async () =>
  (
    await db.selectFrom('wire_item').select('version').where('reason', 'is', null).orderBy('id').execute()
  ).map((row) => row.version);

test('a message is kept byte for byte with its items in order', async () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i);
  const items = [buildItem({ uri: 'b', version: 2 }), buildItem({ uri: 'a', version: 9 })];
  const stored = await storeMessage(
    db,
    buildMessage(source, items, { bytes, name: 'x.xml', contentType: 'text/xml' }),
  );
  expect(stored).toMatchObject({ repeated: false, ignored: 0, failures: [] });
  expect(stored.items.map(({ item, version }) => [item.uri, version])).toEqual([
    ['b', 2],
    ['a', 9],
  ]);
  const raw = await findRawMessage(db, stored.messageId ?? 0);
  expect(Buffer.from(raw?.raw ?? []).equals(bytes)).toBe(true);
  expect(raw).toMatchObject({ name: 'x.xml', content_type: 'text/xml' });
  expect((await findSourceByName(db, 'agency'))?.last_item_at).toEqual(AT);
});

test('the same bytes again are a repetition, from another source they are not', async () => {
  const message = buildMessage(source, [buildItem()]);
  const first = await storeMessage(db, message);
  expect(await storeMessage(db, message)).toMatchObject({
    repeated: true,
    messageId: first.messageId,
    items: [],
  });
  const other = await buildSource(db, { name: 'other' });
  expect((await storeMessage(db, { ...message, source: other })).items).toHaveLength(1);
});

test('one broken item does not lose the others', async () => {
  const items = [buildItem({ uri: 'ok', headline: 'nul \0 and \udc00' }), buildItem({ uri: '' })];
  const failures = [{ position: 1, uri: 'bad', reason: 'Its date is not a date.' }];
  const stored = await storeMessage(db, buildMessage(source, items, { failures, name: 'batch.json' }));
  expect(stored.items).toMatchObject([{ item: { uri: 'ok', headline: 'nul  and \ufffd' }, version: 1 }]);
  expect(stored.failures.map(({ position }) => position)).toEqual([1, 2]);
  expect(await listFailedItems(db, { limit: 10 })).toMatchObject([
    { source: 'agency', position: 2, reason: 'The item has no identifier.', message_name: 'batch.json' },
    { source: 'agency', position: 1, guid: 'bad', reason: 'Its date is not a date.', whole_message: false },
  ]);
});

test('a message that cannot be read is kept with its reason, and read again once that has become possible', async () => {
  const bytes = Buffer.from('<broken');
  const unread = { source, bytes, error: 'The XML ends too early.', receivedAt: AT };
  expect(await storeMessage(db, unread)).toMatchObject({
    repeated: false,
    reason: 'The XML ends too early.',
  });
  expect(await storeMessage(db, unread)).toMatchObject({ repeated: true, items: [] });
  expect(await listFailedItems(db, { limit: 10 })).toMatchObject([
    { whole_message: true, guid: null, reason: 'The XML ends too early.' },
  ]);

  const read = await storeMessage(db, buildMessage(source, [buildItem()], { bytes }));
  expect(read.items).toHaveLength(1);
  expect(await listFailedItems(db, { limit: 10 })).toEqual([]);
});

test('failed items come a page at a time, the latest first', async () => {
  const failures = [0, 1, 2].map((position) => ({ position, uri: `bad${position}`, reason: 'broken' }));
  await storeMessage(db, buildMessage(source, [], { failures }));
  const first = await listFailedItems(db, { limit: 2 });
  const second = await listFailedItems(db, { limit: 2, before: first.at(-1)?.id });
  expect([...first, ...second].map(({ guid }) => guid)).toEqual(['bad2', 'bad1', 'bad0']);
});

describe('items without a version', () => {
  test('get the next version when their content changes, and none when it does not', async () => {
    for (const headline of ['One', 'One', 'Two', 'One']) {
      await storeMessage(
        db,
        buildMessage(source, [buildItem({ headline })], { bytes: Buffer.from(crypto.randomUUID()) }),
      );
    }
    expect(await versions()).toEqual([1, 2, 3]);
  });

  test('are counted one by one when messages come at the same moment', async () => {
    const headlines = ['One', 'Two', 'Three', 'Four', 'Five', 'Six'];
    await Promise.all(
      headlines.map((headline) => storeMessage(db, buildMessage(source, [buildItem({ headline })]))),
    );
    expect(await versions()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

describe('a polled source', () => {
  beforeEach(async () => {
    source = await buildSource(db, { name: 'feed', kind: 'url', url: 'https://agency.example/feed' });
  });
  const poll = (
    stamp: string,
    headline: string,
    failures = [{ position: 1, uri: 'bad', reason: 'broken' }],
  ) =>
    storeMessage(
      db,
      buildMessage(source, [buildItem({ headline })], { failures, bytes: Buffer.from(stamp) }),
    );
  const count = async (table: 'wire_message' | 'wire_item') =>
    (await db.selectFrom(table).select('id').execute()).length;

  test('keeps a copy of its document only where something in it was new', async () => {
    await poll('built 10:00', 'One');
    expect(await poll('built 10:01', 'One')).toMatchObject({
      repeated: false,
      ignored: 1,
      failures: [],
      items: [],
    });
    expect(await count('wire_message')).toBe(1);
    await poll('built 10:02', 'Two');
    expect(await count('wire_message')).toBe(2);
  });

  test('shows an item that stays broken once', async () => {
    await poll('built 10:00', 'One');
    await poll('built 10:01', 'Two');
    expect(await listFailedItems(db, { limit: 10 })).toHaveLength(1);
  });

  test('does not offer an item again that could be read but not used', async () => {
    const { items } = await poll('built 10:00', 'One');
    await failItem(db, items[0]?.id ?? 0, 'No section takes it.');
    expect((await poll('built 10:01', 'One')).items).toEqual([]);
  });
});

test('a source that was removed and added again knows what it brought', async () => {
  const items = [buildItem({ version: 1 })];
  await storeMessage(db, buildMessage(source, items));
  await removeSource(db, 'agency', AT);
  expect(await findSourceByName(db, 'agency')).toBeUndefined();
  const again = await buildSource(db);
  const stored = await storeMessage(db, buildMessage(again, items, { bytes: Buffer.from('other bytes') }));
  expect(stored).toMatchObject({ items: [], ignored: 1 });
});
