import type { TimexMod } from '../../record.ts';
import { isDash, isGlued, lowAt, type Scan, skipHyphen } from '../../times/phrase.ts';
import type { Unit } from '../../times/when.ts';
import { PLURAL_UNITS, SHORT_UNITS, UNITS } from '../calendar-words.ts';
import { readNumber, readVagueNumber } from '../numbers.ts';

/** A number of units; `count` is NaN where it is not told. `article` for "a year", `hyphen` for "three-day". */
export type Quantity = {
  count: number;
  unit: Unit;
  to: number;
  mod?: TimexMod;
  article: boolean;
  hyphen: boolean;
};

const ONE_WORD = new Map<string, TimexMod>([
  ['about', 'APPROX'],
  ['around', 'APPROX'],
  ['approximately', 'APPROX'],
  ['roughly', 'APPROX'],
  ['some', 'APPROX'],
  ['nearly', 'LESS_THAN'],
  ['almost', 'LESS_THAN'],
  ['under', 'LESS_THAN'],
  ['over', 'MORE_THAN'],
]);
/** By first word: the second word and what both mean. */
const TWO_WORDS = new Map<string, readonly [second: string, mod: TimexMod][]>([
  ['more', [['than', 'MORE_THAN']]],
  ['less', [['than', 'LESS_THAN']]],
  ['fewer', [['than', 'LESS_THAN']]],
  [
    'at',
    [
      ['least', 'EQUAL_OR_MORE'],
      ['most', 'EQUAL_OR_LESS'],
    ],
  ],
  ['up', [['to', 'EQUAL_OR_LESS']]],
]);

/** Words before a quantity that bound it ("about", "more than", "just over", "no more than"); `to` is past them. */
function readMod(scan: Scan, from: number): { mod: TimexMod; to: number } | undefined {
  const first = lowAt(scan, from);
  const no = first === 'no';
  const at = no || first === 'just' || first === 'well' ? from + 1 : from;
  const low = at === from ? first : lowAt(scan, at);
  const one = ONE_WORD.get(low);
  if (one) return { mod: one, to: at + 1 };
  const pair = TWO_WORDS.get(low)?.find(([second]) => second === lowAt(scan, at + 1));
  return pair && { mod: no ? 'EQUAL_OR_LESS' : pair[1], to: at + 2 };
}
export const MOD_HEADS: readonly string[] = [...ONE_WORD.keys(), ...TWO_WORDS.keys(), 'no', 'just', 'well'];

type Count = { value: number; to: number; article?: boolean };

const HALF = /^(half)$/;

/** The count before a unit: "two", "a", "a few", "half a", "one and a half", "another". */
function readCount(scan: Scan, at: number): Count | undefined {
  const low = lowAt(scan, at);
  if (HALF.test(low)) {
    const next = skipHyphen(scan, at + 1);
    const article = lowAt(scan, next) === 'a' || lowAt(scan, next) === 'an';
    return { value: 0.5, to: article ? next + 1 : next };
  }
  const number = readNumber(scan, at);
  if (number) return readUpper(scan, number) ?? withHalf(scan, number);
  const vague = readVagueNumber(scan, at);
  if (vague) return vague;
  if (low === 'a' || low === 'an' || low === 'another') {
    if (HALF.test(lowAt(scan, at + 1))) return { value: 0.5, to: skipHyphen(scan, at + 2) };
    if (lowAt(scan, at + 1) === 'quarter' && lowAt(scan, skipHyphen(scan, at + 2)) === 'century')
      return { value: 0.25, to: skipHyphen(scan, at + 2) };
    return { value: 1, to: ARTICLE_ADJECTIVES.has(lowAt(scan, at + 1)) ? at + 2 : at + 1, article: true };
  }
  return undefined;
}
const ARTICLE_ADJECTIVES = new Set(['full', 'whole', 'single', 'mere', 'entire']);

/** The upper number of "two or three years", "18-24 months". */
function readUpper(scan: Scan, lower: Count): Count | undefined {
  const join = lowAt(scan, lower.to);
  if (join !== 'or' && join !== 'to' && !isDash(join)) return undefined;
  const upper = readNumber(scan, lower.to + 1);
  return upper && upper.value > lower.value && upper.value < 200 ? upper : undefined;
}

/** "one and a half years", "two-and-a-half". */
function withHalf(scan: Scan, number: { value: number; to: number }): Count {
  const and = skipHyphen(scan, number.to);
  if (lowAt(scan, and) !== 'and') return number;
  const article = skipHyphen(scan, and + 1);
  if (lowAt(scan, article) !== 'a') return number;
  const half = skipHyphen(scan, article + 1);
  return lowAt(scan, half) === 'half' ? { value: number.value + 0.5, to: half + 1 } : number;
}

const BETWEEN = new Set(
  'full straight consecutive more additional long whole short extra solid calendar business working trading successive odd further other'.split(
    ' ',
  ),
);

function readUnit(
  scan: Scan,
  at: number,
  count: number,
): { unit: Unit; to: number; times: number; plural: boolean } | undefined {
  const low = lowAt(scan, at);
  if (low === 'fortnight' || low === 'fortnights')
    return { unit: 'week', to: at + 1, times: 2, plural: true };
  const unit = UNITS.get(low) ?? PLURAL_UNITS.get(low) ?? (count >= 0 ? SHORT_UNITS.get(low) : undefined);
  return unit && { unit, to: at + 1, times: 1, plural: !UNITS.has(low) };
}

/** A quantity of time with what bounds it: "about two weeks", "more than 10 years", "three-day", "a year and a half", "hours". */
export function readQuantity(scan: Scan, from: number): Quantity | undefined {
  const mod = readMod(scan, from);
  const at = mod?.to ?? from;
  const bare = PLURAL_UNITS.get(lowAt(scan, at));
  if (bare && !mod) return { count: Number.NaN, unit: bare, to: at + 1, article: false, hyphen: false };
  const count = readCount(scan, at);
  if (!count) return undefined;
  const joined = skipHyphen(scan, count.to);
  const hyphen =
    joined > count.to || (joined === count.to && isGlued(scan, joined) && lowAt(scan, joined - 1) === '-');
  const unitAt = !hyphen && BETWEEN.has(lowAt(scan, joined)) ? joined + 1 : joined;
  const unit = readUnit(scan, unitAt, count.value);
  if (!unit) return undefined;
  // "2018 day five": more than one takes a plural, unless a hyphen joins them
  const plural = unit.plural || hyphen || count.value <= 1 || (count.value < 2 && !count.article);
  if (!plural) return undefined;
  const value = count.value * unit.times;
  const half =
    unit.times === 1 &&
    count.article &&
    `${lowAt(scan, unit.to)} ${lowAt(scan, unit.to + 1)} ${lowAt(scan, unit.to + 2)}` === 'and a half';
  return {
    count: half ? 1.5 : value,
    unit: unit.unit,
    to: half ? unit.to + 3 : unit.to,
    ...(mod && { mod: mod.mod }),
    article: count.article === true,
    hyphen,
  };
}
