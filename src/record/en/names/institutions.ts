import type { Analysis } from '../../analysis.ts';
import { isDemonym } from './demonyms.ts';
import type { Name } from './find-names.ts';
import { SURE } from './settle-names.ts';

/** Fields of a ministry, in small letters: "Seoul's defense ministry". */
const FIELDS =
  /^(defen[cs]e|foreign|interior|finance|justice|health|education|transport|trade|energy|culture|agriculture|labou?r|unification|information|economy|environment|home|state|treasury)$/;
const BODIES = /^(ministry|department)$/;

/**
 * Ministries that are written small after the place or people whose they are: "Seoul's defense ministry", "the Japanese foreign
 * ministry". The place is a name of its own beside them.
 */
export function findMinistries({ tokens }: Analysis, names: readonly Name[]): Name[] {
  const places = new Map(names.filter(({ type }) => type === 'LOC').map(({ from, to }) => [to, from]));
  const found: Name[] = [];
  for (let at = 2; at < tokens.length; at++) {
    const [token, field] = [tokens[at], tokens[at - 1]];
    if (!token || token.text !== token.low || !BODIES.test(token.low) || !FIELDS.test(field?.low ?? ''))
      continue;
    const whose = tokens[at - 2]?.low === "'s" ? places.get(at - 2) : undefined;
    if (whose !== undefined) found.push({ from: whose, to: at + 1, type: 'ORG', margin: SURE });
    else if (isDemonym(tokens[at - 2]?.low ?? '')) {
      const two =
        isDemonym(`${tokens[at - 3]?.low} ${tokens[at - 2]?.low}`) &&
        /^(north|south)$/.test(tokens[at - 3]?.low ?? '');
      found.push({ from: two ? at - 3 : at - 2, to: at + 1, type: 'ORG', margin: SURE });
    }
  }
  return found;
}
