/** Words that make a byline the name of an office, a service or a duty rather than of a person. */
const NOT_A_PERSON =
  /\b(?:agenc(?:y|e|ies)|associated|bureau|correspondents?|desk|editors?|editorial|journal|magazine|media|network|news|newspaper|office|presse?|radio|reporters?|service|staff|team|television|times|tv|wire)\b/iu;

const NAME_WORD = /^\p{Lu}[\p{L}\p{M}.'’-]*$/u;
const PARTICLE =
  /^(?:al|bin|bint|d[aeiou]|da|de|del|della|den|der|di|dos|du|e|el|ibn|la|le|ten|ter|van|von|y|zu|zum|zur)$/u;
const HANGUL_NAME = /^[가-힣]{2,5}$/u;

/** Whether a name in a byline is certainly written like a person's: "Ann van der Berg", "김하늘". */
export function isPersonName(name: string): boolean {
  if (HANGUL_NAME.test(name)) return true;
  const words = name.split(/\s+/u);
  if (words.length < 2 || words.length > 5 || NOT_A_PERSON.test(name)) return false;
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return (
    NAME_WORD.test(first) &&
    NAME_WORD.test(last) &&
    words.every((word) => NAME_WORD.test(word) || PARTICLE.test(word))
  );
}

export type Author = { '@type': 'Person' | 'Organization'; name: string };

const isSame = (a: string, b: string): boolean =>
  a.localeCompare(b, undefined, { sensitivity: 'base' }) === 0;

/**
 * The authors that a byline certainly names. A name that may be a person's or a desk's is left out; where nobody is left,
 * the author is the agency that the copy is credited to. Empty where that is not known either.
 */
export function toAuthors(names: readonly string[], credit: string): Author[] {
  const authors = names.flatMap((name): Author[] => {
    if (credit && isSame(name, credit)) return [{ '@type': 'Organization', name: credit }];
    return isPersonName(name) ? [{ '@type': 'Person', name }] : [];
  });
  if (authors.length > 0 || !credit) return authors;
  return [{ '@type': 'Organization', name: credit }];
}
