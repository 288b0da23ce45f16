import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireFailure, WireItem } from '../wire-item.schema.ts';
import { eventItems, isEventItem } from './eventsml.ts';
import { refuse } from './limits.ts';
import { g2Item } from './newsml-g2-item.ts';
import { attributeOf, childOf, elementsOf, type XmlElement } from './xml-tree.ts';

/** Items that carry news; catalogues and the concepts of a vocabulary are no copy. */
const ITEMS = new Set(['newsItem', 'packageItem', 'conceptItem', 'planningItem', 'knowledgeItem']);

/** NewsML-G2 2.x: one item, or a newsMessage with an itemSet. Prefixes do not matter, local names do. */
export function parseNewsmlG2(root: XmlElement, notes: readonly string[]): ParsedMessage {
  const items: WireItem[] = [];
  const failures: WireFailure[] = [];
  const elements = itemElements(root);
  if (elements.length === 0) refuse('The NewsML-G2 message holds no item.');
  const header = childOf(root, 'header');
  elements.forEach((element, position) => {
    try {
      items.push(
        ...(isEventItem(element) ? eventItems(element, header, notes) : [g2Item(element, header, notes)]),
      );
    } catch (error) {
      const uri = attributeOf(element, 'guid');
      failures.push({ position, ...(uri === undefined ? {} : { uri }), reason: messageOf(error) });
    }
  });
  return { format: 'newsml-g2', items, failures };
}

function itemElements(root: XmlElement): XmlElement[] {
  if (ITEMS.has(root.name)) return [root];
  return elementsOf(root)
    .flatMap((child) => (child.name === 'itemSet' ? elementsOf(child) : [child]))
    .filter((child) => ITEMS.has(child.name));
}
