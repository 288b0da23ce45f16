import { type Phrase, type Rule, type Scan, tokenAt } from '../../times/phrase.ts';
import { PARTS, PLURAL_UNITS, PLURAL_WEEKDAYS, UNITS } from '../calendar-words.ts';
import { NUMBER_HEADS, VAGUE_NUMBER_HEADS } from '../numbers.ts';
import { DATE_HEADS, readDate } from './dates.ts';
import {
  LONG_HEADS,
  readDuration,
  readLong,
  readSpan,
  readWhole,
  SPAN_HEADS,
  SPAN_OWNERS,
} from './durations.ts';
import { readClockTime, readDateTime, readDayPart, readOvernight } from './moments.ts';
import { MOD_HEADS, readQuantity } from './quantity.ts';
import {
  ADVERB_HEADS,
  readAdverb,
  readEvery,
  readOfEvery,
  readPer,
  readPlural,
  readTimes,
  readWeekends,
} from './sets.ts';
import { readShift, readShiftOfDate, readYearAgo } from './shifts.ts';
import { readVague, VAGUE_HEADS } from './vague.ts';

const rules = new Map<string, Rule[]>();
const register = (heads: Iterable<string>, ...added: Rule[]): void => {
  for (const head of heads) {
    const list = rules.get(head) ?? [];
    rules.set(head, [...list, ...added.filter((rule) => !list.includes(rule))]);
  }
};
const one =
  (read: (scan: Scan, from: number) => Phrase | undefined): Rule =>
  (scan, from) => {
    const phrase = read(scan, from);
    return phrase && [phrase];
  };

/** A quantity of time as a point in time ("two weeks ago") or a length; it is read once for all three. */
const quantity: Rule = (scan, from) => {
  const found = readQuantity(scan, from);
  if (!found) return undefined;
  const phrase =
    readShift(scan, from, found, readDate) ??
    readShiftOfDate(scan, from, found, readDate) ??
    readDuration(scan, from, found);
  return phrase && [phrase];
};
const part = one(readDayPart);
const QUANTITY_HEADS = [
  '#',
  'a',
  'an',
  'another',
  'half',
  ...NUMBER_HEADS,
  ...VAGUE_NUMBER_HEADS,
  ...MOD_HEADS,
  ...PLURAL_UNITS.keys(),
];

register(DATE_HEADS, readDateTime);
register(['#', 'noon', 'midday', 'midnight', 'half', 'quarter', 'a', ...NUMBER_HEADS], (scan, at) =>
  readClockTime(scan, at),
);
register(QUANTITY_HEADS, quantity);
register([...SPAN_OWNERS, ...SPAN_HEADS], one(readSpan));
register(['the', 'all'], one(readWhole));
register([...LONG_HEADS, ...UNITS.keys(), ...PLURAL_UNITS.keys()], one(readLong));
register(
  ['this', 'tonight', 'last', 'that', 'the', 'early', 'late', 'earlier', 'later', ...PARTS.keys()],
  part,
);
register(['year'], one(readYearAgo));
register(['overnight'], one(readOvernight));
register(ADVERB_HEADS, one(readAdverb));
register(['every', 'each'], one(readEvery));
register(['the', 'first', 'second', 'third', 'fourth', 'last'], one(readOfEvery));
register(PLURAL_WEEKDAYS.keys(), one(readPlural));
register(['weekends', 'weekdays'], one(readWeekends));
register(['per'], one(readPer));
register(['once', 'twice', '#', ...NUMBER_HEADS], one(readTimes));
register(VAGUE_HEADS, one(readVague));

/** The longest phrases in English that begin at a token; the first registered rule wins a tie. */
export function readEnglishTimes(scan: Scan, at: number): Phrase[] | undefined {
  const token = tokenAt(scan, at);
  const list = rules.get(token.kind === 'number' ? '#' : token.low);
  if (!list) return undefined;
  let best: Phrase[] | undefined;
  let end = 0;
  for (const rule of list) {
    const found = rule(scan, at);
    const to = found?.at(-1)?.to ?? 0;
    if (found && to > end) {
      best = found;
      end = to;
    }
  }
  return best;
}
