import { describe, expect, it } from 'vitest';
import { localTime } from '#lib/zoned.ts';
import { instantAt, paperDayAt, resolveAt, resolveTokens, toZonedIso } from './demo-dates.ts';

const ZONE = 'Europe/Helsinki';
const dayOf = (text: string): number => Date.parse(`${text}T00:00:00Z`) / 86_400_000;

const written = (text: string, on: string, language: 'en' | 'ko' = 'en', paper = on): string =>
  resolveTokens(text, { language, ownDay: dayOf(on), paperDay: dayOf(paper) });

describe('date tokens', () => {
  it('name the weekday of a day before or after the story was written', () => {
    expect(written('{weekday:0} {weekday:-3} {weekday:+1}', '2026-11-24')).toBe('Tuesday Saturday Wednesday');
    expect(written('{weekday:0} {weekday:-3}', '2026-11-24', 'ko')).toBe('화요일 토요일');
  });

  it('cross the ends of months, years and February', () => {
    expect(written('{date:+12}', '2026-11-24')).toBe('6 December');
    expect(written('{date:+12}', '2026-12-24', 'ko')).toBe('1월 5일');
    expect(written('{date:+1}', '2028-02-28')).toBe('29 February');
    expect(written('{date:+1}', '2027-02-28')).toBe('1 March');
    expect(written('{month:+1} {month:-1} {month:+14}', '2026-12-31')).toBe('January November February');
    expect(written('{month:+1}', '2026-12-31', 'ko')).toBe('1월');
    expect(written('{year:0} {year:-4}', '2027-01-01')).toBe('2027 2023');
  });

  it('count from the last day of the edition where they are written with @', () => {
    expect(written('{weekday@+2}', '2026-11-11', 'en', '2026-11-24')).toBe('Thursday');
    expect(written('{date@-5}', '2026-11-11', 'ko', '2026-11-24')).toBe('11월 19일');
  });

  it('write the weekday within six days and the date beyond them', () => {
    expect(written('{on:+6} {on:-6}', '2026-11-24')).toBe('on Monday on Wednesday');
    expect(written('{on:+7} {on:-7}', '2026-11-24')).toBe('on 1 December on 17 November');
  });

  it('leave out the month in Korean only within the month of writing', () => {
    expect(written('{on:0} {on:+6} {on:+7}', '2026-11-24', 'ko')).toBe('24일 30일 12월 1일');
    expect(written('{day:0}', '2026-11-24', 'ko')).toBe('24일');
  });

  it('are refused where they mean nothing', () => {
    expect(() => written('on {wekday:0}', '2026-11-24')).toThrow('{wekday:0}');
    expect(() => written('{date}', '2026-11-24')).toThrow('Unknown token');
  });
});

describe('local times', () => {
  it('become instants by the offset that holds on that day', () => {
    expect(instantAt(dayOf('2026-11-24'), 580, ZONE).toISOString()).toBe('2026-11-24T07:40:00.000Z');
    expect(instantAt(dayOf('2026-07-01'), 580, ZONE).toISOString()).toBe('2026-07-01T06:40:00.000Z');
  });

  it('hold on the days on which the clocks change', () => {
    for (const day of ['2026-03-29', '2026-10-25']) {
      for (const minutes of [0, 90, 300, 720, 1439]) {
        const instant = instantAt(dayOf(day), minutes, ZONE);
        expect(localTime(instant, ZONE)).toEqual({ day: dayOf(day), minutes });
      }
    }
  });

  it('are written with the offset of the zone', () => {
    expect(toZonedIso(new Date('2026-11-24T07:40:05.500Z'), ZONE)).toBe('2026-11-24T09:40:05+02:00');
    expect(toZonedIso(new Date('2026-07-01T22:30:00Z'), ZONE)).toBe('2026-07-02T01:30:00+03:00');
    expect(toZonedIso(new Date('2026-07-01T22:30:00Z'), 'America/St_Johns')).toBe(
      '2026-07-01T20:00:00-02:30',
    );
  });

  it('are read as a day of the edition or as minutes before the loading', () => {
    const now = new Date('2026-11-24T12:00:00Z');
    expect(resolveAt('-3 09:40', now, dayOf('2026-11-24'), ZONE).toISOString()).toBe(
      '2026-11-21T07:40:00.000Z',
    );
    expect(resolveAt('now-25m', now, dayOf('2026-11-24'), ZONE).toISOString()).toBe(
      '2026-11-24T11:35:00.000Z',
    );
    expect(() => resolveAt('yesterday', now, 0, ZONE)).toThrow('Not a time');
  });

  it('make yesterday the last day of the edition until the morning stories are out', () => {
    expect(paperDayAt(new Date('2026-11-24T05:59:00Z'), ZONE, 480)).toBe(dayOf('2026-11-23'));
    expect(paperDayAt(new Date('2026-11-24T06:00:00Z'), ZONE, 480)).toBe(dayOf('2026-11-24'));
    expect(paperDayAt(new Date('2026-11-24T22:30:00Z'), ZONE, 480)).toBe(dayOf('2026-11-24'));
  });
});
