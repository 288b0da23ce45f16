import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printedQuotes } from './quotes.ts';

test.each([
  ['"Eighty-seven is a number," said Tamm.', '“Eighty-seven is a number,” said Tamm.'],
  ["The Seafarers' and Dockers' Union", 'The Seafarers’ and Dockers’ Union'],
  ['He said: "She called it \'a shame\'."', 'He said: “She called it ‘a shame’.”'],
  ['"\'Never,\' she said," he wrote', '“‘Never,’ she said,” he wrote'],
  ['It doesn\'t ("not yet") end in the \'90s', 'It doesn’t (“not yet”) end in the ’90s'],
  ['was "not a tribunal"—"yet"', 'was “not a tribunal”—“yet”'],
  ['He trailed off "', 'He trailed off “'],
  ['', ''],
])('%s', (typed, printed) => {
  expect(printedQuotes(typed, 'en-GB')).toBe(printed);
});

test('Korean copy has the same marks', () => {
  expect(printedQuotes('"비가 온다"며 \'우산\'을', 'ko')).toBe('“비가 온다”며 ‘우산’을');
});

test('a text that goes on from another knows what stood before it', () => {
  expect(printedQuotes('" he said', 'en', 's')).toBe('” he said');
  expect(printedQuotes("'s boat", 'en', 'm')).toBe('’s boat');
});

test('other languages keep the marks that they came with', () => {
  expect(printedQuotes('"Ja"', 'de')).toBe('"Ja"');
});

test('nothing but straight marks is ever changed, and none is left', () => {
  const copy = fc.string({ unit: fc.constantFrom('"', "'", 'a', ' ', '(', '—', '“', '9', '가') });
  fc.assert(
    fc.property(copy, (text) => {
      const printed = printedQuotes(text, 'en');
      expect(printed.replace(/[“”]/gu, '"').replace(/[‘’]/gu, "'")).toBe(text.replace(/[“”]/gu, '"'));
      expect(printed).not.toMatch(/["']/u);
    }),
  );
});
