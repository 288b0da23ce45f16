import { findElements } from '#document/markup-tree.ts';
import type { WireLink, WireMedia } from '../wire-item.schema.ts';
import { nameOf } from './newsml-g2-names.ts';
import { attributeOf, childOf, childrenOf, wordsOf, type XmlElement } from './xml-tree.ts';

const asNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;

/** The renditions of a picture, graphic, audio or video item: remoteContent with its caption, credit and rights. */
export function g2Media(item: XmlElement): WireMedia[] {
  const content = childOf(item, 'contentMeta');
  const caption = childrenOf(content, 'description').find((one) =>
    /caption/i.test(attributeOf(one, 'role') ?? ''),
  );
  const shared: WireMedia = {
    caption: wordsOf(caption),
    credit: wordsOf(childOf(content, 'creditline')),
    rights: wordsOf(childOf(childOf(item, 'rightsInfo'), 'usageTerms')),
  };
  return childrenOf(childOf(item, 'contentSet'), 'remoteContent').map((element) => ({
    ...shared,
    ...partWords(item, attributeOf(element, 'id')),
    href: attributeOf(element, 'href'),
    type: attributeOf(element, 'contenttype'),
    width: asNumber(attributeOf(element, 'width')),
    height: asNumber(attributeOf(element, 'height')),
    alt: nameOf(childOf(element, 'altRep')) ?? partWords(item, attributeOf(element, 'id')).alt,
  }));
}

/** What a partMeta says of one piece of content: its own caption, credit and alt text come before the item's. */
function partWords(item: XmlElement, id: string | undefined): WireMedia {
  const part = childrenOf(item, 'partMeta').find(
    (one) => id !== undefined && (attributeOf(one, 'contentrefs') ?? '').split(/\s+/).includes(id),
  );
  const described = (role: RegExp): string | undefined =>
    wordsOf(childrenOf(part, 'description').find((one) => role.test(attributeOf(one, 'role') ?? '')));
  const words = {
    caption: described(/caption/i),
    credit: wordsOf(childOf(part, 'creditline')),
    alt: described(/alt/i),
  };
  return Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
}

/** What a link or reference points to: the item's name where it is one that says so itself, else an address. */
function referred(element: XmlElement): string {
  const name = attributeOf(element, 'residref');
  if (name !== undefined && /^(?:urn:|tag:|https?:)/i.test(name)) return name;
  return attributeOf(element, 'href') ?? name ?? '';
}

/** Links of the item itself, and the items that a package refers to. */
export function g2Links(item: XmlElement, meta: XmlElement | undefined): WireLink[] {
  const references = findElements(
    { ...item, children: childrenOf(item, 'groupSet') },
    (element) => element.name === 'itemRef' || element.name === 'conceptRef',
    5_000,
  ) as XmlElement[];
  const links = childrenOf(meta, 'link').map((link) => ({
    href: referred(link),
    rel: attributeOf(link, 'rel'),
    type: attributeOf(link, 'contenttype'),
    title: wordsOf(childOf(link, 'title')),
  }));
  const refs = references.map((reference) => ({
    href: referred(reference),
    rel: 'item',
    type: attributeOf(reference, 'contenttype'),
    title: wordsOf(childOf(reference, 'title')) ?? wordsOf(childOf(reference, 'headline')),
  }));
  return [...links, ...refs].filter((link) => link.href !== '');
}
