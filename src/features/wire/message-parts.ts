import type { ParsedMessage, WireFailure, WireItem } from './wire-item.schema.ts';

/** An item with the place it had in its message, from 0. */
export type PlacedItem = { item: WireItem; position: number };

/** A stretch of a message that one transaction takes in; most messages are one part. */
export type MessagePart = {
  items: PlacedItem[];
  failures: WireFailure[];
  /** How many entries were left out because an earlier part has one of the same identifier. */
  repeats: number;
  first: boolean;
  last: boolean;
};

/** So many items take well under a second: a transaction that holds a source and a connection no longer than that. */
const PART_ITEMS = 200;

/** The items of a message with the places they had in it: the parser counts the ones that it could not read, too. */
function withPositions(parsed: ParsedMessage): PlacedItem[] {
  const unread = new Set(parsed.failures.map((failure) => failure.position));
  let position = -1;
  return parsed.items.map((item) => {
    do position += 1;
    while (unread.has(position));
    return { item, position };
  });
}

/** The whole of a message as one part. */
export const wholeMessage = (parsed: ParsedMessage): MessagePart => ({
  items: withPositions(parsed),
  failures: parsed.failures,
  repeats: 0,
  first: true,
  last: true,
});

/**
 * Cuts a message into parts of at most 200 items. Of entries without a version that share an identifier the first in the
 * message counts, wherever the cuts fall, so later ones are left out here; see `decideItems` for why.
 */
export function splitMessage(parsed: ParsedMessage, size = PART_ITEMS): MessagePart[] {
  const whole = wholeMessage(parsed);
  if (whole.items.length + whole.failures.length <= size) return [whole];
  const parts: MessagePart[] = [];
  const seen = new Set<string>();
  const add = (items: PlacedItem[], failures: WireFailure[]) => {
    const kept = items.filter(({ item }) => item.version !== undefined || !seen.has(item.uri));
    for (const { item } of items) seen.add(item.uri);
    const repeats = items.length - kept.length;
    parts.push({ items: kept, failures, repeats, first: parts.length === 0, last: false });
  };
  for (let at = 0; at < whole.items.length; at += size) add(whole.items.slice(at, at + size), []);
  for (let at = 0; at < whole.failures.length; at += size) add([], whole.failures.slice(at, at + size));
  return parts.map((part, index) => ({ ...part, last: index === parts.length - 1 }));
}
