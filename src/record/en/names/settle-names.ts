import type { Analysis } from '../../analysis.ts';
import type { Token } from '../../tokens.ts';
import { isNameWord, isRegion, isTitle } from '../quotes/name-words.ts';
import { isDemonym } from './demonyms.ts';
import type { Name } from './find-names.ts';
import { type NameType, TYPES } from './labels.ts';
import { isFirstName, isLikeFirstName } from './lexicon.ts';
import { hasCapital } from './regions.ts';

/** Margins of what needs no weighing, and of what only the rest of the text tells. */
export const SURE = 900;
const AGREED = 100;
/** What a full name counts for its last word. */
const OF_FULL_NAME = 3;

/** A text calls the same bearer by the same name: what one mention is, the others are. */
type Votes = Map<string, number[]>;

/** "S. Korea": the point is no end, and what stands before it is part of the name. */
function withPoint({ tokens }: Analysis, name: Name): Name {
  const short =
    tokens[name.from]?.low === 'korea' &&
    tokens[name.from - 1]?.low === '.' &&
    /^[ns]$/.test(tokens[name.from - 2]?.low ?? '');
  return short ? { from: name.from - 2, to: name.to, type: 'LOC', margin: SURE } : name;
}

const keyOf = ({ tokens }: Analysis, from: number, to: number): string => {
  let key = '';
  for (let at = from; at < to; at++) key += ` ${tokens[at]?.text}`;
  return key;
};

const SHORT_COUNTRIES = new Set([
  's. korea',
  'n. korea',
  'us',
  'usa',
  'uk',
  'uae',
  'u.s',
  'u.s.',
  'u.k.',
  'u.s.a',
]);

/** Whether words name a country, whatever stands beside them. */
export const isCountry = ({ text, tokens }: Analysis, from: number, to: number): boolean => {
  const words = text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0);
  return (
    words !== 'us' &&
    words !== 'Us' &&
    (isRegion(words.toLowerCase()) || (words.length > 1 && SHORT_COUNTRIES.has(words.toLowerCase())))
  );
};

/** The type that most mentions have; the first one, where as many have another. */
const winner = (votes: readonly number[]): NameType => {
  const most = Math.max(...votes);
  return TYPES[votes.indexOf(most)] ?? 'PER';
};

function countVotes(analysis: Analysis, names: readonly Name[]): Votes {
  const votes: Votes = new Map();
  const vote = (key: string, type: NameType, by: number): void => {
    const own = votes.get(key) ?? [0, 0, 0];
    own[TYPES.indexOf(type)] = (own[TYPES.indexOf(type)] ?? 0) + by;
    votes.set(key, own);
  };
  for (const { from, to, type } of names) {
    vote(keyOf(analysis, from, to), type, 1);
    // A full name says what its last word alone is
    if (type === 'PER' && to - from > 1) vote(keyOf(analysis, to - 1, to), type, OF_FULL_NAME);
    const short = acronymAfter(analysis, from, to) ?? acronymBefore(analysis, from, to);
    if (short !== undefined) vote(keyOf(analysis, short, short + 1), type, 4);
  }
  return votes;
}

/** "World Health Organisation (WHO)": the token of the acronym, where its letters are those of the words. */
export function acronymAfter({ tokens }: Analysis, from: number, to: number): number | undefined {
  const token = tokens[to + 1];
  if (to - from < 2 || !/^[([]$/.test(tokens[to]?.low ?? '') || !/^[)\]]$/.test(tokens[to + 2]?.low ?? ''))
    return undefined;
  if (token?.kind !== 'word' || !/^\p{Lu}{2,8}$/u.test(token.text)) return undefined;
  return token.text.startsWith(tokens[from]?.text.charAt(0) ?? ' ') ? to + 1 : undefined;
}

/** "THAAD (Terminal High Altitude Area Defense)": the token of the acronym, where the words have its letters. */
function acronymBefore({ tokens }: Analysis, from: number, to: number): number | undefined {
  const token = tokens[from - 2];
  if (to - from < 2 || !/^[([]$/.test(tokens[from - 1]?.low ?? '') || !/^[)\]]$/.test(tokens[to]?.low ?? ''))
    return undefined;
  let letters = '';
  for (let at = from; at < to; at++) if (hasCapital(tokens[at])) letters += tokens[at]?.text.charAt(0);
  return token?.kind === 'word' && token.text === letters ? from - 2 : undefined;
}

