import { defineCommand } from './command.ts';

export const popularReplayOptions = {
  week: { help: 'rank as the list of the week does, not that of today' },
  'half-life': { value: 'TIME', help: 'after how long a read counts half (6h; for the week 3d)' },
  window: { value: 'TIME', help: 'how far back reads count (24h; for the week 7d)' },
  top: { value: 'N', help: 'how many places to show (10)' },
  json: { help: 'one JSON object an hour' },
} as const;

export const popularReplayCommand = defineCommand({
  name: 'popular replay',
  summary: 'Show how reads in a file would have been ranked, hour by hour',
  usage: ['popular replay FILE [--week] [--half-life TIME] [--window TIME] [--top N] [--json]'],
  options: popularReplayOptions,
  notes: `FILE, or - for standard input, holds one {"at","article","n"} or {"at","path","n"} per line, in any order. Nothing is
counted and no database is needed. Out comes the ranking at the end of every hour.`,
  load: async () => (await import('./popular-replay.ts')).popularReplay,
});
