import { defineCommand } from './command.ts';

export const readOptions = {
  published: {
    value: 'TIME',
    help: 'when it was published, such as 2015-03-25 or 2015-03-25T19:00:00+09:00',
  },
  language: { value: 'TAG', help: 'the language it is in, en or ko; else found out' },
  zone: { value: 'ZONE', help: 'the zone whose days its words mean; else that of --published' },
  explain: { help: 'name the rule behind each find' },
  jsonl: { value: 'LIST', help: 'read many: LIST holds one {"id","text","published"?,"language"?} per line' },
} as const;

export const readCommand = defineCommand({
  name: 'read',
  summary: 'Read the record of a text: its times, quotations, names and events',
  usage: [
    'read FILE [--published TIME] [--zone ZONE] [--language TAG] [--explain]',
    'read --jsonl LIST [--zone ZONE] [--explain]',
  ],
  options: readOptions,
  notes: `FILE and LIST may be - for standard input. FILE is plain text in UTF-8; its record comes as JSON. A LIST gives one line per
line, in order: {"id", "times", "quotes", "entities", "events"} or {"id", "error"}. Offsets are UTF-16 units into the text.`,
  load: async () => (await import('./read-text.ts')).readTexts,
});
