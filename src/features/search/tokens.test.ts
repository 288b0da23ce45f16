import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toStream, toSyllables } from './index-text.ts';
import { foldWord, joinRuns, pairsOf, tokensOf } from './tokens.ts';

const forms = (text: string) => tokensOf(text).map(({ form }) => form);

test('accents, case, width and letters of their own fold to plain ones', () => {
  expect(['Café', 'ŁÓDŹ', 'Straße', 'ＡＢＣ', 'Ærø', 'İstanbul', 'e\u0301te\u0301'].map(foldWord)).toEqual([
    'cafe',
    'lodz',
    'strasse',
    'abc',
    'aero',
    'istanbul',
    'ete',
  ]);
});

test('a possessive is its word, and apostrophes within a word fall away', () => {
  expect(forms("Korea's O’Brien didn't")).toEqual(['korea', 'obrien', 'didnt']);
});

test('an acronym is one word with its points and without', () => {
  expect(forms('U.S. troops in the U.K, at 9 a.m.')).toEqual([
    'us',
    'troops',
    'in',
    'the',
    'uk',
    'at',
    '9',
    'am',
  ]);
});

test('a number is one word with its thousands parted', () => {
  expect(forms('1,250,000 won and 3.5 or 12,34')).toEqual([
    '1250000',
    'won',
    'and',
    '3',
    '5',
    'or',
    '12',
    '34',
  ]);
});

test('Hangul is parted from the letters and figures beside it', () => {
  expect(forms('AI칩 3월 G20정상')).toEqual(['ai', '칩', '3', '월', 'g20', '정상']);
});

test('a token says where it stands in the text', () => {
  const text = '“Café” 국방부, 1,250';
  for (const { start, end, form } of tokensOf(text)) expect(foldWord(text.slice(start, end))).toBe(form);
});

test('runs of syllables that only spaces part are one', () => {
  const joinedForms = (text: string) => joinRuns(text, tokensOf(text)).map(({ form }) => form);
  expect(joinedForms('국방부 장관')).toEqual(['국방부장관']);
  expect(joinedForms('한·미 정상')).toEqual(['한미정상']);
  expect(joinedForms('국방부, 장관')).toEqual(['국방부', '장관']);
  expect(joinedForms('국방부 AI 장관')).toEqual(['국방부', 'ai', '장관']);
});

test('pairs are of whole letters, beyond the basic plane too', () => {
  expect(pairsOf('국방부')).toEqual(['국방', '방부']);
  expect(pairsOf('𠀀𠀁𠀂')).toEqual(['𠀀𠀁', '𠀁𠀂']);
  expect(pairsOf('한')).toEqual([]);
});

test('the stream of a text holds its words, the pairs of its runs, and the last of each run', () => {
  expect(toStream('국방부 장관 AI')).toBe('국방 방부 부장 장관 관 ai');
  expect(toSyllables('국방부 국장')).toBe('x국 x방 x부 x장');
});

test('letters in brackets and circles are the letters themselves', () => {
  expect(tokensOf('㈎ ㉮').map(({ form }) => form)).toEqual(['가', '가']);
});

test('any text gives tokens of letters and digits, in order, inside the text, and a stream without anything else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      let end = 0;
      for (const token of tokensOf(text)) {
        expect(token.start).toBeGreaterThanOrEqual(end);
        expect(token.end).toBeLessThanOrEqual(text.length);
        expect(token.form).not.toMatch(/[\s'\\:&|!<>()*]/);
        end = token.end;
      }
      expect(toStream(text)).not.toMatch(/['\\:&|!<>()*]/);
    }),
  );
});
