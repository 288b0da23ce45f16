import { defineCommand } from './command.ts';

export const sectionSetOptions = {
  edition: { value: 'CODE', help: 'the edition it belongs to (en)' },
  name: { value: 'NAME', help: 'what readers see' },
  slug: { value: 'SLUG', help: 'another slug; the old addresses go on leading to the new ones' },
} as const;

export const sectionSetCommand = defineCommand({
  name: 'section set',
  summary: 'Make a section, or give it another name or slug',
  usage: ['section set SLUG [--edition CODE] [--name NAME] [--slug SLUG]'],
  options: sectionSetOptions,
  load: async () => (await import('./section-set.ts')).sectionSet,
});
