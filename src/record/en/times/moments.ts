import type { TimexMod } from '../../record.ts';
import {
  type Context,
  type DatePhrase,
  isCapital,
  lowAt,
  type Phrase,
  type Reading,
  type Resolved,
  type Scan,
  toPhrase,
} from '../../times/phrase.ts';
import { firstDay, toValue, type When } from '../../times/when.ts';
import { PARTS } from '../calendar-words.ts';
import { fromToday, LEANING } from './anchor.ts';
import { type Clock, clockValue, readClock } from './clock.ts';
import { readDate, readDates } from './dates.ts';

type Day = (context: Context) => Resolved | undefined;

/** The day that a time of day without one belongs to: one named in the same sentence, else that of writing. */
const impliedDay: Day = (context) =>
  context.sentenceDay === undefined
    ? fromToday(context, (day) => ({ unit: 'day', day }), 0.6)
    : { when: { unit: 'day', day: context.sentenceDay }, anchor: 'mention', confidence: LEANING };

function timeReading(
  found: Resolved,
  suffix: string,
  extra: { mod?: TimexMod; zone?: string },
): Reading | undefined {
  if (found.when.unit !== 'day') return undefined;
  const { mod, zone } = extra;
  return {
    type: 'TIME',
    value: `${toValue(found.when)}${suffix}`,
    ...(mod && { mod }),
    ...(found.anchor && { anchor: found.anchor }),
    ...(zone && { zone }),
    confidence: found.confidence,
    when: found.when,
    explicit: found.anchor === undefined,
  };
}

const clockPhrase = (from: number, to: number, clock: Clock, day: Day, rule: string): Phrase => ({
  from,
  to,
  rule,
  read: (context) => {
    const found = day(context);
    if (!found)
      return {
        type: 'TIME',
        value: clockValue(clock),
        ...(clock.zone && { zone: clock.zone }),
        confidence: 0.5,
      };
    const midnight = clock.hour === 24 && found.when.unit === 'day';
    const when: When = midnight ? { unit: 'day', day: firstDay(found.when) } : found.when;
    return timeReading({ ...found, when }, clockValue(clock), { zone: clock.zone });
  },
});

const partPhrase = (
  from: number,
  to: number,
  part: string,
  day: Day,
  rule: string,
  mod?: TimexMod,
): Phrase => ({
  from,
  to,
  rule,
  read: (context) => {
    const found = day(context);
    return found && timeReading(found, `T${part}`, { mod });
  },
});

const isDayPhrase = (date: DatePhrase): boolean =>
  /day|numeric|holiday|weekday|shift|september-11/.test(date.rule);

/** The day of the second time of "between 9 and 11 a.m. Thursday" is that of the first. */
function dayOfRange(scan: Scan, at: number): Day {
  const joined = /^(and|to|or|until|through|-|–)$/.test(lowAt(scan, at));
  const second = joined ? readClockTime(scan, at + 1, true)?.[0] : undefined;
  if (!second) return impliedDay;
  return (context) => {
    const found = second.read(context);
    return found?.when && { when: found.when, anchor: found.anchor, confidence: found.confidence };
  };
}

/** A clock time with the day before or after it: "10 a.m. on Tuesday", "10:30 p.m. local time Friday", "10 a.m." */
export function readClockTime(scan: Scan, from: number, inRange = false): Phrase[] | undefined {
  const clock = readClock(scan, from);
  if (!clock) return undefined;
  const day = inRange ? impliedDay : dayOfRange(scan, clock.to);
  const alone = clockPhrase(from, clock.to, clock, day, 'clock');
  let at = clock.to;
  if (lowAt(scan, at) === ',') at++;
  if (lowAt(scan, at) === 'on') at++;
  const part = readThisPart(scan, at);
  if (part && lowAt(scan, clock.to) !== ',')
    return [clockPhrase(from, part.to, fitPart(clock, part.part), part.day, 'clock-part')];
  const dates = readDates(scan, at);
  const date = dates?.[0];
  if (!date || !isDayPhrase(date)) return [alone];
  const named = PARTS.get(lowAt(scan, date.to));
  const end = named ? date.to + 1 : date.to;
  return [
    clockPhrase(from, end, named ? fitPart(clock, named) : clock, date.resolve, `clock+${date.rule}`),
    ...(dates ?? []).slice(1).map((more) => toPhrase(more)),
  ];
}

