import { messageOf } from '#lib/errors.ts';
import type { ParsedMessage, WireFailure, WireItem } from '../wire-item.schema.ts';
import { flatKeys, isObject, type JsonObject, textValue } from './json-value.ts';
import { LIMITS, refuse } from './limits.ts';
import { ninjsItem } from './ninjs-item.ts';

/**
 * ninjs 1.x, 2.x and 3.x: one item, a list of items, or an object that holds a list under one of the names that APIs
 * use for it. Items within items (`associations`) are media and links of theirs.
 */
export function parseNinjs(value: unknown): ParsedMessage {
  const candidates = itemValues(value);
  if (candidates.length === 0)
    refuse('The JSON holds no news item: none of its objects has a uri, headline or body.');
  if (candidates.length > LIMITS.items) refuse(`The message holds more than ${LIMITS.items} items.`);
  const items: WireItem[] = [];
  const failures: WireFailure[] = [];
  candidates.forEach((candidate, position) => {
    try {
      if (!isObject(candidate)) refuse('The item is not a JSON object.');
      items.push(ninjsItem(candidate));
    } catch (error) {
      const uri = isObject(candidate) ? textValue(candidate.uri) : undefined;
      failures.push({ position, ...(uri === undefined ? {} : { uri }), reason: messageOf(error) });
    }
  });
  return { format: 'ninjs', items, failures };
}

const LISTS = ['items', 'newsitems', 'results', 'docs', 'articles', 'data', 'collection', 'hits', 'entries'];

function itemValues(value: unknown): unknown[] {
  let current = value;
  for (let depth = 0; depth < 4; depth += 1) {
    if (Array.isArray(current)) return current.map(unwrapped);
    if (!isObject(current)) return [];
    const flat = flatKeys(current);
    if (looksLikeItem(flat)) return [current];
    const list = LISTS.map((name) => flat[name]).find((one) => Array.isArray(one) || isObject(one));
    if (list === undefined) return isObject(flat.item) ? [flat.item] : [];
    current = list;
  }
  return [];
}

const looksLikeItem = (flat: JsonObject): boolean =>
  textValue(flat.uri) !== undefined ||
  ['headline', 'headlines', 'bodies', 'bodytext', 'bodyhtml', 'bodyxhtml', 'versioncreated'].some(
    (name) => name in flat,
  );

const unwrapped = (value: unknown): unknown => (isObject(value) && isObject(value.item) ? value.item : value);
