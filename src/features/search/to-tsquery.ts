import { singleSyllable } from './index-text.ts';
import type { SearchQuery, Term } from './parse-query.ts';
import { pairsOf, type Token } from './tokens.ts';

/** A search as PostgreSQL's `to_tsquery` reads it, on the configuration `dateline_search`. */
export type TsQuery = {
  exact: string;
  /** Matches everything that `exact` does and needs no look at where words stand: an index answers it. */
  loose: string;
  /** Whether the two are the same. */
  same: boolean;
  /** Whether something must not be there: then names alone do not decide. */
  excludes: boolean;
};

type Step = { lexeme: string; distance: number };

/** undefined where the query asks for nothing: there must be something to look for beside what is to be left out. */
export function toTsQuery(query: Pick<SearchQuery, 'all' | 'none'>): TsQuery | undefined {
  if (query.all.length === 0) return undefined;
  const write = (phrases: boolean): string =>
    [
      ...query.all.map((terms) => `(${terms.map((term) => writeTerm(term, phrases)).join(' | ')})`),
      // Without places a phrase would leave out too much.
      ...query.none
        .filter((term) => phrases || stepsOf(term).length === 1)
        .map((term) => `!(${writeTerm(term, phrases)})`),
    ].join(' & ');
  const exact = write(true);
  const loose = write(false);
  return { exact, loose, same: exact === loose, excludes: query.none.length > 0 };
}

const writeTerm = (term: Term, phrases: boolean): string => {
  const [first, ...rest] = stepsOf(term);
  const written = rest.reduce(
    (text, { lexeme, distance }) => `${text} ${phrases ? `<${distance}>` : '&'} ${lexeme}`,
    first?.lexeme ?? '',
  );
  return `(${written})`;
};

/**
 * The lexemes of a term and how far each stands from the one before, as `toStream` has placed them: a run of syllables
 * is followed by its last one alone, which the next word stands behind.
 */
function stepsOf({ tokens }: Term): Step[] {
  const steps: Step[] = [];
  let distance = 1;
  for (const token of tokens) {
    for (const lexeme of lexemesOf(token, tokens.length === 1)) {
      steps.push({ lexeme, distance });
      distance = 1;
    }
    if (token.kind === 'syllables' && [...token.form].length > 1) distance = 2;
  }
  return steps;
}

function lexemesOf({ kind, form }: Token, alone: boolean): string[] {
  if (kind === 'word') return [quote(form)];
  const pairs = pairsOf(form);
  if (pairs.length > 0) return pairs.map(quote);
  // Among other words a single syllable is where a run begins with it.
  return [alone ? quote(singleSyllable(form)) : `${quote(form)}:*`];
}

/** Forms are letters and digits alone; the rest is belt and braces. */
const quote = (form: string): string => `'${form.replace(/['\\]/g, '')}'`;
