import { attributeOf, childrenOf, wordsOf, type XmlElement } from './xml-tree.ts';

/** A code as sent: qcode or uri, or the literal where there is neither. */
export const codeOf = (element: XmlElement | undefined): string | undefined =>
  attributeOf(element, 'qcode') ?? attributeOf(element, 'uri') ?? attributeOf(element, 'literal');

/** The last part of a code or address, as it is compared across senders' prefixes. */
export const tail = (code: string | undefined): string | undefined =>
  code?.slice(Math.max(code.lastIndexOf(':'), code.lastIndexOf('/')) + 1);

/** The full name of a concept, else its literal. */
export function nameOf(element: XmlElement | undefined): string | undefined {
  const names = childrenOf(element, 'name');
  const full = names.find((name) => attributeOf(name, 'role') === undefined) ?? names[0];
  return wordsOf(full) ?? attributeOf(element, 'literal');
}
