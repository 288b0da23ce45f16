import { defineCommand } from './command.ts';

export const storyShowOptions = { json: { help: 'as a JSON object' } } as const;

export const storyShowCommand = defineCommand({
  name: 'story show',
  summary: 'Show a story with its takes and where it is published',
  usage: ['story show STORY [--json]'],
  options: storyShowOptions,
  load: async () => (await import('./story-show.ts')).storyShow,
});
