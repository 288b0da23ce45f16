/** What became of one message that was handed to a mail server. */
export type Outcome =
  /** The server took it and is answerable for it. */
  | { state: 'accepted'; response: string }
  /** It was not taken and may be tried again: 4xx, greylisting, a connection lost before the message was whole. */
  | { state: 'later'; reason: string }
  /** It was refused for good. `status` is the enhanced status code (RFC 3463) where the server gave one. */
  | { state: 'refused'; reason: string; status?: string }
  /** The server cannot be used at all; that says nothing about this message. */
  | { state: 'away'; reason: string }
  /** The message was whole on its way and no answer came: it may or may not arrive, so it must not be sent again. */
  | { state: 'unknown'; reason: string };

/** How far the message itself had come when something went wrong. */
export type MessageStage = 'not begun' | 'begun' | 'whole';

const ENHANCED_STATUS = /^\d{3}[ -]([245]\.\d{1,3}\.\d{1,3})\b/;

type SmtpError = Error & { code?: string; responseCode?: number; response?: string; command?: string };

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 500);

/**
 * Reads the error of a send. What the server said decides; where it said nothing, how far the message had come: the end
 * of the message is the one command of SMTP whose lost answer leaves the fate of a message open (RFC 5321, 4.2.5, 6.1).
 */
export function toOutcome(error: SmtpError, stage: MessageStage): Outcome {
  const reason = oneLine(error.response ?? error.message);
  const { responseCode: code, command = '' } = error;
  if (code !== undefined) {
    if (code < 500) return { state: 'later', reason };
    // A refused sender or a refused password is refused for every message.
    if (stage === 'not begun' && !/^(RCPT TO|DATA)/.test(command)) return { state: 'away', reason };
    return { state: 'refused', reason, status: ENHANCED_STATUS.exec(error.response ?? '')?.[1] };
  }
  if (stage === 'whole') return { state: 'unknown', reason };
  if (error.code === 'EENVELOPE') return { state: 'refused', reason, status: '5.1.3' };
  if (error.code === 'EMESSAGE') return { state: 'refused', reason, status: '5.3.4' };
  return { state: 'later', reason };
}
