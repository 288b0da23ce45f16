import { once } from 'node:events';
import { createServer } from 'node:http';
import { Hono } from 'hono';
import { cachedGet } from '#platform/http/cached-get.ts';
import { securityHeaders } from '#platform/http/security-headers.ts';
import { createListener, listen } from '#platform/http/serve.ts';
import { page } from '#platform/page-cache/page.ts';
import { createPageCache } from '#platform/page-cache/page-cache.ts';

/**
 * A server for the cache bench, run as its own process so that it has a core to itself.
 * `bare` answers every request with the bytes it gets as its first message; `cached` is the page cache before an app
 * with one page of `bytes` length. Reports its port.
 */
export type BareBody = { readonly status: number; readonly headers: string[]; readonly bodyBase64: string };

const startBare = async (): Promise<number> => {
  const [{ status, headers, bodyBase64 }] = (await once(process, 'message')) as [BareBody];
  const body = Buffer.from(bodyBase64, 'base64');
  const server = createServer((_request, response) => {
    response.writeHead(status, headers);
    response.end(body);
  });
  return (await listen(server.listeners('request')[0] as Parameters<typeof listen>[0], '127.0.0.1', 0)).port;
};

const words =
  'the a council river ship vote budget harbour minister said on of to in street school bridge'.split(' ');

/** Text with about the redundancy of prose, the same on every run. */
const prose = (bytes: number): string => {
  let seed = 42;
  let text = '';
  while (text.length < bytes) {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    text += `${words[seed % words.length]}${seed % 97} `;
  }
  return text.slice(0, bytes);
};

const startCached = async (bytes: number): Promise<number> => {
  const cache = createPageCache({ headers: securityHeaders({ https: false }) });
  const app = new Hono();
  const body = prose(bytes);
  cachedGet(
    app,
    { cache, privateCookies: 'any' },
    { pattern: '/page', render: () => page({ body, keys: ['page:1', 'list:all'] }) },
  );
  return (await listen(createListener({ cache, app, privateCookies: 'any' }), '127.0.0.1', 0)).port;
};

const [kind, bytes = '20000'] = process.argv.slice(2);
const port = kind === 'bare' ? await startBare() : await startCached(Number(bytes));
process.on('disconnect', () => process.exit(0));
process.send?.({ port });
