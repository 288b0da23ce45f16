import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions, type SMTPServerSession } from 'smtp-server';

export type Received = { to: string; from: string; raw: Buffer };

/** How the server behaves; each is asked anew for every mail. Undefined lets things take their course. */
export type PeerConduct = {
  /** An answer to MAIL FROM or RCPT TO in the place of 250: "450 4.7.1 Greylisted". */
  onRecipient?: (address: string) => string | undefined;
  /** What happens to the message: `hang up` after its first bytes, `silence` once it is whole, or an answer. */
  onMessage?: (address: string) => 'hang up' | 'silence' | string | undefined;
};

export type SmtpPeer = {
  url: string;
  /** Messages that the server answered for with 250, in their order. */
  received: Received[];
  /** Messages that arrived whole and were never answered. */
  swallowed: Received[];
  conduct: PeerConduct;
  close: () => Promise<void>;
};

function toError(answer: string): Error {
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
}

const recipientOf = (session: SMTPServerSession): string => session.envelope.rcptTo[0]?.address ?? '';

/** The sockets of smtp-server's connections, which its sessions do not show. */
function hangUp(server: SMTPServer, session: SMTPServerSession): void {
  const connections = (
    server as unknown as { connections: Set<{ id: string; _socket: { destroy: () => void } }> }
  ).connections;
  for (const one of connections) if (one.id === session.id) one._socket.destroy();
}

/** A real SMTP server on a free port of this machine. */
export async function startPeer(options: SMTPServerOptions = {}): Promise<SmtpPeer> {
  const received: Received[] = [];
  const swallowed: Received[] = [];
  const peer: Pick<SmtpPeer, 'conduct'> = { conduct: {} };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    onRcptTo: ({ address }, _session, done) => {
      const answer = peer.conduct.onRecipient?.(address);
      done(answer ? toError(answer) : null);
    },
    onData: (stream, session, done) => {
      const to = recipientOf(session);
      const answer = peer.conduct.onMessage?.(to);
      if (answer === 'hang up') {
        stream.once('data', () => hangUp(server, session));
        stream.on('error', () => {});
        return;
      }
      const from = session.envelope.mailFrom ? session.envelope.mailFrom.address : '';
      buffer(stream).then(
        (raw) => {
          if (answer === 'silence') return void swallowed.push({ to, from, raw });
          if (answer) return done(toError(answer));
          received.push({ to, from, raw });
          done(null);
        },
        () => {},
      );
    },
    ...options,
  });
  server.on('error', () => {});
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return Object.assign(peer, {
    url: `smtp://127.0.0.1:${port}`,
    received,
    swallowed,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  });
}
