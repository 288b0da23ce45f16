/** JSON from outside, read key by key; nothing about its shape is taken for granted. */
export type JsonObject = Record<string, unknown>;

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Text, or a number written as text; undefined for anything else and for white space. */
export function textValue(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return String(value);
  return typeof value === 'string' && value.trim() !== '' ? value : undefined;
}

export function integerValue(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value.trim()) ? Number(value) : value;
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined;
}

/** A list as it is, a single thing as a list of one, nothing as an empty list. */
export const listValue = (value: unknown): unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];

export const objectList = (value: unknown): JsonObject[] => listValue(value).filter(isObject);

/**
 * The same object with keys in lower case and without separators, so that `versionCreated`, `versioncreated` and
 * `version_created` are one. Where two keys become one, the first stands.
 */
export function flatKeys(object: JsonObject): JsonObject {
  const flat: JsonObject = Object.create(null);
  for (const [key, value] of Object.entries(object)) {
    const name = key.replace(/[_-]/g, '').toLowerCase();
    if (!(name in flat)) flat[name] = value;
  }
  return flat;
}
