import type { LookupAddress } from 'node:dns';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from 'vitest';
import { resolvePublic } from './guarded-connector.ts';
import { createGuardedFetch, type GuardedFetch, type GuardedFetchOptions } from './guarded-fetch.ts';
import { type HttpSite, startSite } from './testing/http-site.ts';

const opened: GuardedFetch[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((fetch) => fetch.close()));
});

function guard(site: HttpSite | undefined, options: Partial<GuardedFetchOptions> = {}): GuardedFetch {
  const fetch = createGuardedFetch({
    privateSources: site ? [site.host] : [],
    baseUrl: 'https://paper.example',
    ...options,
  });
  opened.push(fetch);
  return fetch;
}

const to = (...addresses: string[]): LookupAddress[] =>
  addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));

test('a document comes with its type and what to ask with next time', async () => {
  const site = await startSite((_, response) => {
    response.writeHead(200, {
      'content-type': 'application/rss+xml',
      etag: '"v1"',
      'last-modified': 'Tue, 24 Nov 2026 06:00:00 GMT',
      'content-encoding': 'gzip',
    });
    response.end(gzipSync('<rss/>'));
  });
  const fetched = await guard(site).get(`${site.url}/feed#part`, { accept: 'application/rss+xml' });
  expect(fetched).toMatchObject({
    state: 'fetched',
    url: `${site.url}/feed`,
    contentType: 'application/rss+xml',
    etag: '"v1"',
    lastModified: 'Tue, 24 Nov 2026 06:00:00 GMT',
  });
  expect(fetched.state === 'fetched' && Buffer.from(fetched.bytes).toString()).toBe('<rss/>');
  expect(site.requests[0]?.headers).toMatchObject({
    'user-agent': 'Dateline/0.1 (+https://paper.example)',
    'accept-encoding': 'gzip, br, zstd',
    accept: 'application/rss+xml',
  });
});

test('what is known is asked for conditionally, and 304 is "unchanged"', async () => {
  const site = await startSite((request, response) => {
    response.writeHead(request.headers['if-none-match'] === '"v1"' ? 304 : 200).end();
  });
  const known = { etag: '"v1"', lastModified: 'Tue, 24 Nov 2026 06:00:00 GMT' };
  expect(await guard(site).get(site.url, known)).toEqual({ state: 'unchanged', url: `${site.url}/` });
  expect(site.requests[0]?.headers['if-modified-since']).toBe(known.lastModified);
});

describe('the private network', () => {
  test('is not asked, and the sentence says what to do where it is meant', async () => {
    const site = await startSite((_, response) => response.end());
    for (const host of ['127.0.0.1', '0x7f.1', '[::1]', '[::ffff:127.0.0.1]', 'localhost']) {
      const address = `http://${host}:${site.port}/`;
      const refused = {
        kind: 'refused',
        message: expect.stringMatching(/private or reserved range.*DATELINE_PRIVATE_SOURCES/),
      };
      await expect(guard(undefined).get(address)).rejects.toMatchObject(refused);
      await expect(guard(undefined).check(address)).rejects.toMatchObject(refused);
    }
    expect(site.requests).toEqual([]);
  });

  test('is not reached by a redirect', async () => {
    const inner = await startSite((_, response) => response.end('secret'));
    const outer = await startSite((_, response) => response.writeHead(302, { location: inner.url }).end());
    await expect(guard(outer).get(outer.url)).rejects.toMatchObject({ kind: 'refused' });
    expect(inner.requests).toEqual([]);
  });

  test('is not reached by a name whose address changes between the check and the connection', async () => {
    const site = await startSite((_, response) => response.end('secret'));
    const answers = [to('93.184.215.14'), to('127.0.0.1')];
    const fetch = guard(undefined, { resolve: async () => answers.shift() ?? to('127.0.0.1') });
    const address = `http://rebinding.example:${site.port}/`;
    await fetch.check(address);
    await expect(fetch.get(address)).rejects.toMatchObject({
      kind: 'refused',
      message: expect.stringContaining('rebinding.example leads to 127.0.0.1'),
    });
    expect(site.requests).toEqual([]);
  });

  test('is not reached by a name that has a public address beside private ones', async () => {
    const resolve = async () => to('127.0.0.1', '93.184.215.14', '::1', '169.254.169.254');
    expect(await resolvePublic('mixed.example', resolve)).toEqual(to('93.184.215.14'));
  });

  test('is open to a host that is listed, by its name', async () => {
    const site = await startSite((_, response) => response.end('ours'));
    const fetch = guard(undefined, {
      privateSources: ['feeds.internal'],
      resolve: async () => to('127.0.0.1'),
    });
    expect(await fetch.get(`http://feeds.internal:${site.port}/`)).toMatchObject({ state: 'fetched' });
    await expect(fetch.get(`http://other.internal:${site.port}/`)).rejects.toMatchObject({ kind: 'refused' });
  });
});

