import type { PubStatus, WireItem, WireSubject } from '../wire-item.schema.ts';
import { readAgencyDate } from './agency-date.ts';
import { placeInDateline } from './dateline.ts';
import { dialectOf } from './dialects/dialects.ts';
import { finishItem, type ItemDraft } from './item-draft.ts';
import { contentSetBody } from './newsml-g2-body.ts';
import { g2Links, g2Media } from './newsml-g2-media.ts';
import { codeOf, nameOf, tail } from './newsml-g2-names.ts';
import { richWords } from './rich-words.ts';
import { attributeOf, childOf, childrenOf, wordsOf, type XmlElement, xmlAttribute } from './xml-tree.ts';

/** One newsItem, packageItem, conceptItem, planningItem or knowledgeItem as a wire item (IPTC NewsML-G2 2.35). */
export function g2Item(
  item: XmlElement,
  header: XmlElement | undefined,
  messageNotes: readonly string[],
): WireItem {
  const notes = [...messageNotes];
  const meta = childOf(item, 'itemMeta');
  const content = contentMetaOf(item);
  const language = languageOf(item, content);
  const dialect = dialectOf(sendersOf(item, meta, header));
  const body = contentSetBody(childOf(item, 'contentSet'), language);
  notes.push(...body.notes);
  const dateline = placeInDateline(wordsOf(childOf(content, 'dateline')));
  const draft: ItemDraft = {
    notes,
    wireCopy: true,
    uri: attributeOf(item, 'guid'),
    version: integer(attributeOf(item, 'version')),
    type: typeOf(item, meta),
    language,
    headline: headlineOf(item, content, meta, language) ?? body.headline,
    slugline: joined(childrenOf(content, 'slugline')),
    byline: joined(childrenOf(content, 'by')) ?? body.byline,
    credit: creditOf(content, meta, header) ?? dialect?.credit,
    zone: dialect?.zone,
    located: nameOf(childOf(content, 'located')) ?? dateline.located ?? body.located,
    abstract: abstractOf(content),
    body: body.body,
    urgency: integer(wordsOf(childOf(content, 'urgency'))),
    pubstatus: pubStatusOf(childOf(meta, 'pubStatus'), notes),
    versioncreated: readAgencyDate(
      'versionCreated',
      [wordsOf(childOf(meta, 'versionCreated'))],
      notes,
      dialect?.zone,
    ),
    firstcreated: readAgencyDate(
      'firstCreated',
      [wordsOf(childOf(meta, 'firstCreated'))],
      notes,
      dialect?.zone,
    ),
    embargoed: embargoOf(childOf(meta, 'embargoed'), notes, dialect?.zone),
    signal: childrenOf(meta, 'signal').map((one) => codeOf(one) ?? ''),
    ednotes: [...childrenOf(meta, 'edNote').map(richWords), ...body.ednotes],
    subject: subjectsOf(content),
    keywords: childrenOf(content, 'keyword').map((one) => wordsOf(one) ?? ''),
    ...rightsOf(item),
    evolvedfrom: evolvedFrom(item),
    links: g2Links(item, meta),
    media: g2Media(item),
  };
  if (draft.uri === undefined) notes.push('The item has no guid.');
  return finishItem(draft);
}

/** The language of the copy: of several, the first that the content is said to be in. */
const languageOf = (item: XmlElement, content: XmlElement | undefined): string | undefined =>
  childrenOf(content, 'language')
    .map((one) => attributeOf(one, 'tag'))
    .find((tag) => tag !== undefined) ?? xmlAttribute(item, 'lang');

/** Of elements in several languages, those in the item's; all, where none is. */
function inLanguage(elements: XmlElement[], language: string | undefined): XmlElement[] {
  const primary = (tag: string | undefined): string | undefined => tag?.toLowerCase().split(/[-_]/)[0];
  const same = elements.filter((one) => primary(xmlAttribute(one, 'lang')) === primary(language));
  return language === undefined || same.length === 0 ? elements : same;
}

function sendersOf(
  item: XmlElement,
  meta: XmlElement | undefined,
  header: XmlElement | undefined,
): (string | undefined)[] {
  const provider = childOf(meta, 'provider');
  const guid = /^(?:urn:newsml:|tag:)([\w.-]{1,80})[:,]/i.exec(attributeOf(item, 'guid') ?? '')?.[1];
  return [nameOf(provider), tail(codeOf(provider)), guid, wordsOf(childOf(header, 'sender'))];
}

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;

/** News has one contentMeta; an event is a concept with its own. */
const contentMetaOf = (item: XmlElement): XmlElement | undefined =>
  childOf(item, 'contentMeta') ?? childOf(item, 'concept');

