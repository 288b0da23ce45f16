import { parseHtml } from '#document/parse-html.ts';
import { toText } from '#document/to-text.ts';
import type { PubStatus, WireItem } from '../wire-item.schema.ts';
import { placeInDateline } from './dateline.ts';
import { finishItem, type ItemDraft } from './item-draft.ts';
import {
  flatKeys,
  integerValue,
  isObject,
  type JsonObject,
  listValue,
  objectList,
  textValue,
} from './json-value.ts';
import { ninjsBody } from './ninjs-body.ts';
import { ninjsMedia } from './ninjs-media.ts';
import { best, texts } from './ninjs-texts.ts';
import { readDate } from './read-date.ts';

/** One ninjs object, of whichever version, as a wire item. Keys are read without regard to letter case or separators. */
export function ninjsItem(object: JsonObject): WireItem {
  const flat = flatKeys(object);
  const notes: string[] = [];
  const body = ninjsBody(flat);
  notes.push(...body.notes);
  const language = textValue(flat.language) ?? languageOf(flat);
  const dateline = placeInDateline(textValue(flat.dateline));
  const { media, links } = ninjsMedia(flat);
  const draft: ItemDraft = {
    notes,
    wireCopy: true,
    uri: identifierOf(flat),
    version: integerValue(flat.version),
    type: TYPES[(textValue(flat.type) ?? '').toLowerCase()] ?? 'text',
    language,
    headline:
      best(flat.headlines, ['main', 'headline', 'title'])?.text ??
      textValue(flat.headline) ??
      textValue(flat.title),
    slugline: textValue(flat.slugline),
    byline: bylineOf(flat),
    credit: creditOf(flat),
    located: locatedOf(flat) ?? dateline.located,
    abstract: abstractOf(flat),
    body: body.document,
    urgency: integerValue(flat.urgency),
    pubstatus: pubStatusOf(textValue(flat.pubstatus), notes),
    versioncreated: readDate('versioncreated', [textValue(flat.versioncreated)], notes),
    firstcreated: readDate('firstcreated', [textValue(flat.firstcreated)], notes),
    embargoed: embargoOf(flat, notes),
    signal: listValue(flat.signals ?? flat.signal).map((one) => codeOf(one) ?? ''),
    ednotes: [...ednotesOf(flat), ...body.ednotes],
    subject: subjectsOf(flat),
    keywords: listValue(flat.keywords ?? flat.keyword).flatMap((one) => splitKeywords(textValue(one))),
    usageterms: usageTermsOf(flat),
    copyrightholder: nameOf(flat.copyrightholder),
    evolvedfrom: textValue(flat.evolvedfrom),
    links,
    media,
  };
  if (draft.uri === undefined) notes.push('The item has no uri.');
  return finishItem(draft);
}

const TYPES: Readonly<Record<string, WireItem['type']>> = {
  text: 'text',
  picture: 'picture',
  image: 'picture',
  photo: 'picture',
  graphic: 'graphic',
  audio: 'audio',
  video: 'video',
  composite: 'composite',
  package: 'composite',
  event: 'event',
  planning: 'event',
};

const splitKeywords = (text: string | undefined): string[] => (text === undefined ? [] : text.split(/[;,]/));

/** AP's interface names an item by an address of itself, and by what all its versions share. */
const identifierOf = (flat: JsonObject): string | undefined => {
  const ids = isObject(flat.altids) ? flatKeys(flat.altids) : undefined;
  const address = textValue(flat.uri);
  return address === undefined || /^https?:\/\/[\w.]{0,20}ap\.org\//i.test(address)
    ? (textValue(ids?.itemid) ?? address)
    : address;
};

const usageTermsOf = (flat: JsonObject): string | undefined => {
  const terms = listValue(flat.usageterms)
    .map(textValue)
    .filter((one) => one !== undefined);
  return terms.length === 0 ? undefined : terms.join('\n');
};

const nameOf = (value: unknown): string | undefined =>
  isObject(value) ? textValue(value.name) : textValue(value);

