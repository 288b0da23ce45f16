import { defineCommand } from './command.ts';

export const storyListOptions = {
  state: { value: 'STATE', help: 'only stories that are draft, ready, held, published or killed' },
  desk: { value: 'NAME', help: 'only stories in this queue' },
  alerts: { help: 'only stories that a rule calls the desk to' },
  limit: { value: 'N', help: 'so many, the last changed first (50)' },
  clusters: { help: 'with the stories of other agencies on the same event' },
  json: { help: 'as a JSON array' },
} as const;

export const storyListCommand = defineCommand({
  name: 'story list',
  summary: 'Show the stories on the desk, the last changed first',
  usage: ['story list [--state STATE] [--desk NAME] [--alerts] [--limit N] [--clusters] [--json]'],
  options: storyListOptions,
  load: async () => (await import('./story-list.ts')).storyList,
});
