import { findElements, textOf } from '#document/markup-tree.ts';
import { elementsOf, wordsOf, type XmlElement } from './xml-tree.ts';

/** The words of metadata that may hold markup: blocks parted by line ends. */
export function richWords(element: XmlElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  if (elementsOf(element).length === 0) return wordsOf(element);
  const lines = findElements(element, (child) => child.children.every((one) => typeof one === 'string'));
  const text = (lines.length === 0 ? [element] : lines)
    .map((line) => textOf(line).replace(/\s+/g, ' ').trim())
    .filter(Boolean);
  return text.length === 0 ? undefined : text.join('\n');
}
