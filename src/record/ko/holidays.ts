import { nthWeekday, toDay } from '../times/calendar.ts';
import { chooseYear } from './anchors.ts';
import type { KoreanDate } from './phrase.ts';
import { wordAt } from './words.ts';

const HOLIDAYS: [string, (year: number) => number | undefined][] = [
  ['크리스마스', (year) => toDay(year, 12, 25)],
  ['성탄절', (year) => toDay(year, 12, 25)],
  ['삼일절', (year) => toDay(year, 3, 1)],
  ['어린이날', (year) => toDay(year, 5, 5)],
  ['현충일', (year) => toDay(year, 6, 6)],
  ['광복절', (year) => toDay(year, 8, 15)],
  ['개천절', (year) => toDay(year, 10, 3)],
  ['한글날', (year) => toDay(year, 10, 9)],
  ['추수감사절', (year) => nthWeekday(year, 11, 4, 4)],
];

export function readKoreanHoliday(text: string, at: number): KoreanDate | undefined {
  const found = wordAt(text, at, HOLIDAYS);
  if (!found) return undefined;
  return {
    end: at + found[0].length,
    rule: 'holiday',
    resolve: (context) => {
      const year = chooseYear(context, found[1]);
      const day = year === undefined ? undefined : found[1](year);
      return day === undefined ? undefined : { when: { unit: 'day', day }, anchor: context.anchor };
    },
  };
}
