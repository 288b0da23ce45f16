import { toSlug } from '#lib/slug.ts';

const PARTICLES = new Set(
  'de da di do dos das del della der den van von zu ter ten la le el al bin ibn bint af av y e'.split(' '),
);
/** What opens a sentence, a day or a month: with the word after it, it looks like a name to a reader of texts. */
const NO_FIRST_NAMES = new Set(
  `a an the this that these those it its he she they we i you his her their our my your who what why when where how there here no not so
but and or if in on at of for from to with by as after before since while both all some many most more other another each every one two
three four five six seven eight nine ten new monday tuesday wednesday thursday friday saturday sunday january february march april june
july august september october november december north south east west central former`.split(/\s+/),
);
const BODIES = new Set(
  `party union office board ministry movement council court committee commission agency authority assembly parliament government bank
company corporation line group league club university institute association federation department service force army police church school
hospital museum orchestra philharmonic treaty act bill city island islands street road river sea lake county province house`.split(
    /\s+/,
  ),
);
const SUFFIX = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const WORD = /^\p{Lu}[\p{L}.'’-]*$/u;
/** Family names of nearly all Koreans; a shorter list of syllables would take "한국인" for somebody. */
const FAMILY =
  /^[김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구나민진지엄채원천방공현함변염여추도소석선설마길연위표명기반라왕금옥육인맹제모탁국]/u;
const HANGUL = /^[가-힣]+$/u;

/**
 * Whether a name is given in full: first and last name, or a Korean name of three syllables (a foreign one in Hangul has a space). What has
 * the form of a name and is none ("The Board", "Transport Ministry") is left out, for a page about nobody is worse than none.
 */
export function isFullName(name: string): boolean {
  const words = name.split(' ').filter((word) => !SUFFIX.test(word));
  if (words.every((word) => HANGUL.test(word))) return isKorean(words);
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  return (
    words.length >= 2 &&
    words.length <= 5 &&
    name.length <= 60 &&
    words.every((word, at) => WORD.test(word) || (at > 0 && PARTICLES.has(word))) &&
    [first, last].every((word) => WORD.test(word) && word.replace(/\P{L}/gu, '').length > 1) &&
    !NO_FIRST_NAMES.has(first.toLowerCase()) &&
    !words.some((word) => BODIES.has(word.toLowerCase()))
  );
}

function isKorean(words: readonly string[]): boolean {
  const [first = '', ...more] = words;
  if (more.length === 0) return first.length === 3 && FAMILY.test(first);
  return words.length <= 4 && words.every((word) => word.length >= 2 && word.length <= 7);
}

/** What a name is told apart by, and the end of its address: without accents, capitals and initials between first and last name. */
export function nameSlug(name: string): string {
  const words = name.split(' ');
  return toSlug(words.filter((word, at) => at === 0 || !/^\p{Lu}\.?$/u.test(word)).join(' '));
}
