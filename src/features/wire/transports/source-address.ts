import { AppError } from '#lib/errors.ts';

/** How a source that is polled is reached, told by its address. */
export type Transport = 'http' | 'ftp' | 'sftp' | 'imap';

/** `secure` is TLS from the first byte on; ftp:// and imap:// turn to TLS where the server offers it. */
export type SourceAddress = {
  transport: Exclude<Transport, 'http'>;
  secure: boolean;
  host: string;
  port: number;
  user: string;
  /** A folder, or a mailbox of IMAP. */
  path: string;
};

const KINDS: Readonly<
  Record<string, { transport: SourceAddress['transport']; secure: boolean; port: number }>
> = {
  'ftp:': { transport: 'ftp', secure: false, port: 21 },
  'ftps:': { transport: 'ftp', secure: true, port: 990 },
  'sftp:': { transport: 'sftp', secure: true, port: 22 },
  'imap:': { transport: 'imap', secure: false, port: 143 },
  'imaps:': { transport: 'imap', secure: true, port: 993 },
};

export const transportOf = (url: string): Transport =>
  (URL.canParse(url) ? KINDS[new URL(url).protocol]?.transport : undefined) ?? 'http';

/** A source's address without its password, and the password; both decoded. */
export function splitPassword(url: string): { url: string; password?: string } {
  if (!URL.canParse(url)) return { url };
  const parsed = new URL(url);
  const password = parsed.password;
  if (password === '') return { url };
  parsed.password = '';
  return { url: parsed.href, password: decode(password) };
}

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

/**
 * `ftp://user@host/dir`, `ftps://…`, `sftp://…`, `imap(s)://user@host/INBOX`. A folder of FTP counts from where the login
 * leads (RFC 1738), one of SFTP from the root unless it begins with `~/`.
 * @throws AppError bad_input
 */
export function parseSourceAddress(url: string): SourceAddress {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  const kind = parsed === undefined ? undefined : KINDS[parsed.protocol];
  if (parsed === undefined || kind === undefined || parsed.hostname === '')
    throw new AppError('bad_input', `"${url.slice(0, 200)}" is no address of FTP, SFTP or IMAP.`);
  const path = decode(parsed.pathname.replace(/^\//, ''));
  const user = decode(parsed.username);
  // A line end in a path or name would be a command of its own to the server.
  if (/\p{Cc}/u.test(path + user))
    throw new AppError('bad_input', 'The address holds characters that no path or user name has.');
  return {
    transport: kind.transport,
    secure: kind.secure,
    host: parsed.hostname.replace(/^\[|\]$/g, ''),
    port: Number(parsed.port) || kind.port,
    user: user === '' && kind.transport === 'ftp' ? 'anonymous' : user,
    path: pathOf(kind.transport, path),
  };
}

function pathOf(transport: SourceAddress['transport'], path: string): string {
  const bare = path.replace(/\/+$/, '');
  if (transport === 'imap') return bare === '' ? 'INBOX' : bare;
  if (transport === 'ftp') return bare === '' ? '.' : bare;
  return bare.startsWith('~') ? bare.replace(/^~\/?/, './') : `/${bare}`;
}
