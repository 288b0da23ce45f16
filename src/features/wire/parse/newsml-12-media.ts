import type { WireMedia } from '../wire-item.schema.ts';
import { formalName, propertiesOf } from './newsml-12-names.ts';
import { dataOf, isEquivalents, type Part } from './newsml-12-parts.ts';
import { attributeOf, childOf, wordsOf, type XmlElement } from './xml-tree.ts';

const MIME: Readonly<Record<string, string>> = {
  picture: 'image',
  graphic: 'image',
  video: 'video',
  audio: 'audio',
};

/** The pictures, graphics, films and sounds of an item: one entry each, in its largest rendition; at most 500. */
export function newsml12Media(parts: readonly Part[]): WireMedia[] {
  const captions = captionsByHolder(parts);
  const groups = new Map<XmlElement, Part[]>();
  for (const part of parts) {
    if (part.kind === 'text' || part.kind === 'other') continue;
    const group = groupOf(part, captions);
    const known = groups.get(group);
    if (known !== undefined) known.push(part);
    else if (groups.size < 500) groups.set(group, [part]);
  }
  return [...groups].flatMap(([group, renditions]) => {
    const [best] = [...renditions].sort((a, b) => sizeOf(b) - sizeOf(a));
    return best === undefined ? [] : [mediaOf(best, group, captions.get(group)?.[0])];
  });
}

const CAPTION = /^(?:caption|legend|description)$/i;

/** Captions by the component that holds their component: what else is in that one is what they are about. */
function captionsByHolder(parts: readonly Part[]): ReadonlyMap<XmlElement, Part[]> {
  const held = new Map<XmlElement, Part[]>();
  for (const part of parts) {
    const holder = CAPTION.test(part.role) ? part.chain.at(-2) : undefined;
    if (holder === undefined) continue;
    const known = held.get(holder);
    if (known === undefined) held.set(holder, [part]);
    else known.push(part);
  }
  return held;
}

/** The component that is one picture: the nearest with one caption beside it, else the list of its renditions. */
function groupOf({ chain, content }: Part, captions: ReadonlyMap<XmlElement, Part[]>): XmlElement {
  const inner = [...chain].reverse();
  const captioned = inner.find((component) => captions.get(component)?.length === 1);
  return captioned ?? inner.find(isEquivalents) ?? inner[0] ?? content;
}

function mediaOf(part: Part, group: XmlElement, caption: Part | undefined): WireMedia {
  const { content, chain } = part;
  const about = [...chain].reverse();
  const upTo = about.slice(0, about.indexOf(group) + 1);
  const line = (name: string): string | undefined =>
    upTo
      .map((component) => wordsOf(childOf(childOf(component, 'NewsLines'), name)))
      .find((one) => one !== undefined);
  const traits = childOf(content, 'Characteristics');
  const pixels = (name: RegExp): number => Number(propertiesOf(traits, name)[0] ?? Number.NaN);
  return {
    href: attributeOf(content, 'Href'),
    type: formalName(childOf(content, 'MimeType')) ?? MIME[part.kind],
    width: pixels(/^(?:pixel)?width$/i),
    height: pixels(/^(?:pixel)?height$/i),
    caption: (caption === undefined ? undefined : wordsOf(dataOf(caption.content))) ?? line('HeadLine'),
    credit: line('CreditLine') ?? line('ByLine'),
    rights: line('CopyrightLine'),
  };
}

function sizeOf({ content, role }: Part): number {
  const width = Number(propertiesOf(childOf(content, 'Characteristics'), /^(?:pixel)?width$/i)[0] ?? 0);
  const use = `${role} ${propertiesOf(childOf(content, 'Characteristics'), /use|rendition/i).join(' ')}`;
  return (Number.isFinite(width) ? width : 0) - (/thumb|quicklook|preview|icon/i.test(use) ? 100_000 : 0);
}
