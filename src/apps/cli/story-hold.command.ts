import { defineCommand } from './command.ts';

export const storyHoldOptions = {} as const;

export const storyHoldCommand = defineCommand({
  name: 'story hold',
  summary: 'Take a story off every page until it is published again',
  usage: ['story hold STORY'],
  options: storyHoldOptions,
  notes: 'Later wire versions make takes of it but publish nothing. Its address answers 404 meanwhile.',
  load: async () => (await import('./story-hold.ts')).storyHold,
});
