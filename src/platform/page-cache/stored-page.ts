import { createHash } from 'node:crypto';
import { checkHeaders, headerOf, mergeHeaders, type SharedPolicy, storableHeaders } from './cache-headers.ts';
import { compress, encodings, etagSuffixes, isCompressible } from './encoding.ts';
import { type HeaderList, isStorable, type PageResponse } from './page.ts';

/** What tells a body from any other, short enough for an ETag: 132 bits of its SHA-256. */
export const digestOf = (body: string | Uint8Array): string =>
  createHash('sha256').update(body).digest('base64url').slice(0, 22);

/** One encoding of a page, ready to be written: headers flat (name, value, name, value), as `writeHead` takes them. */
export type Representation = {
  readonly etag: string;
  readonly body: Buffer;
  readonly headers: string[];
  readonly notModifiedHeaders: string[];
};

/** A rendered page and what the cache knows about it. Times are milliseconds on the cache's own clock. */
export type StoredPage = {
  readonly key: string;
  readonly status: number;
  readonly keys: readonly string[];
  readonly headers: HeaderList;
  readonly body: Buffer;
  readonly digest: string;
  readonly storable: boolean;
  /** A 404: kept briefly and few at a time, so that made-up addresses cannot push real pages out. */
  readonly negative: boolean;
  readonly compressible: boolean;
  readonly maxAgeMs: number | undefined;
  readonly renderedAt: number;
  readonly representations: (Representation | undefined)[];
  readonly pending: (Promise<Representation> | undefined)[];
  freshUntil: number;
  /** When the database was found away: no further attempt before this. */
  retryAt: number;
  bytes: number;
  recentlyUsed: boolean;
  /** Purged hard: not to be sent to anyone any more, not even to those who got hold of it before. */
  withdrawn: boolean;
};

export type PageSettings = { readonly headers: HeaderList; readonly shared: SharedPolicy };

/** What an entry weighs besides its bodies: header strings, map slots, the object itself. */
const overheadBytes = 1500;

const toBuffer = (body: string | Uint8Array): Buffer =>
  typeof body === 'string'
    ? Buffer.from(body, 'utf8')
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength);

const cachingHeaders = (response: PageResponse, storable: boolean, shared: SharedPolicy): HeaderList =>
  storable ? storableHeaders(response.keys, shared) : [['cache-control', 'no-store']];

/** Makes a rendered response into a page with its identity representation ready. Times are left for the cache to set. */
export const toStoredPage = (
  key: string,
  response: PageResponse,
  settings: PageSettings,
  renderedAt: number,
): StoredPage => {
  const body = toBuffer(response.body);
  const storable = isStorable(response);
  const compressible = isCompressible(headerOf(response.headers, 'content-type') ?? '', body.length);
  const page: StoredPage = {
    key,
    status: response.status,
    keys: [...new Set(response.keys)],
    headers: checkHeaders(
      mergeHeaders(
        response.headers,
        settings.headers,
        cachingHeaders(response, storable, settings.shared),
        compressible ? [['vary', 'accept-encoding']] : [],
      ),
    ),
    body,
    digest: digestOf(body),
    storable,
    negative: response.status === 404,
    compressible,
    maxAgeMs: response.maxAgeSeconds === undefined ? undefined : response.maxAgeSeconds * 1000,
    renderedAt,
    representations: [],
    pending: [],
    freshUntil: 0,
    retryAt: 0,
    bytes: body.length + overheadBytes + key.length * 2,
    recentlyUsed: false,
    withdrawn: false,
  };
  page.representations[0] = toRepresentation(page, 0, body);
  return page;
};

/** RFC 9110, 15.4.5: what a 304 repeats of the 200 it stands for. */
const repeatedIn304 = new Set(['cache-control', 'cdn-cache-control', 'vary', 'content-location', 'expires']);

const toRepresentation = (page: StoredPage, encoding: number, body: Buffer): Representation => {
  const etag = `"${page.digest}${etagSuffixes[encoding] ?? ''}"`;
  const name = encodings[encoding] ?? 'identity';
  const length: HeaderList = [['content-length', String(body.length)]];
  const coded: HeaderList = encoding === 0 ? length : [['content-encoding', name], ...length];
  const all: HeaderList = [...page.headers, ['etag', etag], ['cache-status', 'dateline; hit'], ...coded];
  const repeated = page.headers.filter(([header]) => repeatedIn304.has(header));
  return {
    etag,
    body,
    headers: all.flat(),
    notModifiedHeaders: [['etag', etag], ['cache-status', 'dateline; hit'], ...repeated].flat(),
  };
};

/** The encoding under which a page goes out to someone who would take `wanted`. */
export const encodingFor = (page: StoredPage, wanted: number): number => (page.compressible ? wanted : 0);

type OnGrown = (bytes: number) => void;

const encode = async (page: StoredPage, encoding: number, onGrown: OnGrown): Promise<Representation> => {
  try {
    const body = await compress(page.body, encoding);
    const made = toRepresentation(page, encoding, body);
    page.representations[encoding] = made;
    onGrown(body.length);
    return made;
  } finally {
    page.pending[encoding] = undefined;
  }
};

/** The representation in an encoding, compressing it once however many ask at the same time. */
export const representationOf = (
  page: StoredPage,
  wanted: number,
  onGrown: OnGrown,
): Representation | Promise<Representation> => {
  const encoding = encodingFor(page, wanted);
  const ready = page.representations[encoding];
  if (ready !== undefined) return ready;
  page.pending[encoding] ??= encode(page, encoding, onGrown);
  return page.pending[encoding];
};
