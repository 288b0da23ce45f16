import { cleanText } from '#document/clean-text.ts';
import type { Block, Document, Inline, Paragraph } from '#document/document.ts';

const NARROWEST = 40;
const WIDEST = 100;
const BULLET = /^\s{0,6}(?:[-*•–]|\d{1,2}[.)])\s{1,4}\S/u;
/** Columns: two gaps in a line, or a tab in it, or figures set to the right of a wide gap. */
const COLUMNS =
  /\S(?:\s{2,}|\t)\S.*\S(?:\s{2,}|\t)\S|\S\t+\S|\S {3,}[\d.,:+-]{1,12}$|^[^;]{0,60}(?:;[^;]{0,40}){3}/;

/** No table is wider, and a pattern of gaps takes long over a long line. */
const WIDEST_TABLE = 300;
const hasColumns = (line: string): boolean => line.length <= WIDEST_TABLE && COLUMNS.test(line.trim());

/**
 * The lines of a teleprinter's copy as a document. A blank line or an indented line begins a paragraph; lines broken at
 * the width of the copy are joined; runs of lines with columns stay as they stand (preformatted); other short lines keep
 * their line ends. `language` decides whether a hyphen at a line's end was set there by the machine.
 */
export function documentOfLines(lines: readonly string[], language?: string): Document {
  const cleaned = lines.map((line) => cleanText(line.replace(/[\v\f]/g, ' ')).trimEnd());
  const width = widthOf(cleaned);
  const content: Block[] = [];
  let group: string[] = [];
  const flush = (): void => {
    if (group.length > 0) content.push(...blocksOf(group, width, language));
    group = [];
  };
  for (const [at, line] of cleaned.entries()) {
    if (line.trim() === '') flush();
    else {
      const columns = hasColumns(line);
      const before = group.at(-1) ?? '';
      const parted = group.length > 0 && columns !== hasColumns(before);
      if (parted || (!columns && startsParagraph(line, cleaned[at - 1] ?? ''))) flush();
      group.push(line);
    }
  }
  flush();
  return { type: 'doc', content };
}

const startsParagraph = (line: string, before: string): boolean =>
  BULLET.test(line) ||
  (/^(?: {2,8}|\t+ {0,4})\S/.test(line) && !/^(?: {2,8}|\t)/.test(before)) ||
  /^\t/.test(line);

/** The width that a machine broke the copy at: where the longest of its lines end, if most lines come near it. */
function widthOf(lines: readonly string[]): number | undefined {
  const lengths = lines.map((line) => line.trim().length).filter((length) => length > 0);
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
  return longest >= NARROWEST && longest <= WIDEST ? longest : undefined;
}

function blocksOf(
  group: readonly string[],
  width: number | undefined,
  language: string | undefined,
): Block[] {
  const columns = group.filter((line) => hasColumns(line)).length;
  const [rule = ''] = group;
  if (group.length === 1 && /^\s*(?:_{3,}|\*\s?\*\s?\*[\s*]*|-{3,}|={3,})\s*$/.test(rule))
    return [{ type: 'horizontalRule' }];
  const rows = group.map((line) => line.split(';'));
  if (group.length >= 2 && rows.every((row) => row.length >= 4)) return [tableOf(rows)];
  if (columns >= 2) return [{ type: 'preformatted', content: [{ type: 'text', text: group.join('\n') }] }];
  const content: Inline[] = [];
  let text = '';
  let before: string | undefined;
  const end = (): void => {
    if (text !== '') content.push({ type: 'text', text });
    text = '';
  };
  for (const line of group.map((one) => one.replace(/\s+/g, ' ').trim())) {
    if (before === undefined) text = line;
    else if (wasBroken(before, line, width)) text = joined(text, line, language);
    else {
      end();
      content.push({ type: 'hardBreak' });
      text = line;
    }
    before = line;
  }
  end();
  return content.length === 0 ? [] : [{ type: 'paragraph', content }];
}

/** Columns parted by semicolons, as statistics are sent; the first row names them. */
const tableOf = (rows: readonly (readonly string[])[]): Block => ({
  type: 'table',
  content: rows.map((row, at) => ({
    type: 'tableRow',
    content: row.map((cell) => {
      const text = cell.trim();
      const content: Paragraph[] = [
        text === '' ? { type: 'paragraph' } : { type: 'paragraph', content: [{ type: 'text', text }] },
      ];
      return { type: at === 0 ? ('tableHeader' as const) : ('tableCell' as const), content };
    }),
  })),
});

/** Whether a line end is the machine's: the next line's first word had no room any more, or the sentence plainly goes on. */
function wasBroken(before: string, line: string, width: number | undefined): boolean {
  if (width === undefined) return false;
  if (/\p{L}[-\u00ad]$/u.test(before) && /^\p{L}/u.test(line)) return true;
  const word = line.indexOf(' ') < 0 ? line.length : line.indexOf(' ');
  if (before.length + 1 + word > width - 2) return true;
  return before.length >= 30 && !/[.!?:;"”»)]$/.test(before) && /^[\p{Ll}\d(]/u.test(line);
}

function joined(text: string, line: string, language: string | undefined): string {
  if (/\u00ad$/.test(text)) return text.slice(0, -1) + line;
  if (!/\p{L}-$/u.test(text) || !/^\p{L}/u.test(line)) return `${text} ${line}`;
  const machine =
    language?.startsWith('de') === true && /^\p{Ll}/u.test(line) && !/^(?:und|oder|bzw|bis|wie)\b/.test(line);
  if (machine) return text.slice(0, -1) + line;
  return /^(?:und|oder|and|or|et|ou|e|o|y|en|of|bis|to|bzw)\b/.test(line) ? `${text} ${line}` : text + line;
}
