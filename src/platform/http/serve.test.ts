import { type IncomingHttpHeaders, request } from 'node:http';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';
import { Hono } from 'hono';
import { afterEach, expect, test } from 'vitest';
import { AppError } from '#lib/errors.ts';
import { createLog } from '#platform/log.ts';
import { type PageRequest, type PageResponse, page } from '#platform/page-cache/page.ts';
import { createPageCache } from '#platform/page-cache/page-cache.ts';
import { cachedGet } from './cached-get.ts';
import { answerErrors, answerNotFound } from './error-handler.ts';
import { securityHeaders } from './security-headers.ts';
import { createListener, listen, type RunningServer } from './serve.ts';

const open: RunningServer[] = [];

afterEach(() => {
  for (const { server } of open.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

const text = '<p>The harbour bridge opened on Wednesday. 다리가 열렸다.</p>'.repeat(40);

/** A paper with an article, a search and nothing else, on a real server. */
const startPaper = async () => {
  const seen: PageRequest[] = [];
  const world = { body: text, fail: undefined as Error | undefined };
  const cache = createPageCache({ headers: securityHeaders({ https: true }) });
  const app = new Hono();
  const pages = {
    cache,
    privateCookies: ['session'],
    errorPage: (error: AppError) => page({ status: error.code === 'gone' ? 410 : 404, body: error.message }),
  };
  const render = (asked: PageRequest): PageResponse => {
    seen.push(asked);
    if (world.fail) throw world.fail;
    return page({ body: world.body, keys: [`article:${asked.params.slug}`] });
  };
  cachedGet(app, pages, { pattern: '/news/:slug', query: ['page'], render });
  const answers = { log: createLog({ level: 'silent' }), machinePaths: ['/api'] };
  app.onError(answerErrors(answers));
  app.notFound(answerNotFound(answers));
  const running = await listen(createListener({ cache, app, privateCookies: ['session'] }), '127.0.0.1', 0);
  open.push(running);
  return { ...running, cache, app, seen, world };
};

type Got = { status: number; headers: IncomingHttpHeaders; body: Buffer };

const get = (origin: string, path: string, headers = {}, method = 'GET'): Promise<Got> =>
  new Promise((resolve, reject) => {
    const { port } = new URL(origin);
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }),
      );
    });
    sent.on('error', reject).end();
  });

test('each encoding decodes to the same text and has an ETag of its own, from the app and from memory', async () => {
  const { origin, seen } = await startPaper();
  const decoders = {
    br: brotliDecompressSync,
    zstd: zstdDecompressSync,
    gzip: gunzipSync,
    identity: (b: Buffer) => b,
  };
  const etags = new Set<string | undefined>();
  for (const [name, decode] of Object.entries(decoders)) {
    const first = await get(origin, '/news/bridge', { 'accept-encoding': name });
    const second = await get(origin, '/news/bridge', { 'accept-encoding': name });
    expect(decode(first.body).toString()).toBe(text);
    expect(second.body.equals(first.body)).toBe(true);
    expect(second.headers.etag).toBe(first.headers.etag);
    expect(second.headers['content-encoding']).toBe(name === 'identity' ? undefined : name);
    expect(Number(second.headers['content-length'])).toBe(second.body.length);
    expect(second.headers['cache-status']).toBe('dateline; hit');
    etags.add(second.headers.etag);
  }
  expect(etags.size).toBe(4);
  expect(seen).toHaveLength(1);
});

test('an answer from memory has the headers of the first answer', async () => {
  const { origin } = await startPaper();
  const first = await get(origin, '/news/bridge');
  const second = await get(origin, '/news/bridge');
  const comparable = ({ headers }: Got) => ({ ...headers, date: '', 'cache-status': '' });
  expect(comparable(second)).toEqual(comparable(first));
  expect(second.headers).toMatchObject({
    'cache-control': 'public, max-age=0, must-revalidate',
    'content-security-policy': expect.stringContaining("default-src 'none'; script-src 'self'"),
    'strict-transport-security': expect.any(String),
    'surrogate-key': 'article:bridge',
    vary: 'accept-encoding',
    date: expect.any(String),
  });
});

test('a reader who has the page gets 304, until it changes', async () => {
  const { origin, cache, world } = await startPaper();
  const { headers } = await get(origin, '/news/bridge', { 'accept-encoding': 'br' });
  const again = (etag = headers.etag) =>
    get(origin, '/news/bridge', { 'accept-encoding': 'br', 'if-none-match': etag });
  for (const etag of [headers.etag, `W/${headers.etag}`, `"x", ${headers.etag}`, '*']) {
    const answer = await again(etag);
    expect([answer.status, answer.body.length, answer.headers.etag]).toEqual([304, 0, headers.etag]);
  }
  expect((await again('"other"')).status).toBe(200);
  world.body = text.replace('Wednesday', 'Thursday');
  cache.purge({ keys: ['article:bridge'], hard: false });
  expect((await again()).status).toBe(200);
  const { etag } = (await again()).headers;
  cache.purge({ keys: ['article:bridge'], hard: false });
  expect((await again(etag)).status).toBe(304);
});

