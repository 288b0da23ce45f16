import { validateHeaderName, validateHeaderValue } from 'node:http';
import type { HeaderList, PageResponse } from './page.ts';

/** How long a CDN in front may keep a page. 0 seconds (the default): it must ask us each time. */
export type SharedPolicy = {
  readonly sharedSeconds: number;
  readonly staleWhileRevalidateSeconds: number;
  readonly staleIfErrorSeconds: number;
};

export const noSharedCache: SharedPolicy = {
  sharedSeconds: 0,
  staleWhileRevalidateSeconds: 0,
  staleIfErrorSeconds: 0,
};

/** Readers keep a copy and ask before each use: a correction or a kill reaches them at their next view. */
export const revalidate = 'public, max-age=0, must-revalidate';

/** HTTP stacks commonly allow 8 or 16 KB for all headers; keys beyond this are not worth the risk of no answer. */
const longestTagHeader = 3500;

/** A content key as a header can carry it: what is not visible ASCII, or separates keys, is percent-encoded. */
const toTag = (key: string): string =>
  key.toWellFormed().replace(/[^\x21-\x2b\x2d-\x7e]/gu, encodeURIComponent);

const tagHeaders = (tags: readonly string[]): HeaderList => [
  ['surrogate-key', tags.join(' ')],
  ['cache-tag', tags.join(',')],
];

/**
 * Cache headers of a page that may be stored. Readers get `Cache-Control`, CDNs the targeted `CDN-Cache-Control`
 * (RFC 9213), because `s-maxage` and `must-revalidate` would forbid them the stale-* of RFC 5861; `s-maxage` goes along
 * for those that know nothing newer. A page with more keys than fit a header cannot be purged from a CDN by key, so it
 * is not offered to one.
 */
export const storableHeaders = (keys: readonly string[], policy: SharedPolicy): HeaderList => {
  const all = keys.map(toTag);
  const fits = all.reduce((sum, tag) => sum + tag.length + 1, 0) <= longestTagHeader;
  const tags = keys.length > 0 && fits ? tagHeaders(all) : [];
  if (policy.sharedSeconds <= 0 || !fits) return [['cache-control', revalidate], ...tags];
  const shared = [
    `max-age=${policy.sharedSeconds}`,
    `stale-while-revalidate=${policy.staleWhileRevalidateSeconds}`,
    `stale-if-error=${policy.staleIfErrorSeconds}`,
  ].join(', ');
  return [
    ['cache-control', `${revalidate}, s-maxage=${policy.sharedSeconds}`],
    ['cdn-cache-control', shared],
    ...tags,
  ];
};

const lowerCased = (headers: HeaderList): HeaderList =>
  headers.map(([name, value]) => [name.toLowerCase(), value] as const);

/** Joins header lists; where two have the same name the earlier list wins. */
export const mergeHeaders = (...lists: readonly HeaderList[]): HeaderList => {
  const merged: (readonly [string, string])[] = [];
  const taken = new Set<string>();
  for (const list of lists.map(lowerCased)) {
    merged.push(...list.filter(([name]) => !taken.has(name)));
    for (const [name] of list) taken.add(name);
  }
  return merged;
};

export const headerOf = (headers: PageResponse['headers'], name: string): string | undefined =>
  headers.find(([given]) => given.toLowerCase() === name)?.[1];

/** Throws where a header could not be written: found out when a page is made, not when it is sent from memory. */
export const checkHeaders = (headers: HeaderList): HeaderList => {
  for (const [name, value] of headers) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  }
  return headers;
};
