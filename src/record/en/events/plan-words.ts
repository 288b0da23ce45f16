import { isOrganisationWord, isPeopleNoun } from '../quotes/name-words.ts';
import { objectOf } from './clause.ts';
import type { Cue } from './cue.ts';
import { isHappening } from './happenings.ts';
import type { Actors } from './reader.ts';
import { lowOf, type SentenceView, textOf, type Words } from './sentence-view.ts';
import { isDone, isDoneToSomebody, isEventVerb } from './verbs.ts';

/** What begins, is held or ends, where the thing itself is the subject: "the trial will begin". */
const TAKES_PLACE =
  /^(begin|start|open|take|be|resume|end|close|conclude|run|kick|go|get|finish|continue|happen|come|follow|reopen|last|convene|set|scheduled|rescheduled|due|slated|planned|booked|timed|fixed|called|billed|expected|held|premiere|launch|air)$/;

const ARTICLE = /^(?:the|a|an|his|her|its|their|this|that) /i;
const nounOf = (view: SentenceView, words: Words | undefined): string =>
  words ? textOf(view, words).replace(ARTICLE, '') : '';

/** What is planned, in few words: "visit Seoul", "John Smith's trial", "bridge opened". */
export function whatOf(
  view: SentenceView,
  cue: Cue,
  subject: Words | undefined,
  actors: Actors,
  end: number,
): string {
  const happening = isHappening(actors.head) && subject !== undefined;
  if (cue.form === 'arranged' && !happening) return arrangedWhat(view, cue, subject, actors, end);
  if (cue.form === 'arranged' || (happening && (TAKES_PLACE.test(cue.base) || cue.form === 'passive')))
    return nounOf(view, subject) || cue.base;
  // Done by somebody, or to a thing: "bridge opened"
  const toThing = !actors.named || lowOf(view, cue.verb + 1) === 'by';
  if (cue.form === 'passive' && toThing) return `${nounOf(view, subject)} ${cue.base}`.trim();
  const object = objectOf(view, cue.verb, end);
  const verb = cue.form === 'passive' ? `be ${cue.base}` : cue.base;
  return object ? `${verb} ${object}` : verb;
}

/** "is due in Washington", "is scheduled for trial": what somebody comes for; else what is expected. */
function arrangedWhat(
  view: SentenceView,
  cue: Cue,
  subject: Words | undefined,
  actors: Actors,
  end: number,
): string {
  const object = objectOf(view, cue.verb, end);
  if (!actors.named || object === '') return nounOf(view, subject) || cue.base;
  return object.startsWith('for ') ? object.slice(4).replace(ARTICLE, '') : `arrive ${object}`;
}

/** Whether a noun names people or a body who can plan anything, as somebody with a name can. */
const isAgent = (head: string): boolean => isPeopleNoun(head) || isOrganisationWord(head);

/** "make a three-day visit", "have a meeting": a verb that only its noun fills. */
function isLightVerb(view: SentenceView, { base, verb }: Cue): boolean {
  if (!/^(make|have|get|do)$/.test(base)) return false;
  for (let at = verb + 1; at < verb + 7; at++)
    if (
      isHappening(lowOf(view, at)) ||
      /^(stop|appearance|decision|debut|remarks|surgery|statement|call|phone)$/.test(lowOf(view, at))
    )
      return true;
  return false;
}

/** Whether what a cue plans can stand in a diary, given who does it. */
export function isPlan(view: SentenceView, cue: Cue, actors: Actors): boolean {
  const happening = isHappening(actors.head);
  const next = lowOf(view, cue.verb + 1);
  switch (cue.form) {
    case 'passive':
      return isDone(cue.base) || (actors.named && isDoneToSomebody(cue.base));
    case 'arranged':
      return happening || actors.named || actors.who.length > 0;
    case 'active':
      if (cue.base === 'be') return actors.named;
      if (happening) return TAKES_PLACE.test(cue.base) && cue.base !== 'be';
      if (actors.who.length === 0) return false;
      return isEventVerb(cue.base, next, actors.named || isAgent(actors.head)) || isLightVerb(view, cue);
    default:
      return happening
        ? TAKES_PLACE.test(cue.base)
        : actors.who.length > 0 && isEventVerb(cue.base, next, actors.named);
  }
}
