import { expect, test } from 'vitest';
import { readRecord } from '#record/read-record.ts';
import { WEDNESDAY } from '#record/testing/times-of.ts';

const namesIn = (text: string) => readRecord(text, WEDNESDAY).entities;

test('all mentions of a person have one id, the full name, and the role where it is given', () => {
  const [full, short] = namesIn(
    'U.S. Secretary of Defense Ashton Carter arrived. He was tired, and Carter said so.',
  ).filter(({ type }) => type === 'PER');
  expect(full).toMatchObject({
    text: 'Ashton Carter',
    name: 'Ashton Carter',
    role: 'U.S. Secretary of Defense',
  });
  expect(short).toMatchObject({ text: 'Carter', name: 'Ashton Carter', id: full?.id });
});

test('a Korean name is called by what stands first', () => {
  const people = namesIn('South Korean Defense Minister Han Min-koo spoke, and Han agreed.').filter(
    ({ type }) => type === 'PER',
  );
  expect(people.map(({ name }) => name)).toEqual(['Han Min-koo', 'Han Min-koo']);
});

test('countries are places under one name, and people of a country are no names', () => {
  const names = namesIn(
    'Troops left Japan for the U.S. and the United States. South Korean and French ships followed.',
  );
  expect(names.map(({ type, name }) => `${type} ${name}`)).toEqual([
    'LOC Japan',
    'LOC United States',
    'LOC United States',
  ]);
});

test('a sentence of small words holds no names', () => {
  expect(namesIn('The rain fell on the town, and nobody came.')).toEqual([]);
});

const called = (text: string): string[] =>
  namesIn(text).map(({ type, text: words, name }) => `${type} ${words} = ${name}`);

test('an acronym in brackets, or before them, is joined to its long name', () => {
  expect(called('The World Health Organization (WHO) met in Geneva. The WHO agreed.')).toEqual([
    'ORG World Health Organization = World Health Organization',
    'ORG WHO = World Health Organization',
    'LOC Geneva = Geneva',
    'ORG WHO = World Health Organization',
  ]);
  expect(called('They may deploy a THAAD (Terminal High Altitude Area Defense) battery.')).toEqual([
    'ORG THAAD = Terminal High Altitude Area Defense',
    'ORG Terminal High Altitude Area Defense = Terminal High Altitude Area Defense',
  ]);
});

test('a ministry in small letters is an organisation beside the place whose it is', () => {
  expect(called("Seoul's defense ministry agreed with Japan.")).toEqual([
    'LOC Seoul = Seoul',
    "ORG Seoul's defense ministry = Seoul's defense ministry",
    'LOC Japan = Japan',
  ]);
  expect(called('The South Korean foreign ministry agreed.')).toEqual([
    'ORG South Korean foreign ministry = South Korean foreign ministry',
  ]);
});

test('a country with a short first half is the country', () => {
  expect(called('Troops left S. Korea on Monday.')).toEqual(['LOC S. Korea = South Korea']);
});

test.each([
  [
    'Gen. Martin Dempsey, chairman of the U.S. Joint Chiefs of Staff, arrived.',
    'Gen., chairman of the U.S. Joint Chiefs of Staff',
  ],
  ['Talks with U.S. Ambassador to Seoul Mark Lippert began.', 'U.S. Ambassador to Seoul'],
  ['South Korean Defense Minister Han Min-koo spoke.', 'South Korean Defense Minister'],
  ['Jane Smith, a professor at the University of Leeds, spoke.', 'professor at the University of Leeds'],
  ['Jane Smith, 54, spoke.', undefined],
])('reads the role in %s', (text, role) => {
  expect(namesIn(text).find(({ type }) => type === 'PER')?.role).toBe(role);
});

test('a title is none of the name, and neither is what the office is of', () => {
  const people = (text: string): string[] =>
    namesIn(text).flatMap(({ type, text: words }) => (type === 'PER' ? [words] : []));
  expect(people('Mr. John Smith met President Jane Doe.')).toEqual(['John Smith', 'Jane Doe']);
  expect(people('Minister of Education Jane Doe resigned.')).toEqual(['Jane Doe']);
});

test('what a full name is, its last word alone is too', () => {
  const names = namesIn(
    'Nicola Sturgeon spoke in Glasgow. “We agree,” said Sturgeon. Critics of Sturgeon did not.',
  );
  expect(names.filter(({ name }) => name === 'Nicola Sturgeon').map(({ type }) => type)).toEqual([
    'PER',
    'PER',
    'PER',
  ]);
});
