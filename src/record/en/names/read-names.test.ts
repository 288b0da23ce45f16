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
