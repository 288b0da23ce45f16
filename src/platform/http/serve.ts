import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { AppError } from '#lib/errors.ts';
import { matchesEtag } from '#platform/page-cache/answer.ts';
import { negotiateEncoding } from '#platform/page-cache/encoding.ts';
import type { PageCache } from '#platform/page-cache/page-cache.ts';
import { encodingFor } from '#platform/page-cache/stored-page.ts';
import { isPrivateRequest, type PrivateCookies } from './private-request.ts';
import { wantsProblem } from './problem.ts';

export type Front = {
  readonly cache: PageCache;
  readonly privateCookies: PrivateCookies;
  readonly app: { readonly fetch: (request: Request, env: object) => Response | Promise<Response> };
};

/** Answers from memory if the page is there, fresh, for everybody, and in the encoding wanted. Returns whether it did. */
const answerFromMemory = (front: Front, request: IncomingMessage, response: ServerResponse): boolean => {
  const { method, headers } = request;
  if (method !== 'GET' && method !== 'HEAD') return false;
  const page = front.cache.peek(request.url ?? '');
  if (page === undefined) return false;
  if (isPrivateRequest(headers.authorization, headers.cookie, front.privateCookies)) return false;
  if (page.status >= 400 && wantsProblem(headers.accept)) return false;
  const chosen =
    page.representations[encodingFor(page, negotiateEncoding(headers['accept-encoding'] as string))];
  if (chosen === undefined) return false;
  front.cache.counts.hit += 1;
  const ifNoneMatch = headers['if-none-match'];
  if (ifNoneMatch !== undefined && page.status === 200 && matchesEtag(ifNoneMatch, chosen.etag)) {
    response.writeHead(304, chosen.notModifiedHeaders);
    response.end();
  } else {
    response.writeHead(page.status, chosen.headers);
    response.end(chosen.body);
  }
  return true;
};

/** A listener for `node:http`: cached pages straight from their bytes, everything else through the app. */
export const createListener = (front: Front): RequestListener => {
  const throughApp = getRequestListener((request, env) => front.app.fetch(request, env));
  return (request, response) => {
    if (!answerFromMemory(front, request, response)) void throughApp(request, response);
  };
};

/**
 * Longer than the idle time of common balancers (AWS 60 s, nginx 60 s), so that it is they who close an idle connection:
 * closed from here, the request they send into it at that moment would be lost.
 */
const keepAliveTimeoutMs = 65_000;

const listenError = (error: NodeJS.ErrnoException, host: string, port: number): AppError => {
  const at = `${host}:${port}`;
  const sentences: Record<string, string> = {
    EADDRINUSE: `${at} is taken by another program. Stop that one or set PORT to another number.`,
    EACCES: `This user may not open ${at}. Set PORT to a number over 1023.`,
    EADDRNOTAVAIL: `${host} is not an address of this machine. Set HOST to 127.0.0.1 or 0.0.0.0.`,
    ENOTFOUND: `${host} is not known as a host. Set HOST to 127.0.0.1 or 0.0.0.0.`,
  };
  return new AppError('conflict', sentences[error.code ?? ''] ?? `${at} cannot be opened: ${error.message}`, {
    cause: error,
  });
};

export type RunningServer = { readonly server: Server; readonly port: number; readonly origin: string };

/** Opens a server; port 0 takes any free one. Throws `conflict` with what to do where that cannot be. */
export const listen = async (
  listener: RequestListener,
  host: string,
  port: number,
): Promise<RunningServer> => {
  const server = createServer({ keepAliveTimeout: keepAliveTimeoutMs }, listener);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(listenError(error, host, port)));
    server.listen(port, host, resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  const name = host.includes(':') ? `[${host}]` : host;
  return { server, port: bound, origin: `http://${name}:${bound}` };
};
