import { toText } from '#document/to-text.ts';
import type { WireItem } from '../wire-item.schema.ts';
import { atomLinks, feedMedia, feedSubjects, firstElement, firstWords, personName } from './feed-fields.ts';
import { atomDocument, feedLine, parseFeedBody } from './feed-text.ts';
import { finishItem, type ItemDraft } from './item-draft.ts';
import { readDate } from './read-date.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  elementsOf,
  wordsOf,
  type XmlElement,
  xmlAttribute,
} from './xml-tree.ts';

/** What a channel says for all its items, read once: a feed may have very many of them. */
export type ChannelContext = {
  base: string | undefined;
  language: string | undefined;
  byline: string | undefined;
  notes: readonly string[];
};

export function channelContext(
  channel: XmlElement | undefined,
  root: XmlElement,
  notes: readonly string[],
  base: string | undefined,
): ChannelContext {
  return {
    base:
      xmlAttribute(channel, 'base') ??
      xmlAttribute(root, 'base') ??
      base ??
      wordsOf(childOf(channel, 'link', '')),
    language:
      firstWords(channel, ['language', 'dc language']) ??
      xmlAttribute(channel, 'lang') ??
      xmlAttribute(root, 'lang'),
    // A channel's own author speaks for all its items; its webmaster or editor does not.
    byline: authorsIn(channel, ['author', 'atom author', 'dc creator', 'itunes author']),
    notes,
  };
}

/** One `<item>` of RSS 0.9x, 1.0 or 2.0, with the Dublin Core, content, Media RSS, Atom and iTunes elements in it. */
export function rssItem(item: XmlElement, context: ChannelContext): WireItem {
  const notes = [...context.notes];
  const link = linkOf(item);
  const base = xmlAttribute(item, 'base') ?? context.base ?? link;
  const language =
    firstWords(item, ['dc language', 'language', 'dcterms language']) ??
    xmlAttribute(item, 'lang') ??
    context.language;
  const published = readDate('pubDate', datesOf(item, PUBLISHED), notes, language);
  const modified = readDate('date of change', datesOf(item, MODIFIED), notes, language);
  const draft: ItemDraft = {
    notes,
    uri: uriOf(item, link),
    language,
    headline: titleOf(item),
    byline: authorsIn(item, AUTHORS) ?? context.byline,
    credit: creditOf(item),
    versioncreated: modified ?? published,
    firstcreated: published,
    subject: feedSubjects(item),
    copyrightholder: firstWords(item, ['copyright', 'dc rights', 'dcterms rights', 'media copyright']),
    media: feedMedia(item, base),
    links: linksOf(item, link, base),
    ...bodyOf(item, base, notes),
  };
  return finishItem(draft);
}

const PUBLISHED = [
  'pubDate',
  'dcterms issued',
  'dcterms created',
  'atom published',
  'atom issued',
  'atom created',
  'published',
  'issued',
  'created',
  'dc date',
  'date',
];
const MODIFIED = [
  'atom updated',
  'dcterms modified',
  'atom modified',
  'lastBuildDate',
  'updated',
  'modified',
];

const datesOf = (item: XmlElement, names: readonly string[]): (string | undefined)[] =>
  names.map((name) => firstWords(item, [name]));

/** Items have a link by words, by Atom's attribute, by a permanent guid, or by RDF's `about`. */
function linkOf(item: XmlElement): string | undefined {
  const atom = childrenOf(item, 'link').filter((link) =>
    /^(?:alternate)?$/i.test(attributeOf(link, 'rel') ?? ''),
  );
  const written =
    firstWords(item, ['link', 'atom link']) ??
    atom.map((one) => attributeOf(one, 'href')).find((href) => href !== undefined);
  if (written !== undefined) return written;
  const guid = firstElement(item, ['guid']);
  const permanent = attributeOf(guid, 'isPermaLink')?.toLowerCase() !== 'false';
  const words = wordsOf(guid);
  if (words !== undefined && permanent && /^https?:/i.test(words)) return words;
  return attributeOf(item, 'rdf:about') ?? attributeOf(item, 'about');
}

