import { AppError } from '#lib/errors.ts';

const KEY = /^[a-z0-9][a-z0-9._-]*(?:\/[a-z0-9][a-z0-9._-]*)*$/;
const PREFIX = /^(?:[a-z0-9][a-z0-9._-]*\/)*(?:[a-z0-9][a-z0-9._-]*)?$/;
/** S3 allows 1024 bytes, most file systems 255 a part; ours are far shorter. */
const LONGEST_KEY = 512;
const LONGEST_PART = 200;

/** The key itself when it has the form of one; throws `bad_input` when not. */
export function checkKey(key: string): string {
  const fits =
    key.length <= LONGEST_KEY && KEY.test(key) && key.split('/').every((part) => part.length <= LONGEST_PART);
  if (!fits) throw new AppError('bad_input', `"${key.slice(0, 80)}" is not a key of the file store.`);
  return key;
}

/** A prefix of keys, perhaps empty; throws `bad_input` when no key could start with it. */
export function checkPrefix(prefix: string): string {
  if (prefix.length > LONGEST_KEY || !PREFIX.test(prefix))
    throw new AppError('bad_input', `"${prefix.slice(0, 80)}" is not a prefix of keys.`);
  return prefix;
}
