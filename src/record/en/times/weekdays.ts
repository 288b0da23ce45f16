import { mondayOf } from '../../times/calendar.ts';
import {
  type Context,
  type DatePhrase,
  isCapital,
  isGlued,
  lowAt,
  type Resolved,
  type Scan,
  tokenAt,
} from '../../times/phrase.ts';
import { SHORT_WEEKDAYS, WEEKDAYS } from '../calendar-words.ts';
import { chooseWeekday, fromMentionedDay, fromToday } from './anchor.ts';
import { readDayMonth, readMonthDay } from './months.ts';

type WeekdayWord = { weekday: number; to: number; short: boolean };

function readWeekday(scan: Scan, at: number): WeekdayWord | undefined {
  const { low } = tokenAt(scan, at);
  const full = WEEKDAYS.get(low);
  if (full !== undefined) return { weekday: full, to: at + 1, short: false };
  const short = SHORT_WEEKDAYS.get(low);
  if (short === undefined || !isCapital(scan, at)) return undefined;
  const pointed = lowAt(scan, at + 1) === '.' && isGlued(scan, at + 1);
  return { weekday: short, to: pointed ? at + 2 : at + 1, short: true };
}

/** Names that hold a weekday and mean no day: the paper before it, or the word after it. */
const NAMES_AFTER = new Set(
  'times mail telegraph express mirror post herald night-live star world'.split(' '),
);
const NAMES_BEFORE = new Set(
  'black bloody ash palm cyber super ruby throwback sheffield man casual fat holy maundy spy'.split(' '),
);

export function isNamedAfterDay(scan: Scan, at: number, to: number): boolean {
  if (NAMES_BEFORE.has(lowAt(scan, at - 1)) && isCapital(scan, at - 1)) return true;
  if (!isCapital(scan, to)) return false;
  if (NAMES_AFTER.has(lowAt(scan, to))) return true;
  return (
    lowAt(scan, to) === 'night' &&
    /^(live|football|baseball)$/.test(lowAt(scan, to + 1)) &&
    isCapital(scan, to + 1)
  );
}

type WeekShift = { to: number; shift: number };

/** "last week", "of next week", "this week" after a weekday. */
function readWeekAfter(scan: Scan, from: number): WeekShift | undefined {
  const at = lowAt(scan, from) === 'of' ? from + 1 : from;
  const shift = SHIFTS.get(lowAt(scan, at));
  return shift !== undefined && lowAt(scan, at + 1) === 'week' ? { to: at + 2, shift } : undefined;
}
const SHIFTS = new Map<string, number>([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

const inWeek = (context: Context, weekday: number, shift: number): Resolved | undefined =>
  fromToday(context, (day) => ({ unit: 'day', day: mondayOf(day) + shift * 7 + weekday - 1 }), 0.9);

/** "Wednesday", "Wednesday, March 25, 2015", "Wed. 25 March", "Wednesday of next week", "Wednesday the 25th". */
export function readWeekdayDate(scan: Scan, from: number): DatePhrase[] | undefined {
  const word = readWeekday(scan, from);
  if (!word) return undefined;
  const { weekday, to } = word;
  const next = lowAt(scan, to) === ',' || lowAt(scan, to) === '(' ? to + 1 : to;
  const dated = readMonthDay(scan, from, next, weekday) ?? readDayMonth(scan, from, next, weekday);
  if (dated) return lowAt(scan, to) === '(' ? [weekdayAlone(from, to, weekday)] : dated;
  if (word.short && to === from + 1) return undefined;
  if (isNamedAfterDay(scan, from, to)) return undefined;
  const week = readWeekAfter(scan, to);
  if (week)
    return [
      {
        from,
        to: week.to,
        rule: 'weekday-of-week',
        resolve: (context) => inWeek(context, weekday, week.shift),
      },
    ];
  const first = rangeStart(scan, from);
  return [first === undefined ? weekdayAlone(from, to, weekday) : rangeEnd(from, to, weekday, first)];
}

/** The weekday that a range began with: "Monday" before "through Friday". */
function rangeStart(scan: Scan, at: number): number | undefined {
  const join = lowAt(scan, at - 1);
  return /^(through|to|until|till|-|–)$/.test(join) ? WEEKDAYS.get(lowAt(scan, at - 2)) : undefined;
}

/** The first such day after that of the beginning, unless a past tense puts it before today. */
const rangeEnd = (from: number, to: number, weekday: number, first: number): DatePhrase => ({
  from,
  to,
  rule: 'weekday-range',
  resolve: (context) => {
    const begins = chooseWeekday(context, first);
    const alone = chooseWeekday(context, weekday);
    if (begins?.when.unit !== 'day' || context.day === undefined) return alone;
    const day = after(begins.when.day, weekday);
    return context.tense === 'past' && day > context.day ? alone : { ...begins, when: { unit: 'day', day } };
  },
});

const weekdayAlone = (from: number, to: number, weekday: number): DatePhrase => ({
  from,
  to,
  rule: 'weekday',
  resolve: (context) => chooseWeekday(context, weekday),
});

/** "last Friday", "next Monday", "this Tuesday", "this past Friday", "the following Monday", "that Sunday". */
export function readRelativeWeekday(scan: Scan, from: number): DatePhrase | undefined {
  let at = lowAt(scan, from) === 'the' ? from + 1 : from;
  if (lowAt(scan, at) === 'this' && /^(past|coming)$/.test(lowAt(scan, at + 1))) at++;
  const word = readWeekday(scan, at + 1);
  const counted = at > from && lowAt(scan, at) === 'next' ? 'following' : lowAt(scan, at);
  const resolve = word && relativeDay(counted, word.weekday);
  if (!word || !resolve || word.short || isNamedAfterDay(scan, at + 1, word.to)) return undefined;
  return { from, to: word.to, rule: 'relative-weekday', resolve };
}

function relativeDay(
  word: string,
  weekday: number,
): ((context: Context) => Resolved | undefined) | undefined {
  switch (word) {
    case 'last':
      return (context) => lastWeekday(context, weekday);
    case 'next':
      return (context) => inWeek(context, weekday, 1);
    case 'this':
      return (context) =>
        context.tense === 'past'
          ? inWeek(context, weekday, 0)
          : chooseWeekday({ ...context, tense: 'future' }, weekday);
    case 'past':
      return (context) => chooseWeekday({ ...context, tense: 'past' }, weekday);
    case 'coming':
      return (context) => chooseWeekday({ ...context, tense: 'future' }, weekday);
    case 'following':
      return (context) => fromMentionedDay(context, (day) => ({ unit: 'day', day: after(day, weekday) }));
    case 'previous':
      return (context) =>
        fromMentionedDay(context, (day) => ({
          unit: 'day',
          day: after(day, weekday) - 7 - (after(day, weekday) - 7 === day ? 7 : 0),
        }));
    case 'that':
      return (context) => fromMentionedDay(context, (day) => ({ unit: 'day', day: after(day - 1, weekday) }));
    default:
      return undefined;
  }
}

/** Days back after which "last Monday" is no more that of the week before: on a Sunday it is six days ago, not thirteen. */
const LONG_AGO = 10;

const lastWeekday = (context: Context, weekday: number): Resolved | undefined =>
  fromToday(
    context,
    (day) => {
      const before = mondayOf(day) - 7 + weekday - 1;
      return { unit: 'day', day: day - before > LONG_AGO ? before + 7 : before };
    },
    0.9,
  );

/** The first such weekday after a day. */
const after = (day: number, weekday: number): number => {
  const first = mondayOf(day) + weekday - 1;
  return first > day ? first : first + 7;
};
