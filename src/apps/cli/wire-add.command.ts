import { defineCommand } from './command.ts';

export const wireAddOptions = {
  url: { value: 'URL', help: 'fetch its copy from this address: http(s), ftp(s), sftp, imap(s)' },
  'password-file': {
    value: 'FILE',
    help: 'read the password of that address from FILE, or from stdin with -',
  },
  move: { value: 'FOLDER', help: 'move the mails of a mailbox there once they are read' },
  keep: { help: 'leave the mails of a mailbox where they are (so without --move)' },
  inbox: { help: 'take its copy from a watched folder' },
  push: { help: 'let it post its copy to us, with a token' },
  as: { value: 'FORMAT', help: 'read its copy as this format instead of finding out' },
  edition: { value: 'CODE', help: 'the edition that its stories are for (the first one)' },
  section: {
    value: 'SLUG',
    help: 'the section for stories that name none of ours; made where it is missing',
  },
  publish: { help: 'publish its stories by themselves; else they wait for the desk' },
  every: { value: '60s', help: 'how often to fetch: 30s, 5m, 1h (60s)' },
} as const;

export const wireAddCommand = defineCommand({
  name: 'wire add',
  summary: 'Take copy from a new source',
  usage: [
    'wire add NAME --url URL [--every 60s] [--as FORMAT] [--edition CODE] [--section SLUG] [--publish]',
    'wire add NAME --url imaps://user@host/INBOX --password-file FILE [--move FOLDER | --keep] […]',
    'wire add NAME --inbox [--as FORMAT] [--edition CODE] [--section SLUG] [--publish]',
    'wire add NAME --push [--as FORMAT] [--edition CODE] [--section SLUG] [--publish]',
  ],
  options: wireAddOptions,
  notes: `Prints what is needed next: for --inbox the folder, for --push the token, which is not shown again.
Addresses in private ranges are refused unless DATELINE_PRIVATE_SOURCES lists their host.
Passwords are kept apart from the address and never shown again; without --password-file one in the address counts, else it is asked for.
A source that was removed comes back under its name with what it brought. Formats: newsml-g2 newsml-1.2 nitf ninjs iptc7901 anpa rss atom rdf jsonfeed html text eventsml icalendar mail.`,
  load: async () => (await import('./wire-add.ts')).wireAdd,
});
