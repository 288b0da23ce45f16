/** RFC 5322 asks for lines under 78 characters; a plain mail reads best a little below. */
const WIDTH = 72;

/** Columns that a character takes in a mail reader's fixed-width type: letters of East Asia take two. */
const columnsOf = (word: string): number =>
  [...word].reduce(
    (sum, letter) =>
      sum + (/[\u1100-\u11ff\u2e80-\ua4cf\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/u.test(letter) ? 2 : 1),
    0,
  );

/** A paragraph broken between words; what is longer than a line, such as an address, stands whole on its own. */
export function wrapText(text: string, indent = '', width = WIDTH): string {
  const lines: string[] = [];
  let line = '';
  let columns = 0;
  for (const word of text.split(/\s+/u).filter(Boolean)) {
    const size = columnsOf(word);
    if (line && columns + 1 + size > width - indent.length) {
      lines.push(indent + line);
      line = '';
      columns = 0;
    }
    line = line ? `${line} ${word}` : word;
    columns += (columns ? 1 : 0) + size;
  }
  if (line) lines.push(indent + line);
  return lines.join('\n');
}

/** A heading with a rule under it of its own width. */
export const underlined = (text: string, rule = '-'): string =>
  `${text}\n${rule.repeat(Math.min(columnsOf(text), WIDTH))}`;
