import ipaddr from 'ipaddr.js';

/** Global unicast IPv6 is handed out of 2000::/3 alone. */
const GLOBAL_UNICAST = ipaddr.parseCIDR('2000::/3');

/**
 * Whether an IP address belongs to the public internet. Everything that the IANA special-purpose registries (RFC 6890) set apart is
 * not: loopback, private, link-local with the metadata services of clouds, carrier NAT, multicast, documentation, unique local, and
 * the forms that carry an IPv4 address inside (mapped, compatible, 6to4, Teredo, NAT64), which could lead to any of these.
 */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(GLOBAL_UNICAST);
}
