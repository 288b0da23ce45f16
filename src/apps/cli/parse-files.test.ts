import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { COMMANDS } from './commands.ts';
import { runRecorded } from './testing/run-recorded.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-parse-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const feed = write(
  'feed.xml',
  `<rss version="2.0"><channel><title>Agency</title>
     <item><guid>a-1</guid><title>Ferry returns to harbour</title><description>It was foggy.</description></item>
   </channel></rss>`,
);

const parse = (...args: string[]) => runRecorded(COMMANDS, ['parse', ...args]);

const linesOf = (out: string): unknown[] =>
  out
    .trim()
    .split('\n')
    .map((line): unknown => JSON.parse(line));

test('one file is printed as a JSON array of items', async () => {
  const { code, out } = await parse(feed);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual([expect.objectContaining({ headline: 'Ferry returns to harbour' })]);
});

test('a list is answered line by line in its order, errors among the items', async () => {
  const missing = join(folder, 'missing.xml');
  const list = write(
    'list.jsonl',
    [
      JSON.stringify({ file: feed }),
      JSON.stringify({ file: missing }),
      '',
      'no json',
      JSON.stringify({ file: feed, as: 'rrs' }),
      JSON.stringify({ files: feed }),
      JSON.stringify({ file: feed, as: 'rss', url: 'https://agency.example/feed' }),
    ].join('\r\n'),
  );
  const { code, out } = await parse('--batch', list);
  const items = [expect.objectContaining({ headline: 'Ferry returns to harbour' })];
  expect(code).toBe(0);
  expect(linesOf(out)).toEqual([
    { file: feed, items },
    { file: missing, error: 'there is no such file' },
    { file: '', error: expect.stringContaining('JSON') },
    { file: feed, error: 'There is no format "rrs". Did you mean rss?' },
    { file: '', error: expect.stringContaining('A line must look like') },
    { file: feed, items },
  ]);
});

test.each([
  [[], 2, /^Name one file/],
  [[feed, feed], 2, /^Name one file/],
  [[feed, '--as', 'rrs'], 2, /Did you mean rss\?/],
  [['--batch', feed, '--as', 'rss'], 2, /stand in the list/],
  [[join(folder, 'none')], 1, /none: there is no such file$/m],
  [[folder], 1, /it is a folder$/m],
  [['--batch', join(folder, 'none')], 1, /none: there is no such file$/m],
])('parse %j exits with %i and says why', async (args, code, talk) => {
  expect(await parse(...args)).toEqual({ code, out: '', talk: expect.stringMatching(talk) });
});

test('an export without a post is an empty list and no failure', async () => {
  const pages = JSON.stringify({
    db: [{ data: { posts: [{ id: '1', type: 'page', lexical: null, title: 'About' }] } }],
  });
  const file = write('pages.json', pages);
  const { code, out, talk } = await parse(file);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toEqual([]);
  expect(talk).toContain('A page, not a post');
});
