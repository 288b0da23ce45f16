import { listByIds } from '#features/articles/articles.ts';
import { listTopics } from '#features/taxonomy/taxonomy.ts';
import type { Db } from '#platform/database.ts';
import { type CandidateScope, createCandidateSource } from './candidates.ts';
import { inSearch } from './in-search.repo.ts';
import { createLookStart } from './look-start.ts';
import { parseQuery, tidyQuery } from './parse-query.ts';
import { checkInOrder } from './search-documents.repo.ts';
import { type TsQuery, toTsQuery } from './to-tsquery.ts';
import { foldWord, tokensOf } from './tokens.ts';

export type Suggest = { edition: string; q: string; limit: number; now: Date };
export type Suggestions = {
  topics: { slug: string; name: string }[];
  /** Newest first. */
  articles: { path: string; headline: string }[];
};

const MOST_TOPICS = 3;
const DAY_MS = 86_400_000;
/** A letter that an input method has not yet put into a syllable. */
const UNFINISHED = /[ㄱ-ㅎㅏ-ㅣ]+$/u;
const SHORTEST_WORD = 2;

/** What a reader who has typed so far may mean: topics, and articles with these words, the last of them perhaps unfinished, in headline or names. */
export async function suggest(db: Db, { edition, q, limit, now }: Suggest): Promise<Suggestions> {
  const typed = tidyQuery(q).replace(UNFINISHED, '');
  const query = toPrefixQuery(typed);
  if (!query) return { topics: [], articles: [] };
  const before = { at: new Date(now.getTime() + DAY_MS), id: 0 };
  const scope: Omit<CandidateScope, 'lookStart'> = {
    edition,
    query,
    tier: 'names',
    keys: [],
    before,
    batch: 4 * limit,
  };
  const look = async (trx: Db): Promise<number[]> => {
    const lookStart = createLookStart(db, trx, now);
    const candidates = await createCandidateSource(trx, { ...scope, lookStart }).next();
    const check = { query, tier: 'names', ids: candidates.map(({ id }) => id), filters: {}, limit } as const;
    return checkInOrder(trx, check);
  };
  const ids = await inSearch(db, look);
  const [topics, articles] = await Promise.all([listTopics(db, edition), listByIds(db, ids)]);
  const byId = new Map(articles.map((article) => [article.id, article]));
  return {
    topics: topics
      .filter(({ name }) => beginsWith(name, typed))
      .slice(0, MOST_TOPICS)
      .map(({ slug, name }) => ({ slug, name })),
    articles: ids.flatMap((id) => byId.get(id) ?? []).map(({ path, headline }) => ({ path, headline })),
  };
}

/** The words typed so far, the last of them as the beginning of one. */
function toPrefixQuery(typed: string): TsQuery | undefined {
  const tokens = tokensOf(typed);
  const last = tokens.at(-1);
  if (!last) return undefined;
  const whole = toTsQuery(parseQuery(typed.slice(0, last.start).replace(/["“”„«»|-]/g, ' ')));
  if (last.kind === 'syllables') return toTsQuery(parseQuery(typed.replace(/["“”„«»|-]/g, ' ')));
  if (last.form.length < SHORTEST_WORD && !whole) return undefined;
  const prefix = `'${last.form}':*`;
  const parts = (text: string | undefined) => (text ? `${text} & ${prefix}` : prefix);
  return {
    exact: parts(whole?.exact),
    loose: parts(whole?.loose),
    same: whole?.same ?? true,
    excludes: false,
  };
}

/** Whether a name, or one of its words, begins with what is typed. */
function beginsWith(name: string, typed: string): boolean {
  const wanted = tokensOf(typed)
    .map(({ form }) => form)
    .join(' ');
  const has = tokensOf(name)
    .map(({ form }) => foldWord(form))
    .join(' ');
  return wanted !== '' && ` ${has}`.includes(` ${wanted}`);
}
