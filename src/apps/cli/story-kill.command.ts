import { defineCommand } from './command.ts';

export const storyKillOptions = {
  notice: { value: 'TEXT', help: 'to readers, at the address where it was' },
} as const;

export const storyKillCommand = defineCommand({
  name: 'story kill',
  summary: 'Withdraw a story for good, from every page at once',
  usage: ['story kill STORY [--notice TEXT]'],
  options: storyKillOptions,
  notes: 'Its address answers 410 with a short notice. There is no way back.',
  load: async () => (await import('./story-kill.ts')).storyKill,
});
