import { AppError } from '#lib/errors.ts';

export type SmtpServer = {
  host: string;
  port: number;
  /** TLS from the first byte; otherwise it is taken where the server offers it. */
  secure: boolean;
  auth?: { user: string; pass: string };
  /** A password is not sent in the clear, but to this same machine. */
  requireTLS: boolean;
  /** How many connections are held open at once. */
  connections: number;
  /** How this host calls itself to the server. */
  name?: string;
};

const DEFAULT_CONNECTIONS = 8;
const MOST_CONNECTIONS = 100;
const THIS_MACHINE = /^(localhost|127\.\d+\.\d+\.\d+|\[?::1\]?)$/;

/**
 * The server of an `SMTP_URL`: `smtp://user:password@host:587?connections=20`, or `smtps:` for TLS from the start.
 * @throws AppError bad_input with what to write instead.
 */
export function parseSmtpUrl(address: string): SmtpServer {
  const url = new URL(address);
  const connections = Number(url.searchParams.get('connections') ?? DEFAULT_CONNECTIONS);
  if (!Number.isInteger(connections) || connections < 1 || connections > MOST_CONNECTIONS) {
    throw new AppError('bad_input', `SMTP_URL: connections is a number from 1 to ${MOST_CONNECTIONS}.`);
  }
  const secure = url.protocol === 'smtps:';
  const auth = url.username
    ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
    : undefined;
  return {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    auth,
    requireTLS: auth !== undefined && !secure && !THIS_MACHINE.test(url.hostname),
    connections,
    name: url.searchParams.get('name') ?? undefined,
  };
}
