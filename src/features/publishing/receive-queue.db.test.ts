import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { listRevisions } from '#features/articles/articles.ts';
import { addSource, type WireSourceRow } from '#features/wire/wire.ts';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { receiveMessage } from './receive-message.ts';
import { createReceiveQueue } from './receive-queue.ts';
import { type Copy, publishingSource, toNinjsBytes } from './testing/copy.ts';

const { db } = await testDatabase();
let source: WireSourceRow;

beforeEach(async () => {
  await emptyDatabase(db);
  source = await publishingSource(db);
});

const deliver = (copy: Copy) => ({ bytes: toNinjsBytes(copy), receivedAt: new Date() });
const headlines = async () =>
  (await db.selectFrom('listed_article').select('headline').orderBy('id').execute()).map(
    (row) => row.headline,
  );
test('what is delivered at once is taken in whole, each with its own answer', async () => {
  const receive = createReceiveQueue(db);
  const copies = Array.from({ length: 30 }, (_, n) => ({ uri: `urn:${n}`, headline: `Headline ${n}` }));
  const answers = await Promise.all(copies.map((copy) => receive(source, deliver(copy))));
  expect(answers.every(({ items, failures }) => items.length === 1 && failures.length === 0)).toBe(true);
  expect(new Set(answers.map(({ messageId }) => messageId)).size).toBe(30);
  expect((await headlines()).toSorted()).toEqual(copies.map(({ headline }) => headline).toSorted());
});

test('versions of one item that are delivered at once become revisions in their order', async () => {
  const receive = createReceiveQueue(db);
  const versions = [1, 2, 3, 4].map((version) => ({
    uri: 'urn:a',
    version,
    paragraphs: [`The ${version} ships waited outside.`, `Text of version ${version}.`],
  }));
  const answers = await Promise.all(versions.map((copy) => receive(source, deliver(copy))));
  expect(answers.map(({ items }) => items.length)).toEqual([1, 1, 1, 1]);
  const [article] = await db.selectFrom('listed_article').select(['id', 'current_revision']).execute();
  expect(article?.current_revision).toBe(4);
  const revisions = await listRevisions(db, article?.id ?? 0);
  expect(revisions.map(({ take_number }) => take_number)).toEqual([1, 2, 3, 4]);
});

test('the same message twice at once is stored once', async () => {
  const receive = createReceiveQueue(db);
  const delivery = deliver({ uri: 'urn:a' });
  const answers = await Promise.all([receive(source, delivery), receive(source, delivery)]);
  expect(answers.map(({ repeated }) => repeated)).toEqual([false, true]);
});

test('a message of which nothing can be read harms none of those taken in with it', async () => {
  const receive = createReceiveQueue(db);
  const answers = await Promise.all([
    receive(source, deliver({ uri: 'urn:a', headline: 'One' })),
    receive(source, { bytes: Buffer.from('{"uri": '), receivedAt: new Date() }),
    receive(source, deliver({ uri: 'urn:b', headline: 'Two' })),
  ]);
  expect(answers.map(({ reason }) => reason !== undefined)).toEqual([false, true, false]);
  expect((await headlines()).toSorted()).toEqual(['One', 'Two']);
});

test('where the database refuses one item of several, the others are published and it is kept with the reason', async () => {
  const receive = createReceiveQueue(db);
  await db.schema.alterTable('story').addCheckConstraint('no_fog', sql`wire_guid <> 'urn:fog'`).execute();
  try {
    const uris = ['urn:a', 'urn:fog', 'urn:b'];
    const answers = await Promise.all(uris.map((uri) => receive(source, deliver({ uri, headline: uri }))));
    expect(answers.map(({ failures }) => failures.length)).toEqual([0, 1, 0]);
    expect(answers[1]?.failures[0]?.reason).toContain('no_fog');
    expect((await headlines()).toSorted()).toEqual(['urn:a', 'urn:b']);
  } finally {
    await db.schema.alterTable('story').dropConstraint('no_fog').execute();
  }
});

