import { cleanText } from './clean-text.ts';
import type { Block, Document, Inline } from './document.ts';

/** Lines of copy that a machine broke at a fixed width are about this long; shorter ones were broken on purpose. */
const WRAPPED = { shortest: 45, longest: 100 };

/**
 * Plain text as a document of paragraphs. Blank lines part paragraphs; lines broken at a fixed width are joined again;
 * an indented line, or a line too long to be a broken one, is a paragraph of its own; other line ends stay line breaks.
 */
export function parseText(text: string): Document {
  return { type: 'doc', content: paragraphsOf(text).map(paragraph) };
}

/** The paragraphs of plain text; a line end within one is a line break. */
export function paragraphsOf(text: string): string[] {
  const paragraphs: string[] = [];
  let lines: string[] = [];
  const flush = (): void => {
    paragraphs.push(...joinLines(lines));
    lines = [];
  };
  for (const line of cleanText(text).replace(/\r\n?/g, '\n').split('\n')) {
    if (line.trim() === '') flush();
    else lines.push(line);
  }
  flush();
  return paragraphs;
}

function joinLines(lines: readonly string[]): string[] {
  const indented =
    lines.length > 1 &&
    lines.some((line) => /^(?: {2,8}|\t|\u3000)\S/.test(line)) &&
    !/^\s/.test(lines[1] ?? '');
  if (indented) return splitIndented(lines).flatMap(joinLines);
  const trimmed = lines.map((line) => line.replace(/[ \t]+/g, ' ').trim());
  if (trimmed.length === 0) return [];
  if (trimmed.some((line) => line.length > WRAPPED.longest)) return trimmed;
  const broken = trimmed.length > 1 && trimmed.slice(0, -1).every((line) => line.length >= WRAPPED.shortest);
  return [trimmed.join(broken ? ' ' : '\n')];
}

/** Old wire copy marks a new paragraph by indenting its first line. */
function splitIndented(lines: readonly string[]): string[][] {
  const groups: string[][] = [];
  for (const line of lines) {
    if (groups.length === 0 || /^\s/.test(line)) groups.push([line.trim()]);
    else groups.at(-1)?.push(line);
  }
  return groups;
}

function paragraph(text: string): Block {
  const content: Inline[] = [];
  for (const line of text.split('\n')) {
    if (content.length > 0) content.push({ type: 'hardBreak' });
    content.push({ type: 'text', text: line });
  }
  return { type: 'paragraph', content };
}
