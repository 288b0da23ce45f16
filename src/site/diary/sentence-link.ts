import { printedQuotes } from '#lib/quotes.ts';

/** So many words at either end name a sentence. */
const END_WORDS = 4;

/** In a text directive the hyphen, the comma and the ampersand are syntax (WICG, URL fragment text directives). */
const encodeDirective = (text: string): string => encodeURIComponent(text).replaceAll('-', '%2D');

/**
 * The address of a sentence in an article: a text fragment, which browsers scroll to and mark without any script. It names the words
 * themselves, so an article that was changed since leads to the right sentence or plainly to its top; paragraphs have no names that
 * would stay. Either end of the sentence is named too, for a browser that does not look through what can be called up within its words.
 * A sentence that the article no longer has is in its history.
 */
export function sentenceHref(
  { path, sentence, current }: { path: string; sentence: string; current: boolean },
  language: string,
): string {
  if (!current) return `${encodeURI(path)}/history`;
  const words = printedQuotes(sentence, language).split(/\s+/u).filter(Boolean);
  const [start, end] = [words.slice(0, END_WORDS), words.slice(-END_WORDS)].map((ends) =>
    encodeDirective(ends.join(' ')),
  );
  const whole = words.length <= 2 * END_WORDS ? encodeDirective(words.join(' ')) : `${start},${end}`;
  return `${encodeURI(path)}#:~:text=${[whole, start, end].join('&text=')}`;
}
