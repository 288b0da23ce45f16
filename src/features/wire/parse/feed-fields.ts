import type { WireLink, WireMedia, WireSubject } from '../wire-item.schema.ts';
import { attributeOf, childrenOf, descendantsOf, elementsOf, wordsOf, type XmlElement } from './xml-tree.ts';

/** The first child of some names that has words; a name is `local` or `vocabulary local`. */
export function firstWords(parent: XmlElement | undefined, names: readonly string[]): string | undefined {
  return firstElement(parent, names, (element) => wordsOf(element) !== undefined) === undefined
    ? undefined
    : wordsOf(firstElement(parent, names, (element) => wordsOf(element) !== undefined));
}

export function firstElement(
  parent: XmlElement | undefined,
  names: readonly string[],
  wanted: (element: XmlElement) => boolean = () => true,
): XmlElement | undefined {
  for (const name of names) {
    const [vocabulary, local] = name.includes(' ') ? name.split(' ') : ['', name];
    const found = childrenOf(parent, local ?? '', vocabulary).find(wanted);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** "mail@x.example (Jo Doe)", "Jo Doe <mail@x.example>", "mailto:…": the name where there is one, else the words. */
export function personName(text: string): string {
  const trimmed = text.trim().replace(/^mailto:/i, '');
  const bracketed = /^[^\s()]{0,200}@[^\s()]{1,200}\s{0,5}\(([^()]{1,200})\)$/.exec(trimmed)?.[1];
  if (bracketed !== undefined) return bracketed.trim();
  const angled = /^([^<>@]{1,200}?)\s{0,5}[<(][^<>()\s]{1,200}@[^<>()\s]{1,200}[>)]$/.exec(trimmed)?.[1];
  return (angled ?? trimmed).trim();
}

/** Categories and subjects: RSS `category`, Atom `category@term`, `dc:subject`, Media RSS and iTunes categories; keywords left alone. */
export function feedSubjects(item: XmlElement): WireSubject[] {
  const subjects: WireSubject[] = [];
  for (const element of elementsOf(item)) {
    const name = element.name.toLowerCase();
    if (name === 'category' && (element.vocabulary === '' || element.vocabulary === 'atom')) {
      const term = attributeOf(element, 'term');
      const label = attributeOf(element, 'label') ?? wordsOf(element);
      if (term !== undefined && label !== undefined && term !== label)
        subjects.push({ code: term, name: label });
      else subjects.push({ name: label ?? term });
    } else if (name === 'subject' && (element.vocabulary === 'dc' || element.vocabulary === 'dcterms')) {
      subjects.push({ name: wordsOf(element) });
    } else if (name === 'category' && element.vocabulary === 'media') {
      subjects.push({ name: attributeOf(element, 'label') ?? wordsOf(element) });
    } else if (name === 'category' && element.vocabulary === 'itunes') {
      const nested = descendantsOf(element, 'category', 20);
      subjects.push(...[element, ...nested].map((one) => ({ name: attributeOf(one, 'text') })));
    }
  }
  return subjects;
}

const asNumber = (text: string | undefined): number | undefined => {
  const found = /^\d{1,7}/.exec(text ?? '');
  return found === null ? undefined : Number(found[0]);
};

/** Enclosures and Media RSS, groups included; the caption, credit and rights that stand beside a file go with it. */
export function feedMedia(item: XmlElement, base?: string): WireMedia[] {
  const media: WireMedia[] = [];
  const resolve = (href: string | undefined): string | undefined =>
    // A base that is no address (the name of a file in the inbox) must not cost an absolute address.
    href === undefined ? undefined : (URL.parse(href, base) ?? URL.parse(href))?.href;
  const read = (element: XmlElement, shared: WireMedia): void => {
    media.push({
      ...shared,
      ...mediaText(element),
      href: resolve(attributeOf(element, 'url')),
      type: attributeOf(element, 'type') ?? attributeOf(element, 'medium'),
      width: asNumber(attributeOf(element, 'width')),
      height: asNumber(attributeOf(element, 'height')),
    });
  };
  for (const element of childrenOf(item, 'enclosure')) read(element, {});
  const shared = mediaText(item);
  for (const group of childrenOf(item, 'group', 'media')) {
    for (const content of childrenOf(group, 'content', 'media'))
      read(content, { ...shared, ...mediaText(group) });
  }
  for (const content of childrenOf(item, 'content', 'media')) read(content, shared);
  if (media.length === 0)
    for (const thumbnail of childrenOf(item, 'thumbnail', 'media')) read(thumbnail, shared);
  return media.filter((one) => one.href !== undefined);
}

function mediaText(element: XmlElement): WireMedia {
  const caption =
    wordsOf(childrenOf(element, 'description', 'media')[0]) ??
    wordsOf(childrenOf(element, 'title', 'media')[0]);
  const title = wordsOf(childrenOf(element, 'title', 'media')[0]);
  const alt = title === caption ? undefined : title;
  const credit = wordsOf(childrenOf(element, 'credit', 'media')[0]);
  const rights = wordsOf(childrenOf(element, 'copyright', 'media')[0]);
  return {
    ...(caption === undefined ? {} : { caption }),
    ...(alt === undefined ? {} : { alt }),
    ...(credit === undefined ? {} : { credit }),
    ...(rights === undefined ? {} : { rights }),
  };
}

/** Atom links, in Atom and in RSS; the relation is `alternate` where none is said. */
export function atomLinks(item: XmlElement, base: string | undefined): WireLink[] {
  return childrenOf(item, 'link')
    .filter((link) => attributeOf(link, 'href') !== undefined)
    .map((link) => {
      const href = attributeOf(link, 'href') ?? '';
      return {
        href: URL.parse(href, base)?.href ?? href,
        rel: attributeOf(link, 'rel')?.toLowerCase() ?? 'alternate',
        type: attributeOf(link, 'type'),
        title: attributeOf(link, 'title'),
      };
    });
}
