import { expect, test } from 'vitest';
import { isPersonName, toAuthors } from './author.ts';

test.each([
  'Ann Lee',
  'Ann van der Berg',
  'J. K. Rowe',
  "Seán O'Brien",
  'Kim Min-su',
  'ANN LEE',
  '김하늘',
  'Émile Ørsted',
])('%s is a person', (name) => {
  expect(isPersonName(name)).toBe(true);
});

test.each([
  'Staff reporter',
  'AFP',
  'London',
  'World Desk',
  'Associated Press',
  'Reuters News',
  'Our correspondent',
  '',
])('“%s” is not certainly a person', (name) => {
  expect(isPersonName(name)).toBe(false);
});

test('a byline that is the credit is the agency', () => {
  expect(toAuthors(['YONHAP'], 'Yonhap')).toEqual([{ '@type': 'Organization', name: 'Yonhap' }]);
});

test('names that are not certain are left out, and the agency stands where no name is left', () => {
  expect(toAuthors(['Ann Lee', 'Senior correspondent'], 'Yonhap')).toEqual([
    { '@type': 'Person', name: 'Ann Lee' },
  ]);
  expect(toAuthors(['Staff writers'], 'Yonhap')).toEqual([{ '@type': 'Organization', name: 'Yonhap' }]);
  expect(toAuthors([], '')).toEqual([]);
});
