import { mondayOf, monthLength, toCivil } from '../times/calendar.ts';
import { firstDay, shiftUnit, type Unit } from '../times/when.ts';
import { fromMention, fromToday, inWeek, type Resolve, shift, weekdayOn } from './anchors.ts';
import { counted, isLength, skipWeekday } from './counters.ts';
import { readBareDay, readNumbered, relativeYear, yearTail } from './numbered-dates.ts';
import type { KoreanDate } from './phrase.ts';
import { isDigit, isHangul, SEASONS, skipSpaces, WEEKDAYS, wordAt } from './words.ts';

const DAYS: [string, Resolve][] = [
  ['오늘', shift('day', 0)],
  ['금일', shift('day', 0)],
  ['내일', shift('day', 1)],
  ['명일', shift('day', 1)],
  ['모레', shift('day', 2)],
  ['글피', shift('day', 3)],
  ['어제', shift('day', -1)],
  ['작일', shift('day', -1)],
  ['그제', shift('day', -2)],
  ['그저께', shift('day', -2)],
  ['엊그제', shift('day', -2)],
  ['그끄저께', shift('day', -3)],
  ['이날', fromMention(0)],
  ['그날', fromMention(0)],
  ['같은 날', fromMention(0)],
  ['다음날', fromMention(1)],
  ['다음 날', fromMention(1)],
  ['이튿날', fromMention(1)],
  ['전날', fromMention(-1)],
];

const WEEKS: [string, number][] = [
  ['이번 주', 0],
  ['이번주', 0],
  ['금주', 0],
  ['지난주', -1],
  ['지난 주', -1],
  ['지지난주', -2],
  ['지지난 주', -2],
  ['저번 주', -1],
  ['저번주', -1],
  ['다음주', 1],
  ['다음 주', 1],
  ['내주', 1],
  ['다다음 주', 2],
  ['다다음주', 2],
];

const MONTHS: [string, number][] = [
  ['이번 달', 0],
  ['이번달', 0],
  ['이달', 0],
  ['이 달', 0],
  ['지난달', -1],
  ['지난 달', -1],
  ['전월', -1],
  ['저번 달', -1],
  ['다음달', 1],
  ['다음 달', 1],
  ['내달', 1],
  ['지지난달', -2],
];

const YEARS: [string, number][] = [
  ['올해', 0],
  ['올 해', 0],
  ['금년', 0],
  ['올', 0],
  ['작년', -1],
  ['지난해', -1],
  ['지난 해', -1],
  ['재작년', -2],
  ['내년', 1],
  ['다음 해', 1],
  ['내후년', 2],
];

const WEEKENDS: [string, number][] = [
  ['이번 주말', 0],
  ['지난 주말', -1],
  ['지난주말', -1],
  ['다음 주말', 1],
  ['주말', 0],
];

function readWeek(text: string, at: number): KoreanDate | undefined {
  const week = wordAt(text, at, WEEKS);
  if (!week) return undefined;
  const end = at + week[0].length;
  const weekday = wordAt(text, skipSpaces(text, end), WEEKDAYS);
  if (weekday)
    return {
      end: skipSpaces(text, end) + weekday[0].length,
      rule: 'weekday-of-week',
      resolve: inWeek(weekday[1], week[1]),
    };
  return { end, rule: 'relative-week', resolve: shift('week', week[1]) };
}

/** "지난 25일", "오는 26일", "지난 월요일", "이번 여름", "다가오는 금요일". */
function readLeaning(text: string, at: number): KoreanDate | undefined {
  const lead = wordAt(text, at, [
    ['지난', false],
    ['오는', true],
    ['다가오는', true],
    ['이번', true],
    ['다음', true],
  ] as const);
  if (!lead) return undefined;
  const next = skipSpaces(text, at + lead[0].length);
  const weekday = wordAt(text, next, WEEKDAYS);
  if (weekday)
    return {
      end: next + weekday[0].length,
      rule: 'relative-weekday',
      resolve: weekdayOn(weekday[1], lead[1]),
    };
  const season = wordAt(text, next, SEASONS);
  if (season)
    return {
      end: next + season[0].length,
      rule: 'relative-season',
      resolve: fromToday((day) => ({
        unit: 'season',
        season: season[1],
        year:
          toCivil(day).year +
          (lead[0] === '지난' &&
          firstDay({ unit: 'season', season: season[1], year: toCivil(day).year }) > day
            ? -1
            : 0),
      })),
    };
  const inner =
    lead[0] === '지난' || lead[0] === '오는' || lead[0] === '이번'
      ? (readBareDay(text, next) ?? readNumberedDate(text, next))
      : undefined;
  return inner && { ...inner, resolve: (context) => inner.resolve({ ...context, future: lead[1] }) };
}

