import { listByIds } from '#features/articles/articles.ts';
import { hasTombstone, listArticleFacts } from '#features/partners/partners.ts';
import { findTopic, PAPER_KEY } from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import type { CachedRoute } from '#platform/http/cached-get.ts';
import { type PageRequest, type PageResponse, page } from '#platform/page-cache/page.ts';
import { sectionsOf } from '../find-edition.ts';
import type { PaperSource } from '../paper.ts';
import { absoluteUrl, type EditionContext, type SiteContext } from '../site-context.ts';
import { toApiArticle } from './api-article.ts';
import { listApiArticles, toListings } from './api-list.ts';
import { toOpenApi } from './openapi.ts';

export type ApiContext = SiteContext & { paper: PaperSource };

/** Scripts of other sites may read all of it: there is nothing here that is not public. */
export const OPEN_TO_ALL = ['access-control-allow-origin', '*'] as const;

const LIST_QUERY = ['edition', 'section', 'topic', 'since', 'before'];

/** The public API, read only; every answer is JSON. */
export const apiRoutes = (context: ApiContext): CachedRoute[] => [
  { pattern: '/api', render: () => renderEntrance(context) },
  { pattern: '/api/openapi.json', render: () => json(toOpenApi(context.baseUrl), []) },
  { pattern: '/api/articles', query: LIST_QUERY, render: (request) => renderList(context, request) },
  {
    pattern: '/api/articles/:id{[1-9][0-9]{0,14}}',
    render: ({ params }) => renderArticle(context, Number(params.id)),
  },
  { pattern: '/api/sections', query: ['edition'], render: (request) => renderSections(context, request) },
  { pattern: '/api/topics/:slug', query: ['edition'], render: (request) => renderTopic(context, request) },
];

const json = (
  body: unknown,
  keys: readonly string[],
  { headers = [], ...more }: Partial<PageResponse> = {},
): PageResponse =>
  page({
    type: 'application/json',
    headers: [OPEN_TO_ALL, ...headers],
    body: JSON.stringify(body),
    keys,
    ...more,
  });

const described = (baseUrl: string): [string, string] => [
  'link',
  `<${baseUrl}/api/openapi.json>; rel="service-desc"; type="application/json"`,
];

async function renderEntrance({ baseUrl, paper }: ApiContext): Promise<PageResponse> {
  const { editions } = await paper.get();
  const entrance = {
    name: editions[0]?.name ?? 'Dateline',
    openapi: `${baseUrl}/api/openapi.json`,
    articles: `${baseUrl}/api/articles`,
    sections: `${baseUrl}/api/sections`,
    editions: editions.map(({ code, name, language }) => ({ code, name, language })),
  };
  return json(entrance, [PAPER_KEY], { headers: [described(baseUrl)] });
}

/** The edition that a request names by its code, else the paper's first. */
async function editionOf(context: ApiContext, code: string | null): Promise<EditionContext> {
  const paper = await context.paper.get();
  const edition = code === null ? paper.editions[0] : paper.editions.find((one) => one.code === code);
  if (!edition) throw new AppError('not_found', `There is no edition “${code ?? ''}”.`);
  return { ...context, paper, edition, sections: sectionsOf(paper, edition.code) };
}

async function renderList(context: ApiContext, request: PageRequest): Promise<PageResponse> {
  const edition = await editionOf(context, request.query.get('edition'));
  const { list, keys } = await listApiArticles(edition, request);
  const headers: [string, string][] = list.next ? [['link', `<${list.next}>; rel="next"`]] : [];
  // Everyone has a moment of their own: such pages are not worth a place in memory.
  return json(list, keys, { headers, cache: !request.query.has('since') });
}

async function renderArticle(context: ApiContext, id: number): Promise<PageResponse> {
  const [facts] = await listArticleFacts(context.db, [id]);
  const [listed] = await listByIds(context.db, [id]);
  if (!facts || !listed) {
    const gone = facts !== undefined || (await hasTombstone(context.db, id));
    throw gone
      ? new AppError('gone', 'This article was withdrawn.')
      : new AppError('not_found', `There is no article ${id}.`);
  }
  const edition = await editionOf(context, listed.edition);
  const [listing] = await toListings(edition, [listed]);
  if (!listing) throw new AppError('not_found', `There is no article ${id}.`);
  return json(toApiArticle(context, listing, facts), [`article:${id}`, PAPER_KEY]);
}

async function renderSections(context: ApiContext, { query }: PageRequest): Promise<PageResponse> {
  const edition = await editionOf(context, query.get('edition'));
  const { prefix, code } = edition.edition;
  const sections = edition.sections.map(({ slug, name }) => ({
    edition: code,
    slug,
    name,
    url: absoluteUrl(context, `${prefix}/${slug}`),
    articles: `${context.baseUrl}/api/articles?${new URLSearchParams({ edition: code, section: slug })}`,
  }));
  return json({ sections }, [PAPER_KEY]);
}

async function renderTopic(context: ApiContext, { params, query }: PageRequest): Promise<PageResponse> {
  const edition = await editionOf(context, query.get('edition'));
  const { prefix, code } = edition.edition;
  const topic = await findTopic(context.db, code, params.slug ?? '');
  if (!topic) throw new AppError('not_found', `There is no topic “${params.slug}”.`);
  const { slug, name, description, id } = topic;
  const answer = {
    edition: code,
    slug,
    name,
    description,
    ...(topic.code ? { code: topic.code } : {}),
    url: absoluteUrl(context, `${prefix}/topic/${slug}`),
    articles: `${context.baseUrl}/api/articles?${new URLSearchParams({ edition: code, topic: slug })}`,
  };
  return json(answer, [`topic:${id}`, PAPER_KEY]);
}
