import { attributeOf, childOf, childrenOf, type XmlElement } from './xml-tree.ts';

/** What a `meta` element in an NITF head says under a name, whatever the letter case of the name. */
export function metaContent(nitf: XmlElement, ...names: string[]): string | undefined {
  const metas = childrenOf(childOf(nitf, 'head'), 'meta');
  for (const name of names) {
    const wanted = name.toLowerCase();
    const found = metas.find((meta) => attributeOf(meta, 'name')?.toLowerCase() === wanted);
    const content = attributeOf(found, 'content');
    if (content !== undefined) return content;
  }
  return undefined;
}
