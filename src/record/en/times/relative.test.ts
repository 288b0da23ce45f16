import { expect, test } from 'vitest';
import { timesOf } from '#record/testing/times-of.ts';

test('a weekday follows the tense of its verb, and counts today for both', () => {
  expect(timesOf('Ministers met on Monday.')).toEqual(['Monday = 2015-03-23']);
  expect(timesOf('Ministers will meet on Monday.')).toEqual(['Monday = 2015-03-30']);
  expect(timesOf('Sources said Wednesday.')).toEqual(['Wednesday = 2015-03-25']);
  expect(timesOf('On Thursday, Gen. Dempsey is set to arrive.')).toEqual(['Thursday = 2015-03-26']);
  expect(timesOf('The vote was postponed until Friday.')).toEqual(['Friday = 2015-03-27']);
  expect(timesOf('Officials said on Tuesday they would meet on Saturday.')).toEqual([
    'Tuesday = 2015-03-24',
    'Saturday = 2015-03-28',
  ]);
});

test.each([
  ['They met last week.', 'last week = 2015-W12'],
  ['They will meet next month.', 'next month = 2015-04'],
  ['They will meet early next month.', 'early next month = 2015-04 START'],
  ['They met earlier this year.', 'earlier this year = 2015'],
  ['They met two weeks ago.', 'two weeks ago = 2015-W11'],
  ['They met five months ago.', 'five months ago = 2014-10'],
  ['They met earlier in the day.', 'earlier in the day = 2015-03-25'],
  ['They met the day before yesterday.', 'the day before yesterday = 2015-03-23'],
  ['They met over the weekend.', 'the weekend = 2015-W12-WE'],
  ['They met last night.', 'last night = 2015-03-24TNI'],
  ['They met on Tuesday morning.', 'Tuesday morning = 2015-03-24TMO'],
  ['They met at 10:30 p.m. on Monday.', '10:30 p.m. on Monday = 2015-03-23T22:30'],
  ['They met three hours ago.', 'three hours ago = 2015-03-25T16'],
])('counts from the day of writing: %s', (text, expected) => {
  expect(timesOf(text)).toEqual([expected]);
});

test('counts from a day that was mentioned', () => {
  expect(timesOf('He left on Jan. 5, 2001. Two days later he was back. The next day he left.')).toEqual([
    'Jan. 5, 2001 = 2001-01-05',
    'Two days later = 2001-01-07',
    'The next day = 2001-01-08',
  ]);
});

test('a history keeps to its own years', () => {
  expect(timesOf('War broke out in December 1939. In January the city fell.')).toEqual([
    'December 1939 = 1939-12',
    'January = 1940-01',
  ]);
});

test('what a speaker calls tomorrow is the day after the speaking', () => {
  expect(timesOf('"We will know more tomorrow," she said on Monday.')).toEqual([
    'tomorrow = 2015-03-24',
    'Monday = 2015-03-23',
  ]);
  expect(timesOf('"We will know more tomorrow," she said in 2003.')).toEqual(['2003 = 2003']);
});

test('a date alone on a line, or before a dash, is the day of writing', () => {
  expect(timesOf('Gale hits coast\n\nFriday, July 21, 2017\n\nIt began yesterday.')[1]).toBe(
    'yesterday = 2017-07-20',
  );
  expect(timesOf('SEOUL, March 23 (Yonhap) -- It began yesterday.')[1]).toBe('yesterday = 2015-03-22');
});

test('without a day of writing nothing is counted from it', () => {
  expect(timesOf('They met yesterday, on 5 May 2014, and will meet in June.', {})).toEqual([
    '5 May 2014 = 2014-05-05',
    'June = 2014-06',
  ]);
  expect(timesOf('They met yesterday for two hours.', {})).toEqual(['two hours = PT2H']);
});

test('the zone says which day today is', () => {
  const published = '2015-03-25T19:00:00Z';
  expect(timesOf('It began today.', { published, zone: 'Asia/Seoul' })).toEqual(['today = 2015-03-26']);
  expect(timesOf('It began today.', { published })).toEqual(['today = 2015-03-25']);
});
