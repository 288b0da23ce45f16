import { domainToASCII } from 'node:url';

export type MailAddress = {
  /** As it was given, trimmed, in NFC, the domain in lower case: what mail is sent to. */
  address: string;
  /** One spelling for all ways to write the same mailbox: lower case, the domain as ASCII. Keys and comparisons only. */
  key: string;
};

/** RFC 5321, 4.5.3.1: octets of a local part and of a whole address. */
const LONGEST_LOCAL = 64;
const LONGEST = 254;
/** A dot-atom (RFC 5322) with the letters of RFC 6531. Quoted local parts are left out: nobody has one, and forgers like them. */
const LOCAL = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const HOST = /^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])$/;

const octets = (text: string): number => Buffer.byteLength(text);

/**
 * Reads an address that a person typed; undefined where it cannot be one. Dots and `+tags` are part of the mailbox and
 * are never taken off: what a person wrote is where they want their mail.
 */
export function parseMailAddress(given: string): MailAddress | undefined {
  const text = given.trim().normalize('NFC');
  const at = text.lastIndexOf('@');
  if (at < 1) return undefined;
  const local = text.slice(0, at);
  const domain = text.slice(at + 1).toLowerCase();
  const host = domainToASCII(domain);
  if (!LOCAL.test(local) || !HOST.test(host)) return undefined;
  if (octets(local) > LONGEST_LOCAL || octets(local) + 1 + host.length > LONGEST) return undefined;
  return { address: `${local}@${domain}`, key: `${local.toLowerCase()}@${host}` };
}

/** An address as the envelope and the headers need it: the domain in ASCII, so that every server takes it. */
export function toWireAddress(address: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}@${domainToASCII(address.slice(at + 1)) || address.slice(at + 1)}`;
}
