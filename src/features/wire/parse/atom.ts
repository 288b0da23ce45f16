import { toText } from '#document/to-text.ts';
import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireFailure, WireItem } from '../wire-item.schema.ts';
import { applyApMetadata } from './dialects/ap-atom.ts';
import { atomLinks, feedMedia, feedSubjects, firstElement, firstWords, personName } from './feed-fields.ts';
import { atomDocument, atomLine } from './feed-text.ts';
import { finishItem, type ItemDraft } from './item-draft.ts';
import { LIMITS, refuse } from './limits.ts';
import { nitfBody } from './nitf-body.ts';
import { readDate } from './read-date.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantOf,
  elementsOf,
  wordsOf,
  type XmlElement,
  xmlAttribute,
} from './xml-tree.ts';

/** Atom 0.3 and 1.0 (RFC 4287): a feed or one entry. `base` is the feed's address. */
export function parseAtom(root: XmlElement, messageNotes: readonly string[], base?: string): ParsedMessage {
  const isEntry = (element: XmlElement): boolean => element.name.toLowerCase() === 'entry';
  const elements = isEntry(root) ? [root] : elementsOf(root).filter(isEntry);
  if (elements.length > LIMITS.items) refuse(`The feed holds more than ${LIMITS.items} entries.`);
  const feed = isEntry(root) ? undefined : root;
  const items: WireItem[] = [];
  const failures: WireFailure[] = [];
  const context = feedContext(feed, messageNotes, resolve(xmlAttribute(root, 'base'), base));
  elements.forEach((entry, position) => {
    try {
      items.push(atomEntry(entry, context));
    } catch (error) {
      const uri = firstWords(entry, NAMES.id);
      failures.push({ position, ...(uri === undefined ? {} : { uri }), reason: messageOf(error) });
    }
  });
  return { format: 'atom', items, failures };
}

/** Elements of Atom may be in its namespace or, in careless feeds, in none. */
const both = (...names: string[]): string[] => names.flatMap((name) => [`atom ${name}`, name]);
const NAMES = {
  id: both('id'),
  title: [...both('title'), 'dc title', 'media title'],
  published: [...both('published', 'issued', 'created'), 'dcterms issued', 'dcterms created'],
  updated: [...both('updated', 'modified'), 'dcterms modified', 'dc date', 'pubDate'],
  content: [...both('content'), 'xhtml body', 'xhtml div'],
  summary: [...both('summary', 'tagline'), 'dc description', 'description', 'media description'],
  rights: [...both('rights', 'copyright'), 'dc rights'],
};

const resolve = (relative: string | undefined, base: string | undefined): string | undefined =>
  relative === undefined ? base : (URL.parse(relative, base)?.href ?? base);

/** What a feed says for all its entries, read once: it may have very many of them. */
type FeedContext = {
  base: string | undefined;
  alternate: string | undefined;
  language: string | undefined;
  byline: string | undefined;
  rights: string | undefined;
  notes: readonly string[];
};

function feedContext(
  feed: XmlElement | undefined,
  notes: readonly string[],
  base: string | undefined,
): FeedContext {
  const links = feed === undefined ? [] : atomLinks(feed, base);
  return {
    base,
    alternate: links.find((link) => link.rel === 'alternate')?.href,
    language: xmlAttribute(feed, 'lang') ?? firstWords(feed, ['dc language', 'language']),
    byline: authorsIn(feed),
    rights: atomLine(firstElement(feed, NAMES.rights)),
    notes,
  };
}

function atomEntry(entry: XmlElement, feed: FeedContext): WireItem {
  const notes = [...feed.notes];
  const base = resolve(xmlAttribute(entry, 'base'), feed.base);
  const links = atomLinks(entry, base ?? feed.alternate);
  const alternate = links.find((link) => link.rel === 'alternate')?.href ?? firstWords(entry, both('link'));
  const language = languageOf(entry) ?? feed.language;
  const published = readDate('published', [firstWords(entry, NAMES.published)], notes, language);
  const updated = readDate('updated', [firstWords(entry, NAMES.updated)], notes, language);
  const draft: ItemDraft = {
    notes,
    uri: firstWords(entry, [...NAMES.id, 'guid']) ?? alternate,
    language,
    headline: atomLine(firstElement(entry, NAMES.title)),
    byline: authorsIn(entry) ?? authorsIn(childOf(entry, 'source')) ?? feed.byline,
    credit: firstWords(entry, ['dc publisher', 'dc source']),
    versioncreated: updated ?? published,
    firstcreated: published,
    subject: feedSubjects(entry),
    copyrightholder:
      atomLine(firstElement(entry, NAMES.rights)) ??
      atomLine(firstElement(childOf(entry, 'source'), NAMES.rights)) ??
      feed.rights,
    links,
    media: [
      ...feedMedia(entry, base),
      ...links.filter((link) => link.rel === 'enclosure').map(({ href, type }) => ({ href, type })),
    ],
    ...bodyOf(entry, base ?? alternate ?? feed.alternate, notes),
  };
  applyApMetadata(draft, entry);
  return finishItem(draft);
}

/** The nearest statement: the content's own, the entry's, its title's. */
const languageOf = (entry: XmlElement): string | undefined =>
  [firstElement(entry, NAMES.content), entry, firstElement(entry, NAMES.title)]
    .map((element) => xmlAttribute(element, 'lang'))
    .find((tag) => tag !== undefined) ?? firstWords(entry, ['dc language']);

/** Authors of an entry, of its source or of its feed; the nearest counts (RFC 4287, 4.2.1). */
function authorsIn(parent: XmlElement | undefined): string | undefined {
  const authors = childrenOf(parent, 'author').map(
    (author) => wordsOf(childOf(author, 'name')) ?? plainAuthor(author),
  );
  const creators = childrenOf(parent, 'creator').map(wordsOf);
  const names = [...authors, ...creators].filter((name) => name !== undefined).map(personName);
  return names.length === 0 ? undefined : [...new Set(names)].join(', ');
}

const plainAuthor = (author: XmlElement): string | undefined =>
  elementsOf(author).length === 0 ? wordsOf(author) : wordsOf(childOf(author, 'email'));

function bodyOf(
  entry: XmlElement,
  base: string | undefined,
  notes: string[],
): Pick<ItemDraft, 'body' | 'abstract' | 'bodySent' | 'ednotes'> {
  const filled = (element: XmlElement): boolean =>
    wordsOf(element) !== undefined || elementsOf(element).length > 0;
  const contents = NAMES.content.flatMap((name) => {
    const [vocabulary, local] = name.includes(' ') ? name.split(' ') : ['', name];
    return childrenOf(entry, local ?? '', vocabulary).filter(filled);
  });
  // 0.3 allows several contents; one of markup says more than its plain twin.
  const content = contents.find((one) => /html/i.test(attributeOf(one, 'type') ?? '')) ?? contents[0];
  const summary = firstElement(entry, NAMES.summary, filled);
  const chosen = content ?? summary;
  if (chosen === undefined) return {};
  const nitf = descendantOf(chosen, 'nitf');
  if (nitf !== undefined) {
    const copy = nitfBody(nitf, base);
    return { body: copy.body, bodySent: true, ednotes: copy.ednotes };
  }
  const parsed = atomDocument(chosen, resolve(xmlAttribute(chosen, 'base'), base));
  notes.push(...parsed.notes);
  const sent = { body: parsed.document, bodySent: true, ednotes: parsed.ednotes };
  if (content === undefined || summary === undefined) return sent;
  const abstract = toText(atomDocument(summary, base).document);
  return { ...sent, ...(abstract === toText(parsed.document) ? {} : { abstract }) };
}
