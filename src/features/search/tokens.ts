/**
 * A piece of text that is looked for as one. `form` is folded: lower case, without accents.
 * `syllables`: a run of Hangul, Han or kana, which is not parted into words and is looked for by its pairs of letters.
 */
export type Token = { start: number; end: number; form: string; kind: 'word' | 'syllables' };

const SYLLABLE = String.raw`\p{Script=Hangul}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー`;
const LETTER = String.raw`[[\p{L}\p{N}\p{M}]--[${SYLLABLE}]]`;
/** Runs of syllables; "1,250"; "U.S." and "U.S"; words with apostrophes in them. */
const TOKEN = new RegExp(
  `(?<syllables>[${SYLLABLE}]+)` +
    String.raw`|\d{1,3}(?:,\d{3})+(?!\d)` +
    String.raw`|(?<![\p{L}\p{N}])(?:[A-Za-z]\.)+[A-Za-z](?![\p{L}\p{N}])\.?` +
    `|${LETTER}+(?:['’]${LETTER}+)*`,
  'gv',
);

/** A lexeme has at most 2046 bytes in PostgreSQL, and no word that a person means has so many letters. */
const LONGEST = 64;
const ASCII_WORD = /^[a-z0-9]+$/i;
/** Letters that Unicode does not take apart into a letter and an accent. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
};

/** A word as it is compared: lower case, without accents, apostrophes and the possessive, wide letters made narrow. */
export function foldWord(word: string): string {
  if (ASCII_WORD.test(word)) return word.toLowerCase().slice(0, LONGEST);
  return word
    .replace(/['’]s$/i, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[ßæœøđðþłıħ]/g, (letter) => PLAIN[letter] ?? letter)
    .normalize('NFC')
    .slice(0, LONGEST);
}

/** A run of syllables as it is compared: wide, circled and bracketed letters made plain. */
const foldSyllables = (run: string): string => run.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');

/** The tokens of a text in their order, with UTF-16 offsets into it. */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [found] = match;
    const syllables = match.groups?.syllables !== undefined;
    // Long runs of syllables are not words, so they are not cut.
    const form = syllables ? foldSyllables(found) : foldWord(found);
    if (form === '') continue;
    const { index: start } = match;
    tokens.push({ start, end: start + found.length, form, kind: syllables ? 'syllables' : 'word' });
  }
  return tokens;
}

/** What may stand between two runs of syllables that are looked for as if they were written together. */
const JOINT = /^[\s·・'‘’"“”-]*$/;

/** Runs of syllables that only spaces, dots or quotation marks part are one: "국방부 장관" is "국방부장관". */
export function joinRuns(text: string, tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (const token of tokens) {
    const last = joined.at(-1);
    const together =
      last?.kind === 'syllables' &&
      token.kind === 'syllables' &&
      JOINT.test(text.slice(last.end, token.start));
    if (last && together)
      joined[joined.length - 1] = { ...last, end: token.end, form: last.form + token.form };
    else joined.push(token);
  }
  return joined;
}

/** Neighbouring syllables in pairs: 국방부 is 국방, 방부. */
export const pairsOf = (run: string): string[] => {
  const letters = [...run];
  return letters.slice(1).map((letter, index) => `${letters[index]}${letter}`);
};