function readNumberedDate(text: string, at: number): KoreanDate | undefined {
  const found = readNumbered(text, at);
  return found && (found.rule.startsWith('month') || found.rule === 'year') ? found : undefined;
}

function readRelative(text: string, at: number): KoreanDate | undefined {
  const day = wordAt(text, at, DAYS);
  if (day) return { end: at + day[0].length, rule: 'deictic-day', resolve: day[1] };
  const weekend = wordAt(text, at, WEEKENDS);
  if (weekend)
    return {
      end: at + weekend[0].length,
      rule: 'weekend',
      resolve: fromToday((today) => ({ unit: 'weekend', day: mondayOf(today) + weekend[1] * 7 })),
    };
  const week = readWeek(text, at);
  if (week) return week;
  const month = wordAt(text, at, MONTHS);
  if (month) return monthDayOf(text, at + month[0].length, month[1]);
  const year = wordAt(text, at, YEARS);
  if (!year) return undefined;
  const end = at + year[0].length;
  // "올" alone is no year: only before a season, a quarter or a month
  const tail = yearTail(text, end, relativeYear(year[1]), false);
  return year[0] === '올' && tail.end === end ? undefined : tail;
}

/** "지난달", "지난달 25일". */
function monthDayOf(text: string, end: number, count: number): KoreanDate {
  const day = counted(text, skipSpaces(text, end), '일', 1, 31);
  if (!day || isLength(text, day.end)) return { end, rule: 'relative-month', resolve: shift('month', count) };
  return {
    end: skipWeekday(text, day.end),
    rule: 'relative-month-day',
    resolve: fromToday((today) => {
      const month = shiftUnit(today, 'month', count);
      return month.unit === 'month' && day.value <= monthLength(month.year, month.month)
        ? { unit: 'day', day: firstDay(month) + day.value - 1 }
        : undefined;
    }),
  };
}

const MODS = [
  ['초순', 'START'],
  ['초', 'START'],
  ['중순', 'MID'],
  ['하순', 'END'],
  ['말', 'END'],
] as const;

const SPECIAL: [string, KoreanDate['mod'], Unit][] = [
  ['연말', 'END', 'year'],
  ['연초', 'START', 'year'],
  ['월말', 'END', 'month'],
  ['월초', 'START', 'month'],
  ['주초', 'START', 'week'],
];

/** The date that begins at an offset, with "초", "중순", "말" after it. */
export function readKoreanDate(text: string, at: number): KoreanDate | undefined {
  if (!isDigit(text, at) && !isHangul(text, at)) return undefined;
  for (const [word, mod, unit] of SPECIAL)
    if (text.startsWith(word, at))
      return { end: at + word.length, rule: 'unit-part', mod, resolve: shift(unit, 0) };
  const date = isDigit(text, at)
    ? readNumbered(text, at)
    : (readRelative(text, at) ?? readLeaning(text, at) ?? readWeekdayAlone(text, at));
  if (!date || !/month$|year$|^decade|relative-week$/.test(date.rule)) return date;
  const next = skipSpaces(text, date.end);
  const mod = wordAt(text, next, MODS);
  // "4월 초" but not "초등학교"; "말" not of "말했다"
  const end = next + (mod?.[0].length ?? 0);
  const closed = mod && (!isHangul(text, end) || /^[에까부의쯤경이]/.test(text.slice(end, end + 1)));
  return mod && closed ? { ...date, end, mod: mod[1] } : date;
}

function readWeekdayAlone(text: string, at: number): KoreanDate | undefined {
  const weekday = wordAt(text, at, WEEKDAYS);
  if (!weekday) return undefined;
  return {
    end: at + weekday[0].length,
    rule: 'weekday',
    resolve: (context) => weekdayOn(weekday[1], context.future)(context),
  };
}
