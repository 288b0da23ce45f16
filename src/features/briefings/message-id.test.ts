import { randomBytes } from 'node:crypto';
import { expect, test } from 'vitest';
import { readMessageId, toMessageId } from './message-id.ts';

const key = randomBytes(32);

test('a Message-ID says which mail it was, in any letters around it', () => {
  const id = toMessageId(key, { kind: 'delivery', id: 123_456 }, 'paper.example');
  expect(id).toMatch(/^<d\.2n9c\.[0-9a-f]{24}@paper\.example>$/);
  expect(readMessageId([key], `  ${id} (comment)`)).toEqual({ kind: 'delivery', id: 123_456 });
});

test('one that we did not write names nothing', () => {
  const id = toMessageId(key, { kind: 'delivery', id: 1 }, 'paper.example');
  expect(readMessageId([key], id.replace('d.1.', 'd.2.'))).toBeUndefined();
  expect(readMessageId([key], id.replace('<d.', '<l.'))).toBeUndefined();
  expect(readMessageId([randomBytes(32)], id)).toBeUndefined();
  expect(readMessageId([key], '<20260304@mail.example.org>')).toBeUndefined();
});
