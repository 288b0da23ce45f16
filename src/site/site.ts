import { type Context, Hono } from 'hono';
import type { AppError } from '#lib/errors.ts';
import type { BlobStore } from '#platform/blob-store/blob-store.ts';
import { type CachedPages, cachedGet } from '#platform/http/cached-get.ts';
import { answerErrors, answerNotFound } from '#platform/http/error-handler.ts';
import type { EventStreams } from '#platform/http/event-streams.ts';
import type { Problem } from '#platform/http/problem.ts';
import type { RateLimit } from '#platform/http/rate-limiter.ts';
import { assignRequestId } from '#platform/http/request-id.ts';
import { addSecurityHeaders, type SecurityPolicy } from '#platform/http/security-headers.ts';
import type { Log } from '#platform/log.ts';
import { type PageRequest, type PageResponse, page } from '#platform/page-cache/page.ts';
import type { PageCache } from '#platform/page-cache/page-cache.ts';
import { mountApi } from './api/mount-api.ts';
import { builtFilePage } from './built-files.ts';
import { createEditionApps } from './edition-apps.ts';
import { toLanguage } from './edition-words.ts';
import { BrokenPage } from './error/broken.page.tsx';
import { notFoundPage } from './error/gone.route.tsx';
import { editionAt } from './find-edition.ts';
import type { StreamHub } from './latest/stream-hub.ts';
import { renderPage } from './layout/render-page.ts';
import type { PaperSource } from './paper.ts';
import { pictureRoutes } from './pictures/picture.route.ts';
import type { SiteContext } from './site-context.ts';
import { sitemapRoutes } from './sitemap/sitemap.route.ts';

export type SiteOptions = SiteContext & {
  cache: PageCache;
  paper: PaperSource;
  streams: EventStreams;
  hub: StreamHub;
  blobs: BlobStore;
  /** Folder of the built style sheets, scripts and faces. */
  assetFolder: string;
  security: SecurityPolicy;
  log: Log;
  /** How often one network may have a search or an answer of the API worked out; what is in the cache is free. */
  searchRate?: RateLimit;
  /** How many proxies of our own stand in front. */
  trustedProxies: number;
  /** What else answers on this host: health, metrics, the door for pushed copy. */
  doors: readonly Hono[];
};

/** Everything that readers can ask for, as one app; all of it is answered through the page cache but the event streams. */
export function createSite(options: SiteOptions): Hono {
  const { cache, paper, log } = options;
  const pages: CachedPages = {
    cache,
    // Readers have no accounts, so no cookie changes a page.
    privateCookies: [],
    errorPage: (error, request) => errorPage(options, error, request),
  };
  const app = new Hono({ strict: false });
  app.use(assignRequestId());
  app.use(addSecurityHeaders(options.security));
  const errors = {
    log,
    machinePaths: ['/api', '/wire'],
    renderPage: async (problem: Problem, c: Context) => {
      // The database may be what failed: the page then names no edition.
      const known = await paper.get().catch(() => ({ editions: [], sections: [] }));
      const { edition } = editionAt(known, c.req.path);
      return renderPage(
        BrokenPage({
          language: toLanguage(edition?.language ?? 'en'),
          siteName: edition?.name ?? 'Dateline',
          homeHref: edition?.prefix || '/',
          requestId: problem.requestId ?? '',
          refused: problem.status < 500 ? (problem.detail ?? problem.title) : undefined,
          away: problem.code === 'unavailable',
        }),
      );
    },
  };
  app.onError(answerErrors(errors));
  app.notFound(answerNotFound(errors));
  cachedGet(app, pages, {
    pattern: '/assets/:file',
    render: ({ params }) => builtFilePage(options.assetFolder, params.file ?? ''),
  });
  for (const door of options.doors) app.route('/', door);
  pictureRoutes(app, pages, { db: options.db, blobs: options.blobs });
  const sitemaps = sitemapRoutes({ ...options, paper: paper.get });
  for (const route of sitemaps) cachedGet(app, pages, route);
  mountApi(app, pages, { ...options, rate: options.searchRate });
  const editionApps = createEditionApps(options, pages);
  app.all('*', async (c) => (await editionApps()).fetch(c.req.raw, c.env));
  return app;
}

/** What people see at an address with nothing at it. */
async function errorPage(options: SiteOptions, error: AppError, request: PageRequest): Promise<PageResponse> {
  const paper = await options.paper.get();
  const { edition, sections } = editionAt(paper, request.path);
  if (!edition) return page({ status: 404, type: 'text/plain; charset=utf-8', body: error.message });
  return notFoundPage({ ...options, paper, edition, sections }, request.path);
}
