import { type Command, defineCommand } from './command.ts';

export const personOptions = {
  edition: { value: 'CODE', help: 'of this edition (the first one)' },
} as const;

export const personListOptions = {
  ...personOptions,
  after: { value: 'SLUG', help: 'go on after this one' },
  json: { help: 'as a JSON array' },
} as const;

const listCommand = defineCommand({
  name: 'person list',
  summary: 'Show the people who have a page, and those who were struck',
  usage: ['person list [--edition CODE] [--after SLUG] [--json]'],
  options: personListOptions,
  load: async () => (await import('./person-list.ts')).personList,
});

export const personShowOptions = { ...personOptions, json: { help: 'as a JSON object' } } as const;

const showCommand = defineCommand({
  name: 'person show',
  summary: 'Show what readers see of a person: roles with their dates, quotations, articles',
  usage: ['person show SLUG [--edition CODE] [--json]'],
  options: personShowOptions,
  notes: 'SLUG is the end of the page’s address: ashton-carter of /person/ashton-carter.',
  load: async () => (await import('./person-show.ts')).personShow,
});

export const personStrikeOptions = { ...personOptions, undo: { help: 'bring the page back' } } as const;

const strikeCommand = defineCommand({
  name: 'person strike',
  summary: 'Take a person’s page away at once, and keep it away whatever names them later',
  usage: ['person strike SLUG [--edition CODE] [--undo]'],
  options: personStrikeOptions,
  notes: 'The articles stay as they are.',
  load: async () => (await import('./person-edit.ts')).personStrike,
});

const renameCommand = defineCommand({
  name: 'person rename',
  summary: 'Write a person’s name as it is to stand over the page',
  usage: ['person rename SLUG NAME [--edition CODE]'],
  options: personOptions,
  notes: 'The address stays.',
  load: async () => (await import('./person-edit.ts')).personRename,
});

/** Everything below `dateline person`. */
export const PERSON_COMMANDS: readonly Command[] = [listCommand, showCommand, strikeCommand, renameCommand];
