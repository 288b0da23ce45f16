import { toWireAddress } from './address.ts';
import { writeToOutbox } from './outbox.ts';
import type { Outcome } from './outcome.ts';
import { parseSmtpUrl } from './smtp-address.ts';
import { createSmtpPool } from './smtp-pool.ts';
import type { SmtpTimeouts } from './smtp-session.ts';

/** Addresses as people write them; the wire's spelling is made here. */
export type Envelope = { from: string; to: string };

export type Mailer = {
  /** How many messages may be on their way at once. */
  connections: number;
  /** Where mail goes, for the log; without a password. */
  where: string;
  /** Hands over one whole message (RFC 5322, CRLF). Never throws: what happened is the outcome. */
  send: (envelope: Envelope, message: Buffer) => Promise<Outcome>;
  /** Lets what is on its way finish, and cuts it at `deadlineMs`. */
  close: (deadlineMs?: number) => Promise<void>;
};

export type MailerOptions = {
  /** Absent: messages are written into the outbox. */
  smtpUrl: string | undefined;
  outbox: string;
  timeouts?: Partial<SmtpTimeouts>;
};

/** RFC 5321, 4.5.3.2 asks for minutes; a busy server that is silent for so long will not answer in five either. */
const TIMEOUTS: SmtpTimeouts = { connectMs: 20_000, silenceMs: 90_000 };
const CLOSE_WITHIN_MS = 8000;
const OUTBOX_AT_ONCE = 8;

/** The way out for mail: an SMTP server by a pool of connections, or a folder of `.eml` files. */
export function openMailer({ smtpUrl, outbox, timeouts }: MailerOptions): Mailer {
  const toWire = ({ from, to }: Envelope) => ({ from: toWireAddress(from), to: toWireAddress(to) });
  if (smtpUrl === undefined) {
    return {
      connections: OUTBOX_AT_ONCE,
      where: outbox,
      send: (envelope, message) => writeToOutbox(outbox, envelope, message),
      close: async () => {},
    };
  }
  const server = parseSmtpUrl(smtpUrl);
  const pool = createSmtpPool(server, { ...TIMEOUTS, ...timeouts });
  return {
    connections: server.connections,
    where: `${server.host}:${server.port}`,
    send: (envelope, message) => pool.send(toWire(envelope), message),
    close: (deadlineMs = CLOSE_WITHIN_MS) => pool.close(deadlineMs),
  };
}
