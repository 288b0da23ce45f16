import type { Document } from '#document/document.ts';
import { parseText } from '#document/parse-text.ts';
import type { WireEvent, WireItem, WireSubject } from '../wire-item.schema.ts';
import { eventLines } from './event-text.ts';
import { contacts, coverageOf, coverageWords, delivered, eventOf, webLinks } from './eventsml-details.ts';
import { finishItem, type ItemDraft } from './item-draft.ts';
import { g2Links } from './newsml-g2-media.ts';
import { codeOf, nameOf, tail } from './newsml-g2-names.ts';
import { readDate } from './read-date.ts';
import { richWords } from './rich-words.ts';
import { attributeOf, childOf, childrenOf, wordsOf, type XmlElement, xmlAttribute } from './xml-tree.ts';

/** Whether a concept is an event (EventsML-G2): it has eventDetails, or its type says so. */
const isEventConcept = (concept: XmlElement | undefined): boolean =>
  childOf(concept, 'eventDetails') !== undefined ||
  childrenOf(concept, 'type').some((type) => tail(codeOf(type))?.toLowerCase() === 'event');

/** Whether an item of NewsML-G2 plans: a planningItem, an event's conceptItem, or a knowledgeItem that holds events. */
export function isEventItem(item: XmlElement): boolean {
  const name = item.name.toLowerCase();
  if (name === 'planningitem') return true;
  if (name === 'conceptitem') return isEventConcept(childOf(item, 'concept'));
  return name === 'knowledgeitem' && eventConcepts(item).length > 0;
}

const eventConcepts = (item: XmlElement): XmlElement[] =>
  childrenOf(childOf(item, 'conceptSet'), 'concept').filter(isEventConcept);

/** The wire items of one such item (IPTC EventsML-G2, NewsML-G2 2.35): an event each. */
export function eventItems(
  item: XmlElement,
  header: XmlElement | undefined,
  messageNotes: readonly string[],
): WireItem[] {
  if (item.name.toLowerCase() === 'knowledgeitem')
    return eventConcepts(item).map((concept) =>
      conceptItem(item, concept, header, messageNotes, conceptName(concept)),
    );
  if (item.name.toLowerCase() === 'planningitem') return [planningItem(item, header, messageNotes)];
  return [conceptItem(item, childOf(item, 'concept'), header, messageNotes, attributeOf(item, 'guid'))];
}

const conceptName = (concept: XmlElement | undefined): string | undefined =>
  codeOf(childOf(concept, 'conceptId'));

function conceptItem(
  item: XmlElement,
  concept: XmlElement | undefined,
  header: XmlElement | undefined,
  messageNotes: readonly string[],
  uri: string | undefined,
): WireItem {
  const notes = [...messageNotes];
  const details = childOf(concept, 'eventDetails');
  const meta = childOf(item, 'itemMeta');
  const event = eventOf(details, notes);
  const id = conceptName(concept);
  const definitions = childrenOf(concept, 'definition');
  const long = definitions.find((one) => /long/i.test(attributeOf(one, 'role') ?? ''));
  const short = definitions.find((one) => one !== long);
  const language = languageOf(item, concept, details);
  return finishItem({
    ...shared(item, meta, header, notes, language),
    uri: uri ?? id,
    headline: wordsOf(childOf(concept, 'name')) ?? wordsOf(childOf(meta, 'title')),
    abstract: long === undefined ? undefined : richWords(short),
    body: bodyOf(event, language, [
      richWords(long ?? short),
      ...childrenOf(concept, 'note').filter(isPublic).map(richWords),
    ]),
    pubstatus: event.status === 'cancelled' ? 'canceled' : statusOf(meta, notes),
    subject: subjectsOf([details, concept, childOf(item, 'contentMeta')]),
    ednotes: [
      ...childrenOf(meta, 'edNote').map(richWords),
      ...childrenOf(concept, 'note')
        .filter((one) => !isPublic(one))
        .map(richWords),
      ...contacts(details),
    ],
    located: nameOf(
      childOf(childOf(childOf(childOf(details, 'location'), 'POIDetails'), 'address'), 'locality'),
    ),
    links: [
      ...g2Links(item, meta),
      ...webLinks(details),
      ...(id === undefined || !/^(?:https?|urn):/i.test(id) ? [] : [{ href: id, rel: 'about' }]),
    ],
    event,
  });
}

