import { describe, expect, it, test } from 'vitest';
import { mayBeSeveral, roleKey, splitOffice, tidyRole } from './role-words.ts';

describe('a role', () => {
  it.each([
    ['U.S. Secretary of Defense', 'U.S. Secretary of Defense'],
    ['the Transport Minister', 'Transport Minister'],
    ['Prof. Dr.', ''],
    ['mayor of', ''],
    ['then', ''],
    ['deputy minister.', 'deputy minister'],
    ["party's leader", ''],
    ['professor of law', 'professor of law'],
    ['their best man', ''],
    ['will meet the president', ''],
    ['head of its cod group', ''],
    ['only minister to stay on', ''],
    ['spokesman', ''],
    ['장관', '장관'],
    [undefined, ''],
  ])('“%s” is shown as “%s”', (role, shown) => {
    expect(tidyRole(role)).toBe(shown);
  });

  test('in other capitals and points is the same', () => {
    expect(roleKey('U.S. Defence Secretary')).toBe(roleKey('u.s. defence secretary'));
  });
});

test('an office that stands in a name is no part of it', () => {
  expect(splitOffice('Health Minister Sanne Birkov')).toEqual({
    name: 'Sanne Birkov',
    office: 'Health Minister',
  });
  expect(splitOffice('Sanne Birkov')).toEqual({ name: 'Sanne Birkov', office: '' });
});

const given = (role: string, from: string, to = from) => ({
  role,
  first: { at: new Date(from) },
  last: { at: new Date(to) },
});

describe('two bearers of one name', () => {
  it('are likely where a minister and a striker are named in the same months', () => {
    expect(
      mayBeSeveral([given('Transport Minister', '2015-01-01', '2015-06-01'), given('striker', '2015-03-01')]),
    ).toBe(true);
  });

  it('are not seen in one career, in two offices of one walk of life, or in words that tell no walk of life', () => {
    expect(
      mayBeSeveral([given('judge', '2014-01-01', '2014-06-01'), given('Justice Minister', '2015-03-01')]),
    ).toBe(false);
    expect(
      mayBeSeveral([given('Prime Minister', '2015-01-01', '2015-06-01'), given('senator', '2015-03-01')]),
    ).toBe(false);
    expect(
      mayBeSeveral([
        given('Prime Minister', '2015-01-01', '2015-06-01'),
        given('party leader', '2015-03-01'),
      ]),
    ).toBe(false);
  });
});
