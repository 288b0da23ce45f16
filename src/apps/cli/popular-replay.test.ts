import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { popularReplayCommand } from './popular-replay.command.ts';
import { runRecorded } from './testing/run-recorded.ts';

const folder = mkdtempSync(join(tmpdir(), 'dateline-replay-'));
afterAll(() => rmSync(folder, { recursive: true }));

const line = (time: string, path: string, n: number) =>
  JSON.stringify({ at: `2031-05-04T${time}:00Z`, path, n });

function write(name: string, lines: string[]): string {
  const file = join(folder, name);
  writeFileSync(file, lines.join('\n'));
  return file;
}

const DAY = write('day.jsonl', [
  line('08:10', '/world/fog', 30),
  line('14:30', '/economy/rates', 20),
  line('08:30', '/world/fog', 2),
]);

const replay = (...args: string[]) => runRecorded([popularReplayCommand], ['popular', 'replay', ...args]);

const hoursOf = (
  out: string,
): { at: string; ranking: { article: string; views: number; score: number }[] }[] =>
  out
    .trim()
    .split('\n')
    .map((each) => JSON.parse(each));

test('a day of reads gives the ranking at the end of every hour', async () => {
  const { code, out } = await replay(DAY, '--json');
  expect(code).toBe(0);
  const hours = hoursOf(out);
  expect(hours).toHaveLength(7);
  expect(hours[0]).toMatchObject({
    at: '2031-05-04T09:00:00.000Z',
    ranking: [{ article: '/world/fog', views: 32 }],
  });
  expect(hours.at(-1)?.ranking.map(({ article }) => article)).toEqual(['/economy/rates', '/world/fog']);
});

test('a longer half-life keeps what was read more ahead for longer', async () => {
  const { out } = await replay(DAY, '--json', '--half-life', '2d');
  expect(
    hoursOf(out)
      .at(-1)
      ?.ranking.map(({ article }) => article),
  ).toEqual(['/world/fog', '/economy/rates']);
});

test('for people it is a table an hour', async () => {
  const { out } = await replay(DAY, '--top', '1');
  expect(out).toContain(
    '2031-05-04T15:00Z\nPLACE  SCORE  READS  ARTICLE\n1      18.9   20     /economy/rates\n',
  );
});

test('a line that is no read is told and left out', async () => {
  const file = write('bad.jsonl', [line('08:10', '/a', 1), 'nonsense', '']);
  const { code, out, talk } = await replay(file, '--json');
  expect(code).toBe(0);
  expect(hoursOf(out)).toHaveLength(1);
  expect(talk).toContain('line 2: A line must look like');
});

test('a file without a single read fails, and so does one that is not there', async () => {
  expect((await replay(write('empty.jsonl', ['']))).code).toBe(1);
  const { code, talk } = await replay(join(folder, 'nowhere.jsonl'));
  expect(code).toBe(1);
  expect(talk).toContain('nowhere.jsonl');
});

test('wrong use says what to write instead', async () => {
  expect(await replay()).toMatchObject({ code: 2 });
  expect((await replay(DAY, '--half-life', 'soon')).talk).toContain(
    '--half-life takes a time like 90m, 6h or 3d',
  );
  expect((await replay(DAY, '--top', '0')).code).toBe(2);
});