function planningItem(
  item: XmlElement,
  header: XmlElement | undefined,
  messageNotes: readonly string[],
): WireItem {
  const notes = [...messageNotes];
  const meta = childOf(item, 'itemMeta');
  const content = childOf(item, 'contentMeta');
  const asserted = childrenOf(item, 'assert')
    .map((one) => childOf(one, 'eventDetails'))
    .find((one) => one !== undefined);
  const sets = childrenOf(childOf(item, 'newsCoverageSet'), 'newsCoverage');
  const coverage = sets.flatMap((one) =>
    childrenOf(one, 'planning').map((planning) => coverageOf(planning, notes)),
  );
  const event: WireEvent = { ...eventOf(asserted, notes), ...(coverage.length === 0 ? {} : { coverage }) };
  const language = languageOf(item, content, asserted);
  const plannings = sets.flatMap((one) => childrenOf(one, 'planning'));
  const descriptions = childrenOf(content, 'description');
  return finishItem({
    ...shared(item, meta, header, notes, language),
    uri: attributeOf(item, 'guid'),
    headline:
      wordsOf(childOf(content, 'headline')) ??
      wordsOf(childOf(meta, 'title')) ??
      plannings.map((one) => wordsOf(childOf(one, 'headline'))).find((one) => one !== undefined),
    slugline: wordsOf(childOf(content, 'slugline')),
    body: bodyOf(event, language, descriptions.map(richWords)),
    pubstatus: event.status === 'cancelled' ? 'canceled' : statusOf(meta, notes),
    subject: subjectsOf([content, ...plannings]),
    ednotes: [
      ...childrenOf(meta, 'edNote').map(richWords),
      ...plannings.flatMap((one) => childrenOf(one, 'edNote').map(richWords)),
      ...coverage.map(coverageWords),
    ],
    located: nameOf(childOf(content, 'located')),
    links: [...g2Links(item, meta), ...delivered(sets)],
    event,
  });
}

function shared(
  item: XmlElement,
  meta: XmlElement | undefined,
  header: XmlElement | undefined,
  notes: string[],
  language: string | undefined,
): ItemDraft {
  const version = attributeOf(item, 'version');
  const content = childOf(item, 'contentMeta');
  const rights = childOf(item, 'rightsInfo');
  const embargoed = childOf(meta, 'embargoed');
  if (attributeOf(item, 'guid') === undefined) notes.push('The item has no guid.');
  return {
    notes,
    wireCopy: true,
    type: 'event',
    language,
    version: version !== undefined && /^\d{1,15}$/.test(version) ? Number(version) : undefined,
    credit:
      wordsOf(childOf(content, 'creditline')) ??
      nameOf(childOf(meta, 'provider')) ??
      codeTail(childOf(meta, 'provider')) ??
      nameOf(childOf(header, 'sender')),
    urgency: Number(wordsOf(childOf(content, 'urgency')) ?? Number.NaN) || undefined,
    versioncreated: readDate('versionCreated', [wordsOf(childOf(meta, 'versionCreated'))], notes),
    firstcreated: readDate('firstCreated', [wordsOf(childOf(meta, 'firstCreated'))], notes),
    embargoed:
      embargoed === undefined
        ? undefined
        : (readDate('embargoed', [wordsOf(embargoed)], notes) ?? 'indefinite'),
    signal: childrenOf(meta, 'signal').map((one) => codeOf(one) ?? ''),
    keywords: childrenOf(content, 'keyword').map((one) => wordsOf(one) ?? ''),
    usageterms: richWords(childOf(rights, 'usageTerms')),
    copyrightholder: nameOf(childOf(rights, 'copyrightHolder')),
  };
}

const codeTail = (element: XmlElement | undefined): string | undefined => tail(codeOf(element));

const languageOf = (
  item: XmlElement,
  content: XmlElement | undefined,
  details: XmlElement | undefined,
): string | undefined =>
  attributeOf(childOf(content, 'language'), 'tag') ??
  xmlAttribute(content, 'lang') ??
  xmlAttribute(childOf(content, 'name'), 'lang') ??
  attributeOf(childOf(details, 'language'), 'tag') ??
  xmlAttribute(item, 'lang');

const isPublic = (note: XmlElement): boolean =>
  !/(?:ed|editor|internal|private)/i.test(tail(attributeOf(note, 'role')) ?? '');

function statusOf(meta: XmlElement | undefined, notes: string[]): ItemDraft['pubstatus'] {
  const word = tail(codeOf(childOf(meta, 'pubStatus')))?.toLowerCase();
  if (word === undefined || word === 'usable') return 'usable';
  if (word === 'canceled' || word === 'cancelled') return 'canceled';
  if (word !== 'withheld') notes.push(`The status "${word.slice(0, 40)}" is unknown; the item is withheld.`);
  return 'withheld';
}

const bodyOf = (
  event: WireEvent,
  language: string | undefined,
  texts: readonly (string | undefined)[],
): Document => ({
  type: 'doc',
  content: [
    ...eventLines(event, language),
    ...texts.filter((text) => text !== undefined).flatMap((text) => parseText(text).content),
  ],
});

const subjectsOf = (parents: readonly (XmlElement | undefined)[]): WireSubject[] =>
  parents.flatMap((parent) =>
    childrenOf(parent, 'subject').map((element) => ({ code: codeOf(element), name: nameOf(element) })),
  );
