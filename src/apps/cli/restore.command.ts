import { defineCommand } from './command.ts';

export const restoreCommand = defineCommand({
  name: 'restore',
  summary: 'Make an empty paper into the one of a backup',
  usage: ['restore FILE'],
  options: {},
  notes:
    'The paper of DATELINE_DATA or DATABASE_URL must be empty. Briefings that were under way when the backup was made\n' +
    'are stopped. A backup of an older Dateline is brought up to date.',
  load: async () => (await import('./restore.ts')).restoreBackup,
});
