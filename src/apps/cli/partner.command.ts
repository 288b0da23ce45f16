import { type Command, defineCommand } from './command.ts';

export const partnerAddOptions = {
  format: { value: 'FORMAT', help: 'ninjs (if not given), newsml-g2, nitf, atom or rss' },
  text: { value: 'full|short', help: 'whole texts (full, if not given), or headline, deck and address' },
  edition: { value: 'CODE', help: 'only articles of this edition' },
  section: { value: 'SECTION', help: 'only articles of this section, of the edition or the paper’s first' },
  wire: {
    value: 'yes|no',
    help: 'agencies’ copy and pictures, too (no): your contracts with them must allow it',
  },
  terms: { value: 'WORDS', help: 'what the partner may do with an article, told in each' },
  push: { value: 'URL', help: 'send every change to this address' },
} as const;

const addCommand = defineCommand({
  name: 'partner add',
  summary: 'Add somebody who gets the paper’s articles for their own use',
  usage: ['partner add NAME [--format ninjs] [--text full] [--section S] [--wire no] [--push https://…]'],
  options: partnerAddOptions,
  notes:
    'The key for GET /api/partner is printed, and below it the secret that pushes are signed with; neither is shown again.',
  load: async () => (await import('./partner-add.ts')).partnerAdd,
});

export const partnerListOptions = { json: { help: 'as a JSON array' } } as const;

const listCommand = defineCommand({
  name: 'partner list',
  summary: 'Show the partners, what they get, and whether it arrives',
  usage: ['partner list [--json]'],
  options: partnerListOptions,
  load: async () => (await import('./partner-list.ts')).partnerList,
});

export const partnerLogOptions = { json: { help: 'as a JSON array' } } as const;

const logCommand = defineCommand({
  name: 'partner log',
  summary: 'Show what was pushed to a partner last',
  usage: ['partner log NAME [--json]'],
  options: partnerLogOptions,
  load: async () => (await import('./partner-log.ts')).partnerLog,
});

const keyCommand = defineCommand({
  name: 'partner key',
  summary: 'Make a new key for a partner; the old one stops working',
  usage: ['partner key NAME'],
  options: {},
  load: async () => (await import('./partner-edit.ts')).partnerKey,
});

const resumeCommand = defineCommand({
  name: 'partner resume',
  summary: 'Push to a partner again, with all that it missed',
  usage: ['partner resume NAME'],
  options: {},
  load: async () => (await import('./partner-edit.ts')).partnerResume,
});

const removeCommand = defineCommand({
  name: 'partner remove',
  summary: 'Remove a partner: nothing goes there any more, and the key opens nothing',
  usage: ['partner remove NAME'],
  options: {},
  load: async () => (await import('./partner-edit.ts')).partnerRemove,
});

const allowCommand = defineCommand({
  name: 'partner allow',
  summary: 'Let the copy of a wire source go to every partner',
  usage: ['partner allow SOURCE'],
  options: {},
  load: async () => (await import('./partner-edit.ts')).partnerAllow,
});

const keepCommand = defineCommand({
  name: 'partner keep',
  summary: 'Keep the copy of a wire source from partners again',
  usage: ['partner keep SOURCE'],
  options: {},
  load: async () => (await import('./partner-edit.ts')).partnerKeep,
});

export const PARTNER_COMMANDS: readonly Command[] = [
  addCommand,
  listCommand,
  logCommand,
  keyCommand,
  resumeCommand,
  removeCommand,
  allowCommand,
  keepCommand,
];
