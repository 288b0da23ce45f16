import { defineCommand } from './command.ts';

export const storyListOptions = {
  state: { value: 'STATE', help: 'only stories that are draft, ready, held, published or killed' },
  limit: { value: 'N', help: 'so many, the last changed first (50)' },
  json: { help: 'as a JSON array' },
} as const;

export const storyListCommand = defineCommand({
  name: 'story list',
  summary: 'Show the stories on the desk, the last changed first',
  usage: ['story list [--state STATE] [--limit N] [--json]'],
  options: storyListOptions,
  load: async () => (await import('./story-list.ts')).storyList,
});
