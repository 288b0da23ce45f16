import { defineCommand } from './command.ts';

export const editionSetOptions = {
  name: { value: 'NAME', help: 'the nameplate' },
  tagline: { value: 'TEXT', help: 'a line about the paper' },
  language: { value: 'TAG', help: 'the language it is in, such as en or ko (the code)' },
  zone: { value: 'ZONE', help: 'the zone of its dates, such as Asia/Seoul' },
} as const;

export const editionSetCommand = defineCommand({
  name: 'edition set',
  summary: 'Make an edition of the paper, or change its name, language or zone',
  usage: ['edition set CODE [--name NAME] [--tagline TEXT] [--language TAG] [--zone ZONE]'],
  options: editionSetOptions,
  notes: 'The first edition has the addresses without a prefix; another is found under /CODE.',
  load: async () => (await import('./edition-set.ts')).editionSet,
});