const uriOf = (item: XmlElement, link: string | undefined): string | undefined =>
  firstWords(item, ['guid', 'atom id', 'id']) ??
  attributeOf(item, 'rdf:about') ??
  attributeOf(item, 'about') ??
  link ??
  firstWords(item, ['dc identifier']);

function titleOf(item: XmlElement): string | undefined {
  const title = firstElement(
    item,
    ['title', 'dc title', 'atom title', 'media title', 'itunes title'],
    hasWords,
  );
  if (title === undefined) return undefined;
  if (elementsOf(title).length > 0) return toText(parseFeedBody(title).document).replace(/\s+/g, ' ');
  return feedLine(wordsOf(title) ?? '');
}

const filled = (element: XmlElement): boolean => hasWords(element) || elementsOf(element).length > 0;

const hasWords = (element: XmlElement): boolean => wordsOf(element) !== undefined;

const AUTHORS = ['dc creator', 'author', 'atom author', 'dc author', 'itunes author', 'dcterms creator'];

function authorsIn(parent: XmlElement | undefined, names: readonly string[]): string | undefined {
  for (const name of names) {
    const [vocabulary, local] = name.includes(' ') ? name.split(' ') : ['', name];
    const people = childrenOf(parent, local ?? '', vocabulary)
      .map((element) => wordsOf(childrenOf(element, 'name')[0]) ?? wordsOf(element))
      .filter((words) => words !== undefined)
      .map((words) => personName(feedLine(words)));
    if (people.length > 0) return [...new Set(people)].join(', ');
  }
  return undefined;
}

/** Whose copy it is, where the item itself says so; the channel that carries it is no credit. */
const creditOf = (item: XmlElement): string | undefined =>
  firstWords(item, ['dc publisher', 'dc source', 'source']);

function linksOf(item: XmlElement, link: string | undefined, base: string | undefined): WireItem['links'] {
  const resolved = link === undefined ? undefined : (URL.parse(link, base)?.href ?? undefined);
  const permanent = resolved === undefined ? [] : [{ href: safeOriginal(link, resolved), rel: 'alternate' }];
  const comments = firstWords(item, ['comments']);
  return [
    ...permanent,
    ...atomLinks(item, base),
    ...(comments === undefined ? [] : [{ href: comments, rel: 'replies' }]),
  ];
}

const safeOriginal = (link: string | undefined, resolved: string): string =>
  link !== undefined && /^https?:\/\//i.test(link) ? link : resolved;

const CONTENTS = ['content encoded', 'xhtml body', 'body', 'fullitem', 'fulltext', 'xhtml div'];
const SUMMARIES = [
  'description',
  'dc description',
  'dcterms abstract',
  'summary',
  'atom summary',
  'itunes summary',
  'media description',
  'itunes subtitle',
];

/** The fullest text is the body; a shorter one beside it is the summary. */
function bodyOf(
  item: XmlElement,
  base: string | undefined,
  notes: string[],
): Pick<ItemDraft, 'body' | 'abstract' | 'bodySent' | 'ednotes'> {
  const full = firstElement(item, CONTENTS, filled);
  const atom = firstElement(item, ['atom content', 'content'], filled);
  const summary = firstElement(item, SUMMARIES, filled);
  const parsed =
    full !== undefined
      ? parseFeedBody(full, baseOf(full, base))
      : atom !== undefined
        ? atomDocument(atom, baseOf(atom, base))
        : undefined;
  if (parsed === undefined && summary === undefined) return {};
  const short = summary === undefined ? undefined : parseFeedBody(summary, baseOf(summary, base));
  const body = parsed ?? short;
  if (body === undefined) return {};
  notes.push(...body.notes);
  const sent = { body: body.document, bodySent: true, ednotes: body.ednotes };
  if (parsed === undefined || short === undefined) return sent;
  const abstract = toText(short.document);
  return { ...sent, ...(abstract === toText(parsed.document) ? {} : { abstract }) };
}

const baseOf = (element: XmlElement, base: string | undefined): string | undefined => {
  const own = xmlAttribute(element, 'base');
  return own === undefined ? base : (URL.parse(own, base)?.href ?? base);
};
