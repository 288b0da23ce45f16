import { oneLine } from '#document/clean-text.ts';

/** One entry of the head of an ANPA text: a line that begins with "^" up to its "<" or "=", with what ends it. */
export type AnpaEntry = { text: string; ends: '<' | '=' | '' };

export type AnpaLines = { head: AnpaEntry[]; body: string[] };

/**
 * The text between STX and ETX in two: the entries that stand before the copy, and the lines of the copy. A paragraph
 * begins with a tab or three spaces, a centred line among the copy with "^"; tables are runs of lines with neither.
 */
export function readAnpaLines(text: string): AnpaLines {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const head: AnpaEntry[] = [];
  const first = lines.findIndex((line) => /^(?:\t| {3})\s{0,6}\S/.test(line) && !/^\s*_{3}/.test(line));
  const upTo = first < 0 ? lines.length : first;
  const headEnd = lines.slice(0, upTo).findIndex((line) => isTableLine(line));
  const cut = headEnd < 0 ? upTo : headEnd;
  for (const line of lines.slice(0, cut)) addToHead(head, line);
  return { head, body: lines.slice(cut).map(toBodyLine) };
}

/** A line of columns, parted by semicolons or set wide behind a "^". */
const isTableLine = (line: string): boolean =>
  /^\^?;/.test(line) ||
  (!/^[\^\t]/.test(line) && line.length < 300 && line.split(';').length > 3) ||
  (line.length < 300 && /^\^\s\S+(?:\s{2,}\S+){2,}/.test(line));

function addToHead(head: AnpaEntry[], line: string): void {
  if (line.trim() === '') return;
  for (const [at, piece] of line.split('^').entries()) {
    if (piece.trim() === '') continue;
    const found = /^(.*?)\s{0,3}([<=]?)\s*$/s.exec(piece.trim());
    const entry: AnpaEntry = {
      text: oneLine(found?.[1] ?? ''),
      ends: (found?.[2] ?? '') as AnpaEntry['ends'],
    };
    const last = head.at(-1);
    // A line without its own "^" goes on with the one before, until that one is closed.
    if (at === 0 && last !== undefined && last.ends === '') {
      last.text = `${last.text} ${entry.text}`;
      last.ends = entry.ends;
    } else if (entry.text !== '') head.push(entry);
  }
}

/** A centred line is a paragraph by itself; the marks that ended a line go. */
function toBodyLine(line: string): string {
  const bare = line.replace(/\s{0,3}[<=]\s*$/, '');
  if (!bare.startsWith('^')) return bare;
  const words = bare.replace(/^\^+/, '');
  return /;|\S\s{2,}\S/.test(words) ? words : `\t${words.trim()}`;
}

/** What seven bits and a typesetter's conventions stood for: quotation marks of backquotes, dashes of underscores, halves. */
export function typeset(text: string): string {
  return text
    .replace(/``/g, '“')
    .replace(/''/g, '”')
    .replace(/(^|[\s(“])`(?=\S)/gm, '$1‘')
    .replace(/‘([^'\n]{1,200})'(?!\p{L})/gu, '‘$1’')
    .replace(/(?<=\S)[^\S\n]_[^\S\n](?=\S)/g, ' — ')
    .replace(/(?<=\S)[^\S\n]?--[^\S\n]?(?=\S)/g, (dash) => (dash === '--' ? '—' : ' — '))
    .replace(/(?<=[\d;\s])\{(?=[;\s]|$)/gm, '½');
}
