import type { WireLink, WireMedia } from '../wire-item.schema.ts';
import { flatKeys, integerValue, isObject, type JsonObject, objectList, textValue } from './json-value.ts';

/** The values of what 1.x writes as an object of named things and 2.x/3.x as a list. */
const things = (value: unknown): JsonObject[] =>
  (Array.isArray(value) ? value : isObject(value) ? Object.values(value) : []).filter(isObject).map(flatKeys);

/** Pictures and films of an item and of those associated with it, and links to what it belongs to. */
export function ninjsMedia(flat: JsonObject): { media: WireMedia[]; links: WireLink[] } {
  const media = mediaOf(flat, flat);
  const links: WireLink[] = [];
  for (const associated of things(flat.associations ?? flat.association).slice(0, 500)) {
    media.push(...mediaOf(associated, associated));
    const uri = textValue(associated.uri);
    if (uri !== undefined && /^https?:/i.test(uri)) {
      links.push({ href: uri, rel: 'item', title: textValue(associated.headline) ?? titleOf(associated) });
    }
  }
  for (const link of objectList(flat.links ?? flat.link).map(flatKeys)) {
    const href = textValue(link.href) ?? textValue(link.url) ?? textValue(link.uri);
    if (href !== undefined)
      links.push({
        href,
        rel: textValue(link.rel),
        type: textValue(link.mimetype),
        title: textValue(link.title),
      });
  }
  return { media, links };
}

const titleOf = (flat: JsonObject): string | undefined =>
  textValue(objectList(flat.headlines)[0]?.value) ?? textValue(flat.title);

function mediaOf(flat: JsonObject, item: JsonObject): WireMedia[] {
  const isText = /^(?:text|composite|event|planning)?$/.test((textValue(item.type) ?? '').toLowerCase());
  const shared: WireMedia = isText
    ? {}
    : {
        caption: textValue(item.descriptioncaption) ?? textValue(item.descriptiontext) ?? captionOf(item),
        credit: textValue(item.creditline) ?? textValue(item.byline) ?? textValue(item.by),
        rights: textValue(item.usageterms) ?? textValue(item.copyrightnotice),
        alt: textValue(item.alttext),
        ...(textValue(item.type)?.toLowerCase() === 'graphic' && { kind: 'graphic' }),
      };
  return things(flat.renditions)
    .slice(0, 200)
    .map((rendition) => ({
      ...shared,
      href: textValue(rendition.href) ?? textValue(rendition.url),
      type: textValue(rendition.contenttype) ?? textValue(rendition.mimetype),
      width: integerValue(rendition.width),
      height: integerValue(rendition.height),
    }))
    .filter((one) => one.href !== undefined);
}

function captionOf(item: JsonObject): string | undefined {
  const descriptions = objectList(item.descriptions).map(flatKeys);
  const caption = descriptions.find((one) => /caption/i.test(textValue(one.role) ?? '')) ?? descriptions[0];
  return textValue(caption?.value);
}
