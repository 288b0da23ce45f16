import { expect, test } from 'vitest';
import { createLog } from './log.ts';

const collect = (isTTY: boolean) => {
  const lines: string[] = [];
  const out = { isTTY, write: (line: string) => lines.push(line) } as unknown as NodeJS.WritableStream;
  return { lines, log: createLog({ out }) };
};

test('machines get a JSON object per line, without secrets', () => {
  const { lines, log } = collect(false);
  log.info({ source: 'ships', token: 'abc', request: { authorization: 'Bearer x' } }, 'polled');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: 30,
    msg: 'polled',
    source: 'ships',
    token: '[hidden]',
    request: { authorization: '[hidden]' },
  });
});

test('a person at a terminal gets a line to read, and the stack of an error below it', () => {
  const { lines, log } = collect(true);
  log.warn({ err: new Error('no answer'), source: 'ships', tries: 3 }, 'poll failed');
  expect(lines[0]).toMatch(
    /^\d\d:\d\d:\d\d warn {2}poll failed source=ships tries=3\n {2}Error: no answer\n {6}at /,
  );
});
