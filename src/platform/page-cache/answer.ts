import { revalidate } from './cache-headers.ts';
import type { Outcome } from './cache-state.ts';
import type { Fetched } from './fetch-page.ts';
import type { RenderPage } from './page.ts';
import type { PageCache } from './page-cache.ts';
import type { Representation, StoredPage } from './stored-page.ts';

/** What goes onto the wire; headers flat. `body` is undefined where the status has none. */
export type Answer = {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: Buffer | undefined;
};

/** Whether If-None-Match names the representation (RFC 9110, 13.1.2: weak comparison, `*` matches anything). */
export const matchesEtag = (ifNoneMatch: string, etag: string): boolean => {
  if (ifNoneMatch === etag || ifNoneMatch === '*') return true;
  if (!ifNoneMatch.includes(etag)) return false;
  return ifNoneMatch.split(',').some((one) => one.trim().replace(/^W\//, '') === etag);
};

/** `Cache-Status` (RFC 9211) says to whoever looks after the paper where an answer came from. */
const cacheStatus: Record<Outcome, string> = {
  hit: 'dateline; hit',
  miss: 'dateline; fwd=miss; stored',
  wait: 'dateline; fwd=miss; collapsed',
  stale: 'dateline; hit; detail=stale',
  bypass: 'dateline; fwd=bypass',
};

/** Old bytes must not settle in a CDN as if they were new, so they go out without any permission to keep them. */
const withoutSharing = (name: string, value: string): readonly [string, string] | undefined => {
  if (name === 'cdn-cache-control') return undefined;
  return [name, name === 'cache-control' ? revalidate : value];
};

const relabelled = (headers: readonly string[], outcome: Outcome): string[] => {
  const changed: string[] = [];
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index] ?? '';
    const value = headers[index + 1] ?? '';
    if (name === 'cache-status') changed.push(name, cacheStatus[outcome]);
    else changed.push(...((outcome === 'stale' ? withoutSharing(name, value) : [name, value]) ?? []));
  }
  return changed;
};

const toAnswer = (fetched: Fetched, chosen: Representation, ifNoneMatch: string | undefined): Answer => {
  const { page, outcome } = fetched;
  if (page.status === 200 && ifNoneMatch !== undefined && matchesEtag(ifNoneMatch, chosen.etag)) {
    return { status: 304, headers: relabelled(chosen.notModifiedHeaders, outcome), body: undefined };
  }
  return { status: page.status, headers: relabelled(chosen.headers, outcome), body: chosen.body };
};

type Wanted = {
  readonly key: string;
  readonly render: RenderPage;
  /** A place in `encodings`. */
  readonly encoding: number;
  readonly ifNoneMatch: string | undefined;
  readonly bypass: boolean;
};

/** A page ready to be sent, along with the page itself. Throws what the render threw if nothing may stand in for it. */
export const answerPage = async (
  cache: PageCache,
  wanted: Wanted,
): Promise<{ answer: Answer; page: StoredPage }> => {
  for (;;) {
    const fetched = await (wanted.bypass ? cache.bypass : cache.fetch)(wanted.key, wanted.render);
    const chosen = await cache.represent(fetched.page, wanted.encoding);
    // Compressing takes a moment, in which a kill may have come.
    if (fetched.page.withdrawn) continue;
    return { answer: toAnswer(fetched, chosen, wanted.ifNoneMatch), page: fetched.page };
  }
};
