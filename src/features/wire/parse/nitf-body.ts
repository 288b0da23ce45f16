import { oneLine } from '#document/clean-text.ts';
import { documentFromMarkup } from '#document/document-from-markup.ts';
import { type MarkupElement, NO_ATTRIBUTES, textOf } from '#document/markup-tree.ts';
import type { BodyDraft } from './body-draft.ts';
import { placeInDateline } from './dateline.ts';
import { takeElements, takePrivateMarkup } from './private-markup.ts';
import { richWords } from './rich-words.ts';
import {
  childOf,
  childrenOf,
  descendantOf,
  descendantsOf,
  elementsOf,
  wordsOf,
  type XmlElement,
} from './xml-tree.ts';

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

/**
 * Notes that readers never see: NITF's non-publishable advisories (`type="npa"`), notes to editors, all notes in the head,
 * and the line at the end by which desks sign ("bur-dk/jm").
 */
const isNote = ({ name, attributes }: MarkupElement): boolean =>
  ((name === 'note' || name === 'tagline') && attributes.type === 'npa') ||
  (name === 'note' && /^(?:editors?-?notes?|ed-?note)$/i.test(attributes.noteclass ?? ''));

/** The copy in an NITF document (3.x): body.content as a document, messages to editors apart; these leave the tree. */
export function nitfBody(nitf: XmlElement, base?: string): BodyDraft {
  const messages = descendantsOf(nitf, 'ed-msg').map((element) => element.attributes.info);
  const head = descendantOf(nitf, 'body.head');
  const ednotes = [
    ...messages.filter((message) => message !== undefined),
    ...takePrivateMarkup(nitf),
    ...takeElements(nitf, isNote).map(textOf),
    ...descendantsOf(head, 'note', 50).map(textOf),
    ...descendantsOf(descendantOf(nitf, 'body.end'), 'tagline', 10).map(textOf),
  ];
  const content = copyOf(nitf);
  takeElements(content, (element) => NOT_COPY.has(element.name));
  const parsed = documentFromMarkup(asHtml(content), base);
  return {
    body: parsed.document,
    ednotes: [...new Set(ednotes.map((note) => oneLine(note)))].filter((note) => note !== ''),
    notes: parsed.notes,
  };
}

/** The element with the copy; a body may hold it in several, and a note may hold such an element of its own. */
function copyOf(nitf: XmlElement): XmlElement {
  const body = descendantOf(nitf, 'body') ?? nitf;
  const contents = childrenOf(body, 'body.content');
  if (contents.length > 1) return { ...body, children: contents };
  return contents[0] ?? body;
}

/** What the head of an NITF body says, for items whose own metadata lacks it. */
export function nitfHead(nitf: XmlElement): Pick<BodyDraft, 'byline' | 'located' | 'headline' | 'abstract'> {
  const head = descendantOf(nitf, 'body.head');
  const hedline = descendantOf(head ?? nitf, 'hedline');
  const words = (element: XmlElement | undefined): string | undefined =>
    element === undefined ? undefined : oneLine(textOf(element)) || undefined;
  return {
    headline: words(descendantOf(hedline, 'hl1')) ?? words(hedline),
    byline: bylineOf(descendantsOf(head ?? nitf, 'byline', 20)),
    located: locatedOf(descendantOf(head ?? nitf, 'dateline')),
    abstract: richWords(descendantOf(head, 'abstract')) ?? words(descendantOf(hedline, 'hl2')),
  };
}

/** Names without the writers' titles; several bylines in a row. */
function bylineOf(bylines: readonly XmlElement[]): string | undefined {
  const names = bylines.map((byline) => {
    const kept = elementsOf(byline).some((child) => child.name === 'byttl')
      ? {
          ...byline,
          children: byline.children.filter((child) => typeof child === 'string' || child.name !== 'byttl'),
        }
      : byline;
    return oneLine(textOf(kept)).replace(/[\s,;]+$/, '');
  });
  const known = [...new Set(names)].filter((name) => name !== '');
  return known.length === 0 ? undefined : known.join(', ');
}

/** The city where one is marked, else the words of the location, else the place in the words of the dateline. */
function locatedOf(dateline: XmlElement | undefined): string | undefined {
  const location = descendantOf(dateline, 'location');
  const city = wordsOf(childOf(location, 'city')) ?? wordsOf(descendantOf(dateline, 'city'));
  const words = city ?? wordsOf(location);
  if (words !== undefined) return oneLine(words).replace(/[\s,–—-]+$/, '');
  return dateline === undefined ? undefined : placeInDateline(textOf(dateline)).located;
}

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
