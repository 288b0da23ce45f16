import { defineCommand } from './command.ts';

export const backupCommand = defineCommand({
  name: 'backup',
  summary: 'Write the whole paper into one file, while it goes on',
  usage: ['backup FILE'],
  options: {},
  notes:
    'FILE becomes a tar.gz of every table as it was at one moment and of the original pictures; it appears when it is\n' +
    'whole. It holds readers’ addresses and the hashes of tokens: keep it as carefully as the database.',
  load: async () => (await import('./backup.ts')).backup,
});
