/** A sentence that ends after at least this share of the room is a better ending than a cut in the middle of the next. */
const ENOUGH = 0.4;
const SENTENCE_END = /[.!?。…]["'”’)\]]*(?=\s)/gu;

/**
 * The beginning of a text on one line, at most about `length` characters: whole sentences where at least one fits,
 * else cut between words with an ellipsis.
 */
export function beginningOf(text: string, length = 220): string {
  const line = text
    .slice(0, length * 4)
    .replace(/\s+/gu, ' ')
    .trim();
  if (line.length <= length) return line;
  const ends = [...line.slice(0, length + 1).matchAll(SENTENCE_END)].map(
    (match) => match.index + match[0].length,
  );
  const sentence = ends.findLast((end) => end >= length * ENOUGH);
  if (sentence !== undefined) return line.slice(0, sentence);
  const space = line.slice(0, length + 1).lastIndexOf(' ');
  // Text without spaces is cut where it stands, but never through a surrogate pair.
  const end = space > length / 2 ? space : length;
  const cut = line.slice(0, end).replace(/[\ud800-\udbff]$/u, '');
  return `${cut.replace(/[\s,;:–—-]+$/u, '')}…`;
}
