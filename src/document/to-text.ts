import type { Document } from './document.ts';
import { textBlocks } from './text-blocks.ts';

/** A document as plain text: paragraphs parted by a blank line, cells of a row by a tab, line breaks kept. */
export function toText(document: Document): string {
  let text = '';
  let end = 0;
  for (const block of textBlocks(document)) {
    if (text !== '') text += block.start - end === 1 ? '\t' : '\n\n';
    text += block.text;
    end = block.end;
  }
  return text;
}

/** Scripts without spaces between words, which take a dictionary: from Thai to Burmese, Khmer, Han and Kana, by their blocks. */
const WITHOUT_SPACES =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9f\ud840-\ud888]/;
/** A word as Unicode segments text (UAX 29): signs inside it do not part letters from letters, nor figures from figures. */
const WORD =
  /[\p{L}\p{N}\p{M}_]+(?:(?:(?<=[\p{L}\p{M}])['’‘.:·](?=\p{L})|(?<=\p{N})['’‘.,;](?=\p{N}))[\p{L}\p{N}\p{M}_]+)*/gu;
/** The same where letters are those of English, whatever its quotation marks and dashes are: five times as fast. */
const OTHER_LETTERS = /[^\n\t -~\u2010-\u2023\u2026]/;
const ENGLISH_WORD = /\w+(?:(?:(?<=[a-z])['’‘.:](?=[a-z])|(?<=\d)['’‘.,;](?=\d))\w+)*/gi;

/**
 * How many words a document has, pictures' captions left out. Words are counted as Unicode segments them, so scripts
 * without spaces count too.
 */
export function countWords(document: Document, language = 'en'): number {
  let words = 0;
  for (const block of textBlocks(document)) {
    words += WITHOUT_SPACES.test(block.text)
      ? segmentedWords(block.text, language)
      : (block.text.match(OTHER_LETTERS.test(block.text) ? WORD : ENGLISH_WORD)?.length ?? 0);
  }
  return words;
}

function segmentedWords(text: string, language: string): number {
  let words = 0;
  for (const segment of new Intl.Segmenter(language, { granularity: 'word' }).segment(text))
    if (segment.isWordLike) words += 1;
  return words;
}
