import {
  type Context,
  type DatePhrase,
  lowAt,
  type Phrase,
  type Reading,
  type Resolved,
  type Scan,
  toPhrase,
} from '../../times/phrase.ts';
import { addMonths, firstDay, shiftUnit, toValue, type Unit } from '../../times/when.ts';
import { countFromMention, fromToday } from './anchor.ts';
import type { Quantity } from './quantity.ts';

type Direction = { to: number; sign: -1 | 1; fromNow: boolean };

/** What makes a length of time a point in time: "ago", "earlier", "later", "from now", "before" and "after" at a clause's end. */
function readDirection(scan: Scan, at: number): Direction | undefined {
  const low = lowAt(scan, at);
  const next = lowAt(scan, at + 1);
  if (low === 'ago' || low === 'back')
    return low === 'ago' || CLAUSE_END.test(next) ? { to: at + 1, sign: -1, fromNow: true } : undefined;
  if (low === 'earlier') return { to: at + 1, sign: -1, fromNow: false };
  if (low === 'later') return { to: at + 1, sign: 1, fromNow: false };
  if (low === 'hence') return { to: at + 1, sign: 1, fromNow: true };
  if (low === 'from' && (next === 'now' || next === 'today')) return { to: at + 2, sign: 1, fromNow: true };
  if (
    (low === 'before' || low === 'previously' || low === 'prior' || low === 'beforehand') &&
    CLAUSE_END.test(next)
  )
    return { to: at + 1, sign: -1, fromNow: false };
  if (low === 'after' && CLAUSE_END.test(next)) return { to: at + 1, sign: 1, fromNow: false };
  return undefined;
}
const CLAUSE_END = /^([.,;:!?)"”\n]|and|but|when|with|to|for|as|by|)$/;

function shiftFrom(context: Context, { sign, fromNow }: Direction, quantity: Quantity): Resolved | undefined {
  const count = Math.round(quantity.count) * sign;
  const move = (day: number) => shiftUnit(day, quantity.unit, count);
  if (fromNow || !context.mention) return fromToday(context, move, fromNow ? 0.9 : 0.6);
  // "a year earlier" after "in the third quarter" is the same quarter a year before
  const { when } = context.mention;
  if (quantity.unit === 'year' && (when.unit === 'quarter' || when.unit === 'half'))
    return { when: { ...when, year: when.year + count }, anchor: 'mention', confidence: 0.6 };
  return countFromMention(context, quantity.unit, count);
}

const isClockUnit = (unit: Unit): boolean => unit === 'hour' || unit === 'minute' || unit === 'second';

/** Hours and minutes from the minute of publication. */
function clockShift(context: Context, quantity: Quantity, direction: Direction): Reading | undefined {
  if (context.day === undefined || context.minute === undefined || !direction.fromNow) return undefined;
  const minutes =
    quantity.count *
    (quantity.unit === 'hour' ? 60 : quantity.unit === 'minute' ? 1 : 1 / 60) *
    direction.sign;
  const total = context.day * 1440 + context.minute + Math.round(minutes);
  const day = Math.floor(total / 1440);
  const minute = total - day * 1440;
  const hours = String(Math.floor(minute / 60)).padStart(2, '0');
  const rest =
    quantity.unit === 'hour' && quantity.count % 1 === 0 ? '' : `:${String(minute % 60).padStart(2, '0')}`;
  return {
    type: 'TIME',
    value: `${toValue({ unit: 'day', day })}T${hours}${rest}`,
    anchor: context.anchor,
    confidence: 0.7,
  };
}

type ReadDate = (scan: Scan, at: number) => DatePhrase | undefined;

/** The date that says which day is meant: "Three years later, in April 2001". */
function readNamedDate(scan: Scan, from: number, readDate: ReadDate): DatePhrase | undefined {
  const at = lowAt(scan, from) === ',' ? from + 1 : from;
  return lowAt(scan, at) === 'in' || lowAt(scan, at) === 'on' ? readDate(scan, at + 1) : undefined;
}

function readNamed(context: Context, { unit }: Quantity, date: DatePhrase | undefined): Reading | undefined {
  const found = date?.resolve(context);
  if (!found || found.anchor) return undefined;
  const when = shiftUnit(firstDay(found.when), unit, 0);
  return { type: 'DATE', value: toValue(when), anchor: 'mention', confidence: 0.7, when };
}

/** "two weeks ago", "a year earlier", "three days later", "two months from now", "years ago". */
export function readShift(
  scan: Scan,
  from: number,
  quantity: Quantity,
  readDate: ReadDate,
): Phrase | undefined {
  const direction = readDirection(scan, quantity.to);
  if (!direction) return undefined;
  if (lowAt(scan, direction.to) === 'today' && direction.sign < 0 && direction.fromNow)
    return readAgoToday(from, direction.to + 1, quantity);
  const named = direction.fromNow ? undefined : readNamedDate(scan, direction.to, readDate);
  return {
    from,
    to: direction.to,
    rule: direction.fromNow
      ? 'shift-from-now'
      : direction.sign < 0
        ? 'compared-with-mention'
        : 'shift-from-mention',
    read: (context) => readNamed(context, quantity, named) ?? readShifted(context, quantity, direction),
  };
}

/** "Nine years ago today": the same day of that year. */
function readAgoToday(from: number, to: number, { unit, count }: Quantity): Phrase | undefined {
  const months = unit === 'year' ? 12 : unit === 'month' ? 1 : unit === 'decade' ? 120 : 0;
  if (months === 0 || Number.isNaN(count)) return undefined;
  return toPhrase({
    from,
    to,
    rule: 'shift-from-now',
    resolve: (context) =>
      fromToday(context, (day) => ({ unit: 'day', day: addMonths(day, -Math.round(count * months)) })),
  });
}

/** "the year-ago quarter", "a year-earlier profit": the year before, or the same quarter of it. */
export function readYearAgo(scan: Scan, from: number): Phrase | undefined {
  if (lowAt(scan, from + 1) !== '-' || !/^(ago|earlier)$/.test(lowAt(scan, from + 2))) return undefined;
  const quantity: Quantity = { count: 1, unit: 'year', to: from + 1, article: true, hyphen: true };
  return {
    from,
    to: from + 3,
    rule: 'year-ago',
    read: (context) =>
      readShifted(context, quantity, {
        to: from + 3,
        sign: -1,
        fromNow: context.mention?.when.unit !== 'quarter',
      }),
  };
}

/** "Hours later", "half an hour earlier": some hour of the day spoken of. */
function unknownHour({ mentionedDay, day }: Context): Reading | undefined {
  const found = mentionedDay ?? day;
  if (found === undefined) return undefined;
  return {
    type: 'TIME',
    value: `${toValue({ unit: 'day', day: found })}TXX`,
    anchor: 'mention',
    confidence: 0.4,
  };
}

function readShifted(context: Context, quantity: Quantity, direction: Direction): Reading | undefined {
  const mod = quantity.mod && { mod: quantity.mod };
  if (isClockUnit(quantity.unit) && !direction.fromNow) return unknownHour(context);
  if (Number.isNaN(quantity.count)) {
    const value = direction.sign < 0 ? 'PAST_REF' : 'FUTURE_REF';
    return { type: 'DATE', value, confidence: 0.7 };
  }
  if (isClockUnit(quantity.unit)) return clockShift(context, quantity, direction);
  const found = shiftFrom(context, direction, quantity);
  return (
    found && {
      type: 'DATE',
      value: toValue(found.when),
      ...mod,
      anchor: found.anchor,
      confidence: found.confidence,
      when: found.when,
    }
  );
}

/** "a week from Tuesday", "two days before Christmas", "a week after March 5": counted from the date that follows. */
export function readShiftOfDate(
  scan: Scan,
  from: number,
  quantity: Quantity,
  readDate: ReadDate,
): Phrase | undefined {
  if (Number.isNaN(quantity.count) || isClockUnit(quantity.unit)) return undefined;
  const word = lowAt(scan, quantity.to);
  if (word !== 'before' && word !== 'after' && word !== 'from') return undefined;
  const date = readDate(scan, quantity.to + 1);
  if (!date || (quantity.unit !== 'day' && quantity.unit !== 'week')) return undefined;
  const days = Math.round(quantity.count * (quantity.unit === 'week' ? 7 : 1)) * (word === 'before' ? -1 : 1);
  return {
    from,
    to: date.to,
    rule: 'shift-of-date',
    read: (context) => {
      const found = date.resolve(context);
      if (found?.when.unit !== 'day') return undefined;
      const when = { unit: 'day' as const, day: found.when.day + days };
      return { type: 'DATE', value: toValue(when), anchor: found.anchor, confidence: 0.8, when };
    },
  };
}