const TYPES: Readonly<Record<string, WireItem['type']>> = {
  text: 'text',
  picture: 'picture',
  photo: 'picture',
  graphic: 'graphic',
  animated: 'graphic',
  audio: 'audio',
  video: 'video',
  composite: 'composite',
  event: 'event',
};

function typeOf(item: XmlElement, meta: XmlElement | undefined): WireItem['type'] {
  const itemClass = tail(codeOf(childOf(meta, 'itemClass')))?.toLowerCase() ?? '';
  if (item.name === 'packageItem') return 'composite';
  if (item.name === 'conceptItem' || item.name === 'planningItem') return 'event';
  return TYPES[itemClass] ?? (item.name === 'knowledgeItem' ? 'composite' : 'text');
}

function headlineOf(
  item: XmlElement,
  content: XmlElement | undefined,
  meta: XmlElement | undefined,
  language: string | undefined,
): string | undefined {
  const headlines = inLanguage(childrenOf(content, 'headline'), language);
  const ranked = headlines.map((element, order) => ({
    element,
    order,
    rank: Number(attributeOf(element, 'rank') ?? 1),
  }));
  ranked.sort((a, b) => a.rank - b.rank || a.order - b.order);
  const first = ranked.map(({ element }) => wordsOf(element)).find((words) => words !== undefined);
  return first ?? wordsOf(childOf(meta, 'title')) ?? nameOf(childOf(item, 'concept'));
}

function joined(elements: readonly XmlElement[]): string | undefined {
  const words = elements.map((element) => wordsOf(element)).filter((one) => one !== undefined);
  return words.length === 0 ? undefined : words.join(', ');
}

/** What the sender prints under its copy, else who it says informed it, else who sent it. */
function creditOf(
  content: XmlElement | undefined,
  meta: XmlElement | undefined,
  header: XmlElement | undefined,
): string | undefined {
  const provider = childOf(meta, 'provider');
  return (
    joined(childrenOf(content, 'creditline')) ??
    joinedNames(childrenOf(content, 'infoSource')) ??
    nameOf(provider) ??
    (header === undefined ? undefined : nameOf(childOf(header, 'sender')))
  );
}

function joinedNames(elements: readonly XmlElement[]): string | undefined {
  const names = elements.map(nameOf).filter((name) => name !== undefined);
  return names.length === 0 ? undefined : [...new Set(names)].join('/');
}

function abstractOf(content: XmlElement | undefined): string | undefined {
  const descriptions = childrenOf(content, 'description').filter(
    (one) => !/caption/i.test(attributeOf(one, 'role') ?? ''),
  );
  const summary = descriptions.find((one) => /summary|teaser|abstract/i.test(attributeOf(one, 'role') ?? ''));
  return richWords(summary ?? descriptions[0]) ?? richWords(childOf(content, 'definition'));
}

function pubStatusOf(element: XmlElement | undefined, notes: string[]): PubStatus {
  const word = tail(codeOf(element))?.toLowerCase();
  if (word === undefined || word === 'usable') return 'usable';
  if (word === 'canceled' || word === 'cancelled') return 'canceled';
  if (word !== 'withheld') notes.push(`The status "${word.slice(0, 40)}" is unknown; the item is withheld.`);
  return 'withheld';
}

/** Present but empty means: until told otherwise. A time that cannot be read keeps the item back as well. */
function embargoOf(element: XmlElement | undefined, notes: string[], zone?: string): string | undefined {
  if (element === undefined) return undefined;
  return readAgencyDate('embargoed', [wordsOf(element)], notes, zone) ?? 'indefinite';
}

function subjectsOf(content: XmlElement | undefined): WireSubject[] {
  return childrenOf(content, 'subject').map((element) => ({ code: codeOf(element), name: nameOf(element) }));
}

function rightsOf(item: XmlElement): Pick<ItemDraft, 'usageterms' | 'copyrightholder'> {
  const infos = childrenOf(item, 'rightsInfo');
  const all = (name: string): XmlElement[] => infos.flatMap((info) => childrenOf(info, name));
  const terms = all('usageTerms')
    .map(richWords)
    .filter((one) => one !== undefined);
  return {
    usageterms: terms.length === 0 ? undefined : terms.join('\n'),
    copyrightholder: all('copyrightHolder')
      .map((one) => nameOf(one) ?? tail(codeOf(one)))
      .find((one) => one !== undefined),
  };
}

function evolvedFrom(item: XmlElement): string | undefined {
  const link = childrenOf(childOf(item, 'itemMeta'), 'link').find((one) =>
    /evolvedfrom|isupdateof|previousversion|translatedfrom/i.test(attributeOf(one, 'rel') ?? ''),
  );
  return attributeOf(link, 'residref') ?? attributeOf(link, 'href');
}
