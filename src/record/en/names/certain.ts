import type { Analysis } from '../../analysis.ts';
import { isRegion } from '../quotes/name-words.ts';
import { isDemonym } from './demonyms.ts';
import { isKnownOrganisation, isKnownPlace } from './known-names.ts';
import type { Segment } from './segments.ts';

/** As in LABELS. */
const [NONE, ORGANISATION, PLACE] = [0, 2, 3];

/** The label of a segment that needs no weighing: countries and other known places and organisations, people by their country or creed. */
export function certainLabel({ text, tokens }: Analysis, { from, to }: Segment): number | undefined {
  const name = text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0).toLowerCase();
  if (isRegion(name) || isRegion(name.replaceAll('.', '')) || SHORT_COUNTRIES.has(name.replaceAll('.', '')))
    return PLACE;
  if (isDemonym(name)) return NONE;
  if (isKnownOrganisation(name)) return ORGANISATION;
  if (isKnownPlace(name)) return PLACE;
  return undefined;
}

const SHORT_COUNTRIES = new Set(['us', 'usa', 'uk', 'uae', 'eu', 's korea', 'n korea']);