/** "8 Tuesday night" is 20:00. */
const fitPart = (clock: Clock, part: string): Clock =>
  clock.hour < 12 && (part === 'AF' || part === 'EV' || (part === 'NI' && clock.hour > 4))
    ? { ...clock, hour: clock.hour + 12 }
    : clock;

const AT_WORDS = new Set(['at', 'around', 'about', 'by', 'before', 'after', 'from', 'between']);

/** A date with what goes with it: a part of the day, or a clock time: "Tuesday night", "March 25 at 10 a.m.". */
export function readDateTime(scan: Scan, from: number): Phrase[] | undefined {
  const dates = readDates(scan, from);
  const last = dates?.at(-1);
  if (!dates || !last) return undefined;
  const head = dates.slice(0, -1).map((date) => toPhrase(date));
  return [...head, isDayPhrase(last) ? (withTime(scan, last) ?? toPhrase(last)) : toPhrase(last)];
}

function withTime(scan: Scan, date: DatePhrase): Phrase | undefined {
  const { from, to } = date;
  const part = PARTS.get(lowAt(scan, to));
  if (part && !isCapital(scan, to)) {
    const clock = withClock(scan, from, to + 1, date, part);
    return clock ?? partPhrase(from, to + 1, part, date.resolve, `part+${date.rule}`, date.mod);
  }
  const early = lowAt(scan, to) === 'early' || lowAt(scan, to) === 'late' || lowAt(scan, to) === 'mid';
  const later = early ? PARTS.get(lowAt(scan, lowAt(scan, to + 1) === '-' ? to + 2 : to + 1)) : undefined;
  if (later)
    return partPhrase(
      from,
      lowAt(scan, to + 1) === '-' ? to + 3 : to + 2,
      later,
      date.resolve,
      `part+${date.rule}`,
    );
  if (/^in$/.test(lowAt(scan, to)) && lowAt(scan, to + 1) === 'the' && PARTS.has(lowAt(scan, to + 2)))
    return partPhrase(from, to + 3, PARTS.get(lowAt(scan, to + 2)) ?? '', date.resolve, `part+${date.rule}`);
  return withClock(scan, from, to, date, undefined);
}

function withClock(
  scan: Scan,
  from: number,
  end: number,
  date: DatePhrase,
  part: string | undefined,
): Phrase | undefined {
  let at = lowAt(scan, end) === ',' ? end + 1 : end;
  if (lowAt(scan, at) === 't' && lowAt(scan, at - 1) !== ',') at++;
  if (AT_WORDS.has(lowAt(scan, at))) at++;
  if (lowAt(scan, at) === 'about' || lowAt(scan, at) === 'around') at++;
  const clock = readClock(scan, at);
  return (
    clock &&
    clockPhrase(from, clock.to, part ? fitPart(clock, part) : clock, date.resolve, `clock+${date.rule}`)
  );
}

type DayPart = { part: string; to: number; day: Day; mod?: TimexMod };

