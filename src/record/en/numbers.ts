import { isGlued, lowAt, type Scan, skipHyphen, tokenAt } from '../times/phrase.ts';

const listed = (words: string, from: number, step = 1): [string, number][] =>
  words.split(' ').map((word, index) => [word, from + index * step]);

const ONES = new Map(listed('one two three four five six seven eight nine', 1));
const TEENS = new Map(
  listed('ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', 10),
);
const TENS = new Map(listed('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10));
const ORDINALS = new Map([
  ...listed('first second third fourth fifth sixth seventh eighth ninth tenth', 1),
  ...listed(
    'eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth',
    11,
  ),
  ...listed('twentieth thirtieth', 20, 10),
]);

/** `value` is NaN for a number that is not told ("several"). */
export type ReadNumber = { value: number; to: number };

function readDigits(scan: Scan, at: number): ReadNumber | undefined {
  const token = tokenAt(scan, at);
  if (token.kind !== 'number' || token.text.length > 12) return undefined;
  let digits = token.text;
  let to = at + 1;
  while (
    lowAt(scan, to) === ',' &&
    isGlued(scan, to) &&
    isGlued(scan, to + 1) &&
    lowAt(scan, to + 1).length === 3 &&
    to - at < 8
  ) {
    if (tokenAt(scan, to + 1).kind !== 'number') break;
    digits += lowAt(scan, to + 1);
    to += 2;
  }
  if (
    lowAt(scan, to) === '.' &&
    isGlued(scan, to) &&
    isGlued(scan, to + 1) &&
    tokenAt(scan, to + 1).kind === 'number'
  ) {
    digits += `.${lowAt(scan, to + 1)}`;
    to += 2;
  }
  return { value: Number(digits), to };
}

/** "five", "fifteen", "twenty-five": less than a hundred. */
function readSmall(scan: Scan, at: number): ReadNumber | undefined {
  const low = lowAt(scan, at);
  const tens = TENS.get(low);
  if (tens !== undefined) {
    const next = skipHyphen(scan, at + 1);
    const one = ONES.get(lowAt(scan, next));
    return one === undefined ? { value: tens, to: at + 1 } : { value: tens + one, to: next + 1 };
  }
  const value = ONES.get(low) ?? TEENS.get(low);
  return value === undefined ? undefined : { value, to: at + 1 };
}

const MULTIPLES = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
]);

/** A number in digits or words up to the thousands: "1,500", "2.5", "twenty-five", "two hundred and ten". */
export function readNumber(scan: Scan, at: number): ReadNumber | undefined {
  const digits = readDigits(scan, at);
  if (digits) return digits;
  let found = readSmall(scan, at);
  if (!found && (lowAt(scan, at) === 'a' || lowAt(scan, at) === 'one') && MULTIPLES.has(lowAt(scan, at + 1)))
    found = { value: 1, to: at + 1 };
  for (let times = 0; found && times < 2; times++) {
    const multiple = MULTIPLES.get(lowAt(scan, skipHyphen(scan, found.to)));
    if (multiple === undefined) break;
    const to: number = skipHyphen(scan, found.to) + 1;
    const more = readSmall(scan, lowAt(scan, to) === 'and' ? to + 1 : to);
    found = { value: found.value * multiple + (more?.value ?? 0), to: more?.to ?? to };
  }
  return found;
}

/** "5th", "fifth", "twenty-fifth", up to 99. */
export function readOrdinal(scan: Scan, at: number): ReadNumber | undefined {
  const token = tokenAt(scan, at);
  if (token.kind === 'number') {
    const suffix = lowAt(scan, at + 1);
    const fits = suffix === 'st' || suffix === 'nd' || suffix === 'rd' || suffix === 'th';
    return fits && isGlued(scan, at + 1) && token.text.length < 3
      ? { value: Number(token.text), to: at + 2 }
      : undefined;
  }
  const value = ORDINALS.get(token.low);
  if (value !== undefined) return { value, to: at + 1 };
  const tens = TENS.get(token.low);
  if (tens === undefined) return undefined;
  const next = skipHyphen(scan, at + 1);
  const one = ORDINALS.get(lowAt(scan, next));
  return one !== undefined && one < 10 ? { value: tens + one, to: next + 1 } : undefined;
}

const VAGUE = new Map<string, string[]>([
  ['a', ['few', 'number of', 'couple of', 'couple', 'handful of']],
  ['the', []],
]);
const VAGUE_WORDS = new Set([
  'several',
  'few',
  'many',
  'multiple',
  'countless',
  'numerous',
  'various',
  'dozens',
  'hundreds',
  'thousands',
]);

/** A number that is not told: "several", "a few", "a couple of", "dozens of". */
export function readVagueNumber(scan: Scan, at: number): ReadNumber | undefined {
  const low = lowAt(scan, at);
  if (VAGUE_WORDS.has(low)) return { value: Number.NaN, to: lowAt(scan, at + 1) === 'of' ? at + 2 : at + 1 };
  if (low === 'couple') return { value: 2, to: lowAt(scan, at + 1) === 'of' ? at + 2 : at + 1 };
  const heads = VAGUE.get(low);
  if (!heads) return undefined;
  const pair = `${lowAt(scan, at + 1)} ${lowAt(scan, at + 2)}`;
  for (const head of heads) {
    const two = head.includes(' ');
    if (head === (two ? pair : lowAt(scan, at + 1)))
      return { value: head.startsWith('couple') ? 2 : Number.NaN, to: at + (two ? 3 : 2) };
  }
  return undefined;
}

/** Words that may begin a number, for finding rules by their first word. */
export const NUMBER_HEADS: readonly string[] = [...ONES.keys(), ...TEENS.keys(), ...TENS.keys()];
export const ORDINAL_HEADS: readonly string[] = [...ORDINALS.keys(), ...TENS.keys()];
export const VAGUE_NUMBER_HEADS: readonly string[] = [...VAGUE_WORDS, 'couple'];
