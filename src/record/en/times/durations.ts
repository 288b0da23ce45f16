import { durationValue } from '../../times/duration-value.ts';
import {
  fixed,
  isCapital,
  isGlued,
  lowAt,
  type Phrase,
  type Scan,
  skipHyphen,
  tokenAt,
} from '../../times/phrase.ts';
import type { Unit } from '../../times/when.ts';
import { PLURAL_UNITS, UNITS } from '../calendar-words.ts';
import { type Quantity, readQuantity } from './quantity.ts';

const countText = (count: number): string => (Number.isNaN(count) ? 'X' : String(count));

/** "42-year-old", "42 years old", "aged two years", "4 years of age": how old someone or something is, not when. */
function isAge(scan: Scan, from: number, to: number): boolean {
  const after = skipHyphen(scan, to);
  const word = lowAt(scan, after);
  if (word === 'old' || word === 'olds' || word === 'older' || word === 'younger') return true;
  if (word === 'of' && lowAt(scan, after + 1) === 'age') return true;
  const before = lowAt(scan, from - 1);
  return before === 'aged' || (before === 'of' && /^ages?$/.test(lowAt(scan, from - 2)));
}

const LENGTH_BEFORE = new Set(
  `for in within after over than about nearly almost under during just only last lasts lasted lasting take takes took taking spent
spend spends another every per through throughout until once half by since with around to least most some of served serving
serve waited wait waiting wake worked work running run ran stay stayed and or was is be been jailed given get gets got -`.split(
    /\s+/,
  ),
);
const LENGTH_AFTER = new Set(
  'of after before into since later ago earlier in on from without to for until when that as if if, back between'.split(
    ' ',
  ),
);

/** Whether "a year", "a week" stand for a length of time and not for one of many, or a rate. */
const isArticleLength = (scan: Scan, from: number, to: number): boolean =>
  LENGTH_BEFORE.has(lowAt(scan, from - 1)) ||
  (LENGTH_AFTER.has(lowAt(scan, to)) && lowAt(scan, to) !== 'that' && lowAt(scan, to) !== 'when');

const RATE_WORDS = new Set([
  'million',
  'billion',
  'trillion',
  'thousand',
  'hundred',
  'once',
  'twice',
  'times',
  'time',
  'percent',
  '%',
  'each',
  'cents',
  'dollars',
  'people',
  'hours',
  'days',
  'barrels',
  'tons',
  'tonnes',
  'pounds',
  'euros',
]);

/** "$10 million a year", "twice a week", "100 people a day". */
function isRate(scan: Scan, from: number): boolean {
  if (!/^(a|an)$/.test(lowAt(scan, from))) return false;
  const before = tokenAt(scan, from - 1);
  if (RATE_WORDS.has(before.low) || before.kind === 'number') return true;
  return (
    before.kind === 'word' &&
    before.low.length > 4 &&
    before.low.endsWith('s') &&
    !before.low.endsWith('ss') &&
    tokenAt(scan, from - 2).kind === 'number'
  );
}

const VAGUE_BEFORE = new Set(
  `for in over after of within took take takes taking spent spending last lasted lasting many recent the through during few past
two several before until and with wait waiting waited lost missed some first`.split(/\s+/),
);
const VAGUE_AFTER = new Set(
  'of after before later ago earlier if without on in to from since when when, until and or that'.split(' '),
);

/** Whether a plural without a number ("years") is a length of time here. */
function isVagueLength(scan: Scan, from: number, to: number): boolean {
  const before = tokenAt(scan, from - 1);
  const after = lowAt(scan, to);
  // "minutes of the meeting"
  if (lowAt(scan, from) === 'minutes' && after === 'of') return false;
  if (isCapital(scan, from) && before.low !== '' && before.low !== '\n' && before.low !== '.') return false;
  if (
    before.kind === 'word' &&
    /^(working|office|opening|business|teenage|early|school|childhood|golden|glory|these|those|latter|banking|visiting|wee|final|formative|war|dog|good|bad|old|her|his|their|my|our)$/.test(
      before.low,
    )
  )
    return false;
  return VAGUE_BEFORE.has(before.low) || VAGUE_AFTER.has(after);
}

/** Words that are read and mean no time, so that no part of them is read as one. */
const silent = (from: number, to: number): Phrase => ({ from, to, rule: 'age', read: () => undefined });

/** Rates are sets: each year again. */
const rate = (from: number, quantity: Quantity): Phrase =>
  fixed(from, quantity.to, 'rate', { type: 'SET', value: durationValue(1, quantity.unit), confidence: 0.8 });

/** Hours and minutes together: "two hours and 30 minutes", "1 hour, 5 minutes". */
function readCompound(scan: Scan, first: Quantity): { value: string; to: number } | undefined {
  let at = lowAt(scan, first.to) === ',' ? first.to + 1 : first.to;
  if (lowAt(scan, at) === 'and') at++;
  if (at === first.to) return undefined;
  const second = readQuantity(scan, at);
  if (!second || second.article || Number.isNaN(second.count) || Number.isNaN(first.count) || second.mod)
    return undefined;
  const order = COMPOUNDS.get(first.unit);
  if (order !== second.unit) return undefined;
  const [a, b] = [durationValue(first.count, first.unit), durationValue(second.count, second.unit)];
  const joined = a.startsWith('PT') ? a + b.slice(2) : a + b.slice(1);
  return { value: joined, to: second.to };
}
const COMPOUNDS = new Map<Unit, Unit>([
  ['hour', 'minute'],
  ['minute', 'second'],
  ['year', 'month'],
  ['week', 'day'],
  ['month', 'day'],
  ['day', 'hour'],
]);

