import { nitfBlocks } from './nitf-body.ts';
import { nitfMedia } from './nitf-media.ts';
import type { Outgoing, OutgoingArticle } from './outgoing.ts';
import { around, empty, words, XML_HEAD } from './xml.ts';

/** The values are fixed by the schema. */
const VERSION = {
  version: '-//IPTC//DTD NITF 3.6//EN',
  'change.date': 'September 11, 2009',
  'change.time': '12:26',
};

/** An article or a stop as an NITF 3.6 document. */
export const writeNitf = (item: Outgoing): string => XML_HEAD + nitfOf(item);

/** NITF has no way to send several: they stand in an element of ours, each of them a document as `writeNitf` makes it. */
export const writeNitfList = (items: readonly Outgoing[]): string =>
  `${XML_HEAD}<nitf-documents>${items.map(nitfOf).join('')}</nitf-documents>`;

const nitfOf = (item: Outgoing): string =>
  around('nitf', [head(item), item.status === 'usable' ? body(item) : '<body/>'], {
    xmlns: 'http://iptc.org/std/NITF/2006-10-18/',
    ...VERSION,
    uno: item.guid,
    baselang: item.language,
  });

/** 20261124T105510Z: the form that the standard asks for. */
const norm = (time: Date): string => time.toISOString().replace(/[-:]|\.\d+/g, '');

function head(item: Outgoing): string {
  const usable = item.status === 'usable' ? item : undefined;
  const numbers = usable?.subjects.flatMap(({ code, name }) => {
    const number = /^(?:medtop|subj):(\d{8})$/.exec(code ?? '')?.[1];
    return number ? [{ number, name }] : [];
  });
  const subjects = (numbers ?? []).map(({ number, name }) =>
    empty('tobject.subject', { 'tobject.subject.refnum': number, 'tobject.subject.type': name }),
  );
  return around('head', [
    words('title', usable?.headline),
    around('tobject', subjects, { 'tobject.type': 'news' }),
    docdata(item),
    usable ? pubdata(usable) : '',
  ]);
}

function docdata(item: Outgoing): string {
  const usable = item.status === 'usable' ? item : undefined;
  const stop = usable ? {} : { 'management-doc-idref': item.guid, 'management-idref-status': item.status };
  return around(
    'docdata',
    [
      ...(usable ? versionOf(usable) : []),
      empty('doc-id', { regsrc: item.publisher, 'id-string': item.guid }),
      usable?.urgency === undefined ? '' : empty('urgency', { 'ed-urg': usable.urgency }),
      empty('date.issue', { norm: norm(item.versionCreated) }),
      empty('du-key', { version: item.version, key: item.guid }),
      ...(usable ? rightsOf(usable) : []),
    ],
    { 'management-status': item.status, ...stop },
  );
}

/** A correction has an element of its own, an update's note is a message to editors. */
function versionOf({ signal, note, guid, publisher }: OutgoingArticle): string[] {
  if (signal === 'correction')
    return [empty('correction', { info: note, 'id-string': guid, regsrc: publisher })];
  return note ? [empty('ed-msg', { info: note })] : [];
}

function rightsOf({ rights, firstCreated, section, subjects }: OutgoingArticle): string[] {
  const year = firstCreated.getUTCFullYear();
  const keywords = [section.name, ...subjects.map(({ name }) => name)];
  return [
    empty('doc.copyright', { year, holder: rights.holder }),
    rights.terms ? empty('doc.rights', { owner: rights.holder, limitations: rights.terms }) : '',
    around(
      'key-list',
      keywords.map((key) => empty('keyword', { key })),
    ),
  ];
}

const pubdata = ({ url, publisher, firstCreated, section }: OutgoingArticle): string =>
  empty('pubdata', {
    type: 'web',
    'date.publication': norm(firstCreated),
    name: publisher,
    'position.section': section.name,
    'ex-ref': url,
  });

function body(item: OutgoingArticle): string {
  const placed = new Set(item.body?.content.flatMap((one) => (one.type === 'figure' ? [one.attrs.src] : [])));
  const apart = item.pictures.filter(({ href }) => !placed.has(href)).map(nitfMedia);
  const content = [...apart, item.body ? nitfBlocks(item.body.content, item.pictures) : ''];
  return around('body', [
    around('body.head', [
      around('hedline', [words('hl1', item.headline), words('hl2', item.deck)]),
      words('byline', item.byline),
      words('distributor', item.credit),
      around('dateline', [words('location', item.located)]),
      around('abstract', [words('p', item.deck || item.excerpt)]),
    ]),
    around('body.content', content),
  ]);
}
