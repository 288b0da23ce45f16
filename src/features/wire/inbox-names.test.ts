import { expect, test } from 'vitest';
import { compareNames, createStillness, isPassedOver, toNthName } from './inbox-names.ts';

test.each([
  '.hidden',
  '.copy.xml.Xy12',
  'copy.xml.part',
  'copy.tmp',
  'copy.XML.FILEPART',
  '~$copy.docx',
  'copy.xml~',
])('%s is passed over', (name) => {
  expect(isPassedOver(name)).toBe(true);
});

test.each(['copy.xml', 'partial.xml', 'tmp', 'temp.json', 'copy'])('%s is copy', (name) => {
  expect(isPassedOver(name)).toBe(false);
});

test('names are ordered by the numbers in them', () => {
  expect(['take-10.xml', 'take-9.xml', 'a.xml', 'take-1.xml'].sort(compareNames)).toEqual([
    'a.xml',
    'take-1.xml',
    'take-9.xml',
    'take-10.xml',
  ]);
});

test('a name that is taken gets a number before its ending', () => {
  expect([
    toNthName('a.b.xml', 1),
    toNthName('a.b.xml', 2),
    toNthName('copy', 3),
    toNthName('.xml', 2),
  ]).toEqual(['a.b.xml', 'a.b-2.xml', 'copy-3', '.xml-2']);
});

test('a file is still once it has looked the same for long enough', () => {
  const stillness = createStillness(500);
  const state = { size: 10, mtimeMs: 1, ino: 7 };
  expect(stillness.isStill('a', state, 0)).toBe(false);
  expect(stillness.isStill('a', state, 499)).toBe(false);
  expect(stillness.isStill('a', { ...state, size: 11 }, 600)).toBe(false);
  expect(stillness.isStill('a', { ...state, size: 11 }, 1_100)).toBe(true);
  expect(stillness.isStill('b', state, 1_100)).toBe(false);
});

test('an empty file is given time to be written', () => {
  const stillness = createStillness(500);
  const state = { size: 0, mtimeMs: 1, ino: 7 };
  stillness.isStill('a', state, 0);
  expect(stillness.isStill('a', state, 5_000)).toBe(false);
  expect(stillness.isStill('a', state, 60_000)).toBe(true);
});