/** "this morning", "tonight", "last night", "that evening", "the next morning". */
function readThisPart(scan: Scan, from: number): DayPart | undefined {
  const low = lowAt(scan, from);
  const today: Day = (context) => fromToday(context, (day) => ({ unit: 'day', day }));
  if (low === 'tonight') return { part: 'NI', to: from + 1, day: today };
  const skip = /^(early|late|mid)$/.test(lowAt(scan, from + 1)) ? 1 : 0;
  const next = lowAt(scan, from + 1 + skip);
  const part = PARTS.get(next);
  if (low === 'this' && part && part !== 'NI') return { part, to: from + 2 + skip, day: today };
  if (low === 'last' && (next === 'night' || next === 'evening') && part)
    return {
      part,
      to: from + 2,
      day: (context) => fromToday(context, (day) => ({ unit: 'day', day: day - 1 })),
    };
  if (low === 'that' && part) return { part, to: from + 2 + skip, day: mentioned(0) };
  if (low !== 'the') return undefined;
  if (
    part &&
    (lowAt(scan, from + 2) === 'before' || lowAt(scan, from + 2) === 'after') &&
    /^([.,;:!?\n]|and|in|at|)$/.test(lowAt(scan, from + 3))
  )
    return { part, to: from + 3, day: mentioned(lowAt(scan, from + 2) === 'before' ? -1 : 1) };
  const later = PARTS.get(lowAt(scan, from + 2));
  const shift =
    next === 'next' || next === 'following' ? 1 : next === 'previous' ? -1 : next === 'same' ? 0 : undefined;
  return later && shift !== undefined ? { part: later, to: from + 3, day: mentioned(shift) } : undefined;
}

const mentioned =
  (shift: number): Day =>
  (context) => {
    const last = context.mention;
    if (last?.when.unit !== 'day')
      return fromToday(context, (day) => ({ unit: 'day', day: day + shift }), 0.5);
    return { when: { unit: 'day', day: last.when.day + shift }, anchor: 'mention', confidence: LEANING };
  };

/** Parts of a day: "this morning", "late last night", "the morning of March 5", "in the early hours of Tuesday", "overnight". */
export function readDayPart(scan: Scan, from: number): Phrase | undefined {
  const modWord = lowAt(scan, from);
  const mod: TimexMod | undefined =
    modWord === 'early' || modWord === 'earlier'
      ? 'START'
      : modWord === 'late' || modWord === 'later'
        ? 'END'
        : undefined;
  const at = mod ? from + 1 : from;
  const found = readThisPart(scan, at);
  if (found) {
    const clock = readClock(scan, AT_WORDS.has(lowAt(scan, found.to)) ? found.to + 1 : found.to);
    if (clock) return clockPhrase(from, clock.to, fitPart(clock, found.part), found.day, 'part+clock');
    return partPhrase(
      from,
      found.to,
      found.part,
      found.day,
      'day-part',
      modWord === 'earlier' || modWord === 'later' ? undefined : mod,
    );
  }
  return readPartOfDate(scan, from, at, mod);
}

function readPartOfDate(
  scan: Scan,
  from: number,
  start: number,
  mod: TimexMod | undefined,
): Phrase | undefined {
  let at = lowAt(scan, start) === 'the' ? start + 1 : start;
  const early = /^(early|late)$/.test(lowAt(scan, at));
  if (early) at++;
  const hours = lowAt(scan, at) === 'hours' && early;
  const part = hours ? 'MO' : PARTS.get(lowAt(scan, at));
  if (!part) return undefined;
  // "the early morning hours of"
  if (!hours && lowAt(scan, at + 1) === 'hours') at++;
  const of = lowAt(scan, at + 1);
  const date = of === 'of' || of === 'on' ? readDate(scan, at + 2) : undefined;
  if (date && isDayPhrase(date))
    return partPhrase(
      from,
      PARTS.has(lowAt(scan, date.to)) ? date.to + 1 : date.to,
      part,
      date.resolve,
      `part-of+${date.rule}`,
      mod,
    );
  if (of === 'of' && lowAt(scan, at + 2) === 'the') return undefined;
  // Bare parts only after "in the", "by", "during the": "in the morning", not "the morning after"
  const cue = lowAt(scan, from - 1);
  const bare =
    !hours &&
    at === start + 1 &&
    lowAt(scan, start) === 'the' &&
    (cue === 'in' || cue === 'during' || cue === 'by') &&
    from === start;
  if (!bare || !/^([.,;:!?)"”\n]|and|when|after|as|before|with|)$/.test(of)) return undefined;
  return partPhrase(from, at + 1, part, impliedDay, 'bare-part');
}

/** "overnight": the night before the day of writing is not told apart from the one to come, so the day itself is named. */
export function readOvernight(_scan: Scan, from: number): Phrase {
  return partPhrase(from, from + 1, 'NI', impliedDay, 'overnight');
}
