import type { RecordTime } from '../../record.ts';
import type { Cue } from './cue.ts';
import { dateIn, isAhead, isOfSaying, type Wanted } from './event-dates.ts';
import { lowOf, type Placed, type SentenceView, type Words } from './sentence-view.ts';
import { isFiniteVerb } from './subjects.ts';

/** The time that opens the clause of a subject: "On Thursday, Smith will". */
function openingTime(view: SentenceView, subject: Words, wanted: Wanted): Placed<RecordTime> | undefined {
  let at = subject.from - 1;
  while (at > view.sentence.from && /^(,|the|and|but)$/.test(lowOf(view, at)) && !view.timeAt(at)) at--;
  const time = view.timeAt(at);
  if (!time || !isAhead(time.find, wanted)) return undefined;
  const before = lowOf(view, time.from - 1);
  if (/^(before|after|until|since|by)$/.test(before) || isOfSaying(view, time)) return undefined;
  // A verb right before it has it: "They met Monday, and Smith will"
  return isFiniteVerb(view, time.from - 1) || isFiniteVerb(view, time.from - 2) ? undefined : time;
}

/** The day of a plan: after its verb, between its subject and its verb, before its subject, or owned by it. */
export function timeOf(
  view: SentenceView,
  cue: Cue,
  subject: Words | undefined,
  end: number,
  today: number,
): Placed<RecordTime> | undefined {
  const wanted: Wanted = {
    today,
    strictly: cue.form === 'present' || cue.form === 'progressive' || cue.told === true,
  };
  const after = dateIn(view, { from: cue.verb + (cue.form === 'arranged' ? 0 : 1), to: end }, wanted);
  if (after) return after;
  const between = dateIn(view, { from: subject?.to ?? cue.at, to: cue.verb }, wanted);
  if (between) return between;
  if (!subject) return undefined;
  const opening = openingTime(view, subject, wanted);
  if (opening) return opening;
  // "Next year's competition is scheduled to take place in the capital"
  const owned = view.times.find(
    ({ from, to }) => from >= subject.from && to < subject.to && lowOf(view, to) === "'s",
  );
  return owned && isAhead(owned.find, wanted) ? owned : undefined;
}
