import { actorsOf } from './actors.ts';
import { clauseEnd, objectOf, placeIn } from './clause.ts';
import { type Cue, skipAdverbs } from './cue.ts';
import { statusOf } from './doubt.ts';
import type { Draft } from './draft.ts';
import { dateIn } from './event-dates.ts';
import { findCues } from './find-cues.ts';
import { isHappening } from './happenings.ts';
import { timeOf } from './plan-times.ts';
import { isPlan, whatOf } from './plan-words.ts';
import type { Actors, Reader } from './reader.ts';
import { isLower, lowOf, type SentenceView, textOf, type Words } from './sentence-view.ts';
import { subjectOf } from './subjects.ts';
import { diaryVerb } from './verbs.ts';

/** Who is told of by a passive verb: who it is done by, else the person it is done to. */
function passiveActors(
  reader: Reader,
  view: SentenceView,
  cue: Cue,
  subject: Words | undefined,
  end: number,
): Actors {
  for (let at = cue.verb + 1; at < end; at++) {
    if (lowOf(view, at) !== 'by' || view.timeAt(at + 1)) continue;
    let to = at + 1;
    while (to < end && !/^(,|in|on|at|for|during)$/.test(lowOf(view, to)) && !view.timeAt(to)) to++;
    const by = actorsOf(reader, view, { from: at + 1, to });
    if (by.named) return by;
  }
  if (!subject) return { who: [], named: false, head: '' };
  const actors = actorsOf(reader, view, subject);
  if (actors.named) return actors;
  const owner = view.entities.find(
    ({ from, to }) => from >= subject.from && to < subject.to && /^('s|')$/.test(lowOf(view, to)),
  );
  return {
    who: owner ? [owner.find.name] : isHappening(actors.head) ? actors.who : [],
    named: false,
    head: actors.head,
  };
}

function draftOf(
  reader: Reader,
  view: SentenceView,
  cue: Cue,
  last: number,
  today: number,
): Draft | undefined {
  const status = statusOf(view, cue);
  if (!status) return undefined;
  const end = clauseEnd(view, cue.verb, last);
  const subject = subjectOf(view, cue.at);
  const time = timeOf(view, cue, subject, end, today);
  if (!time || !subject) return undefined;
  const actors =
    cue.form === 'passive' ? passiveActors(reader, view, cue, subject, end) : actorsOf(reader, view, subject);
  if (!isPlan(view, cue, actors)) return undefined;
  const where =
    placeIn(view, cue.verb, end) ??
    (isHappening(actors.head) ? placeIn(view, subject.from, subject.to) : undefined);
  return {
    what: whatOf(
      view,
      cue,
      subject,
      actors,
      time.from > cue.verb && lowOf(view, time.to) !== "'s" ? time.from : end,
    ),
    base: isHappening(actors.head) ? actors.head : cue.form === 'arranged' && where ? 'arrive' : cue.base,
    who: actors.who,
    ...(where && { where }),
    when: time.find.value,
    status,
    confidence: Math.min(actors.named ? 0.85 : 0.65, time.find.confidence),
    rule: cue.rule,
  };
}

/** A second plan of the same people: "will visit Seoul on Monday and meet Park on Tuesday", "before heading to Tokyo on Friday". */
function furtherPlans(view: SentenceView, cue: Cue, last: number, first: Draft, today: number): Draft[] {
  const drafts: Draft[] = [];
  if (cue.form !== 'active' || first.base !== cue.base) return drafts;
  for (let at = cue.verb + 1; at < last - 1; at++) {
    const link = lowOf(view, at);
    if (!/^(and|then|before|after)$/.test(link) || view.entityAt(at)) continue;
    const verb = skipAdverbs(view, at + 1);
    const base =
      link === 'and' || link === 'then'
        ? diaryVerb(lowOf(view, verb), 'base')
        : diaryVerb(lowOf(view, verb), 'ing');
    if (!base || !isLower(view, verb) || link === 'after') continue;
    const end = clauseEnd(view, verb, last);
    const time = dateIn(view, { from: verb + 1, to: end }, { today, strictly: false });
    if (!time || time.find.value === first.when) continue;
    const where = placeIn(view, verb, end);
    const { where: _, ...same } = first;
    const object = objectOf(view, verb, time.from);
    drafts.push({
      ...same,
      what: object ? `${base} ${object}` : base,
      base,
      ...(where && { where }),
      when: time.find.value,
      confidence: Math.min(0.7, time.find.confidence),
      rule: 'further',
    });
  }
  return drafts;
}

/** "for talks with his counterpart": the meeting that a journey is for, where the other side can be named. */
function talksOf(
  reader: Reader,
  view: SentenceView,
  cue: Cue,
  last: number,
  first: Draft,
): Draft | undefined {
  for (let at = cue.verb + 1; at < last - 3; at++) {
    if (
      lowOf(view, at) !== 'for' ||
      !/^(talks|meetings?|negotiations|summit)$/.test(lowOf(view, at + 1)) ||
      lowOf(view, at + 2) !== 'with'
    )
      continue;
    let to = at + 3;
    while (to < last && !/^(on|about|over|to|in|,|\.|at|aimed)$/.test(lowOf(view, to)) && !view.timeAt(to))
      to++;
    const words = { from: at + 3, to };
    const own = first.who[0];
    const other =
      lowOf(view, to - 1) === 'counterpart' && own !== undefined
        ? reader.holders.counterpart(textOf(view, words), own)
        : undefined;
    const actors = other === undefined ? actorsOf(reader, view, words) : { who: [other], named: true };
    if (!actors.named || actors.who.some((name) => first.who.includes(name))) return undefined;
    return {
      ...first,
      what: lowOf(view, at + 1),
      base: 'talks',
      who: [...first.who, ...actors.who],
      rule: 'talks-of-journey',
    };
  }
  return undefined;
}

/** The plans that verbs tell in a sentence. */
export function readPlans(reader: Reader, view: SentenceView, today: number): Draft[] {
  if (view.times.length === 0) return [];
  const cues = findCues(view);
  return cues.flatMap((cue, index) => {
    const next = cues[index + 1];
    const last = next ? Math.max(next.at, cue.verb + 1) : view.sentence.to;
    const draft = draftOf(reader, view, cue, last, today);
    if (!draft) return [];
    const talks = draft.status === 'denied' ? undefined : talksOf(reader, view, cue, last, draft);
    return [draft, ...(talks ? [talks] : []), ...furtherPlans(view, cue, last, draft, today)];
  });
}
