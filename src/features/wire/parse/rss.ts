import { findElements } from '#document/markup-tree.ts';
import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireFailure, WireItem } from '../wire-item.schema.ts';
import { LIMITS, refuse } from './limits.ts';
import { channelContext, rssItem } from './rss-item.ts';
import { attributeOf, childOf, type XmlElement } from './xml-tree.ts';

/**
 * RSS 0.9x, 2.0 and 1.0 (RDF): items in the channel, or beside it as 1.0 and some broken feeds have them. `base` is the
 * feed's address, for relative links where the feed itself names none.
 */
export function parseRss(
  root: XmlElement,
  format: 'rss' | 'rdf',
  notes: readonly string[],
  base?: string,
): ParsedMessage {
  const channel = root.name.toLowerCase() === 'channel' ? root : childOf(root, 'channel');
  const elements = itemElements(root);
  if (elements.length > LIMITS.items) refuse(`The feed holds more than ${LIMITS.items} items.`);
  const context = channelContext(channel, root, notes, base);
  const items: WireItem[] = [];
  const failures: WireFailure[] = [];
  elements.forEach((element, position) => {
    try {
      items.push(rssItem(element, context));
    } catch (error) {
      const uri = attributeOf(element, 'about');
      failures.push({ position, ...(uri === undefined ? {} : { uri }), reason: messageOf(error) });
    }
  });
  return { format, items, failures };
}

const isItem = (element: XmlElement): boolean =>
  element.name.toLowerCase() === 'item' && element.vocabulary === '';

/** All items, wherever they stand: 1.0 has them beside the channel, and some broken feeds nest them in each other. */
function itemElements(root: XmlElement): XmlElement[] {
  if (isItem(root)) return [root];
  return findElements(root, (element) => isItem(element as XmlElement), LIMITS.items + 1) as XmlElement[];
}
