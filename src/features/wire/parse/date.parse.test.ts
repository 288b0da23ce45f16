import { describe, expect, it } from 'vitest';
import { parseDate } from './date.parse.ts';

const value = (text: string, language?: string): string | undefined => parseDate(text, language)?.value;

describe('parseDate', () => {
  it('keeps the offset that is given', () => {
    expect(value('2015-03-25T19:00:00+09:00')).toBe('2015-03-25T19:00:00+09:00');
    expect(value('Wed, 25 Mar 2015 19:00:00 +0900')).toBe('2015-03-25T19:00:00+09:00');
    expect(value('20150325T190000-0330')).toBe('2015-03-25T19:00:00-03:30');
    expect(value('2015-03-25T19:00:00.5Z')).toBe('2015-03-25T19:00:00.500Z');
  });

  it('knows the zones that feeds name', () => {
    expect(value('Wed, 25 Mar 2015 19:00 EST')).toBe('2015-03-25T19:00:00-05:00');
    expect(value('25 Mar 15 7:00 PM KST')).toBe('2015-03-25T19:00:00+09:00');
    expect(value('Wed Mar 25 19:00:00 GMT+01:00 2015')).toBe('2015-03-25T19:00:00+01:00');
  });

  it('says what was filled in', () => {
    expect(parseDate('2015-03-25 19:00')).toEqual({ value: '2015-03-25T19:00:00Z', assumed: 'zone' });
    expect(parseDate('March 25, 2015')).toEqual({ value: '2015-03-25T00:00:00Z', assumed: 'time' });
  });

  it('reads months in other languages and dates of East Asia', () => {
    expect(value('25. März 2015')).toBe('2015-03-25T00:00:00Z');
    expect(value('25 août 2015, 9h05')).toBe('2015-08-25T09:05:00Z');
    expect(value('25 марта 2015')).toBe('2015-03-25T00:00:00Z');
    expect(value('2015년 3월 25일')).toBe('2015-03-25T00:00:00Z');
    expect(value('2015年3月25日')).toBe('2015-03-25T00:00:00Z');
    expect(value('2015-03-25 오후 7:05')).toBe('2015-03-25T19:05:00+09:00');
  });

  it('tells day from month by the language', () => {
    expect(value('03/25/2015')).toBe('2015-03-25T00:00:00Z');
    expect(value('4/3/2015', 'en-US')).toBe('2015-04-03T00:00:00Z');
    expect(value('4/3/2015', 'en-GB')).toBe('2015-03-04T00:00:00Z');
    expect(value('4.3.2015')).toBe('2015-03-04T00:00:00Z');
  });

  it('finds no date where there is none', () => {
    for (const text of [
      '',
      'soon',
      '2015-13-45',
      '31 February 2015',
      'March',
      '99:99',
      'x'.repeat(5000),
      '12',
      '2015-02-30T00:00:00Z',
    ]) {
      expect(value(text)).toBeUndefined();
    }
  });
});
