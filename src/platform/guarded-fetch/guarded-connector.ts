import { type LookupAddress, type LookupOptions, lookup as systemLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { IsAllowedHost } from './allowed-hosts.ts';
import { FetchFailure } from './fetch-failure.ts';
import { isPublicAddress } from './public-address.ts';

/** Name service: all addresses of a host. */
export type ResolveHost = (host: string) => Promise<LookupAddress[]>;

/** The machine's own name service, in the order in which it gives the addresses. */
export const resolveHost: ResolveHost = (host) =>
  new Promise((resolve, reject) =>
    systemLookup(host, { all: true }, (error, addresses) => (error ? reject(error) : resolve(addresses))),
  );

export const refusePrivate = (host: string, addresses: readonly string[] = []): FetchFailure => {
  const found = addresses.filter((address) => address !== host);
  const where = found.length > 0 ? `${host} leads to ${found.join(', ')}, which is` : `${host} is`;
  return new FetchFailure(
    'refused',
    `${where} in a private or reserved range; such addresses are not fetched. Where this one is meant, list ${host} in DATELINE_PRIVATE_SOURCES.`,
  );
};

/** The public ones among a host's addresses; throws `FetchFailure` refused where there is none. */
export async function resolvePublic(host: string, resolve: ResolveHost): Promise<LookupAddress[]> {
  const addresses = await resolve(host);
  const usable = addresses.filter(({ address }) => isPublicAddress(address));
  if (usable.length > 0) return usable;
  throw refusePrivate(
    host,
    addresses.map(({ address }) => address),
  );
}

const toLookup =
  (resolve: ResolveHost): LookupFunction =>
  (host, options: LookupOptions, callback) => {
    const answer = ([first, ...rest]: LookupAddress[]) => {
      if (!first) callback(Object.assign(new Error(`no address of ${host}`), { code: 'ENOTFOUND' }), []);
      else if (options.all) callback(null, [first, ...rest]);
      else callback(null, first.address, first.family);
    };
    resolve(host).then(answer, (error: Error) => callback(error, []));
  };

export type ConnectorOptions = { isAllowed: IsAllowedHost; resolve: ResolveHost; connectTimeoutMs: number };

/**
 * A connector for undici that reaches public addresses only, and allowed hosts anywhere. The check is made on the very addresses
 * that the socket is given, and once more on the one it reached: between an earlier look-up and the connection a name may have
 * been given another address (DNS rebinding).
 */
export function createGuardedConnector(options: ConnectorOptions): buildConnector.connector {
  const { isAllowed, resolve, connectTimeoutMs: timeout } = options;
  const open = buildConnector({ timeout, lookup: toLookup(resolve) });
  const guarded = buildConnector({ timeout, lookup: toLookup((host) => resolvePublic(host, resolve)) });
  return (target, callback) => {
    const host = target.hostname.replace(/^\[|\]$/g, '');
    const port = Number(target.port) || (target.protocol === 'https:' ? 443 : 80);
    if (isAllowed(host, port)) return open(target, callback);
    if (isIP(host) && !isPublicAddress(host)) return callback(refusePrivate(host), null);
    guarded(target, (...[error, socket]) => {
      if (error) return callback(error, null);
      const reached = socket.remoteAddress;
      if (reached !== undefined && isPublicAddress(reached)) return callback(null, socket);
      socket.destroy();
      callback(refusePrivate(host, reached ? [reached] : []), null);
    });
  };
}
