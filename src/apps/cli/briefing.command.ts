import { type Command, defineCommand } from './command.ts';

export const briefingListOptions = { json: { help: 'as a JSON array' } } as const;

const listCommand = defineCommand({
  name: 'briefing list',
  summary: 'Show the briefings of all editions, who gets them, and what was sent last',
  usage: ['briefing list [--json]'],
  options: briefingListOptions,
  load: async () => (await import('./briefing-list.ts')).briefingList,
});

export const briefingSendOptions = {
  at: { value: 'TIME', help: 'let it leave at this time, such as 2026-11-24T06:00+09:00 (after the grace)' },
  grace: { value: 'TIME', help: 'let nothing leave for so long, so that it can be stopped (2m)' },
  rate: { value: 'N', help: 'so many mails a second, over all workers' },
  json: { help: 'the plan as JSON' },
} as const;

const sendCommand = defineCommand({
  name: 'briefing send',
  summary: 'Plan a dispatch of an edition’s briefing: what was published since the last one',
  usage: ['briefing send EDITION [--at TIME] [--grace 2m] [--rate N] [--json]'],
  options: briefingSendOptions,
  notes:
    'The running paper sends it when its time has come. Until then, and while it is sent, `briefing stop SEND` stops it.',
  load: async () => (await import('./briefing-send.ts')).briefingSend,
});

const stopCommand = defineCommand({
  name: 'briefing stop',
  summary: 'Stop a dispatch: what has not left yet stays',
  usage: ['briefing stop SEND'],
  options: {},
  load: async () => (await import('./briefing-stop.ts')).briefingStop,
});

export const briefingShowOptions = { json: { help: 'as JSON' } } as const;

const showCommand = defineCommand({
  name: 'briefing show',
  summary: 'Show how far a dispatch is: planned, sent, failed, unknown',
  usage: ['briefing show SEND [--json]'],
  options: briefingShowOptions,
  notes:
    '"unknown" mails were on their way when their sender ended or the mail server fell silent; they are not sent again.',
  load: async () => (await import('./briefing-show.ts')).briefingShow,
});

export const briefingSetOptions = {
  hour: { value: 'HOUR', help: 'send at this hour of the edition’s zone, 0 to 23' },
  from: { value: 'ADDRESS', help: 'the address that it comes from' },
  rate: { value: 'N', help: 'so many mails a second, over all workers' },
  on: { help: 'send it every morning' },
  off: { help: 'send it only by hand' },
} as const;

const setCommand = defineCommand({
  name: 'briefing set',
  summary: 'Change when an edition’s briefing is sent, from which address, and how fast',
  usage: ['briefing set EDITION [--hour HOUR] [--from ADDRESS] [--rate N] [--on|--off]'],
  options: briefingSetOptions,
  load: async () => (await import('./briefing-set.ts')).briefingSet,
});

const bounceCommand = defineCommand({
  name: 'briefing bounce',
  summary: 'Take in a bounce or a complaint that came by mail',
  usage: ['briefing bounce < MESSAGE', 'briefing bounce FILE …'],
  options: {},
  notes:
    'Only reports (RFC 3464, RFC 5965) that quote the Message-ID of a mail of this paper count. The running paper also takes what lies in the folder bounces of its data.',
  load: async () => (await import('./briefing-bounce.ts')).briefingBounce,
});

export const briefingMailboxOptions = {
  url: { value: 'URL', help: 'read bounces and complaints from this mailbox: imaps://user@host/INBOX' },
  'password-file': { value: 'FILE', help: 'read its password from FILE, or from stdin with -' },
  off: { help: 'read no mailbox' },
} as const;

const mailboxCommand = defineCommand({
  name: 'briefing mailbox',
  summary: 'Name the mailbox that bounces and complaints come to, or show which it is',
  usage: ['briefing mailbox [--url URL [--password-file FILE] | --off]'],
  options: briefingMailboxOptions,
  notes: 'The running paper reads it every minute. Mails stay there and are not marked.',
  load: async () => (await import('./briefing-mailbox.ts')).briefingMailbox,
});

const tokenCommand = defineCommand({
  name: 'briefing token',
  summary: 'Make the token by which a mail service reports bounces to /api/mail-reports',
  usage: ['briefing token'],
  options: {},
  notes: 'The token before it stops working.',
  load: async () => (await import('./briefing-token.ts')).briefingToken,
});

const allowCommand = defineCommand({
  name: 'briefing allow',
  summary: 'Let an address get mail again that bounced or complained',
  usage: ['briefing allow ADDRESS'],
  options: {},
  load: async () => (await import('./briefing-allow.ts')).briefingAllow,
});

/** Everything below `dateline briefing`. */
export const BRIEFING_COMMANDS: readonly Command[] = [
  listCommand,
  sendCommand,
  stopCommand,
  showCommand,
  setCommand,
  bounceCommand,
  mailboxCommand,
  tokenCommand,
  allowCommand,
];
