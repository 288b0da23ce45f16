import { messageOf } from '#lib/errors.ts';
import type { Envelope } from './mailer.ts';
import type { Outcome } from './outcome.ts';
import type { SmtpServer } from './smtp-address.ts';
import { openSession, type Session, type SmtpTimeouts } from './smtp-session.ts';

export type SmtpPool = {
  send: (envelope: Envelope, message: Buffer) => Promise<Outcome>;
  /** Ends idle connections at once and those at work when they are done, or cuts them at `deadlineMs`. */
  close: (deadlineMs: number) => Promise<void>;
};

/** Servers end long sessions themselves, some of them rudely. */
const MOST_MESSAGES = 200;
const IDLE_MS = 10_000;

/** Up to `server.connections` sessions, each with one message at a time; who comes when all are busy waits in line. */
export function createSmtpPool(server: SmtpServer, timeouts: SmtpTimeouts): SmtpPool {
  const idle: Session[] = [];
  const busy = new Set<Session>();
  const line: (() => void)[] = [];
  let taken = 0;
  let closing = false;
  let sweep: NodeJS.Timeout | undefined;

  const closeIdle = () => {
    for (const session of idle.splice(0)) session.close();
  };
  const enter = async () => {
    if (taken >= server.connections) await new Promise<void>((resolve) => line.push(resolve));
    else taken += 1;
  };
  const leave = () => {
    const next = line.shift();
    if (next) next();
    else taken -= 1;
    clearTimeout(sweep);
    if (closing) closeIdle();
    else sweep = setTimeout(closeIdle, IDLE_MS).unref();
  };
  const takeIdle = (): Session | undefined => {
    for (;;) {
      const session = idle.pop();
      if (!session || session.usable()) return session;
    }
  };

  const sendOn = async (session: Session, envelope: Envelope, message: Buffer) => {
    busy.add(session);
    const outcome = await session.send(envelope, message);
    busy.delete(session);
    if (session.usable() && session.sent() < MOST_MESSAGES) idle.push(session);
    else session.close();
    return outcome;
  };

  const sendOne = async (envelope: Envelope, message: Buffer): Promise<Outcome> => {
    const waiting = takeIdle();
    if (waiting) {
      const outcome = await sendOn(waiting, envelope, message);
      // A session that lay idle may have been ended from the other side: that is nothing against the message.
      if (outcome.state !== 'later' || outcome.stage !== 'not begun' || waiting.usable()) return outcome;
      if (/^[45]\d\d/.test(outcome.reason)) return outcome;
    }
    try {
      return await sendOn(await openSession(server, timeouts), envelope, message);
    } catch (thrown) {
      return { state: 'away', reason: messageOf(thrown) };
    }
  };

  return {
    send: async (envelope, message) => {
      await enter();
      try {
        return closing
          ? { state: 'away', reason: 'The mailer is being closed.' }
          : await sendOne(envelope, message);
      } finally {
        leave();
      }
    },
    close: async (deadlineMs) => {
      closing = true;
      clearTimeout(sweep);
      closeIdle();
      const cut = setTimeout(() => {
        for (const session of busy) session.close();
      }, deadlineMs);
      while (taken > 0) await new Promise((resolve) => setTimeout(resolve, 10));
      clearTimeout(cut);
      closeIdle();
    },
  };
}
