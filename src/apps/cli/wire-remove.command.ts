import { defineCommand } from './command.ts';

export const wireRemoveOptions = {} as const;

export const wireRemoveCommand = defineCommand({
  name: 'wire remove',
  summary: 'Take no more copy from a source; what it brought stays',
  usage: ['wire remove NAME'],
  options: wireRemoveOptions,
  load: async () => (await import('./wire-remove.ts')).wireRemove,
});
