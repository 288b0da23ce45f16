import { documentFromMarkup, type ParsedDocument } from '#document/document-from-markup.ts';
import { parseHtmlTree } from '#document/html-tree.ts';
import type { MarkupElement } from '#document/markup-tree.ts';
import { takePrivateMarkup } from './private-markup.ts';

/** A body from markup, with what its own marks say is for editors taken out of it. */
export type MarkupBody = ParsedDocument & { ednotes: string[] };

/** The body in an element that was parsed already; the element loses what is for editors. */
export function elementBody(root: MarkupElement, base?: string): MarkupBody {
  const ednotes = takePrivateMarkup(root);
  return { ...documentFromMarkup(root, base), ednotes };
}

/** The body in a string of HTML. */
export function htmlBody(html: string, base?: string): MarkupBody {
  const tree = parseHtmlTree(html);
  const body = elementBody(tree.root, base);
  return { ...body, notes: [...tree.notes, ...body.notes] };
}
