import { documentFromMarkup, type ParsedDocument } from './document-from-markup.ts';
import { parseHtmlTree } from './html-tree.ts';

/**
 * A string of HTML, of whatever quality, as a document; `notes` say what was left out. Relative links are resolved
 * against `base`. Never throws, never recurses on the input, and takes time in proportion to its length.
 */
export function parseHtml(html: string, options: { base?: string } = {}): ParsedDocument {
  const tree = parseHtmlTree(html);
  const parsed = documentFromMarkup(tree.root, options.base);
  return { document: parsed.document, notes: [...tree.notes, ...parsed.notes] };
}
