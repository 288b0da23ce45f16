import { expect, test } from 'vitest';
import { lettersApart, slipsIn, trigramsOf } from './trigrams.ts';

test('a word is its runs of three letters, its ends counted', () => {
  expect(trigramsOf('cat')).toEqual(['  c', ' ca', 'cat', 'at ']);
});

test('two words are as far apart as letters were put in, left out, replaced or swapped', () => {
  expect(lettersApart('harbour', 'harbour')).toBe(0);
  expect(lettersApart('habour', 'harbour')).toBe(1);
  expect(lettersApart('hrabour', 'harbour')).toBe(1);
  expect(lettersApart('harbours', 'harbor')).toBe(2);
});

test('Hangul is compared by its letters', () => {
  expect(lettersApart('대통렁', '대통령')).toBe(1);
  expect(slipsIn('대통령')).toBe(2);
});
