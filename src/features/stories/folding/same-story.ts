import type { Fingerprint } from './fingerprint.ts';
import { contained, containment, hasOtherDays, missing, overlap, similarity } from './sketch.ts';

/** Why two items are takes of one story. */
export type Because = 'link' | 'key' | 'guid' | 'copy' | 'chain' | 'refiled';

const HOUR = 3_600_000;
const CHAIN_WINDOW = 72 * HOUR;
const COPY_WINDOW = 48 * HOUR;
const REFILE_WINDOW = 24 * HOUR;
export const LINK_WINDOW = 14 * 24 * HOUR;
/** From here on it may be tomorrow's report of the same kind: the weather, the market, the table. */
const NEXT_DAY = 14 * HOUR;

/** A text of fewer shingles is a flash: a line or two. */
const FLASH = 30;
/** Texts shorter than this are the same copy only where they are equal. */
const TOO_SHORT_TO_COMPARE = 12;

/**
 * Whether two items are takes of one story, and why; undefined where nothing says so firmly. It asks about the two alone and does not
 * depend on their order, so that the stories that come of it do not depend on the order in which items arrive.
 * A wrong yes is worse than a wrong no: one story would take the text of another, or its kill.
 */
export function whySameStory(a: Fingerprint, b: Fingerprint): Because | undefined {
  if (a.realm !== b.realm || (a.language !== b.language && a.language !== '' && b.language !== ''))
    return undefined;
  const apart = Math.abs(a.at - b.at);
  if (apart > LINK_WINDOW) return undefined;
  const kills = a.status === 'canceled' || b.status === 'canceled';
  if (a.follows.includes(b.guid) || b.follows.includes(a.guid))
    return kills || isRelated(a, b) ? 'link' : undefined;
  if (a.duKey !== null && a.duKey === b.duKey) return kills || isRelated(a, b) ? 'key' : undefined;
  if (a.guid === b.guid && isWorldwide(a.guid)) return kills || isRelated(a, b) ? 'guid' : undefined;
  if (kills) return undefined;
  if (isCopy(a, b, apart)) return 'copy';
  if (isChain(a, b, apart)) return 'chain';
  return isRefiled(a, b, apart) ? 'refiled' : undefined;
}

/** An identifier that only one provider can have given: feeds say "1", and mean it. */
const isWorldwide = (guid: string): boolean => guid.length >= 12 && /[:/]/.test(guid);

const sameSlug = (a: Fingerprint, b: Fingerprint): boolean => a.slug !== '' && a.slug === b.slug;

/** What a sender says belongs together must have at least something in common. */
const isRelated = (a: Fingerprint, b: Fingerprint): boolean =>
  sameSlug(a, b) ||
  overlap(a.sketch.headline, b.sketch.headline) >= 0.2 ||
  containment(a.sketch, b.sketch) >= 0.12 ||
  contained(a.sketch.lead, b.sketch.lead, 0) >= 0.3;

/** The same copy by two roads or sent twice: nearly the same words, and the same figures and days. */
function isCopy(a: Fingerprint, b: Fingerprint, apart: number): boolean {
  if (apart > COPY_WINDOW) return false;
  const shorter = Math.min(a.sketch.shingles, b.sketch.shingles);
  const equal = a.textHash === b.textHash;
  // One sender's line, twice under two identifiers, may be two lines; by two roads it is one.
  if (shorter < TOO_SHORT_TO_COMPARE)
    return equal && shorter > 0 && a.sourceId !== b.sourceId && apart <= NEXT_DAY;
  if (equal) return apart <= REFILE_WINDOW;
  const headlines = overlap(a.sketch.headline, b.sketch.headline);
  if (headlines < 0.3 || hasOtherDays(a.sketch, b.sketch)) return false;
  if (contained(a.sketch.figures, b.sketch.figures, 1) < 0.95) return false;
  if (apart > NEXT_DAY && !sameFigures(a, b)) return false;
  const alike = similarity(a.sketch, b.sketch);
  return alike >= 0.7 || (shorter >= FLASH && headlines >= 0.6 && containment(a.sketch, b.sketch) >= 0.85);
}

