import { actorsOf, participants } from './actors.ts';
import { clauseEnd, objectOf, placeIn } from './clause.ts';
import { pair } from './descriptions.ts';
import type { Draft } from './draft.ts';
import { pastDateIn } from './event-dates.ts';
import { isHappening, isStrike } from './happenings.ts';
import type { Reader } from './reader.ts';
import { isLower, lowOf, type SentenceView, textOf, type Words } from './sentence-view.ts';
import { isFiniteVerb, subjectOf } from './subjects.ts';
import { NOUN, PAST, triggers } from './triggers.ts';
import { diaryVerb, isPastEvent } from './verbs.ts';

const UNREAL =
  /^(not|never|if|would|could|should|to|have|had|might|may|n't|didn't|wasn't|weren't|be|been|being|is|are|failed|refused|almost|will|can)$/;
const ENDED = /^(held|concluded|ended|began|begun|opened|started|took|closed|resumed|cancelled)$/;

/** The day that a past verb has: after it in its clause, or at the front of the sentence. */
function timeOf(view: SentenceView, verb: number, end: number, subject: Words, today: number) {
  const after = pastDateIn(view, { from: verb + 1, to: end }, today);
  if (after) return after;
  const between = pastDateIn(view, { from: subject.to, to: verb }, today);
  if (between) return between;
  const first = pastDateIn(view, { from: view.sentence.from, to: subject.from }, today);
  return first && subject.from - first.to < 2 && first.from - view.sentence.from < 2 ? first : undefined;
}

/** "Smith visited Seoul on Monday": somebody with a name, a verb of what can stand in a diary, and its day. */
function verbAt(reader: Reader, view: SentenceView, at: number, today: number): Draft | undefined {
  const base = diaryVerb(lowOf(view, at), 'past');
  if (!base || !isPastEvent(base) || !isLower(view, at) || UNREAL.test(lowOf(view, at - 1))) return undefined;
  if (/^(was|were)$/.test(lowOf(view, at - 1))) return undefined;
  const subject = subjectOf(view, at);
  if (!subject) return undefined;
  const end = clauseEnd(view, at, view.sentence.to);
  const time = timeOf(view, at, end, subject, today);
  if (!time) return undefined;
  const actors = actorsOf(reader, view, subject);
  const happening = isHappening(actors.head) && ENDED.test(lowOf(view, at));
  if (!actors.named && !(happening && actors.who.length > 0)) return undefined;
  const object = objectOf(view, at, time.from > at ? time.from : end);
  const where = placeIn(view, at, end);
  return {
    what: happening ? textOf(view, subject).replace(/^the /i, '') : object ? `${base} ${object}` : base,
    base: happening ? actors.head : base,
    who: actors.who,
    ...(where && { where }),
    when: time.find.value,
    status: 'happened',
    confidence: Math.min(0.75, time.find.confidence),
    rule: 'past-verb',
  };
}

/** "The talks were held in Geneva on Monday", "The vote took place last week". */
function heldAt(reader: Reader, view: SentenceView, at: number, today: number): Draft | undefined {
  const low = lowOf(view, at);
  const held = low === 'held' && /^(was|were)$/.test(lowOf(view, at - 1));
  const ran =
    !held &&
    ENDED.test(low) &&
    low !== 'held' &&
    (low !== 'took' || lowOf(view, at + 1) === 'place') &&
    isLower(view, at);
  if ((!held && !ran) || UNREAL.test(lowOf(view, at - 1))) return undefined;
  const subject = subjectOf(view, held ? at - 1 : at);
  if (!subject) return undefined;
  const actors = actorsOf(reader, view, subject);
  if (!isHappening(actors.head) || actors.who.length === 0) return undefined;
  const end = clauseEnd(view, at, view.sentence.to);
  const time = timeOf(view, at, end, subject, today);
  if (!time) return undefined;
  const where = placeIn(view, at, end);
  return {
    what: textOf(view, subject).replace(/^the /i, ''),
    base: actors.head,
    who: actors.who,
    ...(where && { where }),
    when: time.find.value,
    status: 'happened',
    confidence: Math.min(0.75, time.find.confidence),
    rule: 'past-held',
  };
}

