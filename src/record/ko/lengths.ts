import { durationValue } from '../times/duration-value.ts';
import { shiftUnit, toValue, type Unit } from '../times/when.ts';
import { isLength, isWordEnd } from './counters.ts';
import type { KoreanContext, KoreanPhrase, KoreanReading } from './phrase.ts';
import { LENGTHS, readCount, skipSpaces, UNITS, WEEKDAYS, wordAt } from './words.ts';

type Length = { count: number; unit: Unit; end: number; sure: boolean };

/** A number with a counter of time, or a word such as "사흘"; `sure` where it cannot be a date. */
function readLength(text: string, at: number): Length | undefined {
  const word = wordAt(text, at, LENGTHS);
  if (word) return { count: word[1][0], unit: word[1][1], end: at + word[0].length, sure: true };
  const count = readCount(text, at);
  if (!count) return undefined;
  let end = skipSpaces(text, count.end);
  const about = text.startsWith('여', end) ? 1 : 0;
  end += about;
  if (about) end = skipSpaces(text, end);
  const unit = wordAt(text, end, UNITS);
  if (!unit || (unit[0] === '달' && count.digits)) return undefined;
  if (unit[0] === '년' && count.value >= 1000) return undefined;
  const next = end + unit[0].length;
  const half = text.startsWith(' 반', next) && !/[\uac00-\ud7a3]/.test(text.charAt(next + 2));
  // "3년", "25일" and "30분" may be dates and clock times
  const sure = !count.digits || half || /^(개월|시간|주일|달)$/.test(unit[0]) || isLength(text, next);
  const value = half ? count.value + 0.5 : count.value;
  return { count: value, unit: unit[1], end: half ? next + 2 : next, sure };
}

const BACK = ['전', '이전'];
const AHEAD = ['후', '뒤', '이후'];

function direction(text: string, at: number): { sign: -1 | 1; end: number } | undefined {
  const next = skipSpaces(text, at);
  for (const word of BACK)
    if (text.startsWith(word, next) && isWordEnd(text, next + word.length))
      return { sign: -1, end: next + word.length };
  for (const word of AHEAD)
    if (text.startsWith(word, next) && isWordEnd(text, next + word.length))
      return { sign: 1, end: next + word.length };
  return undefined;
}

function shifted(context: KoreanContext, { count, unit }: Length, sign: -1 | 1): KoreanReading | undefined {
  if (Number.isNaN(count))
    return { type: 'DATE', value: sign < 0 ? 'PAST_REF' : 'FUTURE_REF', confidence: 0.7 };
  if (context.day === undefined) return undefined;
  if (unit === 'hour' || unit === 'minute' || unit === 'second')
    return shiftedClock(context, count * sign, unit);
  const when = shiftUnit(context.day, unit, Math.round(count) * sign);
  return { type: 'DATE', value: toValue(when), anchor: context.anchor, confidence: 0.8, when };
}

function shiftedClock(
  { day, minute, anchor }: KoreanContext,
  count: number,
  unit: Unit,
): KoreanReading | undefined {
  if (day === undefined || minute === undefined) return undefined;
  const total =
    day * 1440 + minute + Math.round(count * (unit === 'hour' ? 60 : unit === 'minute' ? 1 : 1 / 60));
  const at = new Date(total * 60_000).toISOString();
  return { type: 'TIME', value: at.slice(0, 16), anchor, confidence: 0.7 };
}

/** "3일간", "두 달", "사흘 동안", "2년 전", "이틀 뒤". */
export function readKoreanLength(text: string, at: number): KoreanPhrase | undefined {
  const length = readLength(text, at);
  if (!length) return undefined;
  const moved = direction(text, length.end);
  if (moved)
    return { end: moved.end, rule: 'shift', read: (context) => shifted(context, length, moved.sign) };
  if (!length.sure) return undefined;
  const minutes = length.unit === 'hour' ? readMinutes(text, length.end) : undefined;
  if (minutes)
    return {
      end: minutes.end,
      rule: 'duration',
      read: () => ({ type: 'DURATION', value: `PT${length.count}H${minutes.value}M`, confidence: 0.85 }),
    };
  const tail = ['간', ' 동안', '동안'].find((word) => text.startsWith(word, length.end)) ?? '';
  const value = durationValue(Number.isNaN(length.count) ? 'X' : length.count, length.unit);
  return {
    end: length.end + tail.length,
    rule: 'duration',
    read: () => ({ type: 'DURATION', value, confidence: 0.85 }),
  };
}

/** The minutes of "1시간 30분". */
function readMinutes(text: string, at: number): { value: number; end: number } | undefined {
  const minute = readCount(text, skipSpaces(text, at));
  if (!minute?.digits || !(minute.value < 60) || !text.startsWith('분', minute.end)) return undefined;
  return { value: minute.value, end: minute.end + 1 };
}

const SETS: [string, string][] = [
  ['매일', 'P1D'],
  ['매주', 'P1W'],
  ['매달', 'P1M'],
  ['매월', 'P1M'],
  ['매년', 'P1Y'],
  ['해마다', 'P1Y'],
  ['격일', 'P2D'],
  ['격주', 'P2W'],
  ['매시간', 'PT1H'],
  ['매 분기', 'P3M'],
];

/** "매일", "매주 월요일". */
export function readKoreanSet(text: string, at: number): KoreanPhrase | undefined {
  const set = wordAt(text, at, SETS);
  if (!set) return undefined;
  const end = at + set[0].length;
  const weekday = set[0] === '매주' ? wordAt(text, skipSpaces(text, end), WEEKDAYS) : undefined;
  const value = weekday ? `XXXX-WXX-${weekday[1]}` : set[1];
  return {
    end: weekday ? skipSpaces(text, end) + weekday[0].length : end,
    rule: 'set',
    read: () => ({ type: 'SET', value, confidence: 0.9 }),
  };
}

const VAGUE: [string, string][] = [
  ['최근', 'PAST_REF'],
  ['과거', 'PAST_REF'],
  ['지금', 'PRESENT_REF'],
  ['현재', 'PRESENT_REF'],
  ['조만간', 'FUTURE_REF'],
  ['가까운 미래', 'FUTURE_REF'],
  ['앞으로', 'FUTURE_REF'],
  ['향후', 'FUTURE_REF'],
];

/** "최근", "현재", "향후"; before a length ("향후 3년간") the length is what is read. */
export function readKoreanVague(text: string, at: number): KoreanPhrase | undefined {
  const word = wordAt(text, at, VAGUE);
  if (!word) return undefined;
  const end = at + word[0].length;
  const length = word[1] === 'PRESENT_REF' ? undefined : readKoreanLength(text, skipSpaces(text, end));
  if (length?.rule === 'duration') return { ...length, rule: 'span' };
  return { end, rule: 'vague', read: () => ({ type: 'DATE', value: word[1], confidence: 0.7 }) };
}
