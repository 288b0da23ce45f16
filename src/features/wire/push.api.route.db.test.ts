import { gzipSync } from 'node:zlib';
import { beforeEach, expect, test } from 'vitest';
import { emptyDatabase, testDatabase } from '#platform/testing/test-database.ts';
import { addSource } from './add-source.ts';
import { findRawMessage } from './messages.repo.ts';
import { pushApi } from './push.api.ts';
import type { Receive } from './receive.ts';
import { storeMessage } from './store-message.ts';
import { AT, buildItem, buildParsed, buildSource } from './testing/build-wire.ts';

const { db } = await testDatabase();
let token = '';

/** Reads a JSON array of headlines; "broken" is an item that fails. */
const receive: Receive = (source, delivery) => {
  const text = Buffer.from(delivery.bytes).toString();
  if (!text.startsWith('['))
    return storeMessage(db, { source, ...delivery, error: 'This is no list of headlines.' });
  const headlines: string[] = JSON.parse(text);
  const items = headlines.flatMap((headline, i) =>
    headline === 'broken' ? [] : [buildItem({ uri: `urn:${i}`, headline })],
  );
  const failures = headlines.flatMap((headline, position) =>
    headline === 'broken' ? [{ position, reason: 'It is broken.' }] : [],
  );
  return storeMessage(db, { source, ...delivery, parsed: buildParsed(items, failures) });
};

const app = pushApi({ db, receive, clock: () => AT, maxBytes: 10_000 });

const post = (source: string, body: BodyInit | undefined, headers: Record<string, string> = {}) =>
  app.request(`/wire/${source}`, {
    method: 'POST',
    body,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });

beforeEach(async () => {
  await emptyDatabase(db);
  await buildSource(db, { name: 'other', kind: 'inbox' });
  token = (await addSource(db, { name: 'agency', kind: 'push', edition: 'en' })).token ?? '';
});

test('a message is taken, stored as it came, and accounted for', async () => {
  const body = '["One", "broken", "Two"]';
  const response = await post('agency', body, { 'content-type': 'application/x-whatever' });
  expect(response.status).toBe(202);
  const receipt = await response.json();
  expect(receipt).toMatchObject({
    items: 3,
    new: 2,
    ignored: 0,
    failed: [{ position: 1, reason: 'It is broken.' }],
  });
  const raw = await findRawMessage(db, receipt.message);
  expect(Buffer.from(raw?.raw ?? []).toString()).toBe(body);
  expect(raw?.content_type).toBe('application/x-whatever');
  expect(await (await post('agency', body)).json()).toMatchObject({
    message: receipt.message,
    new: 0,
    ignored: 2,
  });
});

test('a packed message is unpacked', async () => {
  const response = await post('agency', gzipSync('["One"]'), { 'content-encoding': 'gzip' });
  expect(await response.json()).toMatchObject({ new: 1 });
});

test('a message of which nothing can be read is refused with the reason and kept', async () => {
  const response = await post('agency', 'hello');
  expect(response.status).toBe(422);
  expect(response.headers.get('content-type')).toMatch('application/problem+json');
  expect(await response.json()).toMatchObject({ status: 422, detail: 'This is no list of headlines.' });
  expect(await db.selectFrom('wire_message').select('reason').execute()).toEqual([
    { reason: 'This is no list of headlines.' },
  ]);
});

test.each([
  ['no token', { authorization: '' }, 'Bearer realm="wire"'],
  ['a wrong token', { authorization: 'Bearer wire_wrong' }, 'Bearer realm="wire", error="invalid_token"'],
  ['another scheme', { authorization: 'Basic d2lyZTp3aXJl' }, 'Bearer realm="wire"'],
])('%s is answered with what is missing, and nothing is stored', async (_name, headers, challenge) => {
  const response = await post('agency', '["One"]', headers);
  expect(response.status).toBe(401);
  expect(response.headers.get('www-authenticate')).toBe(challenge);
  expect(await db.selectFrom('wire_message').select('id').execute()).toEqual([]);
});

test.each(['unknown', 'other', 'Agency', '..%2fagency'])(
  'there is no source "%s" to post to',
  async (name) => {
    expect((await post(name, '["One"]')).status).toBe(404);
  },
);

test('a body that is too large is refused, announced, unannounced or packed', async () => {
  const large = Buffer.alloc(20_000, 'x');
  const stream = new ReadableStream({
    pull: (controller) => controller.enqueue(large),
  });
  const streamed: RequestInit & { duplex: 'half' } = {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { authorization: `Bearer ${token}` },
  };
  const unannounced = new Request('http://paper.example/wire/agency', streamed);
  const answers = [
    await post('agency', large, { 'content-length': '20000' }),
    await app.request(unannounced),
    await post('agency', gzipSync(large), { 'content-encoding': 'gzip' }),
  ];
  expect(answers.map(({ status }) => status)).toEqual([413, 413, 413]);
});

test('an empty body and a coding that is not understood are refused', async () => {
  expect((await post('agency', undefined)).status).toBe(422);
  expect((await post('agency', 'x', { 'content-encoding': 'lzma' })).status).toBe(415);
});
