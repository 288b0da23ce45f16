import { defineCommand } from './command.ts';

export const startOptions = {};

export const startCommand = defineCommand({
  name: 'start',
  summary: 'Run the paper',
  usage: ['start'],
  options: startOptions,
  notes: `Settings come from the environment: PORT, HOST, BASE_URL, DATELINE_DATA, DATABASE_URL, SMTP_URL, BLOB_URL,
DATELINE_DEMO, DATELINE_ROLE, DATELINE_PRIVATE_SOURCES. The README says what each does.`,
  load: async () => (await import('../start/start.ts')).start,
});
