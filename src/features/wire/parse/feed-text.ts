import { textOf } from '#document/markup-tree.ts';
import { parseHtml } from '#document/parse-html.ts';
import { parseText } from '#document/parse-text.ts';
import { inlineText } from '#document/text-blocks.ts';
import { toText } from '#document/to-text.ts';
import { decodeReferences } from './character-references.ts';
import { elementBody, htmlBody, type MarkupBody } from './markup-body.ts';
import { attributeOf, elementsOf, type XmlElement } from './xml-tree.ts';

const TAG = /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,1000})?\/?>/i;
const ESCAPED_TAG =
  /&(?:amp;)?lt;\/?(?:p|div|br|a|b|i|em|strong|img|ul|ol|li|h[1-6]|span|blockquote|table)\b/i;

/**
 * Words that RSS leaves to guess about: HTML, HTML escaped once more than it should be, or plain text. An element with
 * markup inside (as some feeds send XHTML) is read as it stands.
 */
export function parseFeedBody(element: XmlElement, base?: string): MarkupBody {
  if (elementsOf(element).length > 0) return elementBody(element, base);
  return parseFeedHtml(textOf(element), base);
}

function parseFeedHtml(text: string, base?: string): MarkupBody {
  if (TAG.test(text)) return htmlBody(text, base);
  if (ESCAPED_TAG.test(text)) return htmlBody(decodeReferences(text), base);
  if (text.includes('<')) return htmlBody(text, base);
  return { document: parseText(decodeReferences(text)), notes: [], ednotes: [] };
}

const HEADLINE_MARKUP =
  /<\/?(?:a|abbr|b|big|br|cite|code|em|font|i|img|p|q|small|span|strong|sub|sup|u|h[1-6]|div|s|del|ins|mark)(?:\s[^<>]{0,500})?\/?>/i;

/** A headline's words: without the few elements that feeds put there, and with references resolved once more. */
export function feedLine(text: string): string {
  const decoded = ESCAPED_TAG.test(text) ? decodeReferences(text) : text;
  if (HEADLINE_MARKUP.test(decoded)) return inlineWords(decoded);
  return decodeReferences(decoded);
}

/** The words of HTML on one line. */
export const inlineWords = (html: string): string => toText(parseHtml(html).document).replace(/\s+/g, ' ');

/** Whether an Atom text construct is `text`, `html` or `xhtml`, in 1.0 and in 0.3's `type` and `mode`. */
function atomKind(element: XmlElement): 'text' | 'html' | 'xhtml' | 'base64' | 'guess' {
  const type = attributeOf(element, 'type')?.toLowerCase();
  const mode = attributeOf(element, 'mode')?.toLowerCase();
  if (mode === 'base64') return 'base64';
  if (type === 'xhtml' || (type === 'application/xhtml+xml' && elementsOf(element).length > 0))
    return 'xhtml';
  if (type === 'html' || type === 'text/html' || type === 'application/xhtml+xml')
    return elementsOf(element).length > 0 ? 'xhtml' : 'html';
  if (mode === 'xml' || elementsOf(element).length > 0)
    return elementsOf(element).length > 0 ? 'xhtml' : 'text';
  if (mode === 'escaped') return type === 'text/plain' ? 'text' : 'html';
  if (type === undefined || type === 'text' || type.startsWith('text/')) return 'text';
  return /[/+]/.test(type) && !/xml|html/.test(type) ? 'base64' : 'guess';
}

/** An Atom text construct as a document (RFC 4287, 3.1 and 4.1.3). */
export function atomDocument(element: XmlElement, base?: string): MarkupBody {
  switch (atomKind(element)) {
    case 'xhtml':
      return elementBody(element, base);
    case 'html':
      return htmlBody(textOf(element), base);
    case 'base64':
      return parseFeedHtml(fromBase64(textOf(element)), base);
    case 'text':
      return { document: parseText(textOf(element)), notes: [], ednotes: [] };
    default:
      return parseFeedHtml(textOf(element), base);
  }
}

/** The same on one line, for titles. */
export function atomLine(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const kind = atomKind(element);
  if (kind === 'text') return textOf(element);
  // In 1.0 only content may be base64 (RFC 4287, 4.1.3.3): a title of an odd type that is none is text all the same.
  if (kind === 'base64' && !isBase64(textOf(element))) return textOf(element);
  const words = atomDocument(element)
    .document.content.map((block) =>
      block.type === 'paragraph' || block.type === 'heading' ? inlineText(block.content ?? []) : '',
    )
    .join(' ');
  return words.trim() === '' ? undefined : words;
}

/** Whether text is nothing but whole groups of Base64 that give words. */
function isBase64(text: string): boolean {
  const bare = text.replace(/\s+/g, '');
  if (bare.length < 8 || bare.length % 4 !== 0 || !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return false;
  return /^[\p{L}\p{N}\p{P}\p{S}\s]+$/u.test(
    Buffer.from(bare, 'base64').toString('utf8').replaceAll('\ufffd', '\u0000'),
  );
}

function fromBase64(text: string): string {
  const decoded = Buffer.from(text, 'base64');
  return decoded.length === 0 ? text : new TextDecoder('utf-8').decode(decoded);
}
