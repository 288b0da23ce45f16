import { toZonedIso } from './demo-dates.ts';
import type { DemoItem, DemoPicture } from './demo-item.ts';
import { DEMO_ZONE } from './demo-paper.ts';
import { toXhtml, toXmlText } from './story-body.ts';

const NAMESPACE = 'http://iptc.org/std/nar/2006-10-01/';

type Provider = { code: string; name: string };

/**
 * A NewsML-G2 2.35 newsMessage with one newsItem (power conformance): inline XHTML, and each picture as remoteContent
 * described by a partMeta that refers to it.
 */
export function toNewsmlG2(item: DemoItem, provider: Provider): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<newsMessage xmlns="${NAMESPACE}">`,
    '<header>',
    element('sent', timeOf(item.versionCreated)),
    element('sender', `${provider.code}.example`),
    element('transmitId', `${item.guid}:${item.version}`),
    '</header>',
    '<itemSet>',
    `<newsItem guid="${toXmlText(item.guid)}" version="${item.version}" standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="${item.language}">`,
    '<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml"/>',
    ...catalog(),
    '<rightsInfo>',
    `<copyrightHolder><name>${toXmlText(provider.name)}</name></copyrightHolder>`,
    '</rightsInfo>',
    ...itemMeta(item, provider),
    ...contentMeta(item),
    ...item.pictures.flatMap(partMeta),
    ...contentSet(item),
    '</newsItem>',
    '</itemSet>',
    '</newsMessage>',
    '',
  ].join('\n');
}

const timeOf = (instant: Date): string => toZonedIso(instant, DEMO_ZONE);
const element = (name: string, text: string): string => `<${name}>${toXmlText(text)}</${name}>`;
const optional = (name: string, text: string | undefined): string[] => (text ? [element(name, text)] : []);
const qcode = (name: string, code: string): string => `<${name} qcode="${toXmlText(code)}"/>`;

function catalog(): string[] {
  const scheme = (alias: string): string =>
    `<scheme alias="${alias}" uri="https://courier.example/schemes/${alias}/"/>`;
  return ['<catalog>', scheme('demo-sect'), scheme('demo-topic'), '</catalog>'];
}

function itemMeta(item: DemoItem, provider: Provider): string[] {
  return [
    '<itemMeta>',
    qcode('itemClass', 'ninat:text'),
    `<provider literal="${toXmlText(provider.code)}"><name>${toXmlText(provider.name)}</name></provider>`,
    element('versionCreated', timeOf(item.versionCreated)),
    element('firstCreated', timeOf(item.firstCreated)),
    ...optional('embargoed', item.embargoed && timeOf(item.embargoed)),
    qcode('pubStatus', `stat:${item.status}`),
    ...optional('edNote', item.ednote),
    ...(item.signal ? [qcode('signal', `sig:${item.signal}`)] : []),
    ...translationLink(item),
    '</itemMeta>',
  ];
}

/** The original is named as an item (residref) and as an address (href), which receivers read one or the other of. */
function translationLink(item: DemoItem): string[] {
  if (!item.translationOf) return [];
  const guid = toXmlText(item.translationOf);
  return [`<link rel="irel:translationOf" residref="${guid}" href="${guid}"/>`];
}

function contentMeta(item: DemoItem): string[] {
  return [
    '<contentMeta>',
    element('urgency', String(item.urgency)),
    ...(item.located ? [`<located><name>${toXmlText(item.located)}</name></located>`] : []),
    `<language tag="${item.language}"/>`,
    ...item.subjects.map(
      ({ code, name }) =>
        `<subject type="cpnat:abstract" qcode="${toXmlText(code)}"><name>${toXmlText(name)}</name></subject>`,
    ),
    ...optional('slugline', item.slugline),
    element('headline', item.headline),
    ...optional('by', item.byline),
    ...optional('creditline', item.credit),
    ...(item.deck ? [`<description role="drol:summary">${toXmlText(item.deck)}</description>`] : []),
    '</contentMeta>',
  ];
}

const partId = (index: number): string => `picture-${index + 1}`;

function partMeta(picture: DemoPicture, index: number): string[] {
  return [
    `<partMeta partid="about-${partId(index)}" contentrefs="${partId(index)}">`,
    element('creditline', picture.credit),
    `<description role="drol:caption">${toXmlText(picture.caption)}</description>`,
    `<description role="drol:altText">${toXmlText(picture.alt)}</description>`,
    '</partMeta>',
  ];
}

function contentSet(item: DemoItem): string[] {
  return [
    '<contentSet>',
    `<inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">`,
    `<head><title>${toXmlText(item.headline)}</title></head>`,
    `<body>\n${toXhtml(item.body)}\n</body></html></inlineXML>`,
    ...item.pictures.map(
      ({ href }, index) =>
        `<remoteContent id="${partId(index)}" rendition="rnd:main" href="${toXmlText(href)}" contenttype="image/svg+xml"/>`,
    ),
    '</contentSet>',
  ];
}
