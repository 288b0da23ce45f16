import { defineCommand } from './command.ts';

export const wireMessageCommand = defineCommand({
  name: 'wire message',
  summary: 'Print a message as it came, byte for byte',
  usage: ['wire message MESSAGE > FILE'],
  options: {},
  notes: 'MESSAGE is its number, as dateline wire list --failed --json and the answer to a push name it.',
  load: async () => (await import('./wire-message.ts')).wireMessage,
});
