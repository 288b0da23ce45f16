import { expect, test } from 'vitest';
import { timesOf } from '#record/testing/times-of.ts';

test.each([
  ['The law passed on March 25, 2015.', 'March 25, 2015 = 2015-03-25'],
  ['The law passed on 25 March 2015.', '25 March 2015 = 2015-03-25'],
  ['The law passed on the 25th of March.', 'the 25th of March = 2015-03-25'],
  ['The law passed on Wed., Mar. 25.', 'Wed., Mar. 25 = 2015-03-25'],
  ['The law passed on 2015-03-25.', '2015-03-25 = 2015-03-25'],
  ['The law passed on 3/25/2015.', '3/25/2015 = 2015-03-25'],
  ['The law passed on 25.3.2015.', '25.3.2015 = 2015-03-25'],
  ['The law passed in November.', 'November = 2014-11'],
  ['The law will take effect in November.', 'November = 2015-11'],
  ['The law passed in early 2014.', 'early 2014 = 2014 START'],
  ['They met in mid-March.', 'mid-March = 2015-03 MID'],
  ['They will meet by the end of the year.', 'the end of the year = 2015 END'],
  ['The law passed in the 1980s.', 'the 1980s = 198'],
  ['It was built in the 19th century.', 'the 19th century = 18'],
  ['Profit rose in the fourth quarter.', 'the fourth quarter = 2014-Q4'],
  ['Profit rose in the first half of 2014.', 'the first half of 2014 = 2014-H1'],
  ['They met in the summer of 2014.', 'the summer of 2014 = 2014-SU'],
  ['They met last summer.', 'last summer = 2014-SU'],
  ['They met on Christmas Eve.', 'Christmas Eve = 2014-12-24'],
  ['Since 9/11 much has changed.', '9/11 = 2001-09-11'],
  ['Rome fell to them in 390 BC.', '390 BC = BC0390'],
])('reads a date in %s', (text, expected) => {
  expect(timesOf(text)).toEqual([expected]);
});

test('reads both ends of a range, and the year that they share', () => {
  expect(timesOf('The fair ran March 3-5, 2014.')).toEqual(['March 3 = 2014-03-03', '5, 2014 = 2014-03-05']);
  expect(timesOf('He served between 2003 and 2006.')).toEqual(['2003 = 2003', '2006 = 2006']);
  expect(timesOf('He served in 2003-06.')).toEqual(['2003 = 2003', '06 = 2006']);
  expect(timesOf('It rained in January and February 1937.')).toEqual([
    'January = 1937-01',
    'February 1937 = 1937-02',
  ]);
});

test.each([
  'Theresa May may march.',
  'Some 2,000 people died; 1500 soldiers came.',
  'He was in his sixties.',
  'The Sunday Times reported a loss.',
  'The film "Black Friday" is long.',
  'It seems like only yesterday.',
  'The fall of Saigon was his first story.',
  'Route 1995 is closed and flight 1984 is late.',
])('leaves alone what is no date: %s', (text) => {
  expect(timesOf(text)).toEqual([]);
});