describe('redirects', () => {
  test('are followed to the document, which keeps its own address', async () => {
    const site = await startSite((request, response) => {
      if (request.url === '/new/feed') response.end('here');
      else response.writeHead(301, { location: 'new/feed' }).end('moved');
    });
    expect(await guard(site).get(`${site.url}/feed`)).toMatchObject({ url: `${site.url}/new/feed` });
  });

  test('are not followed for ever', async () => {
    const site = await startSite((_, response) => response.writeHead(302, { location: '/again' }).end());
    await expect(guard(site).get(site.url)).rejects.toThrow('redirected more than 5 times');
    expect(site.requests).toHaveLength(6);
  });

  test('to other schemes are refused', async () => {
    const site = await startSite((_, response) =>
      response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
    );
    await expect(guard(site).get(site.url)).rejects.toThrow('Only http and https');
  });
});

describe('limits', () => {
  const timeouts = { connect: 500, headers: 150, body: 150, total: 400 };

  test('a host that does not begin to answer is given up', async () => {
    const site = await startSite(() => {});
    await expect(guard(site, { timeouts }).get(site.url)).rejects.toMatchObject({ kind: 'timeout' });
  });

  test('a body that stops in the middle is given up', async () => {
    const site = await startSite((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('half');
    });
    await expect(guard(site, { timeouts }).get(site.url)).rejects.toMatchObject({ kind: 'timeout' });
  });

  test('a body that drips for ever is given up', async () => {
    const site = await startSite((_, response) => {
      const drip = setInterval(() => response.write('.'), 20);
      response.on('close', () => clearInterval(drip));
    });
    await expect(guard(site, { timeouts }).get(site.url)).rejects.toMatchObject({
      kind: 'timeout',
      message: expect.stringContaining('The whole answer did not come in time'),
    });
  });

  test('a body without end is left at the limit', async () => {
    const site = await startSite((_, response) => {
      const pour = () => {
        while (response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', pour);
      pour();
    });
    await expect(guard(site).get(site.url, { maxBytes: 1_000_000 })).rejects.toMatchObject({
      kind: 'too_large',
    });
  });

  test('a packed bomb is left at the limit', async () => {
    const bomb = gzipSync(Buffer.alloc(20_000_000));
    const site = await startSite((_, response) =>
      response.writeHead(200, { 'content-encoding': 'gzip' }).end(bomb),
    );
    await expect(guard(site).get(site.url, { maxBytes: 1_000_000 })).rejects.toMatchObject({
      kind: 'too_large',
    });
  });

  test('who stops asking gets his own reason back', async () => {
    const site = await startSite(() => {});
    const stop = new AbortController();
    const got = guard(site).get(site.url, { signal: stop.signal });
    stop.abort(new Error('the program stops'));
    await expect(got).rejects.toThrow('the program stops');
  });
});

describe('failures say what to do', () => {
  test('a host that asks for a rest gets it', async () => {
    const site = await startSite((_, response) => response.writeHead(429, { 'retry-after': '120' }).end());
    const fetch = guard(site);
    await expect(fetch.get(site.url)).rejects.toMatchObject({
      kind: 'status',
      status: 429,
      retryAfterSeconds: 120,
      message: `${site.host}: The host says that it is asked too often (status 429). It asks us to come back in 120 seconds.`,
    });
    await expect(fetch.get(`${site.url}/other`)).rejects.toMatchObject({ kind: 'held' });
    expect(site.requests).toHaveLength(1);
  });

  test.each([
    [404, 'There is nothing at the address'],
    [410, 'gone for good'],
    [500, 'trouble of its own'],
    [204, 'did not give the document'],
  ])('status %i: %s', async (status, sentence) => {
    const site = await startSite((_, response) => response.writeHead(status).end());
    await expect(guard(site).get(site.url)).rejects.toThrow(sentence);
  });

  test('a closed port, an unknown name and something that is not HTTP each have a sentence', async () => {
    const site = await startSite((request) => request.socket.end('220 mail.example ESMTP\r\n'));
    await expect(guard(site).get(site.url)).rejects.toMatchObject({ kind: 'unreachable' });
    await expect(
      guard(undefined, { privateSources: ['127.0.0.1'] }).get('http://127.0.0.1:1/'),
    ).rejects.toThrow('127.0.0.1:1: The host refuses connections on that port.');
    const unknown = Object.assign(new Error('getaddrinfo'), { code: 'ENOTFOUND' });
    const fetch = guard(undefined, { resolve: () => Promise.reject(unknown) });
    const sentence = 'nowhere.example: There is no host of that name.';
    await expect(fetch.get('http://nowhere.example/')).rejects.toThrow(sentence);
    await expect(fetch.check('http://nowhere.example/')).rejects.toThrow(sentence);
  });
});
