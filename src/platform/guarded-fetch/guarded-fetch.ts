import { isIP } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import { type Clock, systemClock } from '#lib/clock.ts';
import { toAllowedHosts } from './allowed-hosts.ts';
import { FetchFailure, toFetchFailure } from './fetch-failure.ts';
import {
  createGuardedConnector,
  type ResolveHost,
  refusePrivate,
  resolveHost,
  resolvePublic,
} from './guarded-connector.ts';
import { createHostQueue } from './host-queue.ts';
import { hostOf, parseOutsideUrl, portOf } from './outside-url.ts';
import { isPublicAddress } from './public-address.ts';
import { ACCEPTED_ENCODINGS, readBody } from './read-body.ts';
import { parseRetryAfter } from './retry-after.ts';

export type GuardedFetchOptions = {
  /** `host` or `host:port` that may be asked although they are in private ranges (DATELINE_PRIVATE_SOURCES). */
  privateSources: readonly string[];
  /** Where the paper is to be found; hosts that we ask may want to know. */
  baseUrl: string;
  /** Name service; the machine's own by default. */
  resolve?: ResolveHost;
  clock?: Clock;
  /** Milliseconds. Body: between two pieces of it. Total: one answer whole, without the wait for the host's turn. */
  timeouts?: Partial<Timeouts>;
  /** Milliseconds between two requests to one public host. Allowed private hosts are asked without a pause. */
  gapMs?: number;
};

type Timeouts = { connect: number; headers: number; body: number; total: number };

export type GetOptions = {
  /** What we know already: where nothing is newer the answer is `unchanged`. */
  etag?: string | null;
  lastModified?: string | null;
  accept?: string;
  /** Largest body, packed or unpacked, that is read. */
  maxBytes?: number;
  signal?: AbortSignal;
};

/** `url` is the address that answered in the end. */
export type Fetched =
  | { state: 'unchanged'; url: string }
  | {
      state: 'fetched';
      url: string;
      bytes: Uint8Array;
      contentType?: string;
      etag?: string;
      lastModified?: string;
      /** The Link headers (RFC 8288), joined by commas. */
      link?: string;
    };

/** `headers` in lower case, the content type among them. */
export type PostedDocument = { body: string; headers: Record<string, string> };

/** A host that may be spoken to: by this very address, never by its name again. */
export type VisitedHost = { address: string; family: number };

export type GuardedFetch = {
  /**
   * GETs an address that somebody else named. Every connection, also after a redirect, goes to public addresses or allowed hosts only.
   * @throws FetchFailure with a sentence; whatever `signal` was aborted with, where it was
   */
  get(url: string, options?: GetOptions): Promise<Fetched>;
  /** Looks an address up without asking it; throws FetchFailure: `refused`, or `unreachable` where its host is not known just now. */
  check(url: string): Promise<void>;
  /** The same for a host of another protocol than HTTP. */
  checkHost(host: string, port: number): Promise<void>;
  /**
   * POSTs a form or a document and answers the status, whatever it is. Redirects are not followed.
   * @throws FetchFailure
   */
  post(url: string, body: URLSearchParams | PostedDocument, signal?: AbortSignal): Promise<number>;
  /**
   * Runs a conversation with a host in another protocol when it is the host's turn; it must connect to the address that it
   * is given, which was looked up and checked as for `get`.
   * @throws FetchFailure refused, held, unreachable
   */
  visit<T>(
    host: string,
    port: number,
    signal: AbortSignal | undefined,
    job: (host: VisitedHost) => Promise<T>,
  ): Promise<T>;
  close(): Promise<void>;
};

export const MAX_FETCH_BYTES = 64 * 1024 * 1024;
const MAX_REDIRECTS = 5;
const AT_ONCE_PER_HOST = 2;
const PATIENCE_MS = 30_000;
const TIMEOUTS: Timeouts = { connect: 10_000, headers: 20_000, body: 20_000, total: 60_000 };

