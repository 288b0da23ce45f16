import type { Document } from '#document/document.ts';
import { parseText } from '#document/parse-text.ts';
import type { WireCoverage, WireEvent, WireItem, WireSubject } from '../wire-item.schema.ts';
import { eventLines, recurrenceWords } from './event-text.ts';
import { finishItem, type ItemDraft } from './item-draft.ts';
import { g2Links } from './newsml-g2-media.ts';
import { codeOf, nameOf, tail } from './newsml-g2-names.ts';
import { readDate } from './read-date.ts';
import { richWords } from './rich-words.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  descendantsOf,
  wordsOf,
  type XmlElement,
  xmlAttribute,
} from './xml-tree.ts';

/** Whether a concept is an event (EventsML-G2): it has eventDetails, or its type says so. */
export const isEventConcept = (concept: XmlElement | undefined): boolean =>
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

/** `eventoccurstatus` of the IPTC, by its last sign. */
const OCCURS: Readonly<Record<string, WireEvent['status']>> = {
  eos1: 'planned',
  eos2: 'tentative',
  eos3: 'tentative',
  eos4: 'planned',
  eos5: 'confirmed',
  eos6: 'cancelled',
  eos7: 'postponed',
  eos8: 'postponed',
};

function eventOf(details: XmlElement | undefined, notes: string[]): WireEvent {
  const event: WireEvent = {};
  if (details === undefined) return event;
  const dates = childOf(details, 'dates');
  const start = timeOf(childOf(dates, 'start'), 'start', notes);
  const end =
    timeOf(childOf(dates, 'end'), 'end', notes) ?? endByDuration(start, wordsOf(childOf(dates, 'duration')));
  const places = childrenOf(details, 'location')
    .map(placeOf)
    .filter((one) => one !== '');
  const status = OCCURS[tail(codeOf(childOf(details, 'occurStatus')))?.toLowerCase() ?? ''];
  const rule = childOf(dates, 'rRule');
  const recurrence = rule === undefined ? undefined : recurrenceWords(ruleOf(rule));
  const participants = ['organiser', 'organizer', 'participant']
    .flatMap((role) => childrenOf(details, role).map(nameOf))
    .filter((one) => one !== undefined);
  if (start !== undefined) event.start = start;
  if (end !== undefined) event.end = end;
  if (places.length > 0) event.place = places.join('; ');
  if (status !== undefined) event.status = status;
  if (recurrence !== undefined) event.recurrence = recurrence;
  if (participants.length > 0) event.participants = [...new Set(participants)].slice(0, 100);
  return event;
}

/** A date, or a time with offset; both may be cut at the month or the year where no more is known (truncated dates). */
function timeOf(element: XmlElement | undefined, name: string, notes: string[]): string | undefined {
  const text = wordsOf(element);
  if (text === undefined) return undefined;
  if (/^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(text)) return text;
  const floating = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?$/.test(text);
  return floating ? text.padEnd(19, ':00') : readDate(name, [text], notes);
}

/** XML Schema's durations of days, hours and minutes, added to a time. */
function endByDuration(start: string | undefined, duration: string | undefined): string | undefined {
  const found = /^P(?:(\d{1,3})D)?(?:T(?:(\d{1,4})H)?(?:(\d{1,5})M)?)?$/.exec(duration ?? '');
  if (found === null || start === undefined || start.length < 19) return undefined;
  const minutes = Number(found[1] ?? 0) * 1440 + Number(found[2] ?? 0) * 60 + Number(found[3] ?? 0);
  if (minutes === 0) return undefined;
  const wall = new Date(Date.parse(`${start.slice(0, 19)}Z`) + minutes * 60_000);
  return `${wall.toISOString().slice(0, 19)}${start.slice(19)}`;
}

const ruleOf = (rule: XmlElement) => ({
  freq: tail(attributeOf(rule, 'freq')),
  interval: Number(attributeOf(rule, 'interval') ?? 1),
  ...(attributeOf(rule, 'count') === undefined ? {} : { count: Number(attributeOf(rule, 'count')) }),
  ...(attributeOf(rule, 'until') === undefined ? {} : { until: attributeOf(rule, 'until') }),
  days: (attributeOf(rule, 'byday') ?? '').split(/[\s,]+/),
});

/** "Congress Hall, Main Street 1, Berlin, Germany" */
function placeOf(location: XmlElement): string {
  const address =
    childOf(childOf(location, 'POIDetails'), 'address') ??
    childOf(childOf(location, 'geoAreaDetails'), 'address');
  const parts = [
    nameOf(location),
    ...childrenOf(address, 'line').map(wordsOf),
    nameOf(childOf(address, 'locality')) ?? wordsOf(childOf(address, 'locality')),
    nameOf(childOf(address, 'area')),
    nameOf(childOf(address, 'country')),
  ];
  return [...new Set(parts.filter((one) => one !== undefined && one.trim() !== ''))].join(', ');
}

function coverageOf(planning: XmlElement, notes: string[]): WireCoverage {
  const coverage: WireCoverage = {};
  const kind =
    codeTail(childOf(planning, 'itemClass')) ??
    codeTail(childOf(planning, 'g2contentType')) ??
    wordsOf(childOf(planning, 'g2contentType'));
  const scheduled = timeOf(childOf(planning, 'scheduled'), 'scheduled', notes);
  const by = childrenOf(planning, 'assignedTo')
    .map((one) => nameOf(one) ?? codeTail(one))
    .filter((one) => one !== undefined)
    .join(', ');
  const status =
    nameOf(childOf(planning, 'newsCoverageStatus')) ?? codeTail(childOf(planning, 'newsCoverageStatus'));
  if (kind !== undefined) coverage.kind = kind;
  if (scheduled !== undefined) coverage.scheduled = scheduled;
  if (by !== '') coverage.by = by;
  if (status !== undefined) coverage.status = status;
  return coverage;
}

const coverageWords = ({ kind, scheduled, by, status }: WireCoverage): string =>
  [`Planned: ${kind ?? 'coverage'}`, scheduled, by, status].filter((one) => one !== undefined).join(', ');

/** Telephone numbers and addresses of the organiser are for editors. */
const contacts = (details: XmlElement | undefined): string[] =>
  descendantsOf(details, 'contactInfo', 20).map((info) =>
    ['phone', 'email', 'note']
      .flatMap((name) => childrenOf(info, name).map(wordsOf))
      .filter((one) => one !== undefined)
      .join(', '),
  );

const webLinks = (details: XmlElement | undefined) =>
  descendantsOf(details, 'web', 20).map((web) => ({ href: wordsOf(web) ?? '', rel: 'related' }));

const delivered = (sets: readonly XmlElement[]) =>
  sets
    .flatMap((set) => descendantsOf(set, 'deliveredItemRef', 50))
    .map((one) => ({ href: attributeOf(one, 'href') ?? attributeOf(one, 'residref') ?? '', rel: 'item' }));
