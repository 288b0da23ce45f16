import type { Block, Paragraph, TableCell } from './document.ts';

type CellDraft = { blocks: Block[]; header: boolean; colspan: number; rowspan: number };
export type TableDraft = { rows: CellDraft[][]; lifted: Block[] };

/** Blocks that no cell of figures and words holds: a table with them only lays out a page. */
const LAYOUT = new Set(['table', 'heading', 'blockquote', 'preformatted', 'horizontalRule', 'figure']);

/**
 * A table as the blocks it becomes: itself, and after it what stood in no cell. A table of one column, or with blocks in
 * its cells that only a page's layout has there, becomes the blocks of its cells.
 */
export function closeTable(draft: TableDraft): Block[] {
  const rows = draft.rows.filter((row) => row.some((cell) => cell.blocks.length > 0));
  if (rows.length === 0) return draft.lifted;
  const oneColumn = rows.every((row) => row.length === 1);
  const layout = rows.some((row) => row.some((cell) => cell.blocks.some((block) => LAYOUT.has(block.type))));
  if (oneColumn || layout) return [...rows.flat().flatMap((cell) => cell.blocks), ...draft.lifted];
  const content = rows.map((row) => ({ type: 'tableRow' as const, content: row.map(tableCell) }));
  return [{ type: 'table', content }, ...draft.lifted];
}

function tableCell(cell: CellDraft): TableCell {
  const paragraphs = cell.blocks.flatMap(paragraphsOf);
  const attrs = {
    ...(cell.colspan > 1 ? { colspan: cell.colspan } : {}),
    ...(cell.rowspan > 1 ? { rowspan: cell.rowspan } : {}),
  };
  return {
    type: cell.header ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 ? { attrs } : {}),
    content: paragraphs.length > 0 ? paragraphs : [{ type: 'paragraph' }],
  };
}

/** Lists in a cell become paragraphs; their depth is bounded by the writer. */
function paragraphsOf(block: Block): Paragraph[] {
  if (block.type === 'paragraph') return block.content === undefined ? [] : [block];
  if (block.type === 'bulletList' || block.type === 'orderedList') {
    return block.content.flatMap((item) => item.content.flatMap(paragraphsOf));
  }
  return [];
}
