/**
 * Why an address could not be fetched.
 * - refused: the address itself must not be asked (scheme, credentials, private range); asking again will not help
 * - held: the host asked us to stay away for longer than is worth waiting
 * - unreachable: no answer, or none that is HTTP
 * - timeout, too_large, status (an answer other than success), undecodable
 */
export type FetchFailureKind =
  | 'refused'
  | 'held'
  | 'unreachable'
  | 'timeout'
  | 'too_large'
  | 'status'
  | 'undecodable';

type Details = { status?: number; retryAfterSeconds?: number; cause?: unknown };

/** A failed fetch, with a sentence for the person who looks after the source. */
export class FetchFailure extends Error {
  readonly kind: FetchFailureKind;
  /** HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** How long the host asked us to stay away. */
  readonly retryAfterSeconds: number | undefined;
  constructor(kind: FetchFailureKind, message: string, { status, retryAfterSeconds, cause }: Details = {}) {
    super(message, { cause });
    this.name = 'FetchFailure';
    this.kind = kind;
    this.status = status;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const SENTENCES: Record<string, [FetchFailureKind, string]> = {
  ENOTFOUND: ['unreachable', 'There is no host of that name'],
  EAI_AGAIN: ['unreachable', 'The name of the host could not be looked up just now'],
  ECONNREFUSED: ['unreachable', 'The host refuses connections on that port'],
  ECONNRESET: ['unreachable', 'The host broke the connection off'],
  EHOSTUNREACH: ['unreachable', 'There is no way to the host'],
  ENETUNREACH: ['unreachable', 'There is no way to the network of the host'],
  ETIMEDOUT: ['timeout', 'The host did not answer the connection in time'],
  UND_ERR_CONNECT_TIMEOUT: ['timeout', 'The host did not answer the connection in time'],
  UND_ERR_HEADERS_TIMEOUT: ['timeout', 'The host took the request but did not begin to answer in time'],
  UND_ERR_BODY_TIMEOUT: ['timeout', 'The host stopped in the middle of its answer'],
  UND_ERR_SOCKET: ['unreachable', 'The host broke the connection off'],
  UND_ERR_HEADERS_OVERFLOW: ['too_large', 'The headers of the answer are too large'],
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: ['undecodable', 'The answer is not as long as it says'],
};

const codesOf = (thrown: unknown): string[] => {
  if (!(thrown instanceof Error)) return [];
  const own = 'code' in thrown ? [String(thrown.code)] : [];
  return [...own, ...codesOf(thrown.cause)];
};

/** Any error of undici, sockets, TLS or name service as a `FetchFailure` that says which host it was. */
export function toFetchFailure(thrown: unknown, url: URL): FetchFailure {
  if (thrown instanceof FetchFailure) return thrown;
  if (thrown instanceof Error && thrown.cause instanceof FetchFailure) return thrown.cause;
  if (thrown instanceof Error && thrown.name === 'TimeoutError') {
    return new FetchFailure('timeout', `${url.host}: The whole answer did not come in time.`, {
      cause: thrown,
    });
  }
  const codes = codesOf(thrown);
  const [kind, sentence] = codes.map((code) => SENTENCES[code]).find(Boolean) ?? [];
  if (kind) return new FetchFailure(kind, `${url.host}: ${sentence}.`, { cause: thrown });
  const said = thrown instanceof Error ? thrown.message : String(thrown);
  const what = codes.some((code) => /CERT|TLS|SSL|SELF_SIGNED/.test(code))
    ? 'No secure connection could be made'
    : 'The host could not be asked';
  return new FetchFailure('unreachable', `${url.host}: ${what} (${said}).`, { cause: thrown });
}
