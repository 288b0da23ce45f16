import { bodyHtml } from './body-html.ts';
import type { Outgoing, OutgoingArticle, OutgoingPicture, OutgoingSubject } from './outgoing.ts';
import { around, empty, toXhtml, words, XML_HEAD } from './xml.ts';

const NAMESPACE = 'http://iptc.org/std/nar/2006-10-01/';
/** Names the schemes behind the aliases used below: cpnat, drol, irel, medtop, ninat, rnd, sig, stat, subj. */
const CATALOG = 'http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml';

/**
 * Articles and stops as one NewsML-G2 2.35 newsMessage, a newsItem each, at power conformance. `sent`: of the newest of them; so the same
 * articles give the same bytes.
 */
export function writeNewsmlG2(items: readonly Outgoing[], message: { sender: string; sent: Date }): string {
  const header = [words('sent', message.sent.toISOString()), words('sender', message.sender)];
  return (
    XML_HEAD +
    around('newsMessage', [around('header', header), `<itemSet>${items.map(newsItem).join('')}</itemSet>`], {
      xmlns: NAMESPACE,
    })
  );
}

const newsItem = (item: Outgoing): string =>
  around(
    'newsItem',
    [
      empty('catalogRef', { href: CATALOG }),
      ...(item.status === 'usable' ? rightsInfo(item) : []),
      itemMeta(item),
      ...(item.status === 'usable'
        ? [contentMeta(item), ...item.pictures.map(partMeta), contentSet(item)]
        : []),
    ],
    {
      standard: 'NewsML-G2',
      standardversion: '2.35',
      conformance: 'power',
      guid: item.guid,
      version: item.version,
      'xml:lang': item.language,
    },
  );

const party = (name: string, holder: string): string =>
  around(name, [words('name', holder)], { literal: holder });

/** The article's rights, and those of each picture that says something of its own. */
const rightsInfo = ({ rights, pictures }: OutgoingArticle): string[] => [
  around('rightsInfo', [
    party('copyrightHolder', rights.holder),
    words('copyrightNotice', rights.notice),
    words('usageTerms', rights.terms),
  ]),
  ...pictures.map((picture, index) =>
    around('rightsInfo', [words('copyrightNotice', picture.rights)], { idrefs: partId(index) }),
  ),
];

function itemMeta(item: Outgoing): string {
  const usable = item.status === 'usable' ? item : undefined;
  return around('itemMeta', [
    empty('itemClass', { qcode: 'ninat:text' }),
    party('provider', item.publisher),
    words('versionCreated', item.versionCreated.toISOString()),
    words('firstCreated', usable?.firstCreated.toISOString()),
    empty('pubStatus', { qcode: `stat:${item.status}` }),
    words('edNote', usable?.note),
    usable?.signal ? empty('signal', { qcode: `sig:${usable.signal}` }) : '',
    usable ? empty('link', { rel: 'irel:seeAlso', href: usable.url, contenttype: 'text/html' }) : '',
  ]);
}

const contentMeta = (item: OutgoingArticle): string =>
  around('contentMeta', [
    words('urgency', item.urgency === undefined ? '' : String(item.urgency)),
    words('contentCreated', item.firstCreated.toISOString()),
    words('contentModified', item.versionCreated.toISOString()),
    around('located', [words('name', item.located)]),
    ...item.authors.map((name) => around('creator', [words('name', name)])),
    empty('language', { tag: item.language }),
    subject({ code: undefined, name: item.section.name, slug: `section:${item.section.slug}` }),
    ...item.subjects.map((one) => subject({ ...one, slug: `topic:${one.slug}` })),
    words('headline', item.headline),
    words('by', item.byline),
    words('creditline', item.credit),
    words('description', item.deck || item.excerpt, { role: 'drol:summary' }),
  ]);

/** A subject under its code in the IPTC's scheme where it has one, else under a literal of the paper's own. */
const subject = ({ code, name, slug }: OutgoingSubject): string =>
  around('subject', [words('name', name)], {
    type: 'cpnat:abstract',
    ...(code !== undefined && /^(?:medtop|subj):\d{8}$/.test(code) ? { qcode: code } : { literal: slug }),
  });

const pictureId = (index: number): string => `picture-${index + 1}`;

/** By this rights and words refer to a picture. */
const partId = (index: number): string => `about-${pictureId(index)}`;

function partMeta(picture: OutgoingPicture, index: number): string {
  const said = [
    words('creditline', picture.credit),
    words('description', picture.caption, { role: 'drol:caption' }),
    words('description', picture.alt, { role: 'drol:altText' }),
  ];
  const attributes = { partid: partId(index), contentrefs: pictureId(index) };
  return around('partMeta', said, attributes) || empty('partMeta', attributes);
}

function contentSet(item: OutgoingArticle): string {
  const page = [
    '<html xmlns="http://www.w3.org/1999/xhtml">',
    `<head>${words('title', item.headline)}</head>`,
    `<body>${toXhtml(bodyHtml(item))}</body></html>`,
  ];
  return around('contentSet', [
    item.body
      ? around('inlineXML', page, { contenttype: 'application/xhtml+xml', wordcount: item.words })
      : '',
    ...item.pictures.map(({ url, type, width, height }, index) =>
      empty('remoteContent', {
        id: pictureId(index),
        rendition: 'rnd:main',
        href: url,
        contenttype: type,
        width,
        height,
      }),
    ),
  ]);
}
