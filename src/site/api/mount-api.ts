import type { Hono } from 'hono';
import { AppError } from '#lib/errors.ts';
import { type CachedPages, cachedGet } from '#platform/http/cached-get.ts';
import { byClientNetwork, limitRate } from '#platform/http/limits.ts';
import { toProblem } from '#platform/http/problem.ts';
import { createRateLimiter, type RateLimit } from '#platform/http/rate-limiter.ts';
import { type PageRequest, type PageResponse, page } from '#platform/page-cache/page.ts';
import { type ApiContext, apiRoutes, OPEN_TO_ALL } from './api.routes.ts';

/** What is in the cache is answered before this is asked; a program that reads the whole archive is slowed down. */
const RATE = { burst: 120, perSecond: 10 };

/** Adds the public API to the site, cached under the keys of what it tells: a kill takes it back as it does pages. */
export function mountApi(
  app: Hono,
  pages: CachedPages,
  context: ApiContext & { trustedProxies: number; rate?: RateLimit },
): void {
  const limiter = createRateLimiter(context.rate ?? RATE);
  const limit = limitRate(limiter, byClientNetwork(context.trustedProxies));
  for (const route of apiRoutes(context)) {
    app.use(route.pattern, async (c, next) => {
      await next();
      c.res.headers.set(...OPEN_TO_ALL);
    });
    app.use(route.pattern, limit);
    cachedGet(app, { ...pages, errorPage: problemPage }, route);
  }
  app.all('/api/*', () => {
    throw new AppError('not_found', 'There is nothing here; /api/openapi.json says what there is.');
  });
}

/** A problem (RFC 9457) that is kept until the article that it is about changes. */
function problemPage(error: AppError, { path }: PageRequest): PageResponse {
  const problem = toProblem(error, path);
  const id = /^\/api\/articles\/(\d+)$/.exec(path)?.[1];
  return page({
    status: problem.status,
    type: 'application/problem+json; charset=utf-8',
    headers: [OPEN_TO_ALL],
    body: JSON.stringify(problem),
    keys: id ? [`article:${id}`] : [],
  });
}
