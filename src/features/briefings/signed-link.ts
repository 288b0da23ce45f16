import { createHmac, timingSafeEqual } from 'node:crypto';

/** What a link lets its holder do; a link for one thing does nothing else. */
export type LinkPurpose = 'confirm' | 'preferences' | 'unsubscribe' | 'move';

export type SignedLink = {
  purpose: LinkPurpose;
  subscriber: number;
  /** 0 where the link is about no single list. */
  list: number;
  /** What must still be so when the link is used: the round of a subscription, the epoch of a subscriber. */
  version: number;
  /** Unix time in seconds; 0 never. */
  expires: number;
  /** What else is signed, in full, in the link: a new address. */
  detail?: string;
};

export type LinkFailure = 'forged' | 'expired';

const LETTERS: Record<LinkPurpose, string> = {
  confirm: 'c',
  preferences: 'p',
  unsubscribe: 'u',
  move: 'm',
};
const TOKEN = /^([cpum](?:\.[0-9a-z]{1,11}){4}(?:\.[A-Za-z0-9_-]{1,400})?)~([A-Za-z0-9_-]{43})$/;
export const LONGEST_TOKEN = 600;

const macOf = (key: Buffer, payload: string): string =>
  createHmac('sha256', key).update(`dateline link\n${payload}`).digest('base64url');

/** Writes a link's token: fields in base 36, then an HMAC-SHA-256 over all of them (RFC 2104). */
export function signLink(key: Buffer, link: SignedLink): string {
  const numbers = [link.subscriber, link.list, link.version, link.expires];
  const fields = [LETTERS[link.purpose], ...numbers.map((n) => n.toString(36))];
  if (link.detail !== undefined) fields.push(Buffer.from(link.detail).toString('base64url'));
  const payload = fields.join('.');
  return `${payload}~${macOf(key, payload)}`;
}

const sameText = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));

/**
 * Reads a token for one purpose. `keys`: the first signs, the others are still believed. The signature is compared as
 * text and in constant time, so that there is exactly one spelling of a valid link.
 */
export function readLink(
  keys: readonly Buffer[],
  token: string,
  purpose: LinkPurpose,
  now: Date,
): SignedLink | LinkFailure {
  if (token.length > LONGEST_TOKEN) return 'forged';
  const [, payload = '', mac = ''] = TOKEN.exec(token) ?? [];
  const genuine = keys.filter((key) => sameText(macOf(key, payload), mac)).length > 0;
  const [letter, subscriber = '', list = '', version = '', expires = '', detail] = payload.split('.');
  if (!genuine || letter !== LETTERS[purpose]) return 'forged';
  const number = (text: string) => Number.parseInt(text, 36);
  const link: SignedLink = {
    purpose,
    subscriber: number(subscriber),
    list: number(list),
    version: number(version),
    expires: number(expires),
    detail: detail === undefined ? undefined : Buffer.from(detail, 'base64url').toString(),
  };
  return link.expires !== 0 && link.expires * 1000 < now.getTime() ? 'expired' : link;
}
