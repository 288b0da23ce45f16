import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { messageOf } from '#lib/errors.ts';
import { holdMessage } from './held-message.ts';
import type { Envelope } from './mailer.ts';
import { type MessageStage, type Outcome, toOutcome } from './outcome.ts';
import type { SmtpServer } from './smtp-address.ts';

export type SmtpTimeouts = { connectMs: number; silenceMs: number };

export type Session = {
  /** One message to one address; never throws. `fresh` is false where the connection had been lying idle. */
  send: (envelope: Envelope, message: Buffer) => Promise<Outcome & { stage: MessageStage }>;
  /** Whether another message may follow on this connection. */
  usable: () => boolean;
  sent: () => number;
  close: () => void;
};

/** Connects and signs in. Throws what the server or the network said. */
export async function openSession(server: SmtpServer, timeouts: SmtpTimeouts): Promise<Session> {
  const connection = new SMTPConnection({
    host: server.host,
    port: server.port,
    secure: server.secure,
    requireTLS: server.requireTLS,
    name: server.name,
    connectionTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.connectMs,
    dnsTimeout: timeouts.connectMs,
    socketTimeout: timeouts.silenceMs,
    socketCloseTimeout: 500,
  });
  await connect(connection, server);
  return toSession(connection);
}

function connect(connection: SMTPConnection, server: SmtpServer): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error) => {
      reject(error);
      connection.close();
    };
    connection.once('error', fail);
    connection.once('end', () => reject(new Error('The mail server hung up.')));
    connection.connect((error) => {
      if (error) return fail(error);
      if (!server.auth) return resolve();
      connection.login({ ...server.auth, credentials: server.auth }, (refused) =>
        refused ? fail(refused) : resolve(),
      );
    });
  });
}

function toSession(connection: SMTPConnection): Session {
  let open = true;
  let count = 0;
  const close = () => {
    open = false;
    connection.close();
  };
  const ended = () => {
    open = false;
  };
  // It closes itself after an error, and says so.
  connection.on('error', ended);
  connection.on('end', ended);
  return {
    usable: () => open,
    sent: () => count,
    close,
    send: async (envelope, message) => {
      count += 1;
      const { stream, stage } = holdMessage(message);
      const outcome = await deliver(connection, envelope, message.length, stream, stage);
      const at = stage();
      if (outcome.state !== 'accepted') {
        stream.destroy();
        // After a refused recipient the connection is in order; after anything else a new one is surer.
        if (!(outcome.state === 'refused' && at === 'not begun' && (await reset(connection)))) close();
      }
      return { ...outcome, stage: at };
    },
  };
}

function deliver(
  connection: SMTPConnection,
  envelope: Envelope,
  size: number,
  stream: NodeJS.ReadableStream,
  stage: () => MessageStage,
): Promise<Outcome> {
  return new Promise((resolve) => {
    // What the server said last comes with the callback, just after this event.
    const lost = () => {
      const at = stage();
      setImmediate(() => resolve(toOutcome(new Error('The connection was closed.'), at)));
    };
    connection.once('end', lost);
    connection.send({ from: envelope.from, to: [envelope.to], size }, stream as never, (error, info) => {
      connection.off('end', lost);
      if (error) resolve(toOutcome(error, stage()));
      else resolve({ state: 'accepted', response: messageOf(info?.response ?? '') });
    });
  });
}

const RESET_MS = 5000;

function reset(connection: SMTPConnection): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), RESET_MS);
    connection.reset((error) => {
      clearTimeout(timer);
      resolve(!error);
    });
  });
}
