import { expect, test } from 'vitest';
import { headlineSize, runWidth } from './headline-size.ts';

test('a headline is set smaller the longer it runs', () => {
  expect(headlineSize('Ferry crews accept pay deal by 212 votes to 87')).toBeUndefined();
  expect(headlineSize('A'.repeat(63))).toBe('long');
  expect(headlineSize('A'.repeat(105))).toBe('longer');
});

test('Hangul counts by the room it takes', () => {
  expect(runWidth('하늘')).toBeCloseTo(3.8);
  expect(headlineSize('가'.repeat(40))).toBe('long');
});
