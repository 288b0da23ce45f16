import { isDigit, isHangul, readCount, skipSpaces, WEEKDAYS, wordAt } from './words.ts';

/** A number with a counter: "3월", "25 일"; `undefined` where more of a word follows that changes it. */
export function counted(
  text: string,
  at: number,
  counter: string,
  from: number,
  to: number,
): { value: number; end: number } | undefined {
  if (!isDigit(text, at)) return undefined;
  const count = readCount(text, at);
  if (!count || count.value < from || count.value > to || count.value % 1 !== 0) return undefined;
  const word = skipSpaces(text, count.end);
  return text.startsWith(counter, word) ? { value: count.value, end: word + counter.length } : undefined;
}

const DURATION_AFTER = [
  '간',
  '동안',
  ' 동안',
  ' 간',
  '째',
  ' 만',
  ' 전',
  ' 후',
  ' 뒤',
  '여',
  '가량',
  ' 넘',
  ' 이상',
  ' 이내',
  ' 내',
  ' 안에',
  ' 연속',
  '치',
  ' 가까이',
  ' 정도',
  ' 내내',
  ' 반',
];

/** Whether a counter is followed by what makes it a length and not a date. */
export const isLength = (text: string, end: number): boolean =>
  DURATION_AFTER.some(
    (word) => text.startsWith(word, end) && (word[0] !== ' ' || isWordEnd(text, end + word.length)),
  );

/** Whether a word ends here, but for a particle: "전에" does, "전화" goes on. */
export const isWordEnd = (text: string, at: number): boolean =>
  !isHangul(text, at) || /^(에|의|부터|까지|쯤|보다|만|인|이|으|은|는|을|를)/.test(text.slice(at, at + 2));

/** "수요일", "(수)", " 수요일" after a date: part of its words. */
export function skipWeekday(text: string, at: number): number {
  const word = wordAt(text, skipSpaces(text, at), WEEKDAYS);
  if (word) return skipSpaces(text, at) + word[0].length;
  return text[at] === '(' && '월화수목금토일'.includes(text[at + 1] ?? ' ') && text[at + 2] === ')'
    ? at + 3
    : at;
}
