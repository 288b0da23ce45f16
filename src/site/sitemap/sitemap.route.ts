import { listNewsSince, listSitemapBlock, listSitemapBlocks } from '#features/articles/articles.ts';
import { listPersonBlock, listPersonBlocks } from '#features/people/people.ts';
import { PAPER_KEY } from '#features/taxonomy/taxonomy.ts';
import type { Clock } from '#lib/clock.ts';
import { AppError } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import type { CachedRoute } from '#platform/http/cached-get.ts';
import { type PageRequest, type PageResponse, page } from '#platform/page-cache/page.ts';
import type { Paper } from '../paper.ts';
import { personPath } from '../person/person-path.ts';
import { listPaperPages } from './paper-pages.ts';
import { type NewsEntry, toNewsSitemap, toSitemap, toSitemapIndex } from './sitemap-xml.ts';

export type SitemapRoutesContext = {
  db: Db;
  baseUrl: string;
  paper: () => Promise<Paper>;
  now: Clock;
};

/** Articles in one file: about 1 MB, which the page cache keeps; the standard allows 50 000. */
const BLOCK = 5000;
const NEWS_LIMIT = 1000;
const NEWS_MS = 2 * 24 * 3600 * 1000;

/**
 * `/sitemap.xml` (an index), `/sitemaps/pages.xml`, `/sitemaps/articles-{n}.xml`, `/sitemaps/people-{n}.xml`, `/news-sitemap.xml` and `/robots.txt`.
 * Articles are split by number and not by month: a file then has an upper bound by construction, and the index is found
 * without counting anything.
 */
export const sitemapRoutes = (context: SitemapRoutesContext): CachedRoute[] => [
  { pattern: '/sitemap.xml', render: () => renderIndex(context) },
  { pattern: '/sitemaps/pages.xml', render: () => renderPages(context) },
  {
    pattern: '/sitemaps/:file{articles-[1-9][0-9]{0,8}\\.xml}',
    render: (request) => renderBlock(context, request),
  },
  {
    pattern: '/sitemaps/:file{people-[1-9][0-9]{0,8}\\.xml}',
    render: (request) => renderPeople(context, request),
  },
  { pattern: '/news-sitemap.xml', render: () => renderNews(context) },
  { pattern: '/robots.txt', render: () => renderRobots(context) },
];

/** Sitemaps list every edition, so a change in any makes them out of date. */
async function xmlPage(context: SitemapRoutesContext, body: string): Promise<PageResponse> {
  const { editions } = await context.paper();
  return page({
    type: 'application/xml; charset=utf-8',
    body,
    keys: [PAPER_KEY, ...editions.map((edition) => `edition:${edition.code}`)],
  });
}

async function renderIndex(context: SitemapRoutesContext): Promise<PageResponse> {
  const blocks = await listSitemapBlocks(context.db, BLOCK);
  const people = await listPersonBlocks(context.db, BLOCK);
  const paths = [
    '/sitemaps/pages.xml',
    ...blocks.map((block) => `/sitemaps/articles-${block}.xml`),
    ...people.map((block) => `/sitemaps/people-${block}.xml`),
  ];
  return xmlPage(context, toSitemapIndex(context.baseUrl, paths));
}

async function renderPages(context: SitemapRoutesContext): Promise<PageResponse> {
  const entries = await listPaperPages(context.db, await context.paper());
  return xmlPage(context, toSitemap(context.baseUrl, entries));
}

async function renderBlock(context: SitemapRoutesContext, { params }: PageRequest): Promise<PageResponse> {
  const block = Number(params.file?.match(/\d+/)?.[0]);
  const articles = await listSitemapBlock(context.db, block, BLOCK);
  if (articles.length === 0) throw new AppError('not_found', 'There is no such sitemap.');
  const { editions } = await context.paper();
  const languages = new Map(editions.map(({ code, language }) => [code, language]));
  const entries = articles.map(({ path, updated_at, alternates }) => ({
    path,
    updated_at,
    // The language of the edition, as the page's own head has it.
    alternates: alternates?.map((other) => ({
      path: other.path,
      language: languages.get(other.edition) ?? other.edition,
    })),
  }));
  return xmlPage(context, toSitemap(context.baseUrl, entries));
}

/** People whom more than one article names; an edition's name for them is its own, so there are no translations. */
async function renderPeople(context: SitemapRoutesContext, { params }: PageRequest): Promise<PageResponse> {
  const people = await listPersonBlock(context.db, Number(params.file?.match(/\d+/)?.[0]), BLOCK);
  if (people.length === 0) throw new AppError('not_found', 'There is no such sitemap.');
  const { editions } = await context.paper();
  const prefixes = new Map(editions.map(({ code, prefix }) => [code, prefix]));
  const entries = people.map(({ edition, slug }) => ({
    path: personPath(prefixes.get(edition) ?? '', slug),
  }));
  return xmlPage(context, toSitemap(context.baseUrl, entries));
}

async function renderNews(context: SitemapRoutesContext): Promise<PageResponse> {
  const { editions } = await context.paper();
  const since = new Date(context.now().getTime() - NEWS_MS);
  const entries: NewsEntry[] = [];
  for (const edition of editions) {
    const articles = await listNewsSince(context.db, edition.code, { since, limit: NEWS_LIMIT });
    entries.push(
      ...articles.map((article) => ({ ...article, publication: edition.name, language: edition.language })),
    );
  }
  const newest = entries
    .sort((a, b) => b.visible_from.getTime() - a.visible_from.getTime())
    .slice(0, NEWS_LIMIT);
  return xmlPage(context, toNewsSitemap(context.baseUrl, newest));
}

/** With both endings, for a section may be called /apiculture. */
const CLOSED = ['/desk', '/api'].flatMap((path) => [`Disallow: ${path}/`, `Disallow: ${path}$`]);

/** RFC 9309, with the `Sitemap` lines of sitemaps.org. */
function renderRobots({ baseUrl }: SitemapRoutesContext): PageResponse {
  const sitemaps = ['/sitemap.xml', '/news-sitemap.xml'].map(
    (path) => `Sitemap: ${new URL(path, baseUrl).href}`,
  );
  const lines = ['User-agent: *', ...CLOSED, '', ...sitemaps];
  return page({ type: 'text/plain; charset=utf-8', body: `${lines.join('\n')}\n` });
}
