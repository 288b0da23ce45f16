/**
 * A body is a document, never HTML: the editor's own JSON (ProseMirror), with this short list of nodes and marks.
 * Wire HTML, pasted HTML and imports are parsed into it; markup is only ever produced from it.
 */
export type Mark =
  | { type: 'bold' | 'italic' | 'code' | 'superscript' | 'subscript' }
  | { type: 'link'; attrs: { href: string } };

export type TextNode = { type: 'text'; text: string; marks?: Mark[] };
export type Inline = TextNode | { type: 'hardBreak' };

export type Paragraph = { type: 'paragraph'; content?: Inline[] };
export type Heading = { type: 'heading'; attrs: { level: 2 | 3 | 4 }; content?: Inline[] };
export type ListItem = { type: 'listItem'; content: Block[] };
export type TableCell = {
  type: 'tableCell' | 'tableHeader';
  attrs?: { colspan?: number; rowspan?: number };
  content: Paragraph[];
};
export type TableRow = { type: 'tableRow'; content: TableCell[] };
/** A picture in the body; `media` is our media id once the picture is stored, `src` its address until then. */
export type Figure = {
  type: 'figure';
  attrs: { media?: number; src?: string; alt?: string; caption?: string; credit?: string };
};

export type Block =
  | Paragraph
  | Heading
  | { type: 'blockquote'; content: Block[] }
  | { type: 'bulletList'; content: ListItem[] }
  | { type: 'orderedList'; attrs?: { start?: number }; content: ListItem[] }
  | { type: 'preformatted'; content?: TextNode[] }
  | { type: 'table'; content: TableRow[] }
  | { type: 'horizontalRule' }
  | Figure;

export type Document = { type: 'doc'; content: Block[] };

/** Blocks may nest this deep (lists in lists, quotes in quotes); what lies deeper is lifted up to this level. */
export const MAX_DEPTH = 8;

export const EMPTY_DOCUMENT: Document = { type: 'doc', content: [] };
