import type { PubStatus, WireLink } from '../wire-item.schema.ts';
import { readAgencyDate } from './agency-date.ts';
import type { ItemDraft } from './item-draft.ts';
import { attributeOf, childOf, childrenOf, wordsOf, type XmlElement } from './xml-tree.ts';

type Docdata = Partial<
  Pick<
    ItemDraft,
    | 'uri'
    | 'version'
    | 'urgency'
    | 'pubstatus'
    | 'versioncreated'
    | 'firstcreated'
    | 'embargoed'
    | 'slugline'
    | 'credit'
    | 'copyrightholder'
    | 'usageterms'
    | 'signal'
    | 'ednotes'
    | 'links'
  >
>;

/**
 * What an NITF head says of the document: identity, times, status, rights, messages to editors. NITF knows one time of
 * issue, which is when this document was made. `zone`: the agency's, for times that name none.
 */
export function nitfDocdata(
  head: XmlElement | undefined,
  notes: string[],
  zone: string | undefined,
): Docdata {
  const docdata = childOf(head, 'docdata');
  const pubdata = childOf(head, 'pubdata');
  const status = attributeOf(docdata, 'management-status')?.toLowerCase();
  const issued = readAgencyDate(
    'date.issue',
    [normOf(docdata, 'date.issue'), attributeOf(pubdata, 'date.publication')],
    notes,
    zone,
  );
  const released = readAgencyDate('date.release', [normOf(docdata, 'date.release')], notes, zone);
  const duKey = childOf(docdata, 'du-key');
  const corrections = childrenOf(docdata, 'correction');
  return {
    uri: attributeOf(childOf(docdata, 'doc-id'), 'id-string'),
    version: integer(attributeOf(duKey, 'version')),
    urgency: integer(attributeOf(childOf(docdata, 'urgency'), 'ed-urg')),
    pubstatus: isKilled(docdata) ? 'canceled' : pubStatusOf(status, notes),
    versioncreated: issued,
    firstcreated: issued,
    embargoed: embargoOf(status, issued, released),
    slugline: slugIn(attributeOf(duKey, 'key')),
    credit: attributeOf(childOf(docdata, 'doc.rights'), 'provider') ?? attributeOf(pubdata, 'name'),
    ...rightsOf(docdata),
    signal: corrections.length > 0 ? ['sig:correction'] : [],
    ednotes: childrenOf(docdata, 'ed-msg')
      .flatMap((message) => [attributeOf(message, 'info') ?? wordsOf(message)])
      .concat(corrections.map((correction) => attributeOf(correction, 'info'))),
    links: linksOf(duKey, corrections, pubdata),
  };
}

const normOf = (docdata: XmlElement | undefined, name: string): string | undefined => {
  const element = childOf(docdata, name);
  return attributeOf(element, 'norm') ?? wordsOf(element);
};

const integer = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined;

/** A kill may stand in the message to editors alone. */
const isKilled = (docdata: XmlElement | undefined): boolean =>
  childrenOf(docdata, 'ed-msg').some((message) =>
    /^(?:mandatory |bulletin )?kill/i.test(attributeOf(message, 'msg-type') ?? ''),
  );

/** "embargoed" is usable from a moment on: the embargo holds it, and lifts by itself. */
function pubStatusOf(word: string | undefined, notes: string[]): PubStatus {
  if (word === undefined || word === 'usable' || word === 'embargoed') return 'usable';
  if (/^(?:cancell?ed|killed)$/.test(word)) return 'canceled';
  if (word !== 'withheld') notes.push(`The status "${word.slice(0, 40)}" is unknown; the item is withheld.`);
  return 'withheld';
}

/** A release after the issue holds the copy, whatever the status says; "embargoed" without one holds it until told. */
function embargoOf(
  status: string | undefined,
  issued: string | undefined,
  released: string | undefined,
): string | undefined {
  if (status === 'embargoed') return released ?? 'indefinite';
  const later = issued !== undefined && released !== undefined && Date.parse(released) > Date.parse(issued);
  return later ? released : undefined;
}

function rightsOf(docdata: XmlElement | undefined): Pick<Docdata, 'copyrightholder' | 'usageterms'> {
  const rights = childrenOf(docdata, 'doc.rights');
  const terms = rights
    .flatMap((one) => ['limitations', 'geography', 'type'].map((name) => attributeOf(one, name)))
    .filter((one) => one !== undefined);
  return {
    copyrightholder:
      attributeOf(childOf(docdata, 'doc.copyright'), 'holder') ?? attributeOf(rights[0], 'owner'),
    usageterms: terms.length === 0 ? undefined : [...new Set(terms)].join('\n'),
  };
}

/** A key is often the slug; a number or a machine's identifier is none. */
const slugIn = (key: string | undefined): string | undefined =>
  key !== undefined && /\p{L}{3}/u.test(key) && !/^[\da-f-]{16,}$|:/i.test(key) ? key : undefined;

/** `du-key:` stands before a dynamic-use key so that it can be no address; documents with the same one are one story. */
function linksOf(
  duKey: XmlElement | undefined,
  corrections: readonly XmlElement[],
  pubdata: XmlElement | undefined,
): WireLink[] {
  const key = attributeOf(duKey, 'key');
  const address = attributeOf(pubdata, 'ex-ref');
  return [
    ...(key === undefined ? [] : [{ rel: 'du-key', href: `du-key:${key}` }]),
    ...corrections.map((one) => ({ rel: 'correction', href: attributeOf(one, 'id-string') ?? '' })),
    ...(address === undefined ? [] : [{ rel: 'alternate', href: address }]),
  ];
}
