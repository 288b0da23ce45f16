import type { Analysis } from '../../analysis.ts';
import type { Token } from '../../tokens.ts';
import { isParticle } from '../quotes/name-words.ts';

/** Tokens from `from` to before `to` in which names may stand: words with capitals and what may join them. */
export type Region = { from: number; to: number };

/** Small words and marks inside names: "University of Southern Indiana", "Johnson & Johnson", "Irving, Inc." */
const LINKS = new Set(
  "of the for and de & ' ’ 's . - to in at on la le del von van der da di du y e".split(' '),
);
/** As many of them may follow each other: "for the", "of the". */
const LINKED = 2;

/** Whether a token has a capital: "Seoul", "iPhone", "U.S.", "McCain". */
export const hasCapital = (token: Token | undefined): boolean =>
  token?.kind === 'word' && token.text !== token.low && token.text.replaceAll('’', "'") !== token.low;

const touches = (tokens: readonly Token[], at: number): boolean => tokens[at - 1]?.end === tokens[at]?.start;

/** The second half of "Min-koo", the number of "7-Eleven" or "Cloud9". */
const isPart = (tokens: readonly Token[], at: number): boolean =>
  touches(tokens, at) &&
  (tokens[at]?.kind === 'word' || tokens[at]?.kind === 'number') &&
  (tokens[at - 1]?.low === '-' || tokens[at - 1]?.kind === 'number' || hasCapital(tokens[at - 1])) &&
  tokens[at]?.low !== "'s";

/** Where what joins a name's words ends, if another of its words follows; `at` if none does. */
function pastLinks(tokens: readonly Token[], at: number): number {
  let to = at;
  while (to - at < LINKED && LINKS.has(tokens[to]?.low ?? '')) to++;
  return hasCapital(tokens[to]) || (to > at && isPart(tokens, to)) || tokens[to]?.kind === 'number' ? to : at;
}

/** Whether a name may begin with a small word or a number here: "al-Qaeda", "bin Laden", "20th Century". */
function opens(tokens: readonly Token[], at: number): boolean {
  const [token, next] = [tokens[at], tokens[at + 1]];
  if (!token) return false;
  if (token.kind === 'number')
    return hasCapital(next) || (isPart(tokens, at + 1) && hasCapital(tokens[at + 2]));
  if (token.kind !== 'word' || !isParticle(token.low)) return false;
  return hasCapital(next) || (next?.low === '-' && hasCapital(tokens[at + 2]));
}

function regionEnd(tokens: readonly Token[], from: number): number {
  let to = from + 1;
  for (;;) {
    const token = tokens[to];
    if (hasCapital(token) || isPart(tokens, to)) to++;
    else if (token?.low === '-' && touches(tokens, to) && isPart(tokens, to + 1)) to += 2;
    else {
      const next = token ? pastLinks(tokens, to) : to;
      if (next === to) return to;
      to = next + 1;
    }
  }
}

/** All regions of a text in order; linear, and none crosses a paragraph. */
export function findRegions({ tokens }: Analysis): Region[] {
  const regions: Region[] = [];
  for (let at = 0; at < tokens.length; ) {
    if (!hasCapital(tokens[at]) && !opens(tokens, at)) {
      at++;
      continue;
    }
    const to = regionEnd(tokens, at);
    regions.push({ from: at, to });
    at = to;
  }
  return regions;
}
