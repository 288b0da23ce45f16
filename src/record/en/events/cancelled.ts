import { actorsOf, participants } from './actors.ts';
import { clauseEnd, placeIn } from './clause.ts';
import type { Status } from './cue.ts';
import type { Draft } from './draft.ts';
import { dateIn } from './event-dates.ts';
import { isHappening } from './happenings.ts';
import type { Actors, Reader } from './reader.ts';
import { isLower, lowOf, type SentenceView, textOf, type Words } from './sentence-view.ts';
import { subjectOf } from './subjects.ts';
import { CALL_OFF, triggers } from './triggers.ts';

const OFF = /^(cancel(l?ed|s|ling)?|scrap(ped|s)?|shelved?|scuttled|aborted|ditched|abandoned)$/;
const PUT = /^(postponed?|postpones|delay(ed|s)?|moved|moves|rescheduled|pushed|put|shifted|brought)$/;
const PARTICLE = /^(back|off|forward|up)$/;

/** Whether a verb at `at` puts off or calls off; `to` is past its particle ("called off", "put back"). */
function endOfVerb(view: SentenceView, at: number): { to: number; off: boolean } | undefined {
  const low = lowOf(view, at);
  if (
    !isLower(view, at) ||
    /^(a|an|the|this|his|her|its|their|any|no|of|long|further)$/.test(lowOf(view, at - 1))
  )
    return undefined;
  if (/^(call|called|calls)$/.test(low) && lowOf(view, at + 1) === 'off') return { to: at + 2, off: true };
  if (OFF.test(low)) return { to: at + 1, off: true };
  if (!PUT.test(low)) return undefined;
  const particle = PARTICLE.test(lowOf(view, at + 1));
  if (/^(put|pushed|brought)$/.test(low) && !particle) return undefined;
  return { to: particle ? at + 2 : at + 1, off: false };
}

/** The noun of a happening in a stretch of tokens, and the noun phrase around it. */
function happeningIn(view: SentenceView, { from, to }: Words): Words | undefined {
  for (let at = from; at < to; at++) {
    if (!isHappening(lowOf(view, at)) || !(isLower(view, at) || at === view.sentence.from)) continue;
    return { from, to: at + 1 };
  }
  return undefined;
}

const nameless = (text: string): string => text.replace(/^(?:the|a|an|his|her|its|their|this|that) /i, '');

function draft(
  reader: Reader,
  view: SentenceView,
  noun: Words,
  whole: Words,
  actors: Actors | undefined,
  today: number,
  moved: Words | undefined,
): Draft | undefined {
  const wanted = { today, strictly: false, until: moved !== undefined };
  const date = dateIn(view, moved ?? whole, wanted);
  const who = [...(actors?.named ? actors.who : []), ...participants(reader, view, whole)];
  if (moved && !date) return undefined;
  if (!date && who.length === 0) return undefined;
  const status: Status = moved ? 'announced' : 'cancelled';
  const where = placeIn(view, noun.from, whole.to);
  return {
    what: nameless(textOf(view, noun)),
    base: lowOf(view, noun.to - 1),
    who: [...new Set(who)],
    ...(where && { where }),
    ...(date && { when: date.find.value }),
    status,
    confidence: 0.75,
    rule: moved ? 'moved' : 'called-off',
  };
}

/** What is called off, or put off to another day: "cancelled his trip planned for next week", "was postponed until Friday". */
export function readCancelled(reader: Reader, view: SentenceView, today: number): Draft[] {
  const { sentence, analysis } = view;
  const drafts: Draft[] = [];
  for (let at = sentence.from + 1; at < sentence.to; at++) {
    if (!triggers(view, at, CALL_OFF) || analysis.quoted[at] || view.entityAt(at)) continue;
    const verb = endOfVerb(view, at);
    if (!verb || /^(not|n't|never|to|would|could|if|may|might)$/.test(lowOf(view, at - 1))) continue;
    const passive = /^(was|were|is|are|been|be|being)$/.test(lowOf(view, at - 1));
    const end = clauseEnd(view, at, sentence.to);
    let group = at;
    while (
      group > sentence.from &&
      /^(was|were|is|are|been|be|has|have|had|will|being|also)$/.test(lowOf(view, group - 1))
    )
      group--;
    const subject = subjectOf(view, group);
    const rest: Words = { from: verb.to, to: end };
    const found = passive
      ? subject && passiveDraft(reader, view, { from: subject.from, to: group }, rest, verb.off, today)
      : subject && activeDraft(reader, view, subject, rest, verb.off, today);
    if (found) drafts.push(found);
  }
  return drafts;
}

function passiveDraft(
  reader: Reader,
  view: SentenceView,
  subject: Words,
  rest: Words,
  off: boolean,
  today: number,
): Draft | undefined {
  const noun = happeningIn(view, subject);
  if (!noun) return undefined;
  const moved = off ? undefined : rest;
  const direct =
    draft(reader, view, noun, subject, undefined, today, moved) ??
    (off ? undefined : draft(reader, view, noun, subject, undefined, today, undefined));
  if (off && direct && direct.when === undefined) {
    const date = dateIn(view, rest, { today, strictly: false });
    return date ? { ...direct, when: date.find.value } : direct;
  }
  return direct;
}

function activeDraft(
  reader: Reader,
  view: SentenceView,
  subject: Words,
  rest: Words,
  off: boolean,
  today: number,
): Draft | undefined {
  const noun = happeningIn(view, rest);
  // The thing called off follows at once: "cancelled a planned visit"
  if (!noun || noun.to - noun.from > 9) return undefined;
  const actors = actorsOf(reader, view, subject);
  if (actors.who.length === 0 && off) return undefined;
  const moved = off ? undefined : movedTo(view, { from: noun.to, to: rest.to });
  // Put off, and no new day told: what was planned for the old one falls through
  const whole = off || moved ? rest : { from: rest.from, to: view.sentence.to };
  return draft(reader, view, noun, whole, actors, today, moved);
}

/** The stretch after "until" or "to" that tells the new day. */
function movedTo(view: SentenceView, { from, to }: Words): Words | undefined {
  for (let at = from; at < to; at++)
    if (/^(until|till|to|from)$/.test(lowOf(view, at)) && (view.timeAt(at + 1) ?? view.timeAt(at + 2))) {
      const start = lowOf(view, at) === 'from' ? at + 2 : at;
      for (let next = start; next < to; next++)
        if (/^(until|till|to)$/.test(lowOf(view, next))) return { from: next, to };
    }
  return undefined;
}
