import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { readCommand } from './read.command.ts';
import { runRecorded } from './testing/run-recorded.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, text: string): string {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
}

const read = (...args: string[]) => runRecorded([readCommand], ['read', ...args]);

const story = write('story.txt', '\ufeffThe two met here yesterday, sources said Wednesday.\n');

test('one file is printed as a record, its days counted from publication', async () => {
  const { code, out } = await read(story, '--published', '2015-03-25T19:00:00+09:00', '--explain');
  expect(code).toBe(0);
  const { times, quotes, entities, events } = JSON.parse(out);
  expect(times).toMatchObject([
    { start: 17, end: 26, text: 'yesterday', type: 'DATE', value: '2015-03-24', rule: 'deictic-day' },
    { text: 'Wednesday', value: '2015-03-25' },
  ]);
  expect([quotes.length, entities, events]).toEqual([1, [], []]);
});

test('a list is answered line by line in its order, errors among the records', async () => {
  const list = write(
    'list.jsonl',
    [
      { id: 'a', text: 'It began today.', published: '2015-03-25', language: 'en' },
      { id: 7, text: 5 },
      { id: 'c', text: '그는 내일 온다.', published: '2015-03-25', language: 'ko' },
      { id: 'd', text: 'It began today.', published: 'soon' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n'),
  );
  const { code, out } = await read('--jsonl', list);
  expect(code).toBe(0);
  const lines = out
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toMatchObject([
    { id: 'a', times: [{ value: '2015-03-25' }], quotes: [], entities: [], events: [] },
    { id: 7, error: '"text" must be a text.' },
    { id: 'c', times: [{ value: '2015-03-26' }] },
    { id: 'd', error: '"soon" is no time of publication.' },
  ]);
});

test('wrong use is told from failure', async () => {
  expect((await read()).code).toBe(2);
  expect((await read(story, '--published', 'soon')).code).toBe(2);
  expect((await read(story, '--zone', 'Mars/Crater')).code).toBe(2);
  expect((await read(story, '--jsonl', story)).code).toBe(2);
  const missing = await read(join(folder, 'none.txt'));
  expect([missing.code, missing.talk]).toEqual([1, expect.stringContaining('there is no such file')]);
});
