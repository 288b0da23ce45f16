import { expect, test } from 'vitest';
import { beginningOf } from './text.ts';

test('a short text stays whole and comes on one line', () => {
  expect(beginningOf('One.\nTwo.')).toBe('One. Two.');
});

test('a long text ends with its last whole sentence that fits', () => {
  expect(beginningOf('The bridge is shut. It opens on Friday. Nobody was hurt in the collision.', 45)).toBe(
    'The bridge is shut. It opens on Friday.',
  );
});

test('a long first sentence is cut between words', () => {
  expect(beginningOf('A barge loaded with timber ran against a pier of the bridge', 30)).toBe(
    'A barge loaded with timber ran…',
  );
});

test('text without spaces is cut without breaking a character', () => {
  expect(beginningOf('😀'.repeat(40), 21)).toBe(`${'😀'.repeat(10)}…`);
});
