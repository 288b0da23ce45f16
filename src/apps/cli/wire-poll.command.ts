import { defineCommand } from './command.ts';

export const wirePollOptions = {} as const;

export const wirePollCommand = defineCommand({
  name: 'wire poll',
  summary: 'Fetch the copy of one source or of all, now',
  usage: ['wire poll [NAME]'],
  options: wirePollOptions,
  load: async () => (await import('./wire-poll.ts')).wirePoll,
});
