import { createHash } from 'node:crypto';
import type { WireItem } from './wire-item.schema.ts';

/** An item that PostgreSQL can hold, the JSON of it, and the hash by which a changed item is told from a repeated one. */
export type StorableItem = { item: WireItem; json: string; hash: string };

/** In JSON text: NUL, which jsonb refuses, or a surrogate, which JSON.stringify escapes only where it stands alone. */
const MAYBE_UNSTORABLE = /\\u(?:0000|d[89a-f])/i;

const cleanString = (value: string): string => value.toWellFormed().replaceAll('\0', '');

const clean = (_key: string, value: unknown): unknown =>
  typeof value === 'string' ? cleanString(value) : value;

/** Text that a PostgreSQL text column can hold, of at most `most` UTF-16 units. */
export const toStorableText = (text: string, most = 2_000): string => cleanString(text.slice(0, most));

/**
 * Makes an item fit for storage: NUL characters go, lone surrogates become U+FFFD.
 * The hash leaves out what says nothing about the copy: `versioncreated`, which some feeds set to the moment of each request,
 * and `notes`, which change when our reading does. It does not depend on the order of an object's keys.
 */
export function toStorable(given: WireItem): StorableItem {
  const text = JSON.stringify(given);
  const json = MAYBE_UNSTORABLE.test(text) ? JSON.stringify(given, clean) : text;
  const item = json === text ? given : (JSON.parse(json) as WireItem);
  return { item, json, hash: hashContent(item) };
}

function hashContent(item: WireItem): string {
  const { versioncreated: _versioncreated, notes: _notes, ...content } = item;
  return sha256Hex(JSON.stringify(content, sortedKeys));
}

/** JSON.stringify visits what this returns, so objects come out with their keys in order all the way down. */
function sortedKeys(_key: string, value: unknown): unknown {
  if (value === null || typeof value !== 'object' || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** SHA-256 in hexadecimal. */
export const sha256Hex = (data: string | Uint8Array): string =>
  createHash('sha256').update(data).digest('hex');
