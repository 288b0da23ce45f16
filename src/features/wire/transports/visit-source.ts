import { AppError, messageOf } from '#lib/errors.ts';
import type { Db } from '#platform/database.ts';
import { FetchFailure } from '#platform/guarded-fetch/fetch-failure.ts';
import type { GuardedFetch } from '#platform/guarded-fetch/guarded-fetch.ts';
import { openMailbox } from '#platform/mailbox/open-mailbox.ts';
import type { Receive } from '../receive.ts';
import type { WireSourceRow } from '../wire.tables.ts';
import { openFtp } from './open-ftp.ts';
import { openSftp } from './open-sftp.ts';
import { type Haul, pollFolder } from './poll-folder.ts';
import { pollMailbox } from './poll-mailbox.ts';
import { findSecret } from './secrets.repo.ts';
import { listSeen, saveSeen } from './seen.repo.ts';
import { parseSourceAddress, type SourceAddress } from './source-address.ts';

export type Visit = {
  db: Db;
  fetch: GuardedFetch;
  receive: Receive;
  source: WireSourceRow;
  now: Date;
  signal?: AbortSignal;
};

const TIMEOUT_MS = 20_000;
/** One look, with all that it takes; what is left waits for the next. */
const LONGEST_MS = 10 * 60_000;
const HOST_KEY = '#host-key';

/**
 * Looks into a source's folder or mailbox, when it is its host's turn and at an address that was checked.
 * @throws FetchFailure or AppError with a sentence that holds no password
 */
export async function visitSource(visit: Visit): Promise<Haul> {
  const { db, fetch, source } = visit;
  const address = parseSourceAddress(source.url ?? '');
  const password = await findSecret(db, source.id);
  const longest = AbortSignal.timeout(LONGEST_MS);
  const signal = visit.signal ? AbortSignal.any([visit.signal, longest]) : longest;
  try {
    return await fetch.visit(address.host, address.port, signal, async ({ address: ip }) =>
      talk({ ...visit, signal }, address, {
        ...address,
        address: ip,
        password: address.user === 'anonymous' && password === '' ? 'anonymous@' : password,
        timeoutMs: TIMEOUT_MS,
        signal,
      }),
    );
  } catch (thrown) {
    if (visit.signal?.aborted || thrown instanceof FetchFailure || thrown instanceof AppError) throw thrown;
    throw explain(thrown, address, password);
  }
}

type Options = Omit<SourceAddress, 'transport'> & {
  address: string;
  password: string;
  timeoutMs: number;
  signal: AbortSignal;
};

async function talk(
  visit: Visit & { signal: AbortSignal },
  { transport }: SourceAddress,
  options: Options,
): Promise<Haul> {
  const { db, source, receive, now } = visit;
  const url = (source.url ?? '').replace(/\/+$/, '');
  if (transport === 'imap') {
    const mailbox = await openMailbox({ ...options, mailbox: options.path });
    return pollMailbox({ db, source, mailbox, receive, url, now }).finally(mailbox.close);
  }
  const session = transport === 'ftp' ? await openFtp(options) : await openKnownSftp(visit, options);
  return pollFolder({ db, source, session, receive, url, now }).finally(session.close);
}

async function openKnownSftp({ db, source, now }: Visit, options: Options) {
  const known = (await listSeen(db, source.id)).get(HOST_KEY)?.stamp;
  let shown: string | undefined;
  const onKey = (fingerprint: string) => {
    shown = fingerprint;
  };
  const session = await openSftp({ ...options, onKey, ...(known === undefined ? {} : { knownKey: known }) });
  if (shown !== undefined)
    await saveSeen(db, source.id, [{ name: HOST_KEY, stamp: shown, taken: true }], now);
  return session;
}

const SENTENCES: readonly [RegExp, string][] = [
  [/ECONNREFUSED/, 'The host refuses connections on that port.'],
  [/ETIMEDOUT|timed? ?out|Timeout/i, 'The host did not answer in time.'],
  [/ECONNRESET|EPIPE|closed|Unexpected close|socket hang up/i, 'The host broke the connection off.'],
  [
    /^530|530 |Login|authentication methods failed|AUTHENTICATIONFAILED/i,
    'The host refuses the user name or password.',
  ],
  [/^550|550 |No such file|ENOENT/i, 'The host has no such folder or file.'],
  [
    /certificate|self.signed|CERT_|ERR_TLS/i,
    'No secure connection could be made: the certificate is not to be trusted.',
  ],
];

/** Servers repeat in their errors what they were sent; a password among it is blotted out. */
function explain(thrown: unknown, { host, port }: SourceAddress, password: string): FetchFailure {
  const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : '';
  const said = messageOf(thrown);
  const known = SENTENCES.find(([pattern]) => pattern.test(`${code} ${said}`))?.[1];
  const bare = password === '' ? said : said.replaceAll(password, '…');
  return new FetchFailure(
    'unreachable',
    `${host}:${port}: ${known ?? `The host could not be asked (${bare.slice(0, 200)}).`}`,
  );
}