/** HTTP for addresses from outside: bounded in size and time, polite to hosts, and never into the private network. */
export function createGuardedFetch(options: GuardedFetchOptions): GuardedFetch {
  const { privateSources, baseUrl, resolve = resolveHost, clock = systemClock, gapMs = 1_000 } = options;
  const timeouts = { ...TIMEOUTS, ...options.timeouts };
  const isAllowed = toAllowedHosts(privateSources);
  const agent = new Agent({
    connect: createGuardedConnector({ isAllowed, resolve, connectTimeoutMs: timeouts.connect }),
    connections: AT_ONCE_PER_HOST,
    headersTimeout: timeouts.headers,
    bodyTimeout: timeouts.body,
    maxHeaderSize: 32 * 1024,
  });
  const isAllowedUrl = (url: URL) => isAllowed(hostOf(url), portOf(url));
  const queue = createHostQueue({
    atOnce: AT_ONCE_PER_HOST,
    gapMs: (key) => (isAllowedUrl(new URL(key)) ? 0 : gapMs),
    patienceMs: PATIENCE_MS,
  });

  /** One request and its answer: the place where it leads on to, or the end. */
  async function hop(url: URL, get: GetOptions): Promise<Fetched | { redirect: string }> {
    const total = AbortSignal.timeout(timeouts.total);
    const signal = get.signal ? AbortSignal.any([get.signal, total]) : total;
    const answer = await request(url, { dispatcher: agent, headers: toHeaders(baseUrl, get), signal });
    const result = await readAnswer(url, answer, get.maxBytes ?? MAX_FETCH_BYTES, clock());
    return result;
  }

  /** The first address of a host that may be connected to. */
  async function addressOf(host: string, port: number): Promise<VisitedHost> {
    const family = isIP(host);
    if (family !== 0) {
      if (!isAllowed(host, port) && !isPublicAddress(host)) throw refusePrivate(host);
      return { address: host, family };
    }
    try {
      const [first] = isAllowed(host, port) ? await resolve(host) : await resolvePublic(host, resolve);
      if (first) return first;
    } catch (thrown) {
      throw toFetchFailure(thrown, new URL(`tcp://${host}`));
    }
    throw new FetchFailure('unreachable', `${host}: There is no host of that name.`);
  }

  return {
    async get(address, get = {}) {
      let url = parseOutsideUrl(address);
      for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
        const here = url;
        try {
          const result = await queue.run(here.origin, get.signal, () => hop(here, get));
          if (!('redirect' in result)) return result;
          url = parseOutsideUrl(result.redirect, here);
        } catch (thrown) {
          if (get.signal?.aborted) throw get.signal.reason;
          const failure = toFetchFailure(thrown, here);
          if (failure.status !== undefined && failure.retryAfterSeconds)
            queue.hold(here.origin, failure.retryAfterSeconds);
          throw failure;
        }
      }
      throw new FetchFailure(
        'status',
        `${url.host}: The address was redirected more than ${MAX_REDIRECTS} times.`,
      );
    },
    async check(address) {
      const url = parseOutsideUrl(address);
      await addressOf(hostOf(url), portOf(url));
    },
    async checkHost(host, port) {
      await addressOf(host, port);
    },
    async post(address, posted, given) {
      const url = parseOutsideUrl(address);
      const total = AbortSignal.timeout(timeouts.total);
      const signal = given ? AbortSignal.any([given, total]) : total;
      const { body, headers } =
        posted instanceof URLSearchParams
          ? { body: posted.toString(), headers: { 'content-type': 'application/x-www-form-urlencoded' } }
          : posted;
      const ask = () =>
        request(url, {
          method: 'POST',
          dispatcher: agent,
          headers: { 'user-agent': userAgentOf(baseUrl), ...headers },
          body,
          signal,
        });
      try {
        const answer = await queue.run(url.origin, given, ask);
        answer.body.on('error', () => {}).destroy();
        return answer.statusCode;
      } catch (thrown) {
        if (given?.aborted) throw given.reason;
        throw toFetchFailure(thrown, url);
      }
    },
    visit: (host, port, signal, job) =>
      queue.run(`tcp://${host.includes(':') ? `[${host}]` : host}:${port}`, signal, async () =>
        job(await addressOf(host, port)),
      ),
    close: () => agent.close(),
  };
}

const userAgentOf = (baseUrl: string): string => `Dateline/0.1 (+${baseUrl})`;

function toHeaders(baseUrl: string, { etag, lastModified, accept }: GetOptions): Record<string, string> {
  return {
    'user-agent': userAgentOf(baseUrl),
    accept: accept ?? '*/*',
    'accept-encoding': ACCEPTED_ENCODINGS,
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

async function readAnswer(
  url: URL,
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  maxBytes: number,
  now: Date,
): Promise<Fetched | { redirect: string }> {
  const header = (name: string): string | undefined => [headers[name]].flat()[0];
  if (status === 200 || status === 203) {
    const bytes = await readBody(body, header('content-encoding'), maxBytes);
    return {
      state: 'fetched',
      url: url.href,
      bytes,
      contentType: header('content-type'),
      etag: header('etag'),
      lastModified: header('last-modified'),
      link: headers.link === undefined ? undefined : [headers.link].flat().join(', '),
    };
  }
  // Nothing in the rest of the answer is of use, however long it is.
  body.on('error', () => {}).destroy();
  const location = header('location');
  if (REDIRECTS.has(status) && location) return { redirect: location };
  if (status === 304) return { state: 'unchanged', url: url.href };
  throw toStatusFailure(url, status, parseRetryAfter(header('retry-after'), now));
}

const STATUS_SENTENCES: Record<number, string> = {
  401: 'The address asks for a user name and a password',
  403: 'The host does not let us read the address',
  404: 'There is nothing at the address',
  410: 'The address is gone for good; remove the source or give it a new address',
  429: 'The host says that it is asked too often',
};

function toStatusFailure(url: URL, status: number, retryAfterSeconds: number | undefined): FetchFailure {
  const sentence =
    STATUS_SENTENCES[status] ??
    (status >= 500 ? 'The host has trouble of its own' : 'The host did not give the document');
  const later = retryAfterSeconds ? ` It asks us to come back in ${retryAfterSeconds} seconds.` : '';
  return new FetchFailure('status', `${url.host}: ${sentence} (status ${status}).${later}`, {
    status,
    retryAfterSeconds,
  });
}
