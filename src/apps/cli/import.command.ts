import { type Command, defineCommand } from './command.ts';

export const importOptions = {
  url: { value: 'ADDRESS', help: 'the old site, such as https://old.example' },
  edition: { value: 'CODE', help: 'the edition that the posts are for (the first one)' },
  section: { value: 'SLUG', help: 'the section for posts whose categories lead to none (the first one)' },
  map: { value: 'CATEGORY=SECTION', many: true, help: 'where a category goes; may be given more than once' },
  'no-pictures': { help: 'do not fetch the pictures' },
  'dry-run': { help: 'say what would be done and do nothing' },
  report: {
    value: 'FILE',
    help: 'write a line for every row of the export: CSV where FILE ends in .csv, else JSON',
  },
} as const;

const NOTES = `Posts that were public become articles at the time they had; nobody is told of them as of news. Drafts, private, protected and
scheduled posts, and those for members, become stories that wait for the desk and are never published by themselves. Passwords, keys,
comments and addresses of people are not taken over.
Categories lead to the section of their slug or where --map says; tags become topics. Old addresses lead to the new ones. Pictures are
fetched one after the other by the running paper.
It may be stopped at any time; running it again goes on and names the pictures that could not be had.`;

const importCommand = (format: 'wxr' | 'ghost', summary: string): Command =>
  defineCommand({
    name: `import ${format}`,
    summary,
    usage: [
      `import ${format} FILE [--url ADDRESS] [--edition CODE] [--section SLUG] [--map CATEGORY=SECTION]…`,
      `import ${format} FILE --dry-run [--report FILE] […]`,
    ],
    options: importOptions,
    notes: NOTES,
    load: async () => {
      const { importExport } = await import('./import.ts');
      return (call) => importExport(format, call);
    },
  });

export const IMPORT_COMMANDS: readonly Command[] = [
  importCommand('wxr', 'Take the posts of a WordPress export over'),
  importCommand('ghost', 'Take the posts of a Ghost export over'),
];