const feed = (count: number, from = 0) => {
  const items = Array.from({ length: count }, (_, n) => n + from).map(
    (n) =>
      `<item><guid isPermaLink="false">urn:${n}</guid><title>Headline ${n}</title><description>Text ${n}.</description></item>`,
  );
  return Buffer.from(`<rss version="2.0"><channel><title>A</title>${items.join('')}</channel></rss>`);
};

test('a long message is taken in part by part while other sources go on, and its own later ones wait', async () => {
  const receive = createReceiveQueue(db);
  const { source: other } = await addSource(db, {
    name: 'other',
    kind: 'push',
    edition: 'en',
    publish: true,
  });
  const settled: string[] = [];
  const note = (name: string) => (): void => {
    settled.push(name);
  };
  const long = receive(source, { bytes: feed(450), receivedAt: new Date() });
  const behind = receive(source, deliver({ uri: 'urn:later' }));
  const beside = receive(other, deliver({ uri: 'urn:beside' }));
  await Promise.all([long.then(note('long')), behind.then(note('behind')), beside.then(note('beside'))]);
  expect(settled.indexOf('long')).toBeLessThan(settled.indexOf('behind'));
  expect(settled.indexOf('beside')).toBeLessThan(settled.indexOf('behind'));
  expect((await long).items).toHaveLength(450);
  expect(await headlines()).toHaveLength(452);
  const kept = await db.selectFrom('wire_message').select('reason').execute();
  expect(kept.every(({ reason }) => reason === null)).toBe(true);
});

test('a long message that was cut off is gone through again when it is delivered again', async () => {
  const bytes = feed(450);
  await receiveMessage(db, source, { bytes, receivedAt: new Date() });
  // As a crash leaves it: a part is there, the message says that it is not finished.
  await db.updateTable('wire_message').set({ reason: 'unfinished' }).execute();
  await db.updateTable('wire_item').set({ guid: 'urn:other' }).where('position', '=', 449).execute();
  const again = await receiveMessage(db, source, { bytes, receivedAt: new Date() });
  expect(again).toMatchObject({ repeated: false, ignored: 449 });
  expect(again.items).toMatchObject([{ position: 449 }]);
  const [message] = await db.selectFrom('wire_message').select('reason').execute();
  expect(message?.reason).toBeNull();
});

test('a translation that comes before its original in one message belongs to it all the same', async () => {
  const item = (guid: string, link: string) =>
    `<newsItem guid="${guid}" version="1" standard="NewsML-G2" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/>${link}</itemMeta>
     <contentMeta><headline>${guid}</headline></contentMeta></newsItem>`;
  const items =
    item('https://a.example/b', '<link rel="irel:translationOf" href="https://a.example/a"/>') +
    item('https://a.example/a', '');
  const message = `<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><itemSet>${items}</itemSet></newsMessage>`;
  await createReceiveQueue(db)(source, { bytes: Buffer.from(message), receivedAt: new Date() });
  const articles = await db.selectFrom('listed_article').select(['id', 'translation_group']).execute();
  expect(articles).toHaveLength(2);
  expect(new Set(articles.map((row) => row.translation_group)).size).toBe(1);
});

test('stories of one headline that come at once get addresses of their own', async () => {
  const receive = createReceiveQueue(db);
  const uris = ['urn:a', 'urn:b', 'urn:c'];
  await receive(source, deliver({ uri: 'urn:0', headline: 'Fog' }));
  await Promise.all(uris.map((uri) => receive(source, deliver({ uri, headline: 'Fog' }))));
  const rows = await db.selectFrom('listed_article').select('path').orderBy('id').execute();
  const ends = rows.map(({ path }) => path.split('/').at(-1));
  expect(ends.toSorted()).toEqual(['fog', 'fog-2', 'fog-3', 'fog-4']);
});
