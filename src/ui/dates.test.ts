import { describe, expect, it } from 'vitest';
import { dateFormats } from './dates.ts';

const at = new Date('2026-11-24T15:05:00Z');

describe('dates of an edition', () => {
  it('are written in its zone', () => {
    expect(dateFormats('en', 'Asia/Seoul').moment(at).label).toBe('25 November 2026, 00:05 KST');
    expect(dateFormats('en', 'Europe/Berlin').moment(at).label).toBe('24 November 2026, 16:05 CET');
  });

  it('are written in its language', () => {
    const korean = dateFormats('ko', 'Asia/Seoul');
    expect(korean.moment(at).label).toBe('2026년 11월 25일 00:05');
    expect(korean.weekday(at).label).toBe('2026년 11월 25일 수요일');
  });

  it('give machines the moment itself', () => {
    expect(dateFormats('ko', 'Asia/Seoul').day(at).iso).toBe('2026-11-24T15:05:00.000Z');
  });

  it('name the day in the zone for addresses', () => {
    expect(dateFormats('en', 'Asia/Seoul').isoDay(at)).toBe('2026-11-25');
    expect(dateFormats('en', 'UTC').isoDay(at)).toBe('2026-11-24');
  });

  it('are brief with the time today and with the day before', () => {
    const { brief } = dateFormats('en', 'UTC');
    expect(brief(at, new Date('2026-11-24T23:00:00Z')).label).toBe('15:05');
    expect(brief(at, new Date('2026-11-25T00:10:00Z')).label).toBe('24 Nov');
  });

  it('are made once', () => {
    expect(dateFormats('en', 'UTC')).toBe(dateFormats('en', 'UTC'));
  });

  it('refuse a zone that does not exist', () => {
    expect(() => dateFormats('en', 'Moon/Tranquility')).toThrow(RangeError);
  });
});
