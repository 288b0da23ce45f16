import { type Analysis, analyse } from '#record/analysis.ts';
import type { RecordTime, TextRecord } from '#record/record.ts';
import type { Sentence } from '#record/sentences.ts';
import { toDay } from '#record/times/calendar.ts';
import type { TimelinePrecision } from './timeline.tables.ts';

/** A sentence that says what happened, and when. */
export type DatedSentence = {
  start: number;
  end: number;
  text: string;
  /** "2015-04-06"; of a month its first. */
  day: string;
  precision: TimelinePrecision;
};

/** A sentence as the rules of a language look at it: `time` is the one time that it tells, `from` and `to` bound its tokens; `end` is a place in the text. */
export type Candidate = {
  analysis: Analysis;
  sentence: Sentence;
  time: { from: number; to: number; end: number };
};
export type TellsPast = (candidate: Candidate) => boolean;

/** As sure as a date must be to be marked on a page. */
const SURE = 0.8;
/** Shorter ones lean on what stands before them, longer ones are no line of a list. */
const SHORTEST = { letters: 40, hangul: 18 };
const LONGEST = 260;

const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T|$)/;
const MONTH = /^(\d{4})-(\d{2})$/;

type Calendar = { day: string; precision: TimelinePrecision };

/** The day or month that a time means; undefined for anything vaguer, and for days that there are not. */
export function toCalendar(value: string): Calendar | undefined {
  const [, year, month, date] = DAY.exec(value) ?? [];
  if (year)
    return toDay(Number(year), Number(month), Number(date)) === undefined
      ? undefined
      : { day: `${year}-${month}-${date}`, precision: 'day' };
  const [, monthYear, ofYear] = MONTH.exec(value) ?? [];
  return monthYear && toDay(Number(monthYear), Number(ofYear), 1) !== undefined
    ? { day: `${monthYear}-${ofYear}-01`, precision: 'month' }
    : undefined;
}

/**
 * The sentences of a text that can stand alone in a list of what happened: one day or month, not after that of the text, which is the
 * time of what the sentence says; in the text's own words. Right before rich: what only leans towards it is left out. Linear in the text.
 * @param today "2015-04-06": the day that the text was written on
 */
export function findDatedSentences(
  text: string,
  record: TextRecord,
  today: string,
  tellsPast: TellsPast,
): DatedSentence[] {
  const analysis = analyse(text);
  const times = record.times.filter(({ type }) => type === 'DATE' || type === 'TIME');
  const found: DatedSentence[] = [];
  let next = 0;
  for (const sentence of analysis.sentences) {
    const span = spanOf(analysis, sentence);
    while ((times[next]?.start ?? Number.POSITIVE_INFINITY) < span.start) next++;
    const own: RecordTime[] = [];
    for (let at = next; (times[at]?.end ?? Number.POSITIVE_INFINITY) <= span.end; at++)
      own.push(times[at] as RecordTime);
    const dated = datedBy(text, own);
    if (!dated || dated.day > today || !isLine(analysis, sentence, span.text)) continue;
    const time = tokensOf(analysis, sentence, dated.time);
    if (time && tellsPast({ analysis, sentence, time: { ...time, end: dated.time.end } }))
      found.push({ ...span, day: dated.day, precision: dated.precision });
  }
  return found;
}

export function spanOf({ tokens, text }: Analysis, { from, to }: Sentence) {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  return { start, end, text: text.slice(start, end) };
}

/**
 * The one time of a sentence, years and vaguer times aside: two days leave open which of them is meant, but not where the second stands
 * past a comma, in a clause of its own.
 */
function datedBy(text: string, times: readonly RecordTime[]): (Calendar & { time: RecordTime }) | undefined {
  const told = times.flatMap((time) => {
    const calendar = toCalendar(time.value);
    return calendar ? [{ ...calendar, time }] : [];
  });
  const [first, ...others] = told;
  if (!first || first.time.confidence < SURE) return undefined;
  const apart = ({ day, time }: (typeof told)[number]) =>
    day === first.day || text.slice(first.time.end, time.start).includes(',');
  return others.every(apart) ? first : undefined;
}

/** Whether a sentence is a whole one of its own paragraph, in the text's own words, of a length for a list. */
function isLine({ tokens, quoted }: Analysis, { from, to }: Sentence, text: string): boolean {
  const shortest = /\p{Script=Hangul}/u.test(text) ? SHORTEST.hangul : SHORTEST.letters;
  if (text.length < shortest || text.length > LONGEST || !/[.。]$/u.test(text)) return false;
  for (let at = from; at < to; at++)
    if (quoted[at] || /["“”?!:()]/u.test(tokens[at]?.low ?? '')) return false;
  return true;
}

function tokensOf(
  { tokens }: Analysis,
  { from, to }: Sentence,
  time: RecordTime,
): { from: number; to: number } | undefined {
  let first = -1;
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (!token || token.end <= time.start) continue;
    if (token.start >= time.end) return first < 0 ? undefined : { from: first, to: at };
    if (first < 0) first = at;
  }
  return first < 0 ? undefined : { from: first, to };
}
