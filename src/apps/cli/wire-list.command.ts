import { defineCommand } from './command.ts';

export const wireListOptions = {
  failed: { help: 'list the items that could not be read or used, the latest first' },
  json: { help: 'as a JSON array' },
} as const;

export const wireListCommand = defineCommand({
  name: 'wire list',
  summary: 'Show the sources, or what failed of their copy',
  usage: ['wire list [--json]', 'wire list --failed [--json]'],
  options: wireListOptions,
  load: async () => (await import('./wire-list.ts')).wireList,
});