test('HEAD answers as GET does, without the body', async () => {
  const { origin } = await startPaper();
  const cold = await get(origin, '/news/bridge', {}, 'HEAD');
  const warm = await get(origin, '/news/bridge', {}, 'HEAD');
  const whole = await get(origin, '/news/bridge');
  for (const head of [cold, warm]) {
    expect([head.status, head.body.length]).toEqual([200, 0]);
    expect(head.headers['content-length']).toBe(String(whole.body.length));
    expect(head.headers.etag).toBe(whole.headers.etag);
  }
});

test('a hundred readers at once cost one render', async () => {
  const { origin, seen } = await startPaper();
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, index) => get(origin, `/news/bridge?utm_source=${index % 7}`)),
  );
  expect(answers.every(({ status, body }) => status === 200 && body.toString() === text)).toBe(true);
  expect(seen).toHaveLength(1);
});

test('only canonical parameters reach the render, and other spellings are answered from memory too', async () => {
  const { origin, seen, cache } = await startPaper();
  await get(origin, '/news/bridge?utm_source=mail&page=2');
  await get(origin, '/news/bridge?utm_source=mail&page=2');
  await get(origin, '/news/bridge?page=2');
  expect(seen.map(({ path, query }) => [path, query.toString()])).toEqual([['/news/bridge', 'page=2']]);
  expect(cache.counts.hit).toBe(2);
  await get(origin, '/news/bridge?page=3');
  expect(seen).toHaveLength(2);
});

test('a request with credentials goes past the cache and is not kept by anyone', async () => {
  const { origin, seen, world } = await startPaper();
  await get(origin, '/news/bridge');
  world.body = 'for you';
  for (const headers of [{ cookie: 'theme=dark; session=1' }, { authorization: 'Bearer x' }]) {
    const answer = await get(origin, '/news/bridge', headers);
    expect(answer.body.toString()).toBe('for you');
    expect(answer.headers['cache-control']).toBe('no-store');
  }
  expect((await get(origin, '/news/bridge', { cookie: 'theme=dark' })).body.toString()).toBe(text);
  expect(seen).toHaveLength(3);
});

test('an address in another script is answered and cached', async () => {
  const { origin, seen } = await startPaper();
  const path = encodeURI('/news/다리');
  expect((await get(origin, path)).headers['surrogate-key']).toBe(`article:${encodeURIComponent('다리')}`);
  expect(seen[0]?.params.slug).toBe('다리');
  expect((await get(origin, path)).headers['cache-status']).toBe('dateline; hit');
});

test('what is not there is a page for people, cached, and problem details for machines', async () => {
  const { origin, world, seen } = await startPaper();
  world.fail = new AppError('not_found', 'There is no such article.');
  for (const round of ['cold', 'warm']) {
    const forPeople = await get(origin, '/news/none');
    expect([round, forPeople.status, forPeople.body.toString()]).toEqual([
      round,
      404,
      'There is no such article.',
    ]);
    const forMachine = await get(origin, '/news/none', { accept: 'application/json' });
    expect(forMachine.headers['content-type']).toContain('application/problem+json');
    expect(JSON.parse(forMachine.body.toString())).toMatchObject({ status: 404, title: 'Not Found' });
  }
  expect(seen).toHaveLength(1);
});

test('a fault of ours is 500 and tells nothing', async () => {
  const { origin, world } = await startPaper();
  world.fail = new Error('password is hunter2');
  const answer = await get(origin, '/news/bridge');
  expect(answer.status).toBe(500);
  expect(answer.body.toString()).not.toContain('hunter2');
  expect(answer.headers['cache-control']).toBe('no-store');
});

test('a database that is away leaves pages seen before, and 503 with a time for the others', async () => {
  const { origin, cache, world } = await startPaper();
  await get(origin, '/news/bridge');
  world.fail = Object.assign(new Error('x'), { code: 'ECONNREFUSED' });
  cache.cutOff();
  const known = await get(origin, '/news/bridge');
  expect([known.status, known.body.toString()]).toEqual([200, text]);
  expect(known.headers['cache-status']).toBe('dateline; hit; detail=stale');
  const unknown = await get(origin, '/news/other');
  expect([unknown.status, unknown.headers['retry-after']]).toEqual([503, '5']);
});

test('the same routes answer through app.request without a server', async () => {
  const { app } = await startPaper();
  const response = await app.request('/news/bridge', { headers: { 'accept-encoding': 'gzip' } });
  expect(gunzipSync(Buffer.from(await response.arrayBuffer())).toString()).toBe(text);
  const etag = response.headers.get('etag') ?? '';
  const again = await app.request('/news/bridge', {
    headers: { 'accept-encoding': 'gzip', 'if-none-match': etag },
  });
  expect(again.status).toBe(304);
  expect((await app.request('/news/bridge', { method: 'HEAD' })).status).toBe(200);
});

test('a header that cannot be written is our fault at once, and never met again in memory', async () => {
  const { app, cache } = await startPaper();
  const pages = { cache, privateCookies: 'any' as const };
  const headers: [string, string][] = [['location', '/소식']];
  cachedGet(app, pages, { pattern: '/moved', render: () => page({ status: 301, body: '', headers }) });
  expect((await app.request('/moved')).status).toBe(500);
  expect(cache.stats().pages).toBe(0);
});

test('a taken port says what to do', async () => {
  const { port } = await startPaper();
  await expect(listen(() => {}, '127.0.0.1', port)).rejects.toThrow('set PORT to another number');
});