/** "WHO" may be a name where "Who" is none. */
const isAcronym = (token: Token | undefined): boolean =>
  token?.kind === 'word' && /^\p{Lu}{2,8}$/u.test(token.text);

/** Past the run of capitals that begins at a token: "World Cup", "S. Korea". */
function pastRun({ tokens }: Analysis, from: number, end: number): number {
  if (
    /^[NS]$/.test(tokens[from]?.text ?? '') &&
    tokens[from + 1]?.low === '.' &&
    tokens[from + 2]?.low === 'korea'
  )
    return from + 3;
  let to = from + 1;
  while (to < end && hasCapital(tokens[to])) to++;
  return to;
}

/** Runs of capitals that no name holds; the words that have one only at the start of a sentence belong to none. */
function findLeft(analysis: Analysis, names: readonly Name[]): { from: number; to: number }[] {
  const { tokens } = analysis;
  const left: { from: number; to: number }[] = [];
  let next = 0;
  for (let at = 0; at < tokens.length; ) {
    const name = names[next];
    if (name?.from === at) {
      at = name.to;
      next++;
    } else if (!isNameWord(tokens[at]) && !isAcronym(tokens[at])) at++;
    else {
      const to = pastRun(analysis, at, name?.from ?? tokens.length);
      left.push({ from: at, to });
      at = to;
    }
  }
  return left;
}

/** "Minister of Education Jane Doe", "Governor of Washington Chris Smith": what the office is of is none of the name. */
function withoutOffice({ tokens }: Analysis, name: Name): Name {
  const low = (at: number): string => tokens[at]?.low ?? '';
  const office = name.type === 'PER' && name.to - name.from > 2 && /^(of|for|to)$/.test(low(name.from - 1));
  return office && !isFirstName(low(name.from)) && isLikeFirstName(low(name.from + 1))
    ? { ...name, from: name.from + 1 }
    : name;
}

/** "Minister Han Min-koo", "Mr. Smith": a title stands before a name and is none of it. */
function withoutTitle({ tokens }: Analysis, name: Name): Name {
  let { from } = name;
  while (
    name.type === 'PER' &&
    from < name.to - 1 &&
    (isTitle(tokens[from]?.low ?? '') || tokens[from]?.low === '.')
  )
    from++;
  return hasCapital(tokens[from]) ? { ...name, from } : name;
}

/** Whether words are a country or capital, and no short form of a person's name: "Paris" where the text has "Valeska Paris". */
const isPlace = (analysis: Analysis, from: number, to: number, votes: readonly number[] = []): boolean =>
  isCountry(analysis, from, to) && (votes[0] ?? 0) < OF_FULL_NAME;

/** Makes the mentions of a name agree, and finds the ones that the rest of the text gives away. */
export function settleNames(analysis: Analysis, given: readonly Name[]): Name[] {
  const names = given.map((name) =>
    withPoint(analysis, withoutOffice(analysis, withoutTitle(analysis, name))),
  );
  const votes = countVotes(analysis, names);
  const settled = names.map((name): Name => {
    const own = votes.get(keyOf(analysis, name.from, name.to));
    if (isPlace(analysis, name.from, name.to, own)) return { ...name, type: 'LOC', margin: SURE };
    const type = own ? winner(own) : name.type;
    // What the text elsewhere says otherwise is not sure here
    return type === name.type ? name : { ...name, type, margin: AGREED };
  });
  const more = findLeft(analysis, settled).flatMap(({ from, to }): Name[] => {
    const own = votes.get(keyOf(analysis, from, to));
    if (isPlace(analysis, from, to, own)) return [{ from, to, type: 'LOC', margin: SURE }];
    if (isDemonym(analysis.tokens[from]?.low ?? '')) return [];
    return own ? [{ from, to, type: winner(own), margin: AGREED }] : [];
  });
  return [...settled, ...more].sort((a, b) => a.from - b.from);
}
