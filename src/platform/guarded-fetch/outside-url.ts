import { FetchFailure } from './fetch-failure.ts';

/** The host of an address as name service and sockets know it: without the brackets of IPv6. */
export const hostOf = (url: URL): string => url.hostname.replace(/^\[|\]$/g, '');

/** The port of an address, also where it goes without saying. */
export const portOf = (url: URL): number => Number(url.port) || (url.protocol === 'https:' ? 443 : 80);

/**
 * An address that may be asked: http or https, with a host, without a user name or password in it. Any port.
 * @throws FetchFailure refused
 */
export function parseOutsideUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base)) {
    throw new FetchFailure(
      'refused',
      `"${text.slice(0, 200)}" is not an address. Write it whole, such as https://agency.example/feed.xml.`,
    );
  }
  const url = new URL(text, base);
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new FetchFailure(
      'refused',
      `Only http and https addresses are fetched, not ${url.protocol.slice(0, -1)}.`,
    );
  }
  if (url.username || url.password) {
    throw new FetchFailure(
      'refused',
      `The address of ${url.host} holds a user name or a password; these would end up in logs and are not sent.`,
    );
  }
  url.hash = '';
  return url;
}
