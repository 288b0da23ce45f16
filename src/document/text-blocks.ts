import type { Block, Document, Inline } from './document.ts';

/** One run of words in a document's plain text: UTF-16 offsets into `toText(document)`, and the nodes they came from. */
export type TextBlock = {
  start: number;
  end: number;
  text: string;
  content: readonly Inline[];
  block: Block;
};

/**
 * The text blocks of a document in reading order, with their places in its plain text. Parted by a blank line, cells of
 * one row by a tab. Pictures have no words here: a caption is not part of a body's text.
 */
export function textBlocks(document: Document): TextBlock[] {
  const found: TextBlock[] = [];
  let offset = 0;
  const put = (block: Block, content: readonly Inline[], separator: string): void => {
    const text = inlineText(content);
    if (text === '') return;
    const start = found.length === 0 ? 0 : offset + separator.length;
    offset = start + text.length;
    found.push({ start, end: offset, text, content, block });
  };
  for (const block of document.content) visit(block, put);
  return found;
}

export const inlineText = (content: readonly Inline[]): string =>
  content.map((node) => (node.type === 'text' ? node.text : '\n')).join('');

type Put = (block: Block, content: readonly Inline[], separator: string) => void;

/** Recursion is safe here: MAX_DEPTH bounds how deep blocks lie. */
function visit(block: Block, put: Put): void {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
    case 'preformatted':
      put(block, block.content ?? [], PARAGRAPH_GAP);
      return;
    case 'blockquote':
      for (const child of block.content) visit(child, put);
      return;
    case 'bulletList':
    case 'orderedList':
      for (const item of block.content) for (const child of item.content) visit(child, put);
      return;
    case 'table':
      for (const row of block.content) visitRow(row.content, put);
      return;
    default:
  }
}

function visitRow(cells: Extract<Block, { type: 'table' }>['content'][number]['content'], put: Put): void {
  let first = true;
  for (const cell of cells) {
    for (const paragraph of cell.content) {
      put(paragraph, paragraph.content ?? [], first ? PARAGRAPH_GAP : '\t');
      if (paragraph.content !== undefined) first = false;
    }
  }
}

const PARAGRAPH_GAP = '\n\n';
