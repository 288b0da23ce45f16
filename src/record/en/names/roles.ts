import type { Analysis } from '../../analysis.ts';
import { isNameWord, isPeopleNoun, isTitle } from '../quotes/name-words.ts';
import type { Name } from './find-names.ts';

/** How many tokens a role may have: "U.S. Secretary of Defense", "chairman of the U.S. Joint Chiefs of Staff". */
const LONGEST = 10;

/** The office or form of address before a name: "Gen.", "South Korean Defense Minister", "U.S. Ambassador to Seoul". */
function roleBefore({ text, tokens }: Analysis, { from }: Name): string | undefined {
  let start = from;
  let title = false;
  for (let at = from - 1; at >= Math.max(0, from - LONGEST); at--) {
    const token = tokens[at];
    const low = token?.low ?? '';
    if (isTitle(low)) title = true;
    else if (
      low === 'to'
        ? !isTitle(tokens[at - 1]?.low ?? '')
        : !isNameWord(token) && !(/^(of|for|\.)$/.test(low) && start > at)
    )
      break;
    if (token?.kind === 'word' && !/^(of|for|to)$/.test(low)) start = at;
  }
  if (!title || start === from) return undefined;
  return text.slice(tokens[start]?.start ?? 0, tokens[from - 1]?.end ?? 0);
}

const isOffice = (low: string): boolean =>
  isTitle(low) || isPeopleNoun(low) || /^(ceo|head|founder|owner|member|professor)$/.test(low);

/** The office told after a name between commas: "Martin Dempsey, chairman of the U.S. Joint Chiefs of Staff,". */
function roleAfter({ text, tokens }: Analysis, { to }: Name): string | undefined {
  if (tokens[to]?.low !== ',') return undefined;
  const from = /^(the|a|an)$/.test(tokens[to + 1]?.low ?? '') ? to + 2 : to + 1;
  let office = false;
  for (let at = from; at < from + LONGEST; at++) {
    const { low = ',', kind = 'mark' } = tokens[at] ?? {};
    const ends = low === ',' || low === '.' || kind === 'break' || low === 'who';
    if (ends)
      return office && at > from ? text.slice(tokens[from]?.start ?? 0, tokens[at - 1]?.end ?? 0) : undefined;
    if (kind !== 'word') return undefined;
    if (at < from + 4) office ||= isOffice(low);
  }
  return undefined;
}

/** The role that a text gives a person beside the name, before and after it: "Gen., chairman of the U.S. Joint Chiefs of Staff". */
export function roleOf(analysis: Analysis, name: Name): string | undefined {
  const roles = [roleBefore(analysis, name), roleAfter(analysis, name)].filter((role) => role !== undefined);
  return roles.length > 0 ? roles.join(', ') : undefined;
}