/** Lengths of time: "three-day", "two years", "about six months", "a decade", "years", and rates: "$5 a day". */
export function readDuration(scan: Scan, from: number, quantity: Quantity): Phrase | undefined {
  if (isAge(scan, from, quantity.to)) return silent(from, quantity.to);
  const { unit, count, to } = quantity;
  if (isRate(scan, from)) return unit === 'second' || unit === 'minute' ? undefined : rate(from, quantity);
  if (
    (unit === 'second' || unit === 'quarter') &&
    (quantity.article || lowAt(scan, to) === 'of' || !PLURAL_UNITS.has(lowAt(scan, to - 1)))
  )
    return undefined;
  const long = skipHyphen(scan, to);
  const isLong = lowAt(scan, long) === 'long' && (long > to || lowAt(scan, to) === 'long');
  if (
    quantity.article &&
    !isLong &&
    !quantity.mod &&
    lowAt(scan, from) !== 'another' &&
    to === from + 2 &&
    !isArticleLength(scan, from, to)
  )
    return undefined;
  if (quantity.article && isGlued(scan, to) && lowAt(scan, to) === '-' && !isLong) return undefined;
  if (Number.isNaN(count) && to === from + 1 && !isLong && !isVagueLength(scan, from, to)) return undefined;
  const compound = readCompound(scan, quantity);
  const start = quantity.article && long > to ? from + 1 : from;
  return fixed(
    start,
    isLong ? long + 1 : (compound?.to ?? to),
    quantity.hyphen ? 'duration-adjective' : 'duration',
    {
      type: 'DURATION',
      value: compound?.value ?? durationValue(countText(count), unit),
      ...(quantity.mod && { mod: quantity.mod }),
      confidence: 0.85,
    },
  );
}

export const SPAN_HEADS: readonly string[] = [
  'last',
  'past',
  'next',
  'previous',
  'coming',
  'first',
  'following',
  'final',
  'preceding',
  'latest',
];
const SPAN_WORDS = new Set(SPAN_HEADS);
/** What may stand before one: "the past week", "his first two years". */
export const SPAN_OWNERS: readonly string[] = ['the', 'these', 'those', 'his', 'her', 'their', 'its'];
const SPAN_OWNED = new Set(SPAN_OWNERS);

/** "the past three years", "the next few months", "the last decade", "next two weeks", "the first six months". */
export function readSpan(scan: Scan, from: number): Phrase | undefined {
  const the = SPAN_OWNED.has(lowAt(scan, from));
  const at = the ? from + 1 : from;
  const word = lowAt(scan, at);
  if (!SPAN_WORDS.has(word)) return undefined;
  const quantity = readQuantity(scan, at + 1);
  if (quantity?.mod) return undefined;
  if (quantity && !quantity.article && !quantity.hyphen && PLURAL_UNITS.has(lowAt(scan, quantity.to - 1))) {
    if (Number.isNaN(quantity.count) && quantity.to === at + 2) return vagueSpan(from, quantity.to, word);
    return fixed(from, quantity.to, 'span', {
      type: 'DURATION',
      value: durationValue(countText(quantity.count), quantity.unit),
      confidence: 0.85,
    });
  }
  const unit = UNITS.get(lowAt(scan, at + 1));
  const single =
    the &&
    unit &&
    (word === 'past' || word === 'last' || ((word === 'next' || word === 'coming') && unit !== 'day'));
  if (!single || unit === 'second' || unit === 'minute' || lowAt(scan, at + 2) === 'of') return undefined;
  return fixed(from, at + 2, 'span', { type: 'DURATION', value: durationValue(1, unit), confidence: 0.75 });
}

/** "the coming weeks", "the past months": when, but not how long. */
function vagueSpan(from: number, to: number, word: string): Phrase | undefined {
  if (word === 'first' || word === 'final') return undefined;
  const future = word === 'coming' || word === 'next' || word === 'following';
  return fixed(from, to, 'vague-span', {
    type: 'DATE',
    value: future ? 'FUTURE_REF' : 'PAST_REF',
    confidence: 0.7,
  });
}

/** "all day", "the whole year", "the entire month". */
export function readWhole(scan: Scan, from: number): Phrase | undefined {
  let at = from;
  if (lowAt(scan, at) === 'the') {
    if (!/^(whole|entire|full)$/.test(lowAt(scan, at + 1))) return undefined;
    at++;
  }
  const unit = UNITS.get(lowAt(scan, at + 1));
  if (!unit || unit === 'second' || unit === 'minute' || unit === 'hour' || unit === 'quarter')
    return undefined;
  if (lowAt(scan, from) === 'all' && (lowAt(scan, at + 2) === '-' || lowAt(scan, from - 1) === 'of'))
    return undefined;
  return fixed(from, at + 2, 'whole', { type: 'DURATION', value: durationValue(1, unit), confidence: 0.75 });
}

const LONG = new Map<string, string>();
for (const [word, unit] of [...UNITS, ...PLURAL_UNITS])
  LONG.set(`${word}long`, durationValue(PLURAL_UNITS.has(word) ? 'X' : 1, unit));
export const LONG_HEADS: readonly string[] = [...LONG.keys()];

/** "yearlong", "week-long", "decades-long". */
export function readLong(scan: Scan, from: number): Phrase | undefined {
  const joined = LONG.get(lowAt(scan, from));
  if (joined) return fixed(from, from + 1, 'long', { type: 'DURATION', value: joined, confidence: 0.85 });
  if (isGlued(scan, from) || lowAt(scan, from + 1) !== '-' || lowAt(scan, from + 2) !== 'long')
    return undefined;
  const value = LONG.get(`${lowAt(scan, from)}long`);
  return value ? fixed(from, from + 3, 'long', { type: 'DURATION', value, confidence: 0.85 }) : undefined;
}