const sameFigures = (a: Fingerprint, b: Fingerprint): boolean =>
  a.sketch.figures.length === b.sketch.figures.length && overlap(a.sketch.figures, b.sketch.figures) >= 0.95;

/** Two takes of which at least one says that it is one: "(2nd LD)", "UPDATE 2-", a note that it adds. */
function isChain(a: Fingerprint, b: Fingerprint, apart: number): boolean {
  if (!(a.marked || b.marked) || apart > CHAIN_WINDOW || speaksOfOthers(a, b)) return false;
  // Two first leads are two stories, unless they are copies.
  if (a.marked && b.marked && a.generation === b.generation && a.generation !== 0) return false;
  const { headlines, within, names, lead } = compare(a, b);
  if (apart > NEXT_DAY) {
    if (hasOtherDays(a.sketch, b.sketch)) return false;
    const figures = contained(a.sketch.figures, b.sketch.figures, 0);
    return (
      within >= 0.5 && figures >= 0.6 && names >= 0.6 && lead >= 0.3 && (headlines >= 0.3 || sameSlug(a, b))
    );
  }
  if (Math.min(a.sketch.shingles, b.sketch.shingles) < FLASH) {
    if (strangers(a, b) > 0 || names < 0.6) return false;
    return within >= 0.7 || (lead >= 0.6 && headlines >= (sameSlug(a, b) ? 0.34 : 0.5));
  }
  if (names < 0.5) return false;
  if (strangers(a, b) > 0) return within >= 0.55 && lead >= 0.3 && headlines >= 0.2;
  if (within >= 0.45) return headlines >= 0.2 || lead >= 0.4;
  return within >= 0.15 && names >= 0.6 && (headlines >= 0.5 || (sameSlug(a, b) && headlines >= 0.3));
}

const compare = (a: Fingerprint, b: Fingerprint) => ({
  headlines: overlap(a.sketch.headline, b.sketch.headline),
  within: containment(a.sketch, b.sketch),
  names: contained(a.sketch.names, b.sketch.names, 0.6),
  lead: contained(a.sketch.lead, b.sketch.lead, 0),
});

/** How many names of one headline the other item does not know, by either way. */
const strangers = (a: Fingerprint, b: Fingerprint): number => unknownNames(a, b) + unknownNames(b, a);
const unknownNames = ({ sketch: a }: Fingerprint, { sketch: b }: Fingerprint): number =>
  missing(a.headlineNames, b.headline, b.lead, b.names);

/** Whether each headline names someone or some place that the other item does not know. */
const speaksOfOthers = (a: Fingerprint, b: Fingerprint): boolean =>
  unknownNames(a, b) > 0 && unknownNames(b, a) > 0;

/** Sent again under another identifier with more in it, without a word that says so. */
function isRefiled(a: Fingerprint, b: Fingerprint, apart: number): boolean {
  if (apart > REFILE_WINDOW || strangers(a, b) > 0 || hasOtherDays(a.sketch, b.sketch)) return false;
  if (Math.min(a.sketch.shingles, b.sketch.shingles) < FLASH) return false;
  const { headlines, within, names, lead } = compare(a, b);
  const figures = contained(a.sketch.figures, b.sketch.figures, 1);
  if (apart > NEXT_DAY) return within >= 0.85 && figures >= 0.9 && headlines >= 0.8;
  if (names < 0.6 || lead < 0.3) return false;
  if (!sameSlug(a, b)) return headlines >= 0.6 && within >= 0.7 && figures >= 0.7;
  return (headlines >= 0.8 && within >= 0.35) || (headlines >= 0.2 && within >= 0.6);
}
