import { defineCommand } from './command.ts';

export const parseOptions = {
  as: { value: 'FORMAT', help: 'read it as this format instead of finding out' },
  url: { value: 'ADDRESS', help: 'where it came from; relative links count from there' },
  batch: { value: 'LIST', help: 'read many: LIST holds one {"file","as"?,"url"?} per line' },
} as const;

export const parseCommand = defineCommand({
  name: 'parse',
  summary: 'Turn a wire file, feed or page into items',
  usage: ['parse FILE [--as FORMAT] [--url ADDRESS]', 'parse --batch LIST'],
  options: parseOptions,
  notes: `FILE and LIST may be - for standard input. One FILE gives a JSON array of items. A LIST gives one line per line, in
order: {"file","items"} or {"file","error"}. Formats: newsml-g2 ninjs rss atom rdf jsonfeed html text.`,
  load: async () => (await import('./parse-files.ts')).parseFiles,
});
