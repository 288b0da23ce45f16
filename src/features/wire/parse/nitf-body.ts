import { documentFromMarkup } from '#document/document-from-markup.ts';
import { findElements, type MarkupElement, NO_ATTRIBUTES, textOf } from '#document/markup-tree.ts';
import type { BodyDraft } from './body-draft.ts';
import { takeElements, takePrivateMarkup } from './private-markup.ts';
import type { XmlElement } from './xml-tree.ts';

/** NITF's names for what HTML calls otherwise. */
const AS_HTML: Readonly<Record<string, string>> = {
  hl1: 'h2',
  hl2: 'h3',
  bq: 'blockquote',
  block: 'div',
  'body.content': 'div',
  fn: 'p',
  note: 'blockquote',
  'nitf-table': 'table',
  abstract: 'div',
};

/** What NITF puts into the copy that is not its words: pictures come with the item's media. */
const NOT_COPY = new Set([
  'media',
  'nitf-table-metadata',
  'body.head',
  'body.end',
  'head',
  'tagline',
  'distributor',
]);

/** The copy in an NITF document (3.x): body.content as a document, messages to editors apart. */
export function nitfBody(nitf: XmlElement, base?: string): BodyDraft {
  const ednotes = [
    ...findElements(nitf, (element) => element.name === 'ed-msg').map(
      (element) => element.attributes.info ?? textOf(element),
    ),
    ...takePrivateMarkup(nitf),
  ];
  const content = find(nitf, 'body.content') ?? find(nitf, 'body') ?? nitf;
  takeElements(content, (element) => NOT_COPY.has(element.name));
  const parsed = documentFromMarkup(asHtml(content), base);
  return {
    body: parsed.document,
    ednotes: ednotes.map((note) => note.trim()).filter((note) => note !== ''),
    notes: parsed.notes,
  };
}

/** Headline, byline and place from an NITF head, for items whose own metadata lacks them. */
export function nitfHead(nitf: XmlElement): Pick<BodyDraft, 'byline' | 'located' | 'headline'> {
  const words = (name: string): string | undefined => {
    const element = find(nitf, name);
    return element === undefined ? undefined : textOf(element).replace(/\s+/g, ' ').trim() || undefined;
  };
  const located = words('location') ?? words('dateline');
  return { headline: words('hl1') ?? words('hedline'), byline: words('byline'), located };
}

const find = (root: MarkupElement, name: string): MarkupElement | undefined =>
  findElements(root, (element) => element.name === name, 1)[0];

/** A copy of the tree under HTML's names, made on an explicit stack. */
function asHtml(root: MarkupElement): MarkupElement {
  const copy = renamed(root);
  const stack: [MarkupElement, MarkupElement][] = [[root, copy]];
  for (let pair = stack.pop(); pair !== undefined; pair = stack.pop()) {
    const [from, to] = pair;
    for (const child of from.children) {
      if (typeof child === 'string') to.children.push(child);
      else {
        const next = renamed(child);
        to.children.push(next);
        stack.push([child, next]);
      }
    }
  }
  return copy;
}

const renamed = (element: MarkupElement): MarkupElement => ({
  name: AS_HTML[element.name] ?? element.name,
  attributes: element.name === 'a' ? element.attributes : NO_ATTRIBUTES,
  children: [],
});
