import type { Context, Env, Handler, Hono, Schema } from 'hono';
import { AppError } from '#lib/errors.ts';
import { type Answer, answerPage } from '#platform/page-cache/answer.ts';
import { negotiateEncoding } from '#platform/page-cache/encoding.ts';
import type { PageRequest, PageResponse } from '#platform/page-cache/page.ts';
import type { PageCache } from '#platform/page-cache/page-cache.ts';
import { canonicalKey } from '#platform/page-cache/page-key.ts';
import { isPrivateRequest, type PrivateCookies } from './private-request.ts';
import { problemResponse, toStatusProblem, wantsProblem } from './problem.ts';

/** What all cached routes of an app share. */
export type CachedPages = {
  readonly cache: PageCache;
  readonly privateCookies: PrivateCookies;
  /**
   * The page for an address with nothing at it (`not_found`) or nothing any more (`gone`), so that it is cached too.
   * Absent: such errors go to the app's error handler each time.
   */
  readonly errorPage?: (error: AppError, request: PageRequest) => PageResponse | Promise<PageResponse>;
};

export type CachedRoute = {
  /** A path in Hono's notation, `/topic/:slug`. */
  readonly pattern: string;
  /** The query parameters that the page depends on; all others are dropped from key and request. */
  readonly query?: readonly string[];
  /** Makes the page from the request alone. Throws `AppError` where there is none. */
  readonly render: (request: PageRequest) => PageResponse | Promise<PageResponse>;
};

/** An error page without keys cannot be purged when things change, so it is not believed for long. */
const unkeyedErrorSeconds = 10;

const renderOrErrorPage = async (pages: CachedPages, route: CachedRoute, request: PageRequest) => {
  try {
    return await route.render(request);
  } catch (error) {
    const shown = error instanceof AppError && (error.code === 'not_found' || error.code === 'gone');
    if (!shown || !pages.errorPage) throw error;
    const response = await pages.errorPage(error, request);
    if (response.keys.length > 0) return response;
    return {
      ...response,
      maxAgeSeconds: Math.min(response.maxAgeSeconds ?? unkeyedErrorSeconds, unkeyedErrorSeconds),
    };
  }
};

const toResponse = ({ status, headers, body }: Answer): Response => {
  const pairs: [string, string][] = [];
  for (let index = 0; index < headers.length; index += 2)
    pairs.push([headers[index] ?? '', headers[index + 1] ?? '']);
  return new Response(body === undefined ? null : new Uint8Array(body), { status, headers: pairs });
};

/** The address as the client spelled it, known only behind a real server. */
const addressOf = (c: Context): string | undefined => {
  const incoming: unknown = c.env?.incoming;
  if (typeof incoming !== 'object' || incoming === null || !('url' in incoming)) return undefined;
  return typeof incoming.url === 'string' ? incoming.url : undefined;
};

/** The handler of a cached route: key, cache, negotiation and conditional answers around the route's render. */
export const pageHandler = (pages: CachedPages, route: CachedRoute): Handler => {
  const { cache, privateCookies } = pages;
  return async (c) => {
    const url = new URL(c.req.url);
    const { key, query } = canonicalKey(url.pathname, url.searchParams, route.query ?? []);
    const request: PageRequest = { path: url.pathname, params: c.req.param(), query };
    const { answer, page } = await answerPage(cache, {
      key,
      render: () => renderOrErrorPage(pages, route, request),
      encoding: negotiateEncoding(c.req.header('accept-encoding')),
      ifNoneMatch: c.req.header('if-none-match'),
      bypass: isPrivateRequest(c.req.header('authorization'), c.req.header('cookie'), privateCookies),
    });
    if (page.status >= 400 && wantsProblem(c.req.header('accept'))) {
      return problemResponse(toStatusProblem(page.status, request.path));
    }
    const address = addressOf(c);
    if (address !== undefined && page.storable && !page.negative) cache.alias(address, key);
    return toResponse(answer);
  };
};

/** Adds a cached page to an app; it answers GET and HEAD. Works alike through `app.request()` and behind a server. */
export const cachedGet = <E extends Env, S extends Schema, B extends string>(
  app: Hono<E, S, B>,
  pages: CachedPages,
  route: CachedRoute,
): void => {
  app.get(route.pattern, pageHandler(pages, route));
};
