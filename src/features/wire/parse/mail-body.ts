import { type Document, EMPTY_DOCUMENT } from '#document/document.ts';
import { documentFromMarkup } from '#document/document-from-markup.ts';
import { parseHtmlTree } from '#document/html-tree.ts';
import { findElements, type MarkupElement } from '#document/markup-tree.ts';
import { toText } from '#document/to-text.ts';
import { extractArticle } from './extract-article.ts';
import { decodeCharset } from './mail-charset.ts';
import type { MailPart } from './mail-mime.ts';
import { takeElements } from './private-markup.ts';
import { documentOfLines } from './wire-lines.ts';

export type MailBody = { document: Document; notes: string[] };

/**
 * The words of a message: its text and HTML parts in order. Of alternatives the HTML is taken where it has paragraphs
 * of its own, for it then keeps headings, lists and links; else the plain text.
 */
export function bodyOfMail(parts: readonly MailPart[]): MailBody {
  const texts = parts.filter(
    ({ type, attached }) => !attached && (type === 'text/plain' || type === 'text/html'),
  );
  const bodies = groupsOf(texts).map(bestOf);
  const content = bodies.flatMap(({ document }) => document.content);
  return { document: { type: 'doc', content }, notes: bodies.flatMap(({ notes }) => notes) };
}

/** Parts of one multipart/alternative say the same; all others follow each other. */
function groupsOf(parts: readonly MailPart[]): MailPart[][] {
  const groups = new Map<string, MailPart[]>();
  for (const [at, part] of parts.entries()) {
    const key = part.alternative === undefined ? `part ${at}` : `alternative ${part.alternative}`;
    groups.set(key, [...(groups.get(key) ?? []), part]);
  }
  return [...groups.values()];
}

function bestOf(group: readonly MailPart[]): MailBody {
  const html = group.find(({ type }) => type === 'text/html');
  const plain = group.find(({ type }) => type === 'text/plain');
  const text = plain === undefined ? undefined : plainBody(plain);
  if (html === undefined) return text ?? { document: EMPTY_DOCUMENT, notes: [] };
  const tree = parseHtmlTree(decodeCharset(html.bytes, html.charset ?? metaCharset(html.bytes)));
  const count = (name: string): number =>
    findElements(tree.root, (element) => element.name === name, 50).length;
  const tables = count('table');
  const paragraphs = count('p') + count('li') + count('div');
  if (text !== undefined && text.document.content.length > 0 && (tables > 2 || paragraphs < 2)) return text;
  takeElements(tree.root, isQuoted);
  const root = tables > 2 ? extractArticle(tree.root) : tree.root;
  const parsed = documentFromMarkup(root);
  const empty = toText(parsed.document).trim() === '';
  if (empty && text !== undefined) return text;
  return { document: parsed.document, notes: [...tree.notes, ...parsed.notes] };
}

const metaCharset = (bytes: Uint8Array): string | undefined =>
  /<meta\b[^>]{0,200}\bcharset\s{0,4}=\s{0,4}["']?([\w.:-]{1,40})/i.exec(
    Buffer.from(bytes.subarray(0, 2048)).toString('latin1'),
  )?.[1];

/** What mail programs mark as a quoted reply, a signature, or hide as a preview line. */
const isQuoted = (element: MarkupElement): boolean =>
  /(?:^|\s)(?:gmail_quote|gmail_signature|moz-cite-prefix|moz-signature|yahoo_quoted|protonmail_quote|preheader)(?:\s|$)/i.test(
    element.attributes.class ?? '',
  ) ||
  (element.name === 'blockquote' && element.attributes.type === 'cite') ||
  /^(?:divRplyFwdMsg|appendonsend|Signature)$/i.test(element.attributes.id ?? '') ||
  /display\s?:\s?none/i.test(element.attributes.style ?? '');

function plainBody(part: MailPart): MailBody {
  let text = decodeCharset(part.bytes, part.charset).replace(/\r\n?/g, '\n');
  const signature = /\n-- \n/.exec(text);
  if (signature !== null && signature.index > 0) text = text.slice(0, signature.index);
  // RFC 3676: a line that ends with a space goes on with the next.
  if (part.flowed) text = text.replace(/^ /gm, '').replace(/ \n(?!\n|>)/g, ' ');
  return { document: documentOfLines(text.split('\n')), notes: [] };
}
