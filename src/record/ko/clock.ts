import { toValue } from '../times/when.ts';
import { readKoreanDate } from './dates.ts';
import { readKoreanHoliday } from './holidays.ts';
import type { KoreanContext, KoreanDate, KoreanPhrase, KoreanReading } from './phrase.ts';
import { isHangul, PARTS, readCount, skipSpaces, wordAt } from './words.ts';

type Clock = { value: string; end: number };

const pad = (number: number): string => String(number).padStart(2, '0');

function toHour(hour: number, part: string | undefined): number {
  if (part === '오후' || part === '저녁' || (part === '밤' && hour > 5) || (part === '낮' && hour < 6))
    return hour < 12 ? hour + 12 : hour;
  return (part === '오전' || part === '새벽' || part === '밤') && hour === 12 ? 0 : hour;
}

/** "10시", "오전 10시 30분", "저녁 7시 반", "정오", "자정". */
function readClock(text: string, at: number): Clock | undefined {
  if (text.startsWith('정오', at)) return { value: 'T12:00', end: at + 2 };
  if (text.startsWith('자정', at)) return { value: 'T24:00', end: at + 2 };
  const part = wordAt(text, at, PARTS);
  const start = part ? skipSpaces(text, at + part[0].length) : at;
  const hour = readCount(text, start);
  if (!hour || !(hour.value >= 0 && hour.value <= 24) || hour.value % 1 !== 0) return undefined;
  const colon = text[hour.end] === ':' && hour.digits ? readCount(text, hour.end + 1) : undefined;
  if (colon)
    return colon.value < 60 && colon.end === hour.end + 3
      ? { value: `T${pad(toHour(hour.value, part?.[0]))}:${pad(colon.value)}`, end: colon.end }
      : undefined;
  const mark = skipSpaces(text, hour.end);
  if (!text.startsWith('시', mark) || /^[간장대민]/.test(text.slice(mark + 1, mark + 2))) return undefined;
  return clockTail(text, mark + 1, pad(toHour(hour.value, part?.[0])));
}

function clockTail(text: string, at: number, hour: string): Clock {
  const next = skipSpaces(text, at);
  if (text[next] === '반' && !/[\uac00-\ud7a3]/.test(text.charAt(next + 1).replace(/[에까부쯤경]/, '')))
    return { value: `T${hour}:30`, end: next + 1 };
  const minute = readCount(text, next);
  if (!minute?.digits || minute.value > 59 || !text.startsWith('분', minute.end))
    return { value: `T${hour}:00`, end: at };
  const second = readCount(text, skipSpaces(text, minute.end + 1));
  const seconds =
    second?.digits && second.value < 60 && text.startsWith('초', second.end) ? second : undefined;
  return {
    value: `T${hour}:${pad(minute.value)}${seconds ? `:${pad(seconds.value)}` : ''}`,
    end: seconds ? seconds.end + 1 : minute.end + 1,
  };
}

function timeReading(
  context: KoreanContext,
  date: KoreanDate | undefined,
  suffix: string,
): KoreanReading | undefined {
  if (!date && context.from?.type === 'TIME' && context.from.when) return endOfRange(context.from, suffix);
  const found = date
    ? date.resolve(context)
    : context.day === undefined
      ? undefined
      : { when: { unit: 'day' as const, day: context.day }, anchor: context.anchor };
  if (!found) return suffix.length > 3 ? { type: 'TIME', value: suffix, confidence: 0.5 } : undefined;
  if (found.when.unit !== 'day') return undefined;
  return {
    type: 'TIME',
    value: `${toValue(found.when)}${suffix}`,
    ...(found.anchor && { anchor: found.anchor }),
    confidence: 0.8,
    when: found.when,
  };
}

/** The second time of "오후 3시부터 8시까지": of the same day, and not before the first where half a day makes it later. */
function endOfRange({ value, when, anchor }: KoreanReading, suffix: string): KoreanReading {
  const [first, second] = [Number(value.slice(11, 13)), Number(suffix.slice(1, 3))];
  const hour = second < first && second + 12 < 24 ? second + 12 : second;
  const clock = Number.isNaN(second) ? suffix : `T${pad(hour)}${suffix.slice(3)}`;
  return {
    type: 'TIME',
    value: `${value.slice(0, 10)}${clock}`,
    ...(anchor && { anchor }),
    confidence: 0.7,
    when,
  };
}

/** A part of the day that stands as a word of its own, or with a particle. */
function readPart(text: string, at: number): { suffix: string; end: number } | undefined {
  const part = wordAt(text, at, PARTS);
  if (!part) return undefined;
  const end = at + part[0].length;
  const closed = !isHangul(text, end) || /^(에|까지|부터|쯤|께|경|늦게|중)/.test(text.slice(end, end + 2));
  return closed ? { suffix: `T${part[1]}`, end } : undefined;
}

const isDayRule = (rule: string): boolean => /day|numeric|holiday/.test(rule);

/** A date, a time of day, or both: "3월 25일 오전 10시", "오늘 밤", "어젯밤", "10시". */
export function readKoreanMoment(text: string, at: number): KoreanPhrase | undefined {
  const late = text.startsWith('어젯밤', at) || text.startsWith('간밤', at) || text.startsWith('지난밤', at);
  if (late)
    return {
      end: at + (text.startsWith('간밤', at) ? 2 : 3),
      rule: 'last-night',
      read: (context) =>
        timeReading(
          context.day === undefined ? context : { ...context, day: context.day - 1 },
          undefined,
          'TNI',
        ),
    };
  const date = readKoreanDate(text, at) ?? readKoreanHoliday(text, at);
  if (!date) {
    const clock = readClock(text, at);
    return (
      clock && {
        end: clock.end,
        rule: 'clock',
        read: (context) => timeReading(context, undefined, clock.value),
      }
    );
  }
  const next = skipSpaces(text, date.end);
  const clock = isDayRule(date.rule) ? readClock(text, next) : undefined;
  if (clock)
    return {
      end: clock.end,
      rule: `clock+${date.rule}`,
      read: (context) => timeReading(context, date, clock.value),
    };
  const part = isDayRule(date.rule) ? readPart(text, next) : undefined;
  if (part)
    return {
      end: part.end,
      rule: `part+${date.rule}`,
      read: (context) => timeReading(context, date, part.suffix),
    };
  return { end: date.end, rule: date.rule, read: (context) => dateReading(context, date) };
}

function dateReading(context: KoreanContext, { resolve, mod }: KoreanDate): KoreanReading | undefined {
  const found = resolve(context);
  if (!found) return undefined;
  return {
    type: 'DATE',
    value: toValue(found.when),
    ...(mod && { mod }),
    ...(found.anchor && { anchor: found.anchor }),
    confidence: 0.85,
    when: found.when,
  };
}
