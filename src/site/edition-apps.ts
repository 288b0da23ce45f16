import { Hono, type MiddlewareHandler } from 'hono';
import type { EditionRow } from '#features/taxonomy/taxonomy.ts';
import { PAPER_KEY } from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import { type CachedPages, cachedGet } from '#platform/http/cached-get.ts';
import { byClientNetwork, limitRate } from '#platform/http/limits.ts';
import { createRateLimiter, type RateLimit } from '#platform/http/rate-limiter.ts';
import { articleRoute } from './article/article.route.tsx';
import { answerElsewhere, pathOf } from './article/find-address.ts';
import { correctionsRoute } from './corrections/corrections.route.tsx';
import { diaryRoute, diaryWeekRoute } from './diary/diary.route.tsx';
import { diaryCalendarRoute } from './diary/diary-calendar.route.ts';
import type { EditionRoute } from './edition-route.ts';
import { feedRoute } from './feeds/feeds.route.ts';
import { editionAt, sectionsOf } from './find-edition.ts';
import { frontRoute } from './front/front.route.tsx';
import { historyRoute } from './history/history.route.tsx';
import { latestRoute } from './latest/latest.route.tsx';
import { answerStream } from './latest/stream.api.ts';
import type { Paper } from './paper.ts';
import { personRoute } from './person/person.route.tsx';
import { mostPopularRoute } from './popular/most-popular.route.tsx';
import { searchRoute } from './search/search.route.tsx';
import { suggestRoute } from './search/suggest.route.ts';
import { sectionRoute } from './section/section.route.tsx';
import type { SiteOptions } from './site.ts';
import type { EditionContext } from './site-context.ts';
import { socialCardRoute } from './social-card/social-card.route.ts';
import { subscribeRoute } from './subscribe/subscribe.route.tsx';
import { topicRoute } from './topic/topic.route.tsx';

/** Every kind of page of an edition; `:section` takes what the others leave. */
const ROUTES: readonly EditionRoute[] = [
  frontRoute,
  latestRoute,
  mostPopularRoute,
  correctionsRoute,
  diaryRoute,
  diaryWeekRoute,
  diaryCalendarRoute,
  topicRoute,
  personRoute,
  subscribeRoute,
  searchRoute,
  suggestRoute,
  articleRoute,
  historyRoute,
  feedRoute,
  socialCardRoute,
  sectionRoute,
];

/** The app that answers for all editions; made anew when an edition or section has changed, since addresses depend on them. */
export function createEditionApps(options: SiteOptions, pages: CachedPages): () => Promise<Hono> {
  const made = new WeakMap<Paper, Hono>();
  return async () => {
    const paper = await options.paper.get();
    const known = made.get(paper);
    if (known) return known;
    const app = makeApp(options, pages, paper);
    made.set(paper, app);
    return app;
  };
}

function makeApp(options: SiteOptions, pages: CachedPages, paper: Paper): Hono {
  const app = new Hono({ strict: false });
  app.onError((error) => {
    throw error;
  });
  const limiter = createRateLimiter(options.searchRate ?? SEARCH_RATE);
  const searchLimit = limitRate(limiter, byClientNetwork(options.trustedProxies));
  // The edition without a prefix comes last: to it the others' prefixes look like sections.
  for (const edition of paper.editions.toSorted((a, b) => b.prefix.length - a.prefix.length)) {
    addEdition(app, options, pages, paper, edition, searchLimit);
  }
  cachedGet(app, pages, {
    pattern: '*',
    render: (request) => {
      const { edition, sections } = editionAt(paper, request.path);
      if (!edition) throw new AppError('not_found', 'There is no page at this address.');
      // What is no page of ours may have been one of an old site.
      return answerElsewhere({ ...options, paper, edition, sections }, pathOf(request.path));
    },
  });
  return app;
}

/** Every query that differs is a page of its own to make, so nobody may have too many made. */
const SEARCH_RATE: RateLimit = { burst: 60, perSecond: 5 };

function addEdition(
  app: Hono,
  options: SiteOptions,
  pages: CachedPages,
  paper: Paper,
  edition: EditionRow,
  searchLimit: MiddlewareHandler,
): void {
  const context: EditionContext = { ...options, paper, edition, sections: sectionsOf(paper, edition.code) };
  app.get(`${edition.prefix}/latest/stream`, (c) => answerStream(c, context, options));
  app.use(`${edition.prefix}/search`, searchLimit);
  for (const route of ROUTES) {
    cachedGet(app, pages, {
      pattern: route.pattern === '/' ? edition.prefix || '/' : edition.prefix + route.pattern,
      query: route.query,
      render: async (request) => {
        const response = await route.render(context, request);
        return { ...response, keys: [...response.keys, PAPER_KEY] };
      },
    });
  }
}
