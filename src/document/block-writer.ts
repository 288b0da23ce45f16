import { type Block, type Figure, type Inline, MAX_DEPTH } from './document.ts';
import { type InlineToken, inlineBlocks, type MarkSet } from './inline-text.ts';
import { closeTable, type TableDraft } from './table-draft.ts';

export type TextKind = { type: 'paragraph' } | { type: 'heading'; level: 2 | 3 | 4 };

type Frame =
  | { kind: 'doc' | 'blockquote' | 'item'; blocks: Block[] }
  | { kind: 'list'; ordered: boolean; start: number; items: Block[][] }
  | { kind: 'table'; table: TableDraft }
  | { kind: 'cell'; blocks: Block[]; header: boolean; colspan: number; rowspan: number };

const PARAGRAPH: TextKind = { type: 'paragraph' };

/**
 * Builds a document from what a walk over markup finds. Blocks that would lie deeper than MAX_DEPTH are lifted: their
 * container is not opened and their words go where the walk stands. A class because its state spans the whole walk.
 */
export class BlockWriter {
  private readonly frames: Frame[] = [{ kind: 'doc', blocks: [] }];
  private tokens: InlineToken[] = [];
  private figures: Figure[] = [];
  private kind: TextKind = PARAGRAPH;
  private depth = 0;

  /** Ends the text block that stands open, if any, and says what the next words belong to. */
  boundary(kind: TextKind = PARAGRAPH): void {
    if (this.tokens.length > 0) {
      const tokens = this.tokens;
      this.tokens = [];
      for (const content of inlineBlocks(tokens)) this.put(textBlock(this.kind, content));
    }
    this.kind = kind;
    const figures = this.figures;
    if (figures.length === 0) return;
    this.figures = [];
    for (const figure of figures) this.put(figure);
  }

  text(text: string, set: MarkSet): void {
    this.tokens.push({ text, set });
  }

  lineBreak(): void {
    this.tokens.push('break');
  }

  block(block: Block): void {
    this.boundary();
    this.put(block);
  }

  /** A picture amid words waits for the end of their paragraph, so as not to tear a sentence. */
  figure(figure: Figure): void {
    const amid = this.tokens.some((token) => token !== 'break' && token.text.trim() !== '');
    if (amid) this.figures.push(figure);
    else this.block(figure);
  }

  /** Opens a quotation, list or table; answers false where that would lie too deep. */
  openContainer(
    frame: { kind: 'blockquote' } | { kind: 'list'; ordered: boolean; start: number } | { kind: 'table' },
  ): boolean {
    this.boundary();
    if (this.depth >= MAX_DEPTH) return false;
    this.depth += 1;
    if (frame.kind === 'list') this.frames.push({ ...frame, items: [] });
    else if (frame.kind === 'table') this.frames.push({ kind: 'table', table: { rows: [], lifted: [] } });
    else this.frames.push({ kind: 'blockquote', blocks: [] });
    return true;
  }

  openItem(): boolean {
    this.boundary();
    if (this.top().kind !== 'list') return false;
    this.frames.push({ kind: 'item', blocks: [] });
    return true;
  }

  openRow(): void {
    this.boundary();
    const top = this.top();
    if (top.kind === 'table') top.table.rows.push([]);
  }

  openCell(header: boolean, colspan: number, rowspan: number): boolean {
    this.boundary();
    if (this.top().kind !== 'table') return false;
    this.frames.push({ kind: 'cell', blocks: [], header, colspan, rowspan });
    return true;
  }

  /** Ends what the matching `open…` opened. */
  close(): void {
    this.boundary();
    if (this.frames.length === 1) return;
    const frame = this.frames.pop();
    if (frame === undefined) return;
    if (frame.kind === 'item') this.closeItem(frame.blocks);
    else if (frame.kind === 'cell') this.closeCell(frame);
    else {
      this.depth -= 1;
      if (frame.kind === 'list') this.closeList(frame);
      else if (frame.kind === 'table') for (const block of closeTable(frame.table)) this.put(block);
      else if (frame.blocks.length > 0) this.put({ type: 'blockquote', content: frame.blocks });
    }
  }

  finish(): Block[] {
    while (this.frames.length > 1) this.close();
    this.boundary();
    const doc = this.frames[0];
    return doc?.kind === 'doc' ? doc.blocks : [];
  }

  private closeItem(blocks: Block[]): void {
    const list = this.top();
    if (list.kind === 'list' && blocks.length > 0) list.items.push(blocks);
  }

  private closeCell(cell: Extract<Frame, { kind: 'cell' }>): void {
    const top = this.top();
    if (top.kind !== 'table') return;
    if (top.table.rows.length === 0) top.table.rows.push([]);
    top.table.rows.at(-1)?.push(cell);
  }

  private closeList(list: Extract<Frame, { kind: 'list' }>): void {
    if (list.items.length === 0) return;
    const content = list.items.map((blocks) => ({ type: 'listItem' as const, content: withLead(blocks) }));
    if (!list.ordered) this.put({ type: 'bulletList', content });
    else if (list.start === 1) this.put({ type: 'orderedList', content });
    else this.put({ type: 'orderedList', attrs: { start: list.start }, content });
  }

  private put(block: Block): void {
    const top = this.top();
    if (top.kind === 'list') top.items.push([block]);
    else if (top.kind === 'table') top.table.lifted.push(block);
    else top.blocks.push(block);
  }

  private top(): Frame {
    return this.frames.at(-1) ?? { kind: 'doc', blocks: [] };
  }
}

function textBlock(kind: TextKind, content: Inline[]): Block {
  return kind.type === 'heading'
    ? { type: 'heading', attrs: { level: kind.level }, content }
    : { type: 'paragraph', content };
}

/** The editor's list item begins with a paragraph, an empty one before a list or picture. */
const withLead = (blocks: Block[]): Block[] =>
  blocks[0]?.type === 'paragraph' ? blocks : [{ type: 'paragraph' }, ...blocks];
