import { expect, test } from 'vitest';
import { entryTitle } from './entry-title.ts';

test.each([
  [['John Smith'], 'visit South Korea', 'John Smith to visit South Korea'],
  [
    ['Ann Lee', 'John Smith', 'Bo Marsh'],
    'sign the treaty',
    'Ann Lee, John Smith and Bo Marsh to sign the treaty',
  ],
  [['The minutes'], 'published', 'The minutes to be published'],
  [['fishing treaty'], 'be signed', 'Fishing treaty to be signed'],
  [['The vote'], 'set', 'The vote'],
  [['hearing'], '', 'Hearing'],
  [['Darja Velten'], 'come to Tarrvik herself to see it signed', 'Darja Velten to come to Tarrvik'],
])('%s, %s: %s', (who, what, title) => {
  expect(entryTitle({ who, what }, 'en')).toBe(title);
});

test('a long title is cut between words', () => {
  const title = entryTitle({ who: ['The committee'], what: `discuss ${'the matter and '.repeat(20)}` }, 'en');
  expect(title.length).toBeLessThanOrEqual(111);
  expect(title).toMatch(/…$/);
});

test('Korean words stand as they come', () => {
  expect(entryTitle({ who: ['오바마 대통령'], what: '방한' }, 'ko')).toBe('오바마 대통령 방한');
});
