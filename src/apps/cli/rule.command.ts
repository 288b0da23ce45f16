import { type Command, defineCommand } from './command.ts';

export const ruleAddOptions = {
  source: { value: 'NAME', help: 'only copy of this source' },
  subject: {
    value: 'CODE',
    many: true,
    help: 'with this subject or one below it: medtop:15000000, or its name',
  },
  urgency: { value: 'N[-N]', help: 'of this urgency, 1 to 9: 1-3' },
  place: { value: 'WORDS', many: true, help: 'from this place: Seoul' },
  language: { value: 'TAG', many: true, help: 'in this language: ko, en-GB' },
  words: {
    value: 'WORDS',
    many: true,
    help: 'with these words, one after the other, in headline, slug line or text',
  },
  headline: { value: 'WORDS', many: true, help: 'with these words in the headline' },
  slug: { value: 'WORDS', many: true, help: 'with these words in the slug line' },
  credit: { value: 'WORDS', many: true, help: 'whose credit has these words: Yonhap' },
  embargo: { value: 'yes|no', help: 'under an embargo, or under none' },
  signal: { value: 'CODE', many: true, help: 'with this signal: sig:correction' },
  type: { value: 'TYPE', many: true, help: 'text, picture, graphic, audio, video, composite or event' },
  genre: { value: 'CODE', many: true, help: 'of this genre' },
  section: { value: 'SLUG', help: 'put it into this section' },
  topic: { value: 'SLUG', many: true, help: 'file it under this topic, too' },
  'set-urgency': { value: 'N', help: 'give it this urgency' },
  desk: { value: 'NAME', help: 'put it into this queue of the desk' },
  publish: { help: 'let it go out by itself' },
  wait: { help: 'let it wait for the desk' },
  ignore: { help: 'make no story of it' },
  alert: { help: 'call the desk to it' },
  stop: { help: 'ask no rule after this one' },
  before: { value: 'RULE', help: 'put it before this rule (at the end)' },
  draft: { help: 'do not use it yet, so that it can be tried first' },
  replace: { help: 'instead of the rule of this name, in its place' },
  edition: { value: 'CODE', help: 'make a new section or topic in this edition (the first one)' },
} as const;

const addCommand = defineCommand({
  name: 'rule add',
  summary: 'Add a rule on what is done with copy as it comes in',
  usage: [
    'rule add NAME CONDITIONS … EFFECTS … [--before RULE] [--draft]',
    'rule add NAME CONDITIONS … EFFECTS … --replace',
  ],
  options: ruleAddOptions,
  notes: `All conditions must hold; of an option that is given several times, any one. Words are whole words whatever their case and accents;
Korean, Chinese and Japanese are found within words, too. Rules are asked in their order: the first that sets a thing
sets it, topics and alerts add up. What no rule says, the source's own setting does. See docs/rules.md.`,
  load: async () => (await import('./rule-add.ts')).ruleAdd,
});

export const ruleListOptions = { json: { help: 'as a JSON array' } } as const;

const listCommand = defineCommand({
  name: 'rule list',
  summary: 'Show the rules in their order',
  usage: ['rule list [--json]'],
  options: ruleListOptions,
  load: async () => (await import('./rule-list.ts')).ruleList,
});

export const ruleShowOptions = { json: { help: 'as a JSON object' } } as const;

const showCommand = defineCommand({
  name: 'rule show',
  summary: 'Show one rule and what it did last',
  usage: ['rule show NAME [--json]'],
  options: ruleShowOptions,
  load: async () => (await import('./rule-list.ts')).ruleShow,
});

export const ruleTryOptions = {
  days: { value: 'N', help: 'over the items of so many days (30)' },
  json: { help: 'as a JSON object' },
} as const;

const tryCommand = defineCommand({
  name: 'rule try',
  summary: 'Show what a rule would have done with past items, with the others around it',
  usage: ['rule try NAME [--days N] [--json]'],
  options: ruleTryOptions,
  notes: 'Changes nothing. A rule that is not in use is tried as if it were.',
  load: async () => (await import('./rule-try.ts')).ruleTry,
});

export const ruleHistoryOptions = {
  rule: { value: 'NAME', help: 'only what this rule did' },
  item: { value: 'N', help: 'only what was done with this item' },
  ignored: { help: 'only items that have no story because of a rule' },
  limit: { value: 'N', help: 'so many, the last first (50)' },
  before: { value: 'N', help: 'go on before this entry' },
  json: { help: 'as a JSON array' },
} as const;

const historyCommand = defineCommand({
  name: 'rule history',
  summary: 'Show what rules did with which items, the last first',
  usage: ['rule history [--rule NAME] [--item N] [--ignored] [--limit N] [--before N] [--json]'],
  options: ruleHistoryOptions,
  load: async () => (await import('./rule-history.ts')).ruleHistory,
});

const removeCommand = defineCommand({
  name: 'rule remove',
  summary: 'Take a rule away; what it did stays in the history',
  usage: ['rule remove NAME'],
  options: {},
  load: async () => (await import('./rule-edit.ts')).ruleRemove,
});

export const ruleMoveOptions = { before: { value: 'RULE', help: 'before this rule (to the end)' } } as const;

const moveCommand = defineCommand({
  name: 'rule move',
  summary: 'Put a rule before another, or at the end',
  usage: ['rule move NAME [--before RULE]'],
  options: ruleMoveOptions,
  load: async () => (await import('./rule-edit.ts')).ruleMove,
});

const enableCommand = defineCommand({
  name: 'rule enable',
  summary: 'Put a rule in use',
  usage: ['rule enable NAME'],
  options: {},
  load: async () => (await import('./rule-edit.ts')).ruleEnable,
});

const disableCommand = defineCommand({
  name: 'rule disable',
  summary: 'Take a rule out of use and keep it',
  usage: ['rule disable NAME'],
  options: {},
  load: async () => (await import('./rule-edit.ts')).ruleDisable,
});

/** Everything below `dateline rule`. */
export const RULE_COMMANDS: readonly Command[] = [
  addCommand,
  tryCommand,
  listCommand,
  showCommand,
  historyCommand,
  moveCommand,
  enableCommand,
  disableCommand,
  removeCommand,
];
