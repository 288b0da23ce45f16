import { get as httpGet, type IncomingMessage } from 'node:http';
import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import { createLog } from '#platform/log.ts';
import { createPageCache } from '#platform/page-cache/page-cache.ts';
import { answerErrors } from './error-handler.ts';
import { closeEventStreams, createEventStreams, publishEvent } from './event-streams.ts';
import { stopGracefully } from './graceful-stop.ts';
import { createListener, listen } from './serve.ts';
import { formatEvent, type ServerEvent } from './server-event.ts';
import { streamEvents } from './sse.ts';

const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 2));
};

const start = async (options = {}, replay?: (id: string) => Promise<ServerEvent[]>) => {
  const streams = createEventStreams(options);
  const app = new Hono();
  app.get('/events', (c) => streamEvents(c, streams, { topic: 'latest', replay }));
  app.get('/slow', async (c) => {
    await new Promise((resolve) => setTimeout(resolve, 60));
    return c.text('done');
  });
  app.get('/never', () => new Promise(() => {}));
  app.onError(answerErrors({ log: createLog({ level: 'silent' }), machinePaths: [] }));
  const listener = createListener({ cache: createPageCache(), app, privateCookies: 'any' });
  const { server, port } = await listen(listener, '127.0.0.1', 0);
  const stop = (deadlineMs = 2000) =>
    stopGracefully({ server, closeStreams: () => closeEventStreams(streams), deadlineMs });
  cleanUps.push(() => (server.listening ? stop(0) : undefined));
  const open = async (path = '/events', headers = {}) => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      httpGet({ host: '127.0.0.1', port, path, headers }, resolve).on('error', reject);
    });
    const got = { response, text: '', ended: false };
    response.setEncoding('utf8').on('data', (chunk: string) => {
      got.text += chunk;
    });
    response.on('close', () => {
      got.ended = true;
    });
    return got;
  };
  return { streams, open, stop, port };
};

test('an event is written as the standard has it, line breaks and all', () => {
  expect(formatEvent({ id: '7', event: 'article', data: 'one\ntwo' })).toBe(
    'id: 7\nevent: article\ndata: one\ndata: two\n\n',
  );
  expect(formatEvent({ id: '7\ndata: forged', data: '' })).toBe('id: 7data: forged\ndata: \n\n');
});

test('events reach the streams of their topic, with heartbeats in between', async () => {
  const { streams, open } = await start({ everyMs: 5 });
  const reader = await open();
  expect(reader.response.headers).toMatchObject({
    'content-type': expect.stringContaining('text/event-stream'),
    'cache-control': 'no-store',
  });
  publishEvent(streams, 'other', { data: 'not for us' });
  publishEvent(streams, 'latest', { id: '1', data: 'news' });
  await until(() => reader.text.includes('id: 1\ndata: news\n\n') && reader.text.includes(':\n\n'));
  expect(reader.text).toContain('retry: ');
  expect(reader.text).not.toContain('not for us');
});

test('a client that comes back gets what it missed once, in order', async () => {
  const gate = Promise.withResolvers<ServerEvent[]>();
  const asked: string[] = [];
  const { streams, open } = await start({}, (id) => {
    asked.push(id);
    return gate.promise;
  });
  const reader = await open('/events', { 'last-event-id': '5' });
  publishEvent(streams, 'latest', { id: '7', data: 'seven' });
  publishEvent(streams, 'latest', { id: '8', data: 'eight' });
  gate.resolve([
    { id: '6', data: 'six' },
    { id: '7', data: 'seven' },
  ]);
  await until(() => reader.text.includes('eight'));
  expect(asked).toEqual(['5']);
  expect(reader.text.match(/id: \d/g)).toEqual(['id: 6', 'id: 7', 'id: 8']);
});

test('a client that goes away is forgotten, and there are never more than allowed', async () => {
  const { streams, open } = await start({ maxClients: 2 });
  const first = await open();
  await open();
  const refused = await open();
  expect([refused.response.statusCode, refused.response.headers['retry-after']]).toEqual([503, '30']);
  first.response.destroy();
  await until(() => streams.clients.size === 1);
  expect((await open()).response.statusCode).toBe(200);
});

test('a client that does not read is let go rather than waited for', async () => {
  const { streams, open } = await start({ maxQueued: 4 });
  const reader = await open();
  reader.response.pause();
  const data = 'x'.repeat(200_000);
  for (let count = 0; count < 200 && streams.clients.size > 0; count += 1) {
    publishEvent(streams, 'latest', { data });
    await new Promise((resolve) => setImmediate(resolve));
  }
  expect(streams.clients.size).toBe(0);
});

test('stopping finishes what began, ends the streams and accepts nothing new', async () => {
  const { open, stop, port } = await start();
  const reader = await open();
  const slow = open('/slow');
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await stop()).toBe('finished');
  const answered = await slow;
  await until(() => answered.ended && reader.ended);
  expect(answered.text).toBe('done');
  await expect(fetch(`http://127.0.0.1:${port}/slow`)).rejects.toThrow();
});

test('a request that never ends is cut at the deadline', async () => {
  const { open, stop } = await start();
  const never = open('/never').catch((error: NodeJS.ErrnoException) => error.code);
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(await stop(30)).toBe('cut');
  expect(await never).toBe('ECONNRESET');
});
