import { formalName } from './newsml-12-names.ts';
import { attributeOf, childOf, childrenOf, elementsOf, type XmlElement, xmlAttribute } from './xml-tree.ts';

/** One ContentItem and where it stands. */
export type Part = {
  content: XmlElement;
  /** The components around it, the outermost first. */
  chain: XmlElement[];
  /** Lower-case role of the nearest component that has one. */
  role: string;
  language?: string;
  kind: 'text' | 'picture' | 'graphic' | 'video' | 'audio' | 'other';
};

/** The content of a component and of all components within it, in reading order; items within are items of their own. */
export function partsOf(component: XmlElement | undefined, above: readonly XmlElement[] = []): Part[] {
  if (component === undefined) return [];
  const chain = [...above, component];
  return elementsOf(component).flatMap((child) => {
    const name = child.name.toLowerCase();
    if (name === 'newscomponent') return partsOf(child, chain);
    return name === 'contentitem' ? [partOf(child, chain)] : [];
  });
}

function partOf(content: XmlElement, chain: XmlElement[]): Part {
  const inner = [...chain].reverse();
  const role = inner
    .map((component) => formalName(childOf(component, 'Role')))
    .find((one) => one !== undefined);
  const language = inner.map(languageOf).find((one) => one !== undefined);
  return {
    content,
    chain,
    role: role?.toLowerCase() ?? '',
    kind: kindOf(content),
    ...(language === undefined ? {} : { language }),
  };
}

export const languageOf = (component: XmlElement | undefined): string | undefined =>
  formalName(childOf(childOf(component, 'DescriptiveMetadata'), 'Language')) ??
  xmlAttribute(component, 'lang');

const KINDS: readonly [RegExp, Part['kind']][] = [
  [/\b(?:text|complexdata)/, 'text'],
  [/photo|picture|image|jpe?g|\bpng\b|\bgif\b|tiff/, 'picture'],
  [/graphic|illustration|infogra|\beps\b|\bsvg/, 'graphic'],
  [/video|mpeg-?4|\bmp4\b|\bmov\b|\bflv\b/, 'video'],
  [/audio|sound|\bmp3\b|\bwav\b/, 'audio'],
];

/** What a content item is: its media type where it names one, else its MIME type, format and address. */
function kindOf(content: XmlElement): Part['kind'] {
  const mime = formalName(childOf(content, 'MimeType'))?.toLowerCase() ?? '';
  if (/css|javascript/.test(mime)) return 'other';
  const address = attributeOf(content, 'Href')?.split(/[?#]/)[0] ?? '';
  const words = [
    formalName(childOf(content, 'MediaType')),
    mime,
    formalName(childOf(content, 'Format')),
    address,
  ];
  for (const word of words) {
    const found = KINDS.find(([pattern]) => pattern.test(word?.toLowerCase() ?? ''));
    if (found !== undefined) return found[1];
  }
  return dataOf(content) === undefined ? 'other' : 'text';
}

/** The data of a content item, also where an Encoding is around it. */
export function dataOf(content: XmlElement): XmlElement | undefined {
  return childOf(content, 'DataContent') ?? childOf(childOf(content, 'Encoding'), 'DataContent');
}

/** Whether the parts of a component are alternatives to each other: formats, sizes or languages of one thing. */
export const isEquivalents = (component: XmlElement): boolean =>
  /^(?:yes|true|1)$/i.test(attributeOf(component, 'EquivalentsList') ?? '');

export const componentsOf = (parent: XmlElement | undefined): XmlElement[] =>
  childrenOf(parent, 'NewsComponent');
