import type { Db } from '#platform/database.ts';
import { type FindArticles, type FoundArticles, findArticles } from './find-articles.ts';
import { parseQuery, type SearchQuery, type Term } from './parse-query.ts';
import { listMeant } from './spelling.ts';
import { toTsQuery } from './to-tsquery.ts';

/** What was searched for in place of what found nothing. Each is a search that can be asked for by itself. */
export type Instead =
  | { kind: 'everywhere'; q: string }
  | { kind: 'particles'; q: string }
  /** Without words that no article has. */
  | { kind: 'without'; q: string; words: string[] }
  /** Every word is in some article, but no article has them all. */
  | { kind: 'any'; q: string };

export type Loosened = FoundArticles & {
  query?: SearchQuery;
  instead?: Instead;
  /** A search with a mistyped word set right; it has been tried and finds something. */
  meant?: string;
};

type Request = Omit<FindArticles, 'query' | 'after'>;

/** A query as a reader would type it. */
export const toTyped = ({ all, none }: Pick<SearchQuery, 'all' | 'none'>): string =>
  [
    ...all.map((terms) => terms.map(typedTerm).join(' OR ')),
    ...none.map((term) => `-${typedTerm(term)}`),
  ].join(' ');

const typedTerm = ({ text, quoted }: Term): string => (quoted ? `"${text}"` : text);

/**
 * For a search that found nothing: searches without its filters, without Korean particles, without the words that no
 * article has, and for any of the words; the first of these that finds something is the answer. A dozen short searches
 * at most.
 */
export async function loosen(db: Db, q: string, request: Request): Promise<Loosened> {
  const query = parseQuery(q);
  const anywhere: Request = { ...request, filters: {} };
  const find = async (changed: SearchQuery, instead: Instead): Promise<Loosened | undefined> => {
    const tsQuery = toTsQuery(changed);
    if (!tsQuery) return undefined;
    const found = await findArticles(db, { ...anywhere, query: tsQuery });
    return found.ids.length > 0 ? { ids: found.ids, query: changed, instead } : undefined;
  };
  const filtered = Object.values(request.filters).some((filter) => filter !== undefined);
  if (filtered) {
    const found = await find(query, { kind: 'everywhere', q });
    if (found) return found;
  }
  const bare = withoutParticles(q);
  if (bare) {
    const found = await find(bare, { kind: 'particles', q: toTyped(bare) });
    if (found) return found;
  }
  const { known, missing } = await sortTerms(db, query, anywhere);
  const meant = await findMeant(db, query, missing, anywhere);
  const rest = { all: known, none: query.none, ignored: query.ignored };
  const words = missing.flat().map(typedTerm);
  const fewer = words.length > 0 ? await find(rest, { kind: 'without', q: toTyped(rest), words }) : undefined;
  if (fewer) return { ...fewer, meant };
  const any = { all: [known.flat()], none: query.none, ignored: query.ignored };
  const some = known.length > 1 ? await find(any, { kind: 'any', q: toTyped(any) }) : undefined;
  return { ...(some ?? { ids: [] }), meant };
}

function withoutParticles(q: string): SearchQuery | undefined {
  const forms = ({ all }: SearchQuery): string => JSON.stringify(all.map((terms) => terms.map(formOf)));
  const bare = parseQuery(q, { loose: true });
  if (forms(bare) === forms(parseQuery(q))) return undefined;
  return { ...bare, all: bare.all.map((terms) => terms.map((term) => ({ ...term, text: formOf(term) }))) };
}

const formOf = ({ tokens }: Term): string => tokens.map(({ form }) => form).join(' ');

/** Terms that some article has, and terms that none has. */
async function sortTerms(db: Db, { all }: SearchQuery, request: Request) {
  const known: Term[][] = [];
  const missing: Term[][] = [];
  for (const terms of all)
    ((await finds(db, { all: [terms], none: [] }, request)) ? known : missing).push(terms);
  return { known, missing };
}

const finds = async (
  db: Db,
  query: Pick<SearchQuery, 'all' | 'none'>,
  request: Request,
): Promise<boolean> => {
  const tsQuery = toTsQuery(query);
  if (!tsQuery) return false;
  const found = await findArticles(db, { ...request, sort: 'newest', limit: 1, query: tsQuery });
  return found.ids.length > 0;
};

const MOST_PROPOSALS = 3;

/** The search with each missing word replaced by the nearest one that readers can find. */
async function findMeant(
  db: Db,
  query: SearchQuery,
  missing: Term[][],
  request: Request,
): Promise<string | undefined> {
  let replaced = false;
  const all: Term[][] = [];
  for (const terms of query.all) {
    const [term] = terms;
    const better = missing.includes(terms) && term ? await nearestFound(db, term, request) : undefined;
    if (better) replaced = true;
    all.push(better ? [better] : terms);
  }
  const meant = { all, none: query.none };
  return replaced && (await finds(db, meant, request)) ? toTyped(meant) : undefined;
}

async function nearestFound(db: Db, term: Term, request: Request): Promise<Term | undefined> {
  const proposals = term.tokens.length === 1 ? await listMeant(db, request.edition, term.text) : [];
  for (const word of proposals.slice(0, MOST_PROPOSALS)) {
    const [[better] = []] = parseQuery(word).all;
    if (better && (await finds(db, { all: [[better]], none: [] }, request))) return better;
  }
  return undefined;
}
