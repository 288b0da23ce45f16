import { expect, it } from 'vitest';
import { parseText } from './parse-text.ts';
import { textBlocks } from './text-blocks.ts';
import { countWords, toText } from './to-text.ts';

it('parts paragraphs at blank lines and joins lines broken at a fixed width', () => {
  const wrapped =
    'The ferry left the harbour at dawn with four hundred people on\nboard, the line said, and reached the island an hour late.\n\nShort.';
  expect(toText(parseText(wrapped))).toBe(
    'The ferry left the harbour at dawn with four hundred people on board, the line said, and reached the island an hour late.\n\nShort.',
  );
});

it('keeps short lines apart and begins a paragraph at an indented line', () => {
  expect(toText(parseText('Results:\nA 1\nB 2'))).toBe('Results:\nA 1\nB 2');
  expect(toText(parseText('   One went out\nand came back.\n   Two stayed.'))).toBe(
    'One went out\nand came back.\n\nTwo stayed.',
  );
});

it('says where each block stands in the plain text', () => {
  const document = parseText('One.\n\nTwo.');
  const text = toText(document);
  expect(textBlocks(document).map((block) => text.slice(block.start, block.end))).toEqual(['One.', 'Two.']);
});

it('counts words in scripts with and without spaces', () => {
  expect(countWords(parseText("Don't count - dashes.\n\nTwo words."))).toBe(5);
  expect(countWords(parseText('東京に行きました。'), 'ja')).toBeGreaterThan(2);
});
