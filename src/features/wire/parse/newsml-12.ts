import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireFailure, WireItem } from '../wire-item.schema.ts';
import { LIMITS, refuse } from './limits.ts';
import { newsml12Items } from './newsml-12-item.ts';
import { publicIdentifier, topicNames } from './newsml-12-names.ts';
import { childOf, descendantsOf, type XmlElement } from './xml-tree.ts';

/**
 * NewsML 1.0 to 1.2 (IPTC): every NewsItem of the message, also one that lies within a component of another. Prefixes do
 * not matter, local names do.
 */
export function parseNewsml12(root: XmlElement, notes: readonly string[]): ParsedMessage {
  const newsItems = root.name.toLowerCase() === 'newsitem' ? [root] : [];
  newsItems.push(...descendantsOf(root, 'NewsItem', LIMITS.items));
  if (newsItems.length === 0) refuse('The NewsML message holds no NewsItem.');
  const envelope = childOf(root, 'NewsEnvelope');
  const message = { root, envelope, notes, topics: topicNames(root) };
  const items: WireItem[] = [];
  const failures: WireFailure[] = [];
  newsItems.forEach((newsItem, position) => {
    try {
      items.push(...newsml12Items(newsItem, message));
    } catch (error) {
      const uri = publicIdentifier(newsItem);
      failures.push({ position, ...(uri === undefined ? {} : { uri }), reason: messageOf(error) });
    }
  });
  return { format: 'newsml-1.2', items, failures };
}
