import { type Command, defineCommand } from './command.ts';

export const subjectListOptions = {
  edition: { value: 'CODE', help: 'of this edition (the first one)' },
} as const;

export const subjectSetOptions = {
  edition: { value: 'CODE', help: 'in this edition (the first one)' },
  section: { value: 'SLUG', help: 'the section that copy on it goes to' },
  topic: { value: 'SLUG', help: 'the topic that it is filed under; made where it is missing' },
} as const;

const NOTES = `CODE is one of IPTC's: medtop:20000082, its address, 04003004, or a category such as SPO; or any other that copy carries, such
as genre:opinion. urgency:1 is copy of that urgency. What is said of a subject holds for all below it that nothing else is said of.`;

export const SUBJECT_COMMANDS: readonly Command[] = [
  defineCommand({
    name: 'subject list',
    summary: 'Show where the subjects of copy go',
    usage: ['subject list [--edition CODE]'],
    options: subjectListOptions,
    load: async () => (await import('./subject.ts')).subjectList,
  }),
  defineCommand({
    name: 'subject set',
    summary: 'Say which section and topic a subject goes to',
    usage: ['subject set CODE [--section SLUG] [--topic SLUG] [--edition CODE]'],
    options: subjectSetOptions,
    notes: NOTES,
    load: async () => (await import('./subject.ts')).subjectSet,
  }),
  defineCommand({
    name: 'subject unset',
    summary: 'Have a subject go where it usually does',
    usage: ['subject unset CODE [--edition CODE]'],
    options: subjectListOptions,
    load: async () => (await import('./subject.ts')).subjectUnset,
  }),
];
