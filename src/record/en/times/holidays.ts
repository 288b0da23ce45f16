import { easterOf, nthWeekday, toDay } from '../../times/calendar.ts';
import {
  type Context,
  type DatePhrase,
  isCapital,
  lowAt,
  type Resolved,
  type Scan,
  tokenAt,
} from '../../times/phrase.ts';
import { absolute, chooseYear, fromToday, yearNow } from './anchor.ts';
import { readYearAfter } from './year-after.ts';

type DayIn = (year: number) => number | undefined;

const on =
  (month: number, day: number): DayIn =>
  (year) =>
    toDay(year, month, day);
const nth =
  (month: number, weekday: number, n: number): DayIn =>
  (year) =>
    nthWeekday(year, month, weekday, n);
const easter =
  (offset: number): DayIn =>
  (year) =>
    easterOf(year) + offset;
const afterThanksgiving =
  (days: number): DayIn =>
  (year) => {
    const day = nthWeekday(year, 11, 4, 4);
    return day === undefined ? undefined : day + days;
  };

/** Days with a name of their own, as in English-language news; where countries differ, the American day. */
const HOLIDAYS: [string, DayIn][] = [
  ['christmas', on(12, 25)],
  ['christmas day', on(12, 25)],
  ['christmas eve', on(12, 24)],
  ['boxing day', on(12, 26)],
  ["new year's eve", on(12, 31)],
  ["new year's day", on(1, 1)],
  ["new year's", on(1, 1)],
  ["valentine's day", on(2, 14)],
  ["st. patrick's day", on(3, 17)],
  ["st patrick's day", on(3, 17)],
  ["april fools' day", on(4, 1)],
  ["april fool's day", on(4, 1)],
  ['earth day', on(4, 22)],
  ['may day', on(5, 1)],
  ['juneteenth', on(6, 19)],
  ['independence day', on(7, 4)],
  ['fourth of july', on(7, 4)],
  ['the fourth of july', on(7, 4)],
  ['bastille day', on(7, 14)],
  ['halloween', on(10, 31)],
  ['veterans day', on(11, 11)],
  ["veterans' day", on(11, 11)],
  ['armistice day', on(11, 11)],
  ['remembrance day', on(11, 11)],
  ['martin luther king jr. day', nth(1, 1, 3)],
  ['martin luther king day', nth(1, 1, 3)],
  ["presidents' day", nth(2, 1, 3)],
  ['presidents day', nth(2, 1, 3)],
  ["mother's day", nth(5, 7, 2)],
  ['memorial day', nth(5, 1, -1)],
  ["father's day", nth(6, 7, 3)],
  ['labor day', nth(9, 1, 1)],
  ['columbus day', nth(10, 1, 2)],
  ['thanksgiving', nth(11, 4, 4)],
  ['thanksgiving day', nth(11, 4, 4)],
  ['black friday', afterThanksgiving(1)],
  ['cyber monday', afterThanksgiving(4)],
  ['shrove tuesday', easter(-47)],
  ['ash wednesday', easter(-46)],
  ['palm sunday', easter(-7)],
  ['maundy thursday', easter(-3)],
  ['good friday', easter(-2)],
  ['holy saturday', easter(-1)],
  ['easter', easter(0)],
  ['easter sunday', easter(0)],
  ['easter monday', easter(1)],
];

