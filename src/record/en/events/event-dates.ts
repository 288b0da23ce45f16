import type { RecordTime } from '../../record.ts';
import { daysOf } from '../../times/days-of.ts';
import { isSayingToken } from '../saying.ts';
import { lowOf, type Placed, type SentenceView, type Words } from './sentence-view.ts';

/** Words that put a day beside an event and not under it: "after Monday", "since 2011". */
const BESIDE = /^(before|after|until|till|since|following|than|through)$/;

/** "officials said Wednesday", "announced on Monday": the day of the saying. */
export function isOfSaying(view: SentenceView, { from }: Words): boolean {
  let at = from - 1;
  if (/^(on|in|late|early|earlier|the)$/.test(lowOf(view, at))) at--;
  if (
    /^(statement|interview|reporters|news|release|letter|briefing|parliament|lawmakers|television)$/.test(
      lowOf(view, at),
    )
  )
    for (let back = at; back > at - 6; back--) if (isSayingToken(view.analysis.tokens[back])) return true;
  return isSayingToken(view.analysis.tokens[at]) && !/^(read|continues?|continued)$/.test(lowOf(view, at));
}

export type Wanted = { today: number; strictly: boolean; until?: boolean };

/** Whether a time can be the day of something that is still to come. */
export function isAhead(time: RecordTime, { today, strictly }: Wanted): boolean {
  if (time.type !== 'DATE' && time.type !== 'TIME') return false;
  const days = daysOf(time.value);
  return days !== undefined && (strictly ? days[1] > today : days[1] >= today);
}

/** The first time in a stretch of tokens that can be the day of a plan; a day right after it within it is nearer the mark. */
export function dateIn(view: SentenceView, within: Words, wanted: Wanted): Placed<RecordTime> | undefined {
  const first = firstDate(view, within, wanted);
  if (!first) return undefined;
  // "at the end of the month on April 29"
  const next = view.times.find(({ from }) => from > first.to && from <= first.to + 1);
  return next?.find.value.startsWith(first.find.value) && isAhead(next.find, wanted) ? next : first;
}

function firstDate(view: SentenceView, { from, to }: Words, wanted: Wanted): Placed<RecordTime> | undefined {
  return view.times.find((time) => {
    if (time.from < from || time.to > to || !isAhead(time.find, wanted) || isOfSaying(view, time))
      return false;
    const before = lowOf(view, time.from - 1);
    if (BESIDE.test(before)) return wanted.until === true && /^(until|till)$/.test(before);
    // A goal and not a plan: "by 2050"
    return !(
      before === 'by' &&
      /^\d{4}$/.test(time.find.value) &&
      (daysOf(time.find.value)?.[0] ?? 0) - wanted.today > 700
    );
  });
}

/** The last time in a stretch that lies before a day or on it, and not more than a year back. */
export function pastDateIn(
  view: SentenceView,
  { from, to }: Words,
  today: number,
): Placed<RecordTime> | undefined {
  return view.times.find((time) => {
    if (time.from < from || time.to > to || (time.find.type !== 'DATE' && time.find.type !== 'TIME'))
      return false;
    const days = daysOf(time.find.value);
    if (!days || days[0] > today || today - days[1] > 366 || isOfSaying(view, time)) return false;
    return (
      !BESIDE.test(lowOf(view, time.from - 1)) && !/^(between|for|over)$/.test(lowOf(view, time.from - 1))
    );
  });
}
