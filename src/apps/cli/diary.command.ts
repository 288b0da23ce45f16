import { type Command, defineCommand } from './command.ts';

export const diaryListOptions = {
  edition: { value: 'CODE', help: 'of this edition (the first one)' },
  week: { value: 'WEEK', help: 'of this ISO week, such as 2015-W14; else this week and what is ahead' },
  json: { help: 'as a JSON array' },
} as const;

const listCommand = defineCommand({
  name: 'diary list',
  summary: 'Show what is planned, and what came of it',
  usage: ['diary list [--edition CODE] [--week 2015-W14] [--json]'],
  options: diaryListOptions,
  load: async () => (await import('./diary-list.ts')).diaryList,
});

const confirmCommand = defineCommand({
  name: 'diary confirm',
  summary: 'Say that an entry is right: no later reading of its articles changes it',
  usage: ['diary confirm ENTRY'],
  options: {},
  load: async () => (await import('./diary-edit.ts')).diaryConfirm,
});

const strikeCommand = defineCommand({
  name: 'diary strike',
  summary: 'Take an entry out of the diary; calendars are told that it is off',
  usage: ['diary strike ENTRY'],
  options: {},
  notes: '`diary confirm` puts it back.',
  load: async () => (await import('./diary-edit.ts')).diaryStrike,
});

export const diarySetOptions = {
  what: { value: 'WORDS', help: 'what stands in the diary, such as "State visit to Seoul"' },
  when: {
    value: 'TIME',
    help: '2015-04-09, 2015-04-09T14:30, 2015-W15, 2015-04 or 2015; "early", "mid" or "late" may stand before a month',
  },
} as const;

const setCommand = defineCommand({
  name: 'diary set',
  summary: 'Write what an entry is called, or when it is',
  usage: ['diary set ENTRY [--what WORDS] [--when TIME]'],
  options: diarySetOptions,
  load: async () => (await import('./diary-edit.ts')).diarySet,
});

export const diaryOutcomeOptions = {
  article: { value: 'STORY', help: 'number of the story that shows it; it must be published' },
} as const;

const outcomeCommand = defineCommand({
  name: 'diary outcome',
  summary: 'Say what came of an entry',
  usage: ['diary outcome ENTRY happened|moved|cancelled [--article STORY]'],
  options: diaryOutcomeOptions,
  load: async () => (await import('./diary-edit.ts')).diaryOutcome,
});

/** Everything below `dateline diary`. */
export const DIARY_COMMANDS: readonly Command[] = [
  listCommand,
  confirmCommand,
  strikeCommand,
  setCommand,
  outcomeCommand,
];
