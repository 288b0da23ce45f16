import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireFailure, WireItem } from '../wire-item.schema.ts';
import { LIMITS, refuse } from './limits.ts';
import { nitfItem } from './nitf-item.ts';
import { attributeOf, descendantOf, outermostOf, type XmlElement } from './xml-tree.ts';

/** NITF 3.x (IPTC): one document, or several in an envelope of the sender's own. */
export function parseNitf(root: XmlElement, notes: readonly string[]): ParsedMessage {
  const documents = root.name.toLowerCase() === 'nitf' ? [root] : outermostOf(root, 'nitf');
  if (documents.length > LIMITS.items) refuse(`The message holds more than ${LIMITS.items} documents.`);
  if (documents.length === 0) refuse('The message holds no NITF document.');
  const items: WireItem[] = [];
  const failures: WireFailure[] = [];
  documents.forEach((nitf, position) => {
    try {
      items.push(nitfItem(nitf, notes));
    } catch (error) {
      const uri = attributeOf(descendantOf(nitf, 'doc-id'), 'id-string');
      failures.push({ position, ...(uri === undefined ? {} : { uri }), reason: messageOf(error) });
    }
  });
  return { format: 'nitf', items, failures };
}
