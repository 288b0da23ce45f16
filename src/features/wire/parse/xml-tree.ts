import { findElements, type MarkupElement, textOf, walkMarkup } from '#document/markup-tree.ts';

export type XmlNode = XmlElement | string;

/** An element of XML. `name` is local; `vocabulary` is a short word for the namespace, '' for the format's own. */
export interface XmlElement extends MarkupElement {
  vocabulary: string;
  children: XmlNode[];
}

const lower = (name: string): string => name.toLowerCase();

/** The child elements of that local name, in any namespace and letter case. */
export function childrenOf(parent: XmlElement | undefined, name: string, vocabulary?: string): XmlElement[] {
  const found: XmlElement[] = [];
  for (const child of parent?.children ?? []) {
    if (typeof child === 'string') continue;
    if (vocabulary !== undefined && child.vocabulary !== vocabulary) continue;
    if (child.name === name || lower(child.name) === lower(name)) found.push(child);
  }
  return found;
}

export const childOf = (
  parent: XmlElement | undefined,
  name: string,
  vocabulary?: string,
): XmlElement | undefined => childrenOf(parent, name, vocabulary)[0];

export const elementsOf = (parent: XmlElement | undefined): XmlElement[] =>
  (parent?.children ?? []).filter((child) => typeof child !== 'string');

/** An attribute's trimmed value; undefined where absent or empty. Feeds get their letter case wrong, so that is ignored. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  if (element === undefined) return undefined;
  const exact = element.attributes[name];
  const key =
    exact === undefined
      ? Object.keys(element.attributes).find((other) => lower(other) === lower(name))
      : name;
  const value = key === undefined ? undefined : element.attributes[key]?.trim();
  return value === '' ? undefined : value;
}

/** The trimmed words in an element; undefined where there are none. */
export function wordsOf(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  const only = element.children.length === 1 ? element.children[0] : undefined;
  const text = (typeof only === 'string' ? only : textOf(element)).trim();
  return text === '' ? undefined : text;
}

/** The value of the nearest `xml:lang`/`xml:base` is kept by callers as they descend; this reads one element's. */
export const xmlAttribute = (element: XmlElement | undefined, name: 'lang' | 'base'): string | undefined =>
  attributeOf(element, `xml:${name}`);

/** The elements of a local name anywhere under one, in reading order, in any letter case; at most `limit`. */
export function descendantsOf(root: XmlElement | undefined, name: string, limit = 1_000): XmlElement[] {
  if (root === undefined) return [];
  const wanted = lower(name);
  // The children of an XmlElement are XmlElements all the way down.
  return findElements(root, (element) => lower(element.name) === wanted, limit) as XmlElement[];
}

export const descendantOf = (root: XmlElement | undefined, name: string): XmlElement | undefined =>
  descendantsOf(root, name, 1)[0];

/** The elements of a local name under one, none of them within another of `borders`: each is walked once however deep. */
export function outermostOf(
  root: XmlElement,
  name: string,
  borders: readonly string[] = [name],
): XmlElement[] {
  const found: XmlElement[] = [];
  const stops = new Set(borders.map(lower));
  walkMarkup(root, (event) => {
    if (event.at !== 'open' || event.element === root) return undefined;
    const local = lower(event.element.name);
    if (local === lower(name)) found.push(event.element as XmlElement);
    return stops.has(local) ? 'skip' : undefined;
  });
  return found;
}
