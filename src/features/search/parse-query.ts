import { withoutAnyParticle, withoutParticle } from './particles.ts';
import { joinRuns, type Token, tokensOf } from './tokens.ts';

/** Something that an article must have or must not have: its tokens stand in it one after the other. */
export type Term = { text: string; quoted: boolean; tokens: Token[] };

/** Of each list in `all` one term must be there; of `none` no term may be. */
export type SearchQuery = {
  all: Term[][];
  none: Term[];
  /** Words that are in every English article and were left out. */
  ignored: string[];
};

/** What a reader typed beyond this is left away. */
export const LONGEST_QUERY = 200;
const MOST_TERMS = 12;
const MOST_TOKENS = 24;

const PART = /(?<minus>-?)(?:["“”„«»](?<quoted>[^"“”„«»]*)["“”„«»]?|(?<word>[^\s"“”„«»]+))/gu;
const OR = /^(?:OR|\|+)$/;

/** Words without which a search says the same. Between quotation marks they count. */
const EMPTY_WORDS = new Set(
  `a an and are as at be but by for from has have he her his i in is it its of on or our she that the their them they
   this to was we were what which who will with you your`.split(/\s+/),
);

/** The one spelling of what a reader typed: spaces made single, cut to the longest length. */
export const tidyQuery = (typed: string): string =>
  [
    ...typed
      .normalize('NFC')
      .replace(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
  ]
    .slice(0, LONGEST_QUERY)
    .join('')
    .trim();

/**
 * Reads what a reader typed: words, "phrases", -exclusions, OR between two terms. It never throws; whatever is no
 * operator is words, and quotation marks close at the end.
 * @param loose takes Korean particles off short words too.
 */
export function parseQuery(typed: string, { loose = false } = {}): SearchQuery {
  const query: SearchQuery = { all: [], none: [], ignored: [] };
  let either = false;
  for (const { groups = {} } of tidyQuery(typed).matchAll(PART)) {
    const { minus, quoted, word = '' } = groups;
    if (quoted === undefined && OR.test(word)) {
      either = !minus && query.all.length > 0;
      continue;
    }
    const term = toTerm(quoted ?? word, { quoted: quoted !== undefined, bare: minus === '', loose });
    if (!term || query.all.length + query.none.length >= MOST_TERMS) continue;
    if (minus) query.none.push(term);
    else if (either) query.all.at(-1)?.push(term);
    else query.all.push([term]);
    either = false;
  }
  return withoutEmptyWords(query);
}

function toTerm(
  text: string,
  { quoted, bare, loose }: { quoted: boolean; bare: boolean; loose: boolean },
): Term | undefined {
  const tokens = joinRuns(text, tokensOf(text)).slice(0, MOST_TOKENS);
  const last = tokens.at(-1);
  if (!last) return undefined;
  // Without its particle a word is found in more articles: right for what is looked for, wrong for what is left out.
  if (!quoted && bare && last.kind === 'syllables') {
    const form = loose ? withoutAnyParticle(last.form) : withoutParticle(last.form);
    tokens[tokens.length - 1] = { ...last, form };
  }
  return { text, quoted, tokens };
}

const isEmptyWord = ({ quoted, tokens: [token, ...more] }: Term): boolean =>
  !quoted && more.length === 0 && token !== undefined && EMPTY_WORDS.has(token.form);

function withoutEmptyWords(query: SearchQuery): SearchQuery {
  const all = query.all.filter((terms) => !terms.every(isEmptyWord));
  if (all.length === 0 || all.length === query.all.length) return query;
  const ignored = query.all.filter((terms) => terms.every(isEmptyWord)).flat();
  return { ...query, all, ignored: ignored.map(({ text }) => text) };
}
