import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireFailure, WireItem } from '../wire-item.schema.ts';
import { LIMITS, refuse } from './limits.ts';
import { wxrContext, wxrPost } from './wxr-post.ts';
import { childOf, childrenOf, descendantOf, wordsOf, type XmlElement } from './xml-tree.ts';

/** Whether an RSS document is WordPress' export: it names its version, or its items their type. */
export function isWxr(root: XmlElement): boolean {
  const channel = childOf(root, 'channel');
  return (
    childOf(channel, 'wxr_version') !== undefined ||
    childrenOf(channel, 'item').some((item) => childOf(item, 'post_type', 'wp') !== undefined)
  );
}

/** What stands in an export beside posts and belongs to the old site alone: named in the report, never taken in. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  page: 'A page, not a post',
  attachment: 'A picture or file of the library; posts bring those they use',
  revision: 'An older state of a post',
};
const THROWN_AWAY = new Set(['trash', 'auto-draft']);

/**
 * WordPress eXtended RSS 1.0 to 1.2: its posts. What was not public (drafts, pending, private, scheduled, with a
 * password) is withheld; passwords, settings, comments and the fields of plugins are not taken over.
 */
export function parseWxr(root: XmlElement, notes: readonly string[]): ParsedMessage {
  const channel = childOf(root, 'channel') ?? descendantOf(root, 'channel');
  if (channel === undefined) return refuse('The WordPress export has no channel.');
  const elements = childrenOf(channel, 'item');
  if (elements.length > LIMITS.items) refuse(`The export holds more than ${LIMITS.items} items.`);
  const context = wxrContext(channel, elements, notes);
  const items: WireItem[] = [];
  const failures: WireFailure[] = [];
  elements.forEach((element, position) => {
    const uri = wordsOf(childOf(element, 'guid')) ?? wordsOf(childOf(element, 'link'));
    try {
      refuseOther(element);
      items.push(wxrPost(element, context));
    } catch (error) {
      failures.push({ position, ...(uri === undefined ? {} : { uri }), reason: messageOf(error) });
    }
  });
  return { format: 'wxr', items, failures };
}

function refuseOther(element: XmlElement): void {
  const type = wordsOf(childOf(element, 'post_type', 'wp'))?.toLowerCase() ?? 'post';
  if (type !== 'post')
    refuse(`${LEFT_OUT[type] ?? `Of the type “${type.slice(0, 40)}”, not a post`}: left out.`);
  const status = wordsOf(childOf(element, 'status', 'wp'))?.toLowerCase() ?? '';
  if (THROWN_AWAY.has(status)) refuse('In the bin of the old site: left out.');
}
