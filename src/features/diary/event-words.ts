/** Past forms that no rule gives, as the stems of their verbs. */
const IRREGULAR = new Map(
  `met meet|held hold|began begin|begun begin|took take|taken take|gave give|given give|left leave|spoke speak|spoken speak|came come|went go
gone go|flew fly|flown fly|swore swear|sworn swear|fought fight|ran run|told tell|made make|won win|heard hear|sat sit|stood stand|laid lay|led lead
drew draw|drawn draw|buried bury`
    .split(/[|\n]/)
    .map((pair) => pair.split(' ') as [string, string]),
);

/** The stem of an English word in lower case: crude, but the same for all forms that news uses of a verb or a noun. */
export function stem(word: string): string {
  let base = (IRREGULAR.get(word) ?? word).replace(/['’]s?$/, '');
  if (base.length > 4) base = base.replace(/ies$|ied$/, 'y').replace(/(?:ing|ed|es|s)$/, '');
  else if (base.length === 4) base = base.replace(/([^su])s$/, '$1');
  return base.replace(/([bdfglmnprt])\1$/, '$1').replace(/e$/, '');
}

/** Verbs that one event may be told with. */
const SAME_ACT = [
  'visit arrive travel come go fly head tour',
  'open launch begin start kick inaugurate resume',
  'publish release present unveil issue announce',
  'meet gather convene',
  'end close conclude finish expire complete',
  'vote decide rule decision',
  'speak address speech',
  'resign retire step',
  'join attend',
  'play face perform',
].map((group) => group.split(' ').map(stem));

/** Of an event whose name is its subject: "the vote is set for", "the talks were held". */
export const BY_NAME = 'be';
const ARRANGED = new Set('set scheduled due slated planned expected postponed cancelled canceled'.split(' '));
/** Whether a verb only says that something is to be. */
export const isArranged = (word: string): boolean => ARRANGED.has(word);
const HELD = new Set('hold take begin open start resume'.split(' ').map(stem));

/** Verbs whose noun says what is done: "make a state visit", "hold talks", "give a speech". */
const LIGHT = new Set('make pay hold give take deliver conduct stage'.split(' ').map(stem));

/** What is done, by the words of an event: the stem of its verb, or that of the first verb that may stand for it. */
export function actOf(what: string): string {
  const words = wordsOf(what);
  const [verb = '', ...rest] = words[0] === 'be' ? words.slice(1) : words;
  if (verb === '' || ARRANGED.has(verb)) return BY_NAME;
  const noun = LIGHT.has(stem(verb)) ? nounOf(rest) : undefined;
  const own = noun ?? stem(verb);
  return SAME_ACT.find((group) => group.includes(own))?.[0] ?? own;
}

const PREPOSITIONS = new Set('to of with in on at for from between by about into'.split(' '));

/** The noun of a doing, where it is one that a verb may stand for as well. */
function nounOf(words: readonly string[]): string | undefined {
  const end = words.findIndex((word) => PREPOSITIONS.has(word));
  const noun = stem((end < 0 ? words : words.slice(0, end)).at(-1) ?? '');
  return SAME_ACT.some((group) => group.includes(noun)) ? noun : undefined;
}

const DONE = new Set(
  'chosen given taken written held sworn laid sold sent built made paid told read put begun shown drawn buried'.split(
    ' ',
  ),
);
/** Whether a word is a participle: what is done to something. */
export const isDone = (word: string): boolean => DONE.has(word) || /^\p{Ll}{2,}ed$/u.test(word);

export const isSameAct = (a: string, b: string): boolean =>
  a === b || (a === BY_NAME && HELD.has(b)) || (b === BY_NAME && HELD.has(a));

/** Words without a subject of their own: they tie no two reports together. */
const EMPTY = new Set(
  `the a an of to in on at by for from with and or as into its his her their our this that these those which who will be is are was were has have had been
it he she they him them again also then first last next new one two three up off down out over about after before during until day days week weeks month
months year years monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november
december early late mid morning afternoon evening night noon today tomorrow said say not now place part time another other all more most there here
formally officially`.split(/\s+/),
);

/** The words of a text in lower case. */
export const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu) ?? [];

/** The stems of the words that say what something is about; numbers left out, since they are mostly days. */
export const contentOf = (text: string): Set<string> =>
  new Set(
    wordsOf(text)
      .map((word) => word.replace(/[.'’-]+$/, ''))
      .filter((word) => word.length > 1 && !EMPTY.has(word) && !/^\d/.test(word))
      .map(stem),
  );
