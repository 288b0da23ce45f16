/** Scripts whose words stand in a row or take endings: Hangul, Han, Kana, Thai to Burmese, Khmer. */
const UNSPACED =
  '\\u0e00-\\u0eff\\u1000-\\u109f\\u1100-\\u11ff\\u1780-\\u17ff\\u3040-\\u30ff\\u3130-\\u318f\\u31f0-\\u31ff\\u3400-\\u9fff\\uac00-\\ud7a3\\uf900-\\ufaff';
const UNSPACED_RUN = new RegExp(`[${UNSPACED}]+`, 'g');
const STARTS_UNSPACED = new RegExp(`^[${UNSPACED}]`);
const ENDS_UNSPACED = new RegExp(`[${UNSPACED}]$`);

/** Signs that are not seen: they part no words. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]+/g;
const PUNCTUATION = /[\u2000-\u206f]+/g;
const NOT_ASCII = /[^\0-\x7f]/;
const ACCENTS = /[\u0300-\u036f]+/g;
/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i' },
};
const SPECIAL = /[ßæœøđðłþı]/g;

/**
 * A text as words are looked for in it: lower case without accents, one blank before and after every word. Apostrophes part words
 * ("Korea's" is "korea s"), and so does a change between Latin and Hangul ("LG는" is "lg 는").
 */
export function foldText(text: string): string {
  // Quotation marks and dashes are all that English copy has beyond ASCII; the long way takes four times as long.
  const plain = text.replace(UNSEEN, '').replace(PUNCTUATION, ' ');
  const words = NOT_ASCII.test(plain) ? foldLetters(plain) : plain.toLowerCase().replace(/[^a-z0-9]+/g, ' ');
  return ` ${words.trim()} `;
}

const foldLetters = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(ACCENTS, '')
    .replace(SPECIAL, (letter) => LETTERS[letter] ?? letter)
    .replace(UNSPACED_RUN, ' $& ')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ');

/** Words to look for: `words` are those that must be there as they are, `text` is what must stand there as a whole. */
export type Phrase = { words: string[]; text: string };

/**
 * What to look for in a folded text for these words: whole words, but any part of a run of Hangul, Han or Kana, to which endings and other
 * words are written without a blank. Undefined where no letter or figure is left.
 */
export function foldPhrase(words: string): Phrase | undefined {
  const plain = foldText(words).trim();
  if (plain === '') return undefined;
  return {
    words: plain.split(' ').filter((word) => !STARTS_UNSPACED.test(word)),
    text: `${STARTS_UNSPACED.test(plain) ? '' : ' '}${plain}${ENDS_UNSPACED.test(plain) ? '' : ' '}`,
  };
}

/** Folded texts in which phrases are looked for; no phrase goes from one to the next. */
export type FoldedTexts = { text: string; words: ReadonlySet<string> };

export function foldTexts(texts: readonly (string | undefined)[]): FoldedTexts {
  const text = texts.map((one) => (one ? foldText(one) : '')).join('\n');
  return { text, words: new Set(text.split(' ')) };
}

/** Whether a phrase stands in texts. Its words are looked up first: most are not there, and a text is long. */
export const hasPhrase = (texts: FoldedTexts, { words, text }: Phrase): boolean =>
  words.every((word) => texts.words.has(word)) && texts.text.includes(text);
