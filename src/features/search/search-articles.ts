import { toText } from '#document/to-text.ts';
import { type ListedArticle, listByIds } from '#features/articles/articles.ts';
import type { Db } from '#platform/database.ts';
import {
  createMarker,
  cutExcerpt,
  type Line,
  listSimilar,
  type Marker,
  markLine,
  type Segment,
  toLine,
  wantedTokens,
} from './excerpt.ts';
import { type FindArticles, findArticles } from './find-articles.ts';
import { inSearch } from './in-search.repo.ts';
import { createLookStart } from './look-start.ts';
import { type Instead, type Loosened, loosen } from './loosen.ts';
import { parseQuery, type SearchQuery, tidyQuery } from './parse-query.ts';
import { parseSearchCursor, toSearchCursorText } from './search-cursor.ts';
import { listBodies } from './search-texts.repo.ts';
import { listSameStem } from './stems.ts';
import { toTsQuery } from './to-tsquery.ts';
import type { Token } from './tokens.ts';

export type SearchArticles = Pick<FindArticles, 'edition' | 'sort' | 'filters' | 'limit' | 'now'> & {
  /** As the reader typed it. */
  q: string;
  /** Cursor of a page after the first; one that is no cursor, or of the other order, is as if there were none. */
  after?: string;
};

/** An article with what the reader looked for marked in it. Segments are plain text. */
export type SearchHit = { article: ListedArticle; headline: Segment[]; excerpt: Segment[] };

export type SearchResult = {
  hits: SearchHit[];
  next?: string;
  /** Words that are in nearly every article and were left out. */
  ignored: string[];
  /** Whether there was anything to look for. */
  asked: boolean;
  /** What was searched for in place of a search that found nothing; `hits` are its first. */
  instead?: Instead;
  meant?: string;
};

/** Searches an edition's articles: those that readers may see now, and no others. Whatever is typed, it does not throw. */
export async function searchArticles(db: Db, request: SearchArticles): Promise<SearchResult> {
  const q = tidyQuery(request.q);
  const query = parseQuery(q);
  const tsQuery = toTsQuery(query);
  if (!tsQuery) return { hits: [], ignored: query.ignored, asked: false };
  const cursor = request.after === undefined ? undefined : parseSearchCursor(request.after);
  const after = cursor?.sort === request.sort ? cursor : undefined;
  const look = async (trx: Db): Promise<Loosened> => {
    const within = { ...request, lookStart: createLookStart(db, trx, request.now) };
    const found = await findArticles(trx, { ...within, query: tsQuery, after });
    return found.ids.length > 0 || after || found.next ? { ...found, query } : loosen(trx, q, within);
  };
  const shown = await inSearch(db, look);
  return {
    hits: await toHits(db, shown.ids, shown.query ?? query),
    next: shown.next && toSearchCursorText(shown.next),
    ignored: query.ignored,
    asked: true,
    instead: shown.instead,
    meant: shown.meant,
  };
}

/** Articles of these numbers, in this order, with their marks. One that has left the view meanwhile is left out. */
async function toHits(db: Db, ids: number[], query: SearchQuery): Promise<SearchHit[]> {
  if (ids.length === 0) return [];
  const tokens = wantedTokens(query.all);
  const [articles, bodies] = await Promise.all([listByIds(db, ids), listBodies(db, ids)]);
  const texts = new Map(bodies.map(({ id, body }) => [id, toText(body)]));
  const found = articles.map((article) => ({
    article,
    headline: toLine(article.headline, tokens),
    excerpt: toLine(article.excerpt, tokens),
    text: toLine(texts.get(article.id) ?? '', tokens),
  }));
  const lines = found.flatMap(({ headline, excerpt, text }) => [headline, excerpt, text]);
  const marker = await makeMarker(db, tokens, lines);
  const byId = new Map(found.map((one) => [one.article.id, one]));
  return ids.flatMap((id) => {
    const one = byId.get(id);
    if (!one) return [];
    const { article, headline, excerpt, text } = one;
    return [
      {
        article,
        headline: markLine(headline, marker),
        excerpt: cutExcerpt(text, marker) ?? markLine(excerpt, marker),
      },
    ];
  });
}

/** PostgreSQL says which of the texts' words have a stem that is looked for, so that marks are what was found by. */
async function makeMarker(db: Db, tokens: Token[], lines: Line[]): Promise<Marker> {
  const words = tokens.filter(({ kind }) => kind === 'word').map(({ form }) => form);
  const others = listSimilar(lines, tokens).filter((form) => !words.includes(form));
  return createMarker(tokens, [...words, ...(await listSameStem(db, others, words))]);
}
