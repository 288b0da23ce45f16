import { expect, test } from 'vitest';
import { underlined, wrapText } from './wrap-text.ts';

test('a paragraph is broken between words before 73 columns, indent included', () => {
  const text = 'The minister said on Tuesday that the outer quay would open before the year ends. '.repeat(4);
  const lines = wrapText(text, '  ').split('\n');
  expect(lines.every((line) => line.length <= 72 && line.startsWith('  '))).toBe(true);
  expect(lines.map((line) => line.trim()).join(' ')).toBe(text.trim());
});

test('Hangul counts twice, since a mail program shows it so', () => {
  const lines = wrapText('항만이 문을 열었다고 장관이 화요일에 말했다. '.repeat(6)).split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThan(50);
});

test('an address longer than a line stands whole on a line of its own', () => {
  const address = `https://paper.example/${'a'.repeat(90)}`;
  expect(wrapText(`See ${address} for it`).split('\n')).toEqual(['See', address, 'for it']);
});

test('a heading is ruled as wide as it is', () => {
  expect(underlined('World')).toBe('World\n-----');
  expect(underlined('세계')).toBe('세계\n----');
});
