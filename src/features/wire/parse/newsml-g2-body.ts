import { type Document, EMPTY_DOCUMENT } from '#document/document.ts';
import { documentFromMarkup } from '#document/document-from-markup.ts';
import { type MarkupElement, textOf } from '#document/markup-tree.ts';
import { parseHtml } from '#document/parse-html.ts';
import { parseText } from '#document/parse-text.ts';
import type { BodyDraft } from './body-draft.ts';
import { nitfBody, nitfHead } from './nitf-body.ts';
import { takeElements, takePrivateMarkup } from './private-markup.ts';
import { attributeOf, childrenOf, elementsOf, type XmlElement, xmlAttribute } from './xml-tree.ts';

const nothing = (): BodyDraft => ({ body: EMPTY_DOCUMENT, ednotes: [], notes: [] });

/**
 * The body of a G2 item's contentSet: inline XHTML, NITF within, or inline data as HTML or plain text; the richest that
 * holds words. Other XML (SportsML, NewsML tables of results) is read for its words.
 */
export function contentSetBody(contentSet: XmlElement | undefined, language?: string): BodyDraft {
  let best = nothing();
  for (const element of byLanguage(elementsOf(contentSet), language)) {
    const draft = inlineBody(element);
    if (draft !== undefined && better(draft, best)) best = draft;
  }
  return best;
}

const better = (draft: BodyDraft, best: BodyDraft): boolean =>
  draft.body.content.length > 0 && best.body.content.length === 0;

/** Content in the item's language before that in others. */
function byLanguage(elements: XmlElement[], language: string | undefined): XmlElement[] {
  const other = (element: XmlElement): number => {
    const tag = xmlAttribute(element, 'lang') ?? xmlAttribute(elementsOf(element)[0], 'lang');
    return Number(tag !== undefined && language !== undefined && tag.slice(0, 2) !== language.slice(0, 2));
  };
  return [...elements].sort((a, b) => other(a) - other(b));
}

function inlineBody(element: XmlElement, base?: string): BodyDraft | undefined {
  if (element.name === 'inlineXML') {
    const [root] = elementsOf(element);
    return root === undefined ? dataBody(element, 'text/plain', base) : markupBody(root, base);
  }
  if (element.name !== 'inlineData') return undefined;
  const contentType = attributeOf(element, 'contenttype') ?? 'text/plain';
  const encoding = attributeOf(element, 'encoding');
  if (encoding === undefined) return dataBody(element, contentType, base);
  if (!/base-?64/i.test(encoding) || !/^text|xml|html/i.test(contentType)) return undefined;
  const text = Buffer.from(textOf(element), 'base64').toString('utf8');
  return dataBody({ ...element, children: [text] }, contentType, base);
}

function dataBody(element: XmlElement, contentType: string, base?: string): BodyDraft {
  const text = textOf(element);
  if (elementsOf(element).length > 0) return markupBody(element, base);
  if (/html/i.test(contentType) || /<(?:p|div|br)\b[^>]{0,200}>/i.test(text)) {
    return { ...nothing(), ...withBase(text, base) };
  }
  return { ...nothing(), body: parseText(text) };
}

function withBase(html: string, base?: string): { body: Document; notes: string[] } {
  const { document, notes } = parseHtml(html, { base });
  return { body: document, notes };
}

function markupBody(root: XmlElement, base?: string): BodyDraft {
  if (root.name === 'nitf') return { ...nitfBody(root, base), ...nitfHead(root) };
  const ednotes = takePrivateMarkup(root);
  const body = root.name === 'html' ? (childrenOf(root, 'body')[0] ?? root) : root;
  takeElements(body, isHead);
  if (elementsOf(body).length === 0) return { ...nothing(), ednotes, body: parseText(textOf(body)) };
  const parsed = documentFromMarkup(body, base);
  if (parsed.document.content.length > 0 || root.vocabulary === 'xhtml') {
    return { body: parsed.document, ednotes, notes: parsed.notes };
  }
  return { ...nothing(), ednotes, body: parseText(textOf(root)) };
}

/**
 * The head that senders of XHTML put before the copy: its fields stand in the item's metadata. A `header` goes; a
 * standfirst goes to the abstract by being the same words there.
 */
const isHead = (element: MarkupElement): boolean =>
  element.name === 'header' ||
  /(?:^|\s)(?:teaser|byline|slugline)(?:\s|$)/.test(element.attributes.class ?? '');
