import ipaddr from 'ipaddr.js';

const plain = (address: string): string | undefined => {
  const bare = address
    .trim()
    .replace(/^\[([^\]]+)\](?::\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1');
  return ipaddr.isValid(bare) ? ipaddr.process(bare).toString() : undefined;
};

/**
 * The address of whoever asked. Each trusted proxy appends to X-Forwarded-For the address it was asked from, so with n
 * of them the client is the nth entry from the right; what stands further left the client may have written itself.
 * With fewer entries than proxies, or an entry that is no address, the connection's own address is the best there is.
 */
export const findClientIp = (
  remoteAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
): string => {
  const direct = plain(remoteAddress ?? '') ?? 'unknown';
  if (trustedProxies <= 0 || forwardedFor === undefined) return direct;
  const entry = forwardedFor.split(',').at(-trustedProxies);
  return (entry === undefined ? undefined : plain(entry)) ?? direct;
};

/** The part of an address that one customer has to themselves: all of an IPv4 address, the /64 of an IPv6 one. */
export const networkOf = (ip: string): string => {
  if (!ipaddr.IPv6.isIPv6(ip)) return ip;
  return `${ipaddr.IPv6.networkAddressFromCIDR(`${ip}/64`)}/64`;
};
