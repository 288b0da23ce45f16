import {
  type ListedArticle,
  listFeedFacts,
  listLatest,
  listOfSection,
  listOfTopic,
} from '#features/articles/articles.ts';
import { findTopic } from '#features/taxonomy/taxonomy.ts';
import { AppError } from '#lib/errors.ts';
import type { PageRequest } from '#platform/page-cache/page.ts';
import { parseCursor, toListPage } from '../cursor.ts';
import type { EditionContext } from '../site-context.ts';
import { sectionOf } from '../site-context.ts';
import { toApiListing } from './api-article.ts';

export const API_PAGE = 30;

/** A list of the API: articles, newest first, and the address of the next page where there is one. */
export type ApiList = { articles: ReturnType<typeof toApiListing>[]; next?: string };

export type ApiListing = { list: ApiList; keys: string[] };

/** `GET /api/articles`: of an edition, a section or a topic, published at or after `since`, after the cursor `before`. */
export async function listApiArticles(context: EditionContext, { query }: PageRequest): Promise<ApiListing> {
  const page = { limit: API_PAGE + 1, before: parseCursor(query.get('before')) };
  const { key, rows } = await readRows(context, query, page);
  const since = readSince(query.get('since'));
  const { rows: shown, older } = toListPage(rows, API_PAGE);
  const articles = since ? shown.filter(({ visible_from }) => visible_from >= since) : shown;
  const ended = articles.length < shown.length;
  return {
    list: {
      articles: await toListings(context, articles),
      ...(older && !ended ? { next: nextAddress(context, query, older) } : {}),
    },
    keys: [key, ...articles.map(({ id }) => `article:${id}`)],
  };
}

type Page = { limit: number; before?: { visible_from: Date; id: number } };

async function readRows(
  { db, edition, sections }: EditionContext,
  query: URLSearchParams,
  page: Page,
): Promise<{ key: string; rows: ListedArticle[] }> {
  const [sectionSlug, topicSlug] = [query.get('section'), query.get('topic')];
  if (sectionSlug !== null && topicSlug !== null)
    throw new AppError('bad_input', 'Write section= or topic=, not both.');
  if (topicSlug !== null) {
    const topic = await findTopic(db, edition.code, topicSlug);
    if (!topic) throw new AppError('not_found', `There is no topic “${topicSlug}”.`);
    return { key: `topic:${topic.id}`, rows: await listOfTopic(db, topic.id, page) };
  }
  if (sectionSlug === null)
    return { key: `edition:${edition.code}`, rows: await listLatest(db, edition.code, page) };
  const section = sections.find(({ slug }) => slug === sectionSlug);
  if (!section) throw new AppError('not_found', `There is no section “${sectionSlug}”.`);
  return { key: `section:${section.id}`, rows: await listOfSection(db, section.id, page) };
}

/** The time of a `since`, which must name its zone. */
function readSince(text: string | null): Date | undefined {
  if (text === null) return undefined;
  const time = /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?$/.test(text)
    ? new Date(text)
    : undefined;
  if (!time || Number.isNaN(time.getTime()))
    throw new AppError('bad_input', 'Write since= as a time in ISO 8601, such as 2026-11-24T09:00:00Z.');
  return time;
}

/** Articles with their topics and sections, in one more query. */
export async function toListings(
  context: EditionContext,
  articles: ListedArticle[],
): Promise<ApiList['articles']> {
  const ids = articles.map(({ id }) => id);
  const facts = new Map((await listFeedFacts(context.db, ids)).map((one) => [one.id, one]));
  return articles.map((article) =>
    toApiListing(
      context,
      article,
      facts.get(article.id)?.topics ?? [],
      sectionOf(context, article.section_id),
    ),
  );
}

function nextAddress({ baseUrl }: EditionContext, query: URLSearchParams, before: string): string {
  const next = new URLSearchParams(query);
  next.set('before', before);
  return `${baseUrl}/api/articles?${next}`;
}
