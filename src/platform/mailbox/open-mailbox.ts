import { isIP } from 'node:net';
import { ImapFlow } from 'imapflow';
import { AppError } from '#lib/errors.ts';

export type MailboxOptions = {
  /** The checked address to connect to, and the name that its certificate must bear. */
  address: string;
  host: string;
  port: number;
  /** TLS from the first byte on; else STARTTLS where the server offers it. */
  secure: boolean;
  user: string;
  password: string;
  mailbox: string;
  timeoutMs: number;
  signal?: AbortSignal;
};

export type MailListing = { uid: number; size: number };

/** An open mailbox of IMAP. UIDs grow; they mean something else once `validity` changes (RFC 9051, 2.3.1.1). */
export type Mailbox = {
  validity: string;
  /** Mails with higher UIDs than this, the lowest first, at most `limit`. */
  listAfter: (uid: number, limit: number) => Promise<MailListing[]>;
  /** A mail as it lies there; undefined where it is gone. It is not marked as read. */
  read: (uid: number) => Promise<Uint8Array | undefined>;
  markSeen: (uid: number) => Promise<void>;
  move: (uid: number, mailbox: string) => Promise<void>;
  close: () => Promise<void>;
};

/**
 * Opens a mailbox.
 * @throws AppError unauthorized where the login is refused, not_found where there is no such mailbox; what imapflow throws
 */
export async function openMailbox(options: MailboxOptions): Promise<Mailbox> {
  const { address, host, port, secure, user, password, mailbox, timeoutMs, signal } = options;
  const client = new ImapFlow({
    host: address,
    ...(isIP(host) ? {} : { servername: host }),
    port,
    secure,
    auth: { user, pass: password },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  // An error after the call that caused it has nobody waiting.
  client.on('error', () => {});
  const quit = () => client.close();
  signal?.addEventListener('abort', quit, { once: true });
  const close = async (): Promise<void> => {
    signal?.removeEventListener('abort', quit);
    await client.logout().catch(() => {});
    client.close();
  };
  try {
    await client.connect();
    const opened = await client.mailboxOpen(mailbox).catch((thrown: unknown) => {
      throw new AppError('not_found', `There is no mailbox ${mailbox} that can be opened.`, {
        cause: thrown,
      });
    });
    const range = (uid: number) => String(uid);
    return {
      validity: String(opened.uidValidity),
      listAfter: (uid, limit) => listAfter(client, uid, limit),
      read: async (uid) => {
        const found = await client.fetchOne(range(uid), { source: true, uid: true }, { uid: true });
        return found === false ? undefined : found.source;
      },
      markSeen: async (uid) => {
        await client.messageFlagsAdd(range(uid), ['\\Seen'], { uid: true });
      },
      move: async (uid, to) => {
        await client.messageMove(range(uid), to, { uid: true });
      },
      close,
    };
  } catch (thrown) {
    await close();
    if (thrown instanceof Error && 'authenticationFailed' in thrown && thrown.authenticationFailed)
      throw new AppError('unauthorized', 'The mail server refuses the user name or password.', {
        cause: thrown,
      });
    throw thrown;
  }
}

async function listAfter(client: ImapFlow, uid: number, limit: number): Promise<MailListing[]> {
  const found: MailListing[] = [];
  // "n:*" always holds the last mail, also where its number is lower than n.
  for await (const mail of client.fetch(`${uid + 1}:*`, { uid: true, size: true }, { uid: true }))
    if (mail.uid > uid) found.push({ uid: mail.uid, size: mail.size ?? 0 });
  return found.sort((a, b) => a.uid - b.uid).slice(0, limit);
}
