import type { Analysis } from '../analysis.ts';
import type { RecordTime } from '../record.ts';
import { isWritable, type When } from '../times/when.ts';
import type { WritingTime } from '../times/writing-time.ts';
import { readKoreanMoment } from './clock.ts';
import { readKoreanLength, readKoreanSet, readKoreanVague } from './lengths.ts';
import type { KoreanPhrase, KoreanReading } from './phrase.ts';
import { isHangul } from './words.ts';

/** How far after a time the end of its clause is looked for, in UTF-16 units. */
const REACH = 80;
const FUTURE = [
  '예정',
  '계획',
  '방침',
  '전망',
  '겠',
  '할 것',
  '될 것',
  '갈 것',
  '열린다',
  '앞두고',
  '까지',
  '보인다',
  '하자',
  '할게',
  '갈 겁',
  '줘',
  '주세요',
];

function isFuture(text: string, end: number): boolean {
  const stop = text.indexOf('.', end);
  const clause = text.slice(end, Math.min(end + REACH, stop < 0 ? text.length : stop));
  return FUTURE.some((word) => clause.includes(word));
}

/** Whether what stands between two times makes them a range or a list. */
const joins = (text: string, from: number, to: number): boolean =>
  to - from < 5 && from > 0 && /^(부터|에서|~|∼|-|,|과|와|·)? ?$/.test(text.slice(from, to));

function readAt(text: string, at: number): KoreanPhrase | undefined {
  let best: KoreanPhrase | undefined;
  for (const read of [readKoreanSet, readKoreanVague, readKoreanLength, readKoreanMoment]) {
    const found = read(text, at);
    if (found && found.end > (best?.end ?? 0)) best = found;
  }
  return best;
}

/** Reads the times of a Korean text: a phrase begins at a word or a number, and its particles are not part of it. */
export function readKoreanTimes(
  { text, tokens }: Analysis,
  writing: WritingTime | undefined,
  explain: boolean,
): RecordTime[] {
  const times: RecordTime[] = [];
  let mention: When | undefined;
  let last = 0;
  let before: KoreanReading | undefined;
  for (const { start, kind } of tokens) {
    if (
      start < last ||
      (kind !== 'word' && kind !== 'number') ||
      (kind === 'word' && start > 0 && isHangul(text, start - 1))
    )
      continue;
    const phrase = readAt(text, start);
    const reading = phrase?.read({
      day: writing?.day,
      minute: writing?.minute,
      anchor: 'published',
      mention,
      from: joins(text, last, start) ? before : undefined,
      future: isFuture(text, phrase.end),
    });
    if (!phrase || !reading || (reading.when && !isWritable(reading.when))) continue;
    const { type, value, mod, anchor, confidence, when } = reading;
    times.push({
      start,
      end: phrase.end,
      text: text.slice(start, phrase.end),
      type,
      value,
      ...(mod && { mod }),
      ...(anchor && { anchor }),
      confidence,
      ...(explain && { rule: phrase.rule }),
    });
    last = phrase.end;
    before = reading;
    if (when) mention = when;
  }
  return times;
}
