import { participants } from './actors.ts';
import { clauseEnd, placeIn } from './clause.ts';
import { statusOf } from './doubt.ts';
import type { Draft } from './draft.ts';
import { isAhead, isOfSaying } from './event-dates.ts';
import { isHappening } from './happenings.ts';
import type { Reader } from './reader.ts';
import { isLower, lowOf, type SentenceView, textOf } from './sentence-view.ts';
import { isFiniteVerb, PREPOSITION } from './subjects.ts';

const PLANNED = /^(planned|upcoming|forthcoming|scheduled|coming|looming)$/;
const ARRANGED =
  /^(scheduled|planned|due|set|slated|expected|beginning|starting|opening|rescheduled|slated)$/;

/** Where the noun phrase before the noun at `noun` begins: "the first round of presidential elections". */
function phraseFrom(view: SentenceView, noun: number): number {
  let from = noun;
  while (from > view.sentence.from && noun - from < 10) {
    const low = lowOf(view, from - 1);
    const entity = view.entityAt(from - 1);
    if (entity) from = Math.max(entity.from, view.sentence.from);
    else if (view.timeAt(from - 1) || view.analysis.quoted[from - 1]) break;
    else if (/^(the|a|an|his|her|its|their|this|next)$/.test(low)) return from - 1;
    else if (low === "'s" || low === '-') from--;
    else if (
      !isLower(view, from - 1) ||
      PREPOSITION.test(low) ||
      isFiniteVerb(view, from - 1) ||
      /^(and|or|that|which|as)$/.test(low)
    )
      break;
    else from--;
  }
  return from;
}

/** Whether the words of a time say themselves that it is to come: "next week", "May 7", but not "Monday". */
const isPlain = (text: string): boolean =>
  /\b(next|tomorrow|coming|later this)\b/i.test(text) || /\d/.test(text);

type Nominal = { noun: number; date: { from: number; value: string; confidence: number }; rule: string };

/** A happening with its day: "a vote scheduled for March 12", "elections on 7 May", "ahead of Sunday's election". */
function nominalAt(view: SentenceView, noun: number, today: number): Nominal | undefined {
  const wanted = { today, strictly: true };
  const from = phraseFrom(view, noun);
  // The day as owner: "next week's summit"
  for (let at = from; at < noun; at++) {
    const time = view.timeAt(at) ?? (lowOf(view, at) === "'s" ? view.timeAt(at - 1) : undefined);
    if (time && isAhead(time.find, wanted) && (isPlain(textOf(view, time)) || isAhead1(view, from)))
      return toNominal(noun, time, 'owned-day');
  }
  const before = view.timeAt(from - 1) ?? view.timeAt(noun - 1);
  if (
    before &&
    before.to === noun &&
    isAhead(before.find, wanted) &&
    (isPlain(textOf(view, before)) || isAhead1(view, before.from))
  )
    return toNominal(noun, before, 'owned-day');
  return afterNoun(view, noun, from, today);
}

const isAhead1 = (view: SentenceView, from: number): boolean => {
  for (let at = from; at > from - 4; at--) if (/^(ahead|upcoming|before)$/.test(lowOf(view, at))) return true;
  return false;
};

const toNominal = (
  noun: number,
  { from, find }: { from: number; find: { value: string; confidence: number } },
  rule: string,
): Nominal => ({
  noun,
  date: { from, value: find.value, confidence: find.confidence },
  rule,
});

function afterNoun(view: SentenceView, noun: number, from: number, today: number): Nominal | undefined {
  const end = Math.min(clauseEnd(view, noun, view.sentence.to), noun + 16);
  let arranged = false;
  for (let at = from; at < noun; at++) arranged ||= PLANNED.test(lowOf(view, at));
  let direct = true;
  for (let at = noun + 1; at < end; at++) {
    const low = lowOf(view, at);
    const time = view.timeAt(at);
    if (time) {
      if (!isAhead(time.find, { today, strictly: true }) || isOfSaying(view, time)) return undefined;
      if (/^(before|after|until|since|by)$/.test(lowOf(view, time.from - 1))) return undefined;
      const cued = arranged || (direct && isAhead1(view, from - 1));
      return cued ||
        (direct &&
          isPlain(textOf(view, time)) &&
          /^(on|in|for|from)$/.test(lowOf(view, time.from - 1)) &&
          !isObjectOfForecast(view, noun))
        ? toNominal(noun, time, arranged ? 'nominal-arranged' : 'nominal')
        : undefined;
    }
    if (
      ARRANGED.test(low) ||
      (low === 'to' && lowOf(view, at + 1) === 'be') ||
      (low === 'to' && /^(take|begin|start|open)$/.test(lowOf(view, at + 1)))
    ) {
      arranged = true;
      continue;
    }
    if (isFiniteVerb(view, at) && !/^(held|staged|hosted|be)$/.test(low)) return undefined;
    if (
      !/^(in|at|with|between|and|of|on|the|for|be|held|take|place|,|to|a|from|begin|start|early|late|here)$/.test(
        low,
      ) &&
      !view.entityAt(at) &&
      isLower(view, at)
    ) {
      direct = false;
      if (arranged) continue;
    }
  }
  return undefined;
}

/** "no vote in May": what stands after these is not said to take place. */
function isObjectOfForecast(view: SentenceView, noun: number): boolean {
  for (let at = noun - 1; at > Math.max(view.sentence.from - 1, noun - 7); at--)
    if (
      /^(no|if|without|possible|potential|could|might|may|should|called|calls|calling|demanded|demand|urged|proposed|like|would|any|seek|seeking|want|wants|hopes?)$/.test(
        lowOf(view, at),
      )
    )
      return true;
  return false;
}

/** Plans told by a noun. `planned`: what verbs of the sentence told already. */
export function readNominal(
  reader: Reader,
  view: SentenceView,
  today: number,
  planned: readonly Draft[],
): Draft[] {
  if (view.times.length === 0) return [];
  const drafts: Draft[] = [];
  const known = new Set(planned.map(({ when }) => when));
  for (let at = view.sentence.from; at < view.sentence.to; at++) {
    if (!isHappening(lowOf(view, at)) || !isLower(view, at) || view.analysis.quoted[at] || view.timeAt(at))
      continue;
    const found = nominalAt(view, at, today);
    if (!found || known.has(found.date.value) || isObjectOfForecast(view, at)) continue;
    const from = phraseFrom(view, at);
    const cue = {
      at: from,
      verb: at,
      base: lowOf(view, at),
      status: 'announced' as const,
      form: 'arranged' as const,
      rule: found.rule,
    };
    const status = statusOf(view, cue);
    if (!status) continue;
    const end =
      found.date.from > at ? found.date.from : clauseEnd(view, at, Math.min(view.sentence.to, at + 12));
    known.add(found.date.value);
    const where = placeIn(view, at, end + 1);
    drafts.push({
      what: textOf(view, { from, to: at + 1 }).replace(/^(?:(?:the|a|an|his|her|its|their) |'s )/i, ''),
      base: lowOf(view, at),
      who: participants(reader, view, { from, to: end }),
      ...(where && { where }),
      when: found.date.value,
      status,
      confidence: Math.min(0.6, found.date.confidence),
      rule: found.rule,
    });
  }
  return drafts;
}
