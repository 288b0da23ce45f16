import type { Season, Unit } from '../times/when.ts';

/** The longest of `words` that stands at `at`; linear in their length, so bounded. */
export function wordAt<T>(
  text: string,
  at: number,
  words: readonly (readonly [string, T])[],
): readonly [string, T] | undefined {
  let best: readonly [string, T] | undefined;
  for (const entry of words)
    if (text.startsWith(entry[0], at) && entry[0].length > (best?.[0].length ?? 0)) best = entry;
  return best;
}

/** Past at most two spaces on the same line. */
export function skipSpaces(text: string, at: number): number {
  let end = at;
  while (end - at < 2 && text[end] === ' ') end++;
  return end;
}

export const isHangul = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 0xac00 && code <= 0xd7a3;
};
export const isDigit = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

export const WEEKDAYS: [string, number][] = [...'월화수목금토일'].map((letter, index) => [
  `${letter}요일`,
  index + 1,
]);

/** Native numerals before a counter; NaN for "several". */
const COUNTS: [string, number][] = [
  ['한두', Number.NaN],
  ['두세', Number.NaN],
  ['서너', Number.NaN],
  ['한', 1],
  ['두', 2],
  ['세', 3],
  ['석', 3],
  ['네', 4],
  ['넉', 4],
  ['다섯', 5],
  ['여섯', 6],
  ['일곱', 7],
  ['여덟', 8],
  ['아홉', 9],
  ['열', 10],
  ['열한', 11],
  ['열두', 12],
  ['몇', Number.NaN],
  ['수십', Number.NaN],
  ['수', Number.NaN],
  ['여러', Number.NaN],
];

export type Count = { value: number; end: number; digits: boolean; decimal?: string };

/** A number in digits, with commas and decimals, or a native numeral. */
export function readCount(text: string, at: number): Count | undefined {
  if (!isDigit(text, at)) {
    const word = wordAt(text, at, COUNTS);
    return word && { value: word[1], end: at + word[0].length, digits: false };
  }
  let end = at;
  while (end - at < 9 && (isDigit(text, end) || (text[end] === ',' && isDigit(text, end + 1)))) end++;
  if (isDigit(text, end)) return undefined;
  if (text[end] === '.' && isDigit(text, end + 1)) {
    end++;
    while (end - at < 12 && isDigit(text, end)) end++;
  }
  return { value: Number(text.slice(at, end).replaceAll(',', '')), end, digits: true };
}

/** Counters of lengths; `전` and `뒤` after one make it a point in time. */
export const UNITS: [string, Unit][] = [
  ['년', 'year'],
  ['개월', 'month'],
  ['달', 'month'],
  ['주', 'week'],
  ['주일', 'week'],
  ['일', 'day'],
  ['시간', 'hour'],
  ['분', 'minute'],
  ['초', 'second'],
  ['세기', 'century'],
];
/** Lengths with a word of their own. */
export const LENGTHS: [string, [count: number, unit: Unit]][] = [
  ['하루', [1, 'day']],
  ['이틀', [2, 'day']],
  ['사흘', [3, 'day']],
  ['나흘', [4, 'day']],
  ['닷새', [5, 'day']],
  ['엿새', [6, 'day']],
  ['이레', [7, 'day']],
  ['열흘', [10, 'day']],
  ['보름', [15, 'day']],
  ['일주일', [1, 'week']],
  ['반년', [0.5, 'year']],
  ['며칠', [Number.NaN, 'day']],
];
export const SEASONS: [string, Season][] = [
  ['봄', 'SP'],
  ['여름', 'SU'],
  ['가을', 'FA'],
  ['겨울', 'WI'],
];
export const PARTS: [string, string][] = [
  ['새벽', 'MO'],
  ['아침', 'MO'],
  ['오전', 'MO'],
  ['낮', 'MI'],
  ['점심', 'MI'],
  ['오후', 'AF'],
  ['저녁', 'EV'],
  ['밤', 'NI'],
];
