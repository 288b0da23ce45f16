import { describe, expect, it, test } from 'vitest';
import { isFullName, nameSlug } from './full-name.ts';

describe('a full name', () => {
  it.each([
    'Ashton Carter',
    'Ashton B. Carter',
    'Park Geun-hye',
    'Ursula von der Leyen',
    'Conan O’Brien',
    'J.K. Rowling',
    'Martin Luther King Jr.',
    '박근혜',
    '버락 오바마',
  ])('is %s', (name) => {
    expect(isFullName(name)).toBe(true);
  });

  it.each([
    'Carter',
    'A. Carter',
    'The Board',
    'Two Koreas',
    'Dam Safety Board',
    'Transport Ministry',
    'of Velland',
    'Thursday Vesthaven',
    'He',
    '',
    '오바마 ',
    '한국',
    '들판동맹',
  ])('is not “%s”', (name) => {
    expect(isFullName(name)).toBe(false);
  });
});

test('accents, capitals and middle initials do not make another person', () => {
  expect(nameSlug('José B. Díaz')).toBe('jose-diaz');
  expect(nameSlug('JOSE DIAZ')).toBe('jose-diaz');
  expect(nameSlug('박근혜')).toBe('박근혜');
  expect(nameSlug('John Smith Jr.')).not.toBe(nameSlug('John Smith'));
});
