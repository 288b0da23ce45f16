import { escapeAttribute, escapeText } from '#document/escape-html.ts';
import { messageOf } from '#lib/errors.ts';
import { isObject, type JsonObject, listValue, objectList, textValue } from './json-value.ts';
import { parseJson } from './parse-json.ts';

/** A post's content as HTML: as Ghost had rendered it, else from what its editor wrote (Lexical, Mobiledoc), else its words. */
export function ghostHtml(post: JsonObject, notes: string[]): string | undefined {
  const html = textValue(post.html);
  if (html !== undefined) return html;
  for (const [name, write] of [
    ['lexical', lexicalHtml],
    ['mobiledoc', mobiledocHtml],
  ] as const) {
    const source = textValue(post[name]);
    if (source === undefined) continue;
    try {
      const document = parseJson(source);
      if (isObject(document)) return write(document);
    } catch (error) {
      notes.push(`Its ${name} could not be read: ${messageOf(error)}`);
    }
  }
  const words = textValue(post.plaintext);
  return words === undefined
    ? undefined
    : words
        .split(/\n{2,}/)
        .map(paragraph)
        .join('');
}

const paragraph = (words: string): string => `<p>${escapeText(words)}</p>`;
const element = (name: string, inner: string): string => `<${name}>${inner}</${name}>`;

function image(node: JsonObject): string {
  const src = textValue(node.src);
  if (src === undefined) return '';
  const alt = escapeAttribute(textValue(node.alt) ?? '');
  const caption = textValue(node.caption);
  const words = caption === undefined ? '' : element('figcaption', caption);
  return element('figure', `<img src="${escapeAttribute(src)}" alt="${alt}">${words}`);
}

/** Text formats of Lexical, bit by bit. */
const FORMATS = [
  [1, 'strong'],
  [2, 'em'],
  [4, 's'],
  [16, 'code'],
  [32, 'sub'],
  [64, 'sup'],
] as const;

function text(node: JsonObject): string {
  const format = Number(node.format) || 0;
  const words = escapeText(textValue(node.text) ?? (typeof node.text === 'string' ? node.text : ''));
  return FORMATS.reduce((inner, [bit, name]) => ((format & bit) === 0 ? inner : element(name, inner)), words);
}

const HEADING = /^h[1-6]$/;

/** Nodes of Ghost's Lexical editor; a card that is not known brings the words that it has. */
const LEXICAL: Readonly<Record<string, (node: JsonObject) => string>> = {
  text,
  'extended-text': text,
  linebreak: () => '<br>',
  tab: () => ' ',
  paragraph: (node) => element('p', inside(node)),
  heading: (node) => headingOf(textValue(node.tag), inside(node)),
  'extended-heading': (node) => headingOf(textValue(node.tag), inside(node)),
  quote: (node) => element('blockquote', element('p', inside(node))),
  'extended-quote': (node) => element('blockquote', element('p', inside(node))),
  aside: (node) => element('blockquote', element('p', inside(node))),
  list: (node) => element(node.listType === 'number' ? 'ol' : 'ul', inside(node)),
  listitem: (node) => element('li', inside(node)),
  link: (node) => `<a href="${escapeAttribute(textValue(node.url) ?? '')}">${inside(node)}</a>`,
  autolink: (node) => LEXICAL.link?.(node) ?? '',
  image,
  gallery: (node) => objectList(node.images).map(image).join(''),
  html: (node) => textValue(node.html) ?? '',
  markdown: (node) =>
    (textValue(node.markdown) ?? '')
      .split(/\n{2,}/)
      .map(paragraph)
      .join(''),
  codeblock: (node) => element('pre', escapeText(textValue(node.code) ?? '')),
  callout: (node) => element('p', textValue(node.calloutText) ?? ''),
  toggle: (node) => headingOf('h4', textValue(node.heading) ?? '') + (textValue(node.content) ?? ''),
  horizontalrule: () => '<hr>',
  embed: (node) => textValue(node.html) ?? '',
};

const headingOf = (tag: string | undefined, inner: string): string =>
  element(HEADING.test(tag ?? '') ? (tag ?? 'h2') : 'h2', inner);

const inside = (node: JsonObject): string => objectList(node.children).map(lexicalNode).join('');

const lexicalNode = (node: JsonObject): string => {
  const type = textValue(node.type) ?? '';
  return (Object.hasOwn(LEXICAL, type) ? LEXICAL[type] : undefined)?.(node) ?? inside(node);
};

const lexicalHtml = (document: JsonObject): string => (isObject(document.root) ? inside(document.root) : '');

/** Ghost's older editor (Mobiledoc 0.3): sections of marked words, pictures, lists and cards. */
function mobiledocHtml(document: JsonObject): string {
  const cards = listValue(document.cards).map(listValue);
  const markups = listValue(document.markups).map(listValue);
  return listValue(document.sections)
    .map(listValue)
    .map(([kind, first, second]) => {
      if (kind === 1) return element(blockName(first), markersHtml(listValue(second), markups));
      if (kind === 2) return image({ src: first });
      if (kind === 3) {
        const points = listValue(second).map((item) => element('li', markersHtml(listValue(item), markups)));
        return element(first === 'ol' ? 'ol' : 'ul', points.join(''));
      }
      return kind === 10 ? cardHtml(cards[Number(first)]) : '';
    })
    .join('');
}

const blockName = (name: unknown): string =>
  typeof name === 'string' && /^(?:p|h[1-6]|blockquote)$/.test(name) ? name : 'p';

function cardHtml(card: unknown[] | undefined): string {
  const [name, payload] = card ?? [];
  if (!isObject(payload)) return '';
  const type = name === 'hr' ? 'horizontalrule' : name === 'code' ? 'codeblock' : String(name);
  return lexicalNode({ ...payload, type: type === 'card-markdown' ? 'markdown' : type });
}

const INLINE = new Set(['a', 'b', 'strong', 'em', 'i', 'u', 's', 'sub', 'sup', 'code']);

/** Markers are [0, markups opened, markups closed, words], or an atom in place of the words: a line break. */
function markersHtml(markers: unknown[], markups: unknown[][]): string {
  const open: string[] = [];
  let html = '';
  for (const [kind, opened, closed, words] of markers.map(listValue)) {
    for (const index of listValue(opened)) {
      const [tag, attributes] = markups[Number(index)] ?? [];
      const name = typeof tag === 'string' && INLINE.has(tag) ? tag : 'span';
      const [, href] = listValue(attributes);
      html += name === 'a' ? `<a href="${escapeAttribute(String(href ?? ''))}">` : `<${name}>`;
      open.push(name);
    }
    html += kind === 1 ? '<br>' : escapeText(typeof words === 'string' ? words : '');
    for (let count = Number(closed) || 0; count > 0 && open.length > 0; count -= 1)
      html += `</${open.pop()}>`;
  }
  return html;
}