type Entry = { words: string[]; day: DayIn };
const BY_HEAD = new Map<string, Entry[]>();
for (const [name, day] of HOLIDAYS) {
  // Tokens: a possessive is a token of its own, and so is the point of "St."
  const words = name
    .replace(/'s\b/g, " 's")
    .replace(/s'/g, "s '")
    .replace(/(st|jr)\./g, '$1 .')
    .split(' ');
  const head = words[0] ?? '';
  BY_HEAD.set(
    head,
    [...(BY_HEAD.get(head) ?? []), { words, day }].sort((a, b) => b.words.length - a.words.length),
  );
}
export const HOLIDAY_HEADS: readonly string[] = [...BY_HEAD.keys()];

const matches = (scan: Scan, at: number, words: readonly string[]): boolean =>
  words.every((word, index) => {
    const low = lowAt(scan, at + index);
    return low === word || (word === "'" && low === '’');
  });

function choose(context: Context, day: DayIn): Resolved | undefined {
  const year = chooseYear(context, (at) => {
    const date = day(at);
    return date === undefined ? undefined : [date, date];
  });
  const date = year === undefined ? undefined : day(year);
  return date === undefined
    ? undefined
    : { when: { unit: 'day', day: date }, anchor: context.anchor, confidence: 0.7 };
}

/** "Christmas", "New Year's Eve 2014", "Thanksgiving Day"; names that go on ("Christmas Island") are left. */
export function readHoliday(scan: Scan, from: number): DatePhrase | undefined {
  const entry = BY_HEAD.get(lowAt(scan, from))?.find(({ words }) => matches(scan, from, words));
  const head = lowAt(scan, from) === 'the' ? from + 1 : from;
  if (!entry || !isCapital(scan, head)) return undefined;
  // "White Christmas", "Johnnie Christmas"
  if (
    isCapital(scan, from - 1) &&
    tokenAt(scan, from - 2).kind !== 'break' &&
    !/^(in|on|at|by|since|before|after|until|this|last|next|every|the)$/.test(lowAt(scan, from - 1))
  )
    return undefined;
  const end = from + entry.words.length;
  if (isCapital(scan, end) && !/^(morning|night)$/.test(lowAt(scan, end))) return undefined;
  const year = readYearAfter(scan, end);
  if (!year) return { from, to: end, rule: 'holiday', resolve: (context) => choose(context, entry.day) };
  return {
    from,
    to: year.to,
    rule: 'holiday-year',
    resolve: (context) => {
      const found = year.year(context);
      const date = found === undefined ? undefined : entry.day(found);
      return date === undefined ? undefined : absolute({ unit: 'day', day: date });
    },
  };
}

/** "last Christmas", "this Thanksgiving", "next Easter". */
export function readRelativeHoliday(scan: Scan, from: number): DatePhrase | undefined {
  const word = lowAt(scan, from);
  if (word !== 'last' && word !== 'this' && word !== 'next') return undefined;
  const entry = BY_HEAD.get(lowAt(scan, from + 1))?.find(({ words }) => matches(scan, from + 1, words));
  if (!entry || !isCapital(scan, from + 1)) return undefined;
  return {
    from,
    to: from + 1 + entry.words.length,
    rule: 'relative-holiday',
    resolve: (context) =>
      fromToday(
        context,
        (day) => {
          const year = yearNow(context) ?? 0;
          const here = entry.day(year);
          const shift =
            word === 'last'
              ? here !== undefined && here < day
                ? 0
                : -1
              : word === 'next' && here !== undefined && here <= day
                ? 1
                : 0;
          const date = entry.day(year + shift);
          return date === undefined ? undefined : { unit: 'day', day: date };
        },
        0.8,
      ),
  };
}

/** "9/11", "the Sept. 11 attacks": the day in 2001. */
export function readSeptember11(scan: Scan, from: number): DatePhrase | undefined {
  const day = toDay(2001, 9, 11) ?? 0;
  const found = (to: number): DatePhrase => ({
    from,
    to,
    rule: 'september-11',
    resolve: () => absolute({ unit: 'day', day }),
  });
  if (lowAt(scan, from) === '9')
    return lowAt(scan, from + 1) === '/' && lowAt(scan, from + 2) === '11' && lowAt(scan, from + 3) !== '/'
      ? found(from + 3)
      : undefined;
  if (!/^sept?(ember)?$/.test(lowAt(scan, from))) return undefined;
  const at = lowAt(scan, from + 1) === '.' ? from + 2 : from + 1;
  return lowAt(scan, at) === '11' && /^(attacks?|terrorist|terror|hijack\w*)$/.test(lowAt(scan, at + 1))
    ? found(at + 1)
    : undefined;
}
