import { expect, test } from 'vitest';
import type { RecordTime } from '#record/read-record.ts';
import { toDatetime } from './html-time.ts';
import { toTimeNote } from './time-note.ts';

const note = (text: string, value: string, changes: Partial<RecordTime> = {}, language: 'en' | 'ko' = 'en') =>
  toTimeNote(
    { start: 0, end: text.length, text, value, type: 'DATE', confidence: 0.9, ...changes },
    language,
  );

test.each([
  ['Wednesday', '2015-03-25', undefined, 'Wednesday 25 March 2015'],
  ['early next month', '2015-04', 'START', 'early April 2015'],
  ['the middle of next month', '2015-04', 'MID', 'mid-April 2015'],
  ['the end of the year', '2015', 'END', 'late 2015'],
  ['nine years ago', '2006', undefined, '2006'],
  ['last week', '2015-W12', undefined, 'the week of 16 March 2015'],
  ['the end of next week', '2015-W14', 'END', 'late in the week of 30 March 2015'],
  ['next weekend', '2015-W14-WE', undefined, 'the weekend of 4 April 2015'],
  ['last quarter', '2014-Q4', undefined, 'fourth quarter of 2014'],
  ['this spring', '2015-SP', undefined, 'spring 2015'],
  ['10:30 p.m. Thursday', '2015-03-26T22:30', undefined, 'Thursday 26 March 2015, 22:30'],
  ['Tuesday morning', '2015-03-24TMO', undefined, 'Tuesday 24 March 2015'],
  ['4 May', '2015-05-04', undefined, 'Monday 4 May 2015'],
] as const)('%s is %s %s: %s', (text, value, mod, expected) => {
  expect(note(text, value, mod && { mod })).toBe(expected);
});

test.each([
  ['수요일', '2015-03-25', undefined, '2015년 3월 25일 수요일'],
  ['다음 달 초', '2015-04', 'START', '2015년 4월 초'],
  ['내년', '2016', undefined, '2016년'],
  ['지난 분기', '2014-Q4', undefined, '2014년 4분기'],
] as const)('in Korean %s is %s %s: %s', (text, value, mod, expected) => {
  expect(note(text, value, mod && { mod }, 'ko')).toBe(expected);
});

test.each([
  ['25 March 2015', '2015-03-25'],
  ['March 25, 2015', '2015-03-25'],
  ['March 2015', '2015-03'],
  ['2006', '2006'],
  ['12/25/1999', '1999-12-25'],
])('%s says all and needs no note', (text, value) => {
  expect(note(text, value)).toBeUndefined();
});

test.each([
  ['the future', 'FUTURE_REF', {}],
  ['the 1990s', '199', {}],
  ['three days', 'P3D', { type: 'DURATION' }],
  ['every Monday', 'XXXX-WXX-1', { type: 'SET' }],
  ['about a month ago', '2015-02', { mod: 'APPROX' }],
  ['some day in 2015', '2015-XX-XX', {}],
] as const)('%s is no date that could be written', (text, value, changes) => {
  expect(note(text, value, changes)).toBeUndefined();
});

test.each([
  ['2015', '2015'],
  ['2015-04', '2015-04'],
  ['2015-03-25', '2015-03-25'],
  ['2015-W12', '2015-W12'],
  ['2015-W12-WE', '2015-W12'],
  ['2015-03-24TMO', '2015-03-24'],
  ['2015-03-26T22:30', '2015-03-26T22:30'],
  ['2015-Q4', undefined],
  ['2015-SP', undefined],
  ['FUTURE_REF', undefined],
  ['199', undefined],
  ['2015-XX-XX', undefined],
])('HTML has for %s %s', (value, datetime) => {
  expect(toDatetime({ value })).toBe(datetime);
});

test('a moment keeps its zone where the text names one', () => {
  expect(toDatetime({ value: '2015-03-26T22:30', zone: '+09:00' })).toBe('2015-03-26T22:30+09:00');
});
