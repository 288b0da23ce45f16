/** Header names and values in the order they are sent; names in lower case. */
export type HeaderList = readonly (readonly [name: string, value: string])[];

/** The part of a request that a cached page may depend on: nothing else of the request reaches a render. */
export type PageRequest = {
  /** The path as the address has it, percent-encoded. */
  readonly path: string;
  /** Path parameters, decoded. */
  readonly params: Readonly<Record<string, string>>;
  /** Only the parameters that the route lists as canonical. */
  readonly query: URLSearchParams;
};

/** What a route answers: finished bytes, and the content keys whose change makes them out of date. */
export type PageResponse = {
  readonly status: number;
  readonly headers: HeaderList;
  readonly body: string | Uint8Array;
  readonly keys: readonly string[];
  /** How long the bytes count as fresh without any purge; absent: the cache's own default. */
  readonly maxAgeSeconds?: number;
  /** false: answered once and forgotten, and told to everyone on the way as `no-store`. */
  readonly cache: boolean;
};

export type RenderPage = () => PageResponse | Promise<PageResponse>;

type PageParts = Partial<PageResponse> & Pick<PageResponse, 'body'> & { readonly type?: string };

/** A page with the usual values filled in: status 200, HTML in UTF-8, to be cached. */
export const page = ({
  type = 'text/html; charset=utf-8',
  headers = [],
  ...parts
}: PageParts): PageResponse => ({
  status: 200,
  keys: [],
  cache: true,
  ...parts,
  headers: [['content-type', type], ...headers],
});

const storable = new Set([200, 301, 308, 404, 410]);

/** Whether bytes may be given to more than the one who asked; whatever sets a cookie never may. */
export const isStorable = (response: PageResponse): boolean =>
  response.cache &&
  storable.has(response.status) &&
  !response.headers.some(([name]) => name.toLowerCase() === 'set-cookie');
