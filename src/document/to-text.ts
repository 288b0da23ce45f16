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

/**
 * How many words a document has, pictures' captions left out. Words are counted as Unicode segments them, so scripts
 * without spaces count too.
 */
export function countWords(document: Document, language = 'en'): number {
  const segmenter = new Intl.Segmenter(language, { granularity: 'word' });
  let words = 0;
  for (const block of textBlocks(document)) {
    for (const segment of segmenter.segment(block.text)) if (segment.isWordLike) words += 1;
  }
  return words;
}
