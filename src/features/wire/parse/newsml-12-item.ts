import type { WireItem, WireLink, WireSubject } from '../wire-item.schema.ts';
import { placeInDateline } from './dateline.ts';
import type { Dialect } from './dialects/dialect.ts';
import { dialectOf } from './dialects/dialects.ts';
import { finishItem, type ItemDraft } from './item-draft.ts';
import { commentNotes, descriptiveKeywords, newsLines } from './newsml-12-lines.ts';
import { newsManagement } from './newsml-12-management.ts';
import { newsml12Media } from './newsml-12-media.ts';
import { formalName, identityOf, partiesOf, propertiesOf, withoutRevision } from './newsml-12-names.ts';
import { componentsOf, languageOf, type Part, partsOf } from './newsml-12-parts.ts';
import { newsml12Rights } from './newsml-12-rights.ts';
import { newsml12Text } from './newsml-12-text.ts';
import { nitfDocdata } from './nitf-docdata.ts';
import { nitfSubjects } from './nitf-subjects.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  outermostOf,
  wordsOf,
  type XmlElement,
  xmlAttribute,
} from './xml-tree.ts';

type Message = {
  root: XmlElement;
  envelope: XmlElement | undefined;
  notes: readonly string[];
  /** What the message's own topics say that formal names mean. */
  topics: ReadonlyMap<string, string>;
};

/** The wire items of one NewsItem: itself, or the texts in it where its agency sends several in one. */
export function newsml12Items(newsItem: XmlElement, message: Message): WireItem[] {
  const dialect = dialectOf(sendersOf(newsItem, message));
  const parts = dialect?.newsmlParts?.(newsItem) ?? [];
  if (parts.length === 0) return [itemOf(newsItem, undefined, message, dialect)];
  return parts.map((part) => itemOf(newsItem, part, message, dialect));
}

function sendersOf(newsItem: XmlElement, { root, envelope }: Message): (string | undefined)[] {
  const identifier = childOf(childOf(newsItem, 'Identification'), 'NewsIdentifier');
  const provider = wordsOf(childOf(identifier, 'ProviderId'));
  const admin = childOf(childOf(newsItem, 'NewsComponent'), 'AdministrativeMetadata');
  const catalog = attributeOf(childOf(root, 'Catalog'), 'Href') ?? '';
  return [
    provider,
    provider?.replace(/^www\.|^texto\.|^[\w-]{1,20}\.(?=\w{2,20}\.\w{2,3}$)/i, ''),
    ...partiesOf(childOf(admin, 'Provider')),
    ...partiesOf(childOf(envelope, 'SentFrom')),
    ...partiesOf(childOf(admin, 'Source')),
    /^https?:\/\/(?:www\.)?([\w.-]{3,60})/i.exec(catalog)?.[1],
  ];
}

function itemOf(
  newsItem: XmlElement,
  text: XmlElement | undefined,
  message: Message,
  dialect: Dialect | undefined,
): WireItem {
  const notes = [...message.notes];
  const root = childOf(newsItem, 'NewsComponent');
  const parts = text === undefined || root === undefined ? partsOf(root) : partsOf(text, [root]);
  const language = languageIn(newsItem, parts, text);
  const body = newsml12Text(parts, language);
  // The components around the text, the nearest first; then, for a message of fields alone, the outermost.
  const around = body.part === undefined ? componentsWithLines(text ?? root) : [...body.part.chain].reverse();
  const lines = newsLines(around, language);
  const identity = identityOf(newsItem);
  const management = newsManagement(newsItem, notes, dialect?.zone);
  const { topics } = message;
  // NITF within has a head of its own, which some senders fill and some leave out.
  const inner = childOf(body.nitf, 'head');
  const dateline = placeInDateline(lines.dateline);
  const media = newsml12Media(partsOf(root));
  notes.push(...body.notes);
  const draft: ItemDraft = {
    notes,
    wireCopy: true,
    ...management,
    uri: text === undefined ? identity.uri : attributeOf(text, 'Duid'),
    version: identity.version,
    type: typeOf(body.sent, media.length > 0 ? parts : [], newsItem),
    language,
    headline: lines.headline ?? body.headline,
    slugline: lines.slugline ?? wordsOf(childOf(childOf(newsItem, 'Identification'), 'NameLabel')),
    byline: lines.byline ?? body.byline ?? authorIn(around),
    zone: dialect?.zone,
    credit: lines.credit ?? creditOf(around, message, topics) ?? dialect?.credit,
    located: dateline.located ?? body.located ?? originOf(around),
    abstract: lines.abstract ?? body.summary ?? body.abstract,
    body: body.body,
    bodySent: body.sent,
    signal: [...management.signal, ...(identity.updates ? ['sig:update'] : [])],
    ednotes: [...management.ednotes, ...lines.ednotes, ...commentNotes(newsItem), ...body.ednotes],
    subject: [...subjectsOf(around, topics), ...nitfSubjects(inner)],
    keywords: [...lines.keywords, ...descriptiveKeywords(around)],
    ...newsml12Rights(around, lines.copyright),
    links: [
      ...management.links,
      ...references(newsItem),
      ...(nitfDocdata(inner, [], dialect?.zone).links ?? []),
    ],
    media,
  };
  if (body.nitf !== undefined) dialect?.nitf?.(draft, body.nitf);
  dialect?.newsml?.(draft, newsItem);
  if (draft.uri === undefined) notes.push('The item has no identifier.');
  return finishItem(draft);
}

