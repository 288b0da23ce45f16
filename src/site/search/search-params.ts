import { tidyQuery } from '#features/search/search.ts';

/** What a search page's address says. Absent is not asked for. */
export type SearchParams = {
  q: string;
  section?: string;
  topic?: string;
  /** Days, "2026-11-24". */
  from?: string;
  to?: string;
  sort: 'best' | 'newest';
  before?: string;
};

export const SEARCH_QUERY = ['q', 'section', 'topic', 'from', 'to', 'sort', 'before'] as const;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const SLUG = /^[\p{L}\p{N}-]{1,100}$/u;

/** Reads an address; what makes no sense counts as not there. */
export function parseSearchParams(query: URLSearchParams): SearchParams {
  const fitting = (name: string, pattern: RegExp): string | undefined => {
    const value = query.get(name);
    return value !== null && pattern.test(value) ? value : undefined;
  };
  return {
    q: tidyQuery(query.get('q') ?? ''),
    section: fitting('section', SLUG),
    topic: fitting('topic', SLUG),
    from: fitting('from', DAY),
    to: fitting('to', DAY),
    sort: query.get('sort') === 'newest' ? 'newest' : 'best',
    before: fitting('before', /^[0-9a-z-]{1,80}$/),
  };
}

/** The address of a search, in the one spelling that the page cache knows it by. */
export function searchPath(prefix: string, { sort, ...params }: SearchParams): string {
  const query = new URLSearchParams();
  const values = { ...params, sort: sort === 'newest' ? sort : undefined };
  for (const name of SEARCH_QUERY.toSorted()) if (values[name]) query.set(name, values[name]);
  return query.size === 0 ? `${prefix}/search` : `${prefix}/search?${query}`;
}
