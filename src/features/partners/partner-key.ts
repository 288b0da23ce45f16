import { createHash, randomBytes } from 'node:crypto';

/** A new key: 256 random bits in the characters that RFC 6750 allows, with a prefix that tells people what it is. */
export const makePartnerKey = (): string => `partner_${randomBytes(32).toString('base64url')}`;

/**
 * What is stored of a key, and what it is looked up by. A plain hash is enough: nothing random of 256 bits can be guessed from it, and
 * how long the comparison of two hashes takes tells nothing of the key.
 */
export const hashPartnerKey = (key: string): string => createHash('sha256').update(key).digest('hex');

/** A secret that pushes are signed with, as the Standard Webhooks specification writes it. */
export const makePushSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;
