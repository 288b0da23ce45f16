import type { WireMedia } from '../wire-item.schema.ts';
import { attributeOf, childOf, childrenOf, descendantsOf, wordsOf, type XmlElement } from './xml-tree.ts';

const asNumber = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : undefined;

/** The pictures, films and sounds of an NITF document: one entry each, in its largest rendition. */
export function nitfMedia(nitf: XmlElement): WireMedia[] {
  return descendantsOf(nitf, 'media', 500).map((media) => {
    const reference = largest(childrenOf(media, 'media-reference'));
    const credit = wordsOf(childOf(media, 'media-producer')) ?? metadata(media, /credit|source/i);
    return {
      href: attributeOf(reference, 'source') ?? attributeOf(reference, 'data-location'),
      type: typeOf(media, reference),
      width: asNumber(attributeOf(reference, 'width')),
      height: asNumber(attributeOf(reference, 'height')),
      alt: attributeOf(reference, 'alternate-text'),
      caption: wordsOf(childOf(media, 'media-caption')),
      credit,
      rights: attributeOf(reference, 'copyright') ?? metadata(media, /rights|copyright/i),
    };
  });
}

/** The widest; of those without a width, the first that is no small one. */
function largest(references: readonly XmlElement[]): XmlElement | undefined {
  const isSmall = (one: XmlElement): boolean => /thumb|small|preview/i.test(attributeOf(one, 'name') ?? '');
  const size = (one: XmlElement): number =>
    Number(attributeOf(one, 'width') ?? 0) - (isSmall(one) ? 100_000 : 0);
  return [...references].sort((a, b) => size(b) - size(a))[0];
}

function typeOf(media: XmlElement, reference: XmlElement | undefined): string | undefined {
  const type = attributeOf(reference, 'mime-type');
  if (type !== undefined) return type;
  const kind = attributeOf(media, 'media-type')?.toLowerCase();
  return kind !== undefined && /^(?:image|video|audio)$/.test(kind) ? kind : undefined;
}

function metadata(media: XmlElement, name: RegExp): string | undefined {
  const found = childrenOf(media, 'media-metadata').find((one) => name.test(attributeOf(one, 'name') ?? ''));
  return attributeOf(found, 'value');
}