/** "following the attack on Smith", "during his hearing in February", "in a talk between the two over the phone". */
function nounAt(reader: Reader, view: SentenceView, at: number, today: number): Draft | undefined {
  const low = lowOf(view, at);
  if (!isLower(view, at)) return undefined;
  let from = at;
  while (
    from > view.sentence.from &&
    at - from < 6 &&
    (view.entityAt(from - 1) ||
      /^(the|a|his|her|its|their|'s)$/.test(lowOf(view, from - 1)) ||
      (isLower(view, from - 1) && !CUES.test(lowOf(view, from - 1)) && !isFiniteVerb(view, from - 1)))
  )
    from--;
  const cue = lowOf(view, from - 1);
  if (!CUES.test(cue)) return undefined;
  const end = Math.min(clauseEndOrQuote(view, at), at + 16);
  if (isStrike(low)) return strike(view, from, at, end, cue);
  if (isHappening(low) || low === 'conversation' || low === 'call')
    return dated(reader, view, { from, to: at + 1 }, end, today);
  return undefined;
}
const CUES = /^(following|after|during|since|in|over|wake|of|at)$/;

/** A quotation may end between "the attack" and "on the ambassador". */
function clauseEndOrQuote(view: SentenceView, at: number): number {
  const next = lowOf(view, at + 1);
  return clauseEnd(view, /^["”]$/.test(next) ? at + 1 : at, view.sentence.to);
}

function strike(view: SentenceView, from: number, at: number, end: number, cue: string): Draft | undefined {
  if (!/^(following|after|wake|since|of)$/.test(cue)) return undefined;
  const on = /^["”]$/.test(lowOf(view, at + 1)) ? at + 2 : at + 1;
  if (!/^(on|against)$/.test(lowOf(view, on))) return undefined;
  const inside = view.entities.filter((entity) => entity.from > on && entity.to <= end);
  const person =
    inside.find(({ find }) => find.type === 'PER') ?? (inside[0]?.from === on + 1 ? inside[0] : undefined);
  if (!person) return undefined;
  const what = `${textOf(view, { from, to: at + 1 }).replace(/^(?:the|an?) /i, '')} on ${person.find.name}`;
  return {
    what,
    base: lowOf(view, at),
    who: [person.find.name],
    status: 'happened',
    confidence: 0.6,
    rule: 'past-attack',
  };
}

function dated(
  reader: Reader,
  view: SentenceView,
  noun: Words,
  end: number,
  today: number,
): Draft | undefined {
  const time = pastDateIn(view, { from: noun.to, to: end }, today);
  const phone = isByPhone(view, noun, end);
  if (!time && !phone) return undefined;
  let who = ownerOf(reader, view, noun, end);
  if (phone && who.length === 0) who = pair(reader, view, noun.from, true);
  if (who.length === 0) return undefined;
  const where = placeIn(view, noun.to, end);
  const what = textOf(view, noun).replace(/^(?:the|an?|his|her|its|their) /i, '');
  return {
    what: phone && !/phone/.test(what) ? `${what} by phone` : what,
    base: lowOf(view, noun.to - 1),
    who,
    ...(where && { where }),
    ...(time && { when: time.find.value }),
    status: 'happened',
    confidence: 0.6,
    rule: phone ? 'past-phone' : 'past-noun',
  };
}

function isByPhone(view: SentenceView, noun: Words, end: number): boolean {
  for (let at = noun.from; at < end; at++) if (/^(phone|telephone)$/.test(lowOf(view, at))) return true;
  return false;
}

/** Whose happening it is: by "between" and the like, or for "his hearing" the subject of the clause that follows or goes before. */
function ownerOf(reader: Reader, view: SentenceView, noun: Words, end: number): string[] {
  if (!/^(his|her|its|their)$/.test(lowOf(view, noun.from)))
    return participants(reader, view, { from: noun.from, to: end });
  const people = view.entities.filter(({ find, from }) => find.type === 'PER' && !view.analysis.quoted[from]);
  const first = people[0];
  return first ? [first.find.name] : [];
}

/** What has happened, where that is certain: with a day, or as an attack or a call that the text speaks of. */
export function readPast(reader: Reader, view: SentenceView, today: number): Draft[] {
  const drafts: Draft[] = [];
  const bits = view.times.length > 0 ? PAST | NOUN : NOUN;
  for (let at = view.sentence.from + 1; at < view.sentence.to; at++) {
    if (!triggers(view, at, bits) || view.entityAt(at)) continue;
    const quoted = view.analysis.quoted[at] === 1;
    const draft = quoted
      ? isStrike(lowOf(view, at))
        ? nounAt(reader, view, at, today)
        : undefined
      : (heldAt(reader, view, at, today) ??
        verbAt(reader, view, at, today) ??
        nounAt(reader, view, at, today));
    if (draft) drafts.push(draft);
  }
  return drafts;
}
