import { type DatePhrase, lowAt, type Scan, tokenAt } from '../../times/phrase.ts';
import { MONTHS, SEASONS, SHORT_MONTHS, SHORT_WEEKDAYS, WEEKDAYS } from '../calendar-words.ts';
import { ORDINAL_HEADS } from '../numbers.ts';
import { readBareDate, readNthWeekday, readWeekOf } from './counted-days.ts';
import { HOLIDAY_HEADS, readHoliday, readRelativeHoliday, readSeptember11 } from './holidays.ts';
import {
  readBesideDate,
  readCuedUnit,
  readEarlyLate,
  readPartOf,
  readUnitOf,
  readYearEnd,
} from './modified.ts';
import { readDayMonth, readMonthAlone, readMonthDay } from './months.ts';
import { readNumericDate } from './numeric.ts';
import {
  readDayBefore,
  readDeicticDay,
  readMentionUnit,
  readRelativeMonth,
  readRelativeUnit,
  readWeekend,
} from './relative.ts';
import { readFiscalYear, readQuarter, readQuarterCode, readSeason } from './seasons.ts';
import { readRelativeWeekday, readWeekdayDate } from './weekdays.ts';
import { readCentury, readDecade, readYear } from './years.ts';

/** `depth` counts how many readers are at work inside each other. */
type Reader = (scan: Scan, from: number, depth: number) => DatePhrase | DatePhrase[] | undefined;

/** "the end of early next month" is as deep as anyone writes; it also bounds what hostile text can cost. */
const DEEPEST = 2;

const readers = new Map<string, Reader[]>();
const register = (heads: Iterable<string>, ...read: Reader[]): void => {
  for (const head of heads) readers.set(head, [...(readers.get(head) ?? []), ...read]);
};

const nested =
  (
    read: (
      scan: Scan,
      from: number,
      inner: (scan: Scan, at: number) => DatePhrase | undefined,
    ) => DatePhrase | undefined,
  ): Reader =>
  (scan, from, depth) =>
    depth < DEEPEST ? read(scan, from, (_, at) => longestDates(scan, at, depth + 1)?.[0]) : undefined;

const monthDay: Reader = (scan, from) => readMonthDay(scan, from);
const dayMonth: Reader = (scan, from) => readDayMonth(scan, from);
const monthAlone: Reader = (scan, from) => readMonthAlone(scan, from);
const year: Reader = (scan, from) => readYear(scan, from);
const theYear: Reader = (scan, from) =>
  lowAt(scan, from + 1) === 'year' ? readYear(scan, from, from + 2) : undefined;

register(['sep', 'sept', 'september'], readSeptember11);
register([...MONTHS.keys(), ...SHORT_MONTHS.keys()], monthDay, monthAlone);
register([...WEEKDAYS.keys(), ...SHORT_WEEKDAYS.keys()], readWeekdayDate);
register(['today', 'tomorrow', 'yesterday'], readDeicticDay);
register(
  ['last', 'next', 'this'],
  readRelativeWeekday,
  readRelativeUnit,
  readRelativeMonth,
  readRelativeHoliday,
);
register(['current'], readRelativeUnit);
register(['that', 'next', 'previous'], readMentionUnit);
register(['that', 'past', 'coming', 'following', 'previous'], readRelativeWeekday);
register(SEASONS.keys(), readSeason);
register(ORDINAL_HEADS, readQuarter, readCentury, dayMonth);
register(['final'], readQuarter);
register(['q'], readQuarterCode);
register(['fiscal', 'fy', 'financial'], readFiscalYear);
register(HOLIDAY_HEADS, readHoliday);
register(['beginning', 'start', 'end', 'middle', 'close'], nested(readPartOf));
register(['first', 'last', 'final'], nested(readUnitOf));
register(['first', 'second', 'third', 'fourth', 'last', 'final'], nested(readNthWeekday));
register(['week'], nested(readWeekOf));
register(['early', 'late', 'mid', 'earlier', 'later', 'end'], nested(readEarlyLate));
register(['year', 'month', 'week'], readYearEnd);
register(
  [
    'twenties',
    'thirties',
    'forties',
    'fifties',
    'sixties',
    'seventies',
    'eighties',
    'nineties',
    "'",
    '’',
    '‘',
  ],
  readDecade,
);
register(["'", '’', '‘'], year);
register(['ad'], (scan, from) => {
  const next = tokenAt(scan, from + 1);
  const found =
    next.kind === 'number' && next.text.length < 5 && tokenAt(scan, from).text === 'AD'
      ? Number(next.text)
      : 0;
  return found > 0
    ? {
        from,
        to: from + 2,
        rule: 'year-ad',
        resolve: () => ({ when: { unit: 'year', year: found }, confidence: 0.9 }),
      }
    : undefined;
});
register(
  ['#'],
  readSeptember11,
  readNumericDate,
  dayMonth,
  readDecade,
  readCentury,
  readQuarter,
  readQuarterCode,
  year,
);
register(
  ['the'],
  ...[
    readDeicticDay,
    readMentionUnit,
    readCuedUnit,
    readDayBefore,
    readRelativeUnit,
    readRelativeWeekday,
    readWeekend,
    readDecade,
    readCentury,
    readQuarter,
    readSeason,
    dayMonth,
    theYear,
    readYearEnd,
    readHoliday,
    readBareDate,
  ].map(guarded),
  nested(readPartOf),
  nested(readUnitOf),
  nested(readNthWeekday),
  nested(readWeekOf),
  nested(readEarlyLate),
  nested(readBesideDate),
);

/** "the" stands before anything: its readers are only asked where the next word may belong to a time. */
function guarded(read: Reader): Reader {
  return (scan, from, depth) =>
    tokenAt(scan, from + 1).kind === 'number' || AFTER_THE.has(lowAt(scan, from + 1))
      ? read(scan, from, depth)
      : undefined;
}
const AFTER_THE = new Set([
  ..."day week month year decade century quarter weekend following next subsequent previous preceding prior same current past coming last final fourth twenties thirties forties fifties sixties seventies eighties nineties ' ’ ‘".split(
    ' ',
  ),
  ...ORDINAL_HEADS,
  ...SEASONS.keys(),
]);

export const DATE_HEADS: readonly string[] = [...readers.keys()];

/** The longest reading of a date that begins at a token; several phrases where it is a list or a range. */
export const readDates = (scan: Scan, from: number): DatePhrase[] | undefined => longestDates(scan, from, 0);

function longestDates(scan: Scan, from: number, depth: number): DatePhrase[] | undefined {
  const token = tokenAt(scan, from);
  const list = readers.get(token.kind === 'number' ? '#' : token.low);
  if (!list) return undefined;
  let best: DatePhrase[] | undefined;
  for (const read of list) {
    const found = read(scan, from, depth);
    if (!found) continue;
    const phrases = Array.isArray(found) ? found : [found];
    if (!best || (phrases.at(-1)?.to ?? 0) > (best.at(-1)?.to ?? 0)) best = phrases;
  }
  return best;
}

/** The first phrase of `readDates`. */
export function readDate(scan: Scan, from: number): DatePhrase | undefined {
  return readDates(scan, from)?.[0];
}