const codeOf = (value: unknown): string | undefined => {
  if (!isObject(value)) return textValue(value);
  const flat = flatKeys(value);
  return textValue(flat.uri) ?? textValue(flat.qcode) ?? textValue(flat.code) ?? textValue(flat.literal);
};

function bylineOf(flat: JsonObject): string | undefined {
  const direct = textValue(flat.byline) ?? textValue(flat.by);
  if (direct !== undefined) return direct;
  const named = texts(flat.bylines).map((one) => one.text);
  if (named.length > 0) return named.join(', ');
  const people = objectList(flat.bylines ?? flat.people ?? flat.authors).map(flatKeys);
  const authors = people
    .filter(
      (one) => 'byline' in one || 'by' in one || flat.authors !== undefined || flat.bylines !== undefined,
    )
    .map((one) => textValue(one.byline) ?? textValue(one.name) ?? textValue(one.by));
  const known = authors.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : known.join(', ');
}

function creditOf(flat: JsonObject): string | undefined {
  const sources = listValue(flat.infosources ?? flat.infosource ?? flat.source)
    .filter((one) => !isObject(one) || !/^(?:sponsor|advertiser)$/i.test(textValue(one.role) ?? ''))
    .map(nameOf)
    .filter((name) => name !== undefined);
  return (
    textValue(flat.creditline) ??
    textValue(flat.credit) ??
    (sources.length > 0 ? [...new Set(sources)].join('/') : nameOf(flat.provider))
  );
}

function locatedOf(flat: JsonObject): string | undefined {
  const names = listValue(flat.located)
    .map(nameOf)
    .filter((name) => name !== undefined);
  const city = isObject(flat.datelinelocation) ? textValue(flat.datelinelocation.city) : undefined;
  return names.length === 0 ? city : names.join(', ');
}

function abstractOf(flat: JsonObject): string | undefined {
  const listed = texts(flat.descriptions).filter((one) => !/caption|ednote|internal/.test(one.role));
  const chosen = listed.find((one) => /summary|abstract|teaser|short/.test(one.role)) ?? listed[0];
  if (chosen !== undefined) return plain(chosen.text, /html/.test(chosen.contentType));
  const direct =
    textValue(flat.descriptiontext) ??
    textValue(flat.description) ??
    textValue(flat.summary) ??
    textValue(flat.headlineextended);
  const html = textValue(flat.descriptionhtml) ?? textValue(flat.descriptionxhtml);
  return direct ?? (html === undefined ? undefined : plain(html, true));
}

const plain = (text: string, html: boolean): string => (html ? toText(parseHtml(text).document) : text);

function languageOf(flat: JsonObject): string | undefined {
  const first = objectList(flat.headlines ?? flat.bodies)
    .map(flatKeys)
    .find((one) => textValue(one.language) !== undefined);
  return textValue(first?.language);
}

function pubStatusOf(word: string | undefined, notes: string[]): PubStatus {
  const status = word?.toLowerCase().replace(/^.*:/, '');
  if (status === undefined || status === 'usable') return 'usable';
  if (status === 'canceled' || status === 'cancelled') return 'canceled';
  if (status !== 'withheld')
    notes.push(`The status "${status.slice(0, 40)}" is unknown; the item is withheld.`);
  return 'withheld';
}

function embargoOf(flat: JsonObject, notes: string[]): string | undefined {
  const value = flat.embargoeduntil ?? flat.embargoed ?? flat.embargo;
  if (value === undefined || value === null || value === false) return undefined;
  return readDate('embargoed', [textValue(value)], notes) ?? 'indefinite';
}

const ednotesOf = (flat: JsonObject): (string | undefined)[] =>
  ['ednote', 'ednotes', 'editorialnote', 'notetoeditors'].flatMap((name) =>
    texts(flat[name]).map((one) => one.text),
  );

const THINGS = [
  'subject',
  'subjects',
  'place',
  'places',
  'person',
  'people',
  'organisation',
  'organisations',
  'event',
  'events',
  'object',
  'objects',
];

const subjectsOf = (flat: JsonObject): { code?: string; name?: string }[] =>
  THINGS.flatMap((name) => listValue(flat[name])).map((one) => ({
    code: isObject(one) ? codeOf(one) : undefined,
    name: nameOf(one),
  }));
