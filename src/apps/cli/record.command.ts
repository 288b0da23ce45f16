import { type Command, defineCommand } from './command.ts';

export const recordShowOptions = {
  explain: { help: 'with the rule behind each find' },
  json: { help: 'as a JSON object' },
} as const;

const showCommand = defineCommand({
  name: 'record show',
  summary: 'Show what was read of an article: times, quotations, names, events, sources',
  usage: ['record show ARTICLE [--explain] [--json]'],
  options: recordShowOptions,
  notes:
    'ARTICLE is its number or its address. Each line begins with the find’s key, by which it can be confirmed or struck out.',
  load: async () => (await import('./record-show.ts')).recordShow,
});

export const recordDecideOptions = {
  by: { value: 'NAME', help: 'who decides (the desk)' },
} as const;

const confirmCommand = defineCommand({
  name: 'record confirm',
  summary: 'Say that a find is right: it counts as certain from now on',
  usage: ['record confirm ARTICLE FIND [--by NAME]'],
  options: recordDecideOptions,
  notes: 'It stays, as it is now, when the text is read again.',
  load: async () => (await import('./record-decide.ts')).recordConfirm,
});

const strikeCommand = defineCommand({
  name: 'record strike',
  summary: 'Take a find out of the record: no page shows it from now on',
  usage: ['record strike ARTICLE FIND [--by NAME]'],
  options: recordDecideOptions,
  notes: 'It stays away when the text is read again.',
  load: async () => (await import('./record-decide.ts')).recordStrike,
});

export const recordReadAgainOptions = {
  all: { help: 'also texts that this version of the reader has read' },
} as const;

const readAgainCommand = defineCommand({
  name: 'record read-again',
  summary: 'Read the texts anew that an older version of the reader read',
  usage: ['record read-again [--all]'],
  options: recordReadAgainOptions,
  notes:
    'A running paper does it by itself after an update. What was confirmed or struck out stays as it was decided.',
  load: async () => (await import('./record-read-again.ts')).recordReadAgain,
});

/** Everything below `dateline record`. */
export const RECORD_COMMANDS: readonly Command[] = [
  showCommand,
  confirmCommand,
  strikeCommand,
  readAgainCommand,
];
