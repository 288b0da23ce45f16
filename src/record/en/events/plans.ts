import { ARRANGED, type Cue, cueFrom, type Status, skipAdverbs } from './cue.ts';
import { isLower, lowOf, type SentenceView } from './sentence-view.ts';
import { groupStart } from './subjects.ts';
import { diaryVerb } from './verbs.ts';

/** Verbs that plan with "to": "plans to visit". */
const PLANS: Record<string, Status> = {
  plans: 'expected',
  plan: 'expected',
  planning: 'expected',
  intends: 'expected',
  intend: 'expected',
  aims: 'expected',
  aiming: 'expected',
  agreed: 'announced',
  agree: 'announced',
  decided: 'announced',
  pledged: 'announced',
  promised: 'announced',
  vowed: 'announced',
  preparing: 'expected',
  prepares: 'expected',
  prepared: 'expected',
  going: 'announced',
};
const BE = /^(is|are|was|were|be|being|been|'s|'re)$/;
const WAS = /^(was|were)$/;
export function willCue(view: SentenceView, at: number): Cue | undefined {
  const low = lowOf(view, at);
  const told = low === 'would' || low === "wouldn't";
  if (low === "won't" || low === "wouldn't")
    return cueFrom(view, at + 1, { at, status: 'denied', rule: 'will-not', ...(told && { told }) });
  if (low !== 'will' && low !== "'ll" && low !== 'would') return undefined;
  const next = lowOf(view, at + 1);
  const no = next === 'not' || next === 'never' || (next === 'no' && lowOf(view, at + 2) === 'longer');
  const start = no ? at + (next === 'no' ? 3 : 2) : at + 1;
  return cueFrom(view, start, {
    at,
    status: no ? 'denied' : 'announced',
    rule: no ? 'will-not' : 'will',
    ...(told && { told }),
  });
}

/** "is to rule", "are set to meet", "is due Friday", "is visiting", "has been scheduled for". */
export function beCue(view: SentenceView, at: number): Cue | undefined {
  const low = lowOf(view, at);
  const be = BE.test(low);
  if (!be || low === 'be' || low === 'being') return undefined;
  const no = lowOf(view, at + 1) === 'not';
  const verb = skipAdverbs(view, no ? at + 2 : at + 1);
  const next = lowOf(view, verb);
  const told = WAS.test(low) ? { told: true } : {};
  const start = low === 'been' && /^(has|have|had)$/.test(lowOf(view, at - 1)) ? at - 1 : at;
  if (low === 'been' && (start === at || lowOf(view, start) === 'had')) return undefined;
  const denied = (status: Status): Status => (no ? 'denied' : status);
  if (next === 'to' && low !== 'been') {
    if (lowOf(view, verb + 1) === 'have') return undefined;
    return cueFrom(view, verb + 1, { at, status: denied('announced'), rule: 'is-to', ...told });
  }
  const arranged = ARRANGED[next];
  if (arranged) return arrangedCue(view, start, verb, denied(arranged), told);
  if (PLANS[next] && next.endsWith('ing') && lowOf(view, verb + 1) === 'to')
    return cueFrom(view, verb + 2, { at, status: denied(PLANS[next]), rule: 'is-planning', ...told });
  const base = diaryVerb(next, 'ing');
  if (base && (low === 'is' || low === 'are') && !no)
    return { at, verb, base, status: 'announced', form: 'progressive', rule: 'progressive' };
  return undefined;
}

function arrangedCue(
  view: SentenceView,
  at: number,
  verb: number,
  status: Status,
  told: { told?: boolean },
): Cue | undefined {
  const next = lowOf(view, verb + 1);
  const word = lowOf(view, verb);
  if (next === 'to' && word !== 'called' && word !== 'fixed') {
    const cue = cueFrom(view, verb + 2, { at, status, rule: 'arranged', ...told });
    return cue;
  }
  if (word === 'likely' || word === 'poised' || word === 'tipped') return undefined;
  const timed =
    view.timeAt(verb + 1) ?? (/^(for|on|at|in|by|early|to)$/.test(next) ? view.timeAt(verb + 2) : undefined);
  const placed = /^(in|at|here|for)$/.test(next);
  if (!timed && !placed) return undefined;
  return { at, verb, base: word, status, form: 'arranged', rule: 'arranged-for' };
}

export function planCue(view: SentenceView, at: number): Cue | undefined {
  const status = PLANS[lowOf(view, at)];
  if (!status || lowOf(view, at + 1) !== 'to' || !isLower(view, at)) {
    // "agreed on Monday to meet"
    if (!/^(agreed|decided|vowed|pledged|promised)$/.test(lowOf(view, at))) return undefined;
    const to = skipAdverbs(view, at + 1);
    return to > at + 1 && lowOf(view, to) === 'to'
      ? cueFrom(view, to + 1, { at, status: 'announced', rule: 'plans' })
      : undefined;
  }
  const low = lowOf(view, at);
  if (low.endsWith('ing') || low === 'prepared') return undefined;
  // "his plans to visit": a noun
  if ((low === 'plans' || low === 'plan') && isNounBefore(view, at)) return undefined;
  return cueFrom(view, at + 2, { at: groupStart(view, at), status, rule: 'plans' });
}

const isNounBefore = (view: SentenceView, at: number): boolean =>
  /^(a|an|the|his|her|its|their|no|any|of|for|'s|announced|denied|unveiled|has|had|have|cancelled|canceled|scrapped|dropped|abandoned|shelved|confirmed|revealed|outlined|ambitious|new|about|on|with|approved|disclosed|discussed|and)$/.test(
    lowOf(view, at - 1),
  );

const NOUN_PLANS: [RegExp, Status][] = [
  [/^(denied|denies|no|without|reject(ed|s)?)$/, 'denied'],
  [
    /^(cancelled|canceled|scrapped|dropped|abandoned|shelved|scraps|cancels|drops|shelves|abandons)$/,
    'cancelled',
  ],
  [/^(announced|announces|unveiled|unveils|revealed|outlined|disclosed)$/, 'announced'],
  [/^(confirmed|confirms)$/, 'confirmed'],
];

/** "announced plans to visit", "has no plans to attend", "denied that it plans": the verb before the noun says what becomes of it. */
export function nounPlanCue(view: SentenceView, at: number): Cue | undefined {
  if (!/^plans?$/.test(lowOf(view, at)) || lowOf(view, at + 1) !== 'to' || !isNounBefore(view, at))
    return undefined;
  for (let back = at - 1; back >= Math.max(view.sentence.from, at - 6); back--) {
    const status = NOUN_PLANS.find(([word]) => word.test(lowOf(view, back)))?.[1];
    if (!status) continue;
    const start =
      lowOf(view, back) === 'no' && /^(has|have|had)$/.test(lowOf(view, back - 1)) ? back - 1 : back;
    return cueFrom(view, at + 2, { at: start, status, rule: 'plans-noun' });
  }
  return undefined;
}