/** The components with lines of their own, from the outermost in, where there is no text to start from. */
function componentsWithLines(root: XmlElement | undefined): XmlElement[] {
  if (root === undefined) return [];
  return [
    root,
    ...componentsOf(root)
      .slice(0, 200)
      .filter((one) => childOf(one, 'NewsLines') !== undefined),
  ];
}

function languageIn(
  newsItem: XmlElement,
  parts: readonly Part[],
  text: XmlElement | undefined,
): string | undefined {
  const root = childOf(newsItem, 'NewsComponent');
  return (
    (text === undefined ? undefined : languageOf(text)) ??
    languageOf(root) ??
    parts.find((part) => part.kind === 'text')?.language ??
    xmlAttribute(newsItem, 'lang') ??
    xmlAttribute(descendantsOf(newsItem, 'HeadLine', 1)[0], 'lang')
  );
}

function typeOf(hasText: boolean, parts: readonly Part[], newsItem: XmlElement): WireItem['type'] {
  if (hasText) return 'text';
  const kind = parts.find((part) => part.kind !== 'text' && part.kind !== 'other')?.kind;
  if (kind !== undefined && kind !== 'text' && kind !== 'other') return kind;
  return references(newsItem).length > 0 ? 'composite' : 'text';
}

const authorIn = (around: readonly XmlElement[]): string | undefined => {
  const names = around.flatMap((one) => propertiesOf(childOf(one, 'AdministrativeMetadata'), /^author$/i));
  return names.length === 0 ? undefined : [...new Set(names)].join(', ');
};

/** Whose copy it is: its sources, else who provides it, else who sent it. */
function creditOf(
  around: readonly XmlElement[],
  { envelope }: Message,
  topics: ReadonlyMap<string, string>,
): string | undefined {
  const admins = around.map((one) => childOf(one, 'AdministrativeMetadata'));
  const named = (name: string): string[] =>
    admins.flatMap((admin) => childrenOf(admin, name).flatMap(partiesOf));
  const names = [named('Source'), named('Provider'), partiesOf(childOf(envelope, 'SentFrom'))].find(
    (list) => list.length > 0,
  );
  return names === undefined
    ? undefined
    : [...new Set(names.map((name) => topics.get(name) ?? name))].join('/');
}

function originOf(around: readonly XmlElement[]): string | undefined {
  const places = around
    .flatMap((one) => childrenOf(childOf(one, 'DescriptiveMetadata'), 'Location'))
    .filter((place) => /origin/i.test(attributeOf(place, 'HowPresent') ?? 'origin'));
  return places.map((place) => propertiesOf(place, /^city$/i)[0]).find((one) => one !== undefined);
}

const LEVELS = new Set(['subject', 'subjectmatter', 'subjectdetail', 'subjectqualifier']);

/** Subject codes of every level; genres and topics by name. */
function subjectsOf(around: readonly XmlElement[], topics: ReadonlyMap<string, string>): WireSubject[] {
  return around.flatMap((component) => {
    const described = childOf(component, 'DescriptiveMetadata') ?? childOf(component, 'DescriptiveMetada');
    return childrenOf(described, 'SubjectCode')
      .flatMap((code) => code.children)
      .filter((child) => typeof child !== 'string')
      .filter((child) => LEVELS.has(child.name.toLowerCase()))
      .map((child) => ({
        code: formalName(child),
        name: attributeOf(child, 'Name') ?? topics.get(formalName(child) ?? ''),
      }));
  });
}

const references = (newsItem: XmlElement): WireLink[] =>
  outermostOf(newsItem, 'NewsItemRef', ['NewsItem'])
    .slice(0, 5_000)
    .map((reference) => ({
      rel: 'item',
      href: withoutRevision(attributeOf(reference, 'NewsItem') ?? ''),
    }));
