import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** A new bearer token: 256 random bits in the characters that RFC 6750 allows, with a prefix that tells people what it is. */
export const makeToken = (prefix: string): string => `${prefix}_${randomBytes(32).toString('base64url')}`;

/**
 * What is stored of a token, and what it may be looked up by. A plain hash is enough: nothing random of 256 bits can be guessed from it,
 * and how long the comparison of two hashes takes tells nothing of the token.
 */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Compares in the same time wherever the two differ, and also where there is no hash to compare with. */
export function isToken(token: string, hash: string | null | undefined): boolean {
  const expected = Buffer.from(hash ?? '0'.repeat(64), 'hex');
  const given = Buffer.from(hashToken(token), 'hex');
  return expected.length === given.length && timingSafeEqual(expected, given) && Boolean(hash);
}
