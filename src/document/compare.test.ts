import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareParagraphs, compareWords } from './compare.ts';

test('a changed figure is one run out and one run in', () => {
  expect(compareWords('Turnout was 61 percent.', 'Turnout was 64 percent.')).toEqual([
    { kind: 'same', text: 'Turnout was ' },
    { kind: 'removed', text: '61' },
    { kind: 'added', text: '64' },
    { kind: 'same', text: ' percent.' },
  ]);
});

test('a paragraph put between two others is added and the others are the same', () => {
  const rows = compareParagraphs(['One stands.', 'Two stands.'], ['One stands.', 'New.', 'Two stands.']);
  expect(rows.map((row) => row.kind)).toEqual(['same', 'added', 'same']);
});

test('a paragraph with a word changed is a version of the earlier one', () => {
  const rows = compareParagraphs(
    ['The ferry sails on Monday with 40 aboard.'],
    ['The ferry sails on Monday with 60 aboard.'],
  );
  expect(rows).toMatchObject([{ kind: 'changed' }]);
});

test('a paragraph of other words is one taken out and one put in', () => {
  const rows = compareParagraphs(['Rain fell all night.'], ['Parliament voted 60 to 41 on the budget.']);
  expect(rows.map((row) => row.kind)).toEqual(['removed', 'added']);
});

test('the later text can be read off the rows, and so can the earlier one', () => {
  const texts = fc.array(fc.constantFrom('a b c d', 'a b x d', 'e f g h', 'e f', 'i', ''), { maxLength: 8 });
  fc.assert(
    fc.property(texts, texts, (before, after) => {
      const rows = compareParagraphs(before, after);
      const later = rows.flatMap((row) =>
        row.kind === 'removed' ? [] : row.kind === 'changed' ? [row.after] : [row.text],
      );
      const earlier = rows.flatMap((row) =>
        row.kind === 'added' ? [] : row.kind === 'changed' ? [row.before] : [row.text],
      );
      expect(later).toEqual(after);
      expect(earlier).toEqual(before);
      for (const row of rows) {
        if (row.kind !== 'changed') continue;
        const words = (kind: string) =>
          row.runs
            .filter((run) => run.kind !== kind)
            .map((run) => run.text)
            .join('');
        expect([words('added'), words('removed')]).toEqual([row.before, row.after]);
      }
    }),
  );
});
