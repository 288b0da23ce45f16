import { type Actor, headOf, isSameActor } from './actors.ts';
import { isCompatible } from './day-span.ts';
import { actOf, contentOf, isSameAct, stem, wordsOf } from './event-words.ts';
import type { Told } from './told.ts';

/** What two sentences about the same event must agree in, whatever day they give. */
type Matter = Pick<Told, 'what' | 'actors' | 'place' | 'context'>;

/** So many names in common make two articles articles about the same matter. */
const COMMON_NAMES = 2;

/** Whether two articles speak of the same people and places; this ties "the vote" in one to "the vote" in the other. */
export function isSameContext(a: readonly string[], b: readonly string[]): boolean {
  const known = new Set(b);
  return a.filter((name) => known.has(name)).length >= COMMON_NAMES;
}

/** What an event is about beside who does it: the words after its verb and its place, without the actors' own. */
export function objectOf({ what, place, actors }: Pick<Matter, 'what' | 'place' | 'actors'>): Set<string> {
  const words = contentOf(`${what.replace(/^(?:be\s+)?\S+/, '')} ${place ?? ''}`);
  words.delete(actOf(what));
  for (const actor of actors) for (const word of contentOf(actor.name)) words.delete(word);
  return words;
}

const shares = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((word) => b.has(word));

/** Two places that cannot be one: neither's words are within the other's. */
function isElsewhere(a: string | undefined, b: string | undefined): boolean {
  if (!a || !b) return false;
  const [one, other] = [contentOf(a), contentOf(b)];
  return ![...one].every((word) => other.has(word)) && ![...other].every((word) => one.has(word));
}

function sharedActor(a: readonly Actor[], b: readonly Actor[]): Actor | undefined {
  const shared = a.filter((actor) => b.some((other) => isSameActor(actor, other)));
  return shared.find(({ kind }) => kind !== 'thing') ?? shared[0];
}

/** Whether two sentences tell of the same doing of the same people, on whatever day. Precision before recall: where they leave it open, no. */
export function isSameMatter(a: Matter, b: Matter): boolean {
  if (!isSameAct(actOf(a.what), actOf(b.what)) || isElsewhere(a.place, b.place)) return false;
  const actor = sharedActor(a.actors, b.actors);
  const [one, other] = [objectOf(a), objectOf(b)];
  if (!actor) return isSameContext(a.context, b.context) && (isDoneTo(a, other) || isDoneTo(b, one));
  // "the vote on the budget", "the vote on fees": what they are about must not differ, and their articles must meet
  const bare = one.size === 0 || other.size === 0;
  if (actor.kind === 'thing')
    return (bare || shares(one, other)) && agree(a.actors, b.actors) && isSameContext(a.context, b.context);
  return bare || shares(one, other);
}

/** "The minutes are published" and "the Bank publishes the minutes": a thing that is the object of the other's doing. */
const isDoneTo = ({ what, actors }: Matter, object: ReadonlySet<string>): boolean =>
  what.startsWith('be ') && actors.some(({ kind, name }) => kind === 'thing' && object.has(headOf(name)));

/** Plain subjects agree where the words of one are all in the other: "the vote" and "the vote of the whole house". */
function agree(a: readonly Actor[], b: readonly Actor[]): boolean {
  const [one, other] = [
    contentOf(a.map(({ name }) => name).join(' ')),
    contentOf(b.map(({ name }) => name).join(' ')),
  ];
  const [short, long] = one.size <= other.size ? [one, other] : [other, one];
  return [...short].every((word) => long.has(word));
}

/** Whether two announcements are of one event: the same matter on days that may be the same. */
export const isSameEvent = (a: Told, b: Told): boolean => isCompatible(a.span, b.span) && isSameMatter(a, b);

/** Words of a sentence that give an event another day. */
const SHIFTED = new Set(
  'postponed postpone rescheduled reschedule delayed moved shifted instead earlier later deferred adjourned'
    .split(' ')
    .map(stem),
);
const SHIFTED_PHRASES = /\b(?:put (?:off|back)|pushed (?:back|to)|brought forward|new date|will now)\b/i;

/** Whether a later sentence gives an event that was announced another day. */
export function isMove(announced: Told, later: Told): boolean {
  if (isCompatible(announced.span, later.span) || !isSameMatter(announced, later)) return false;
  const { text } = later.sentence;
  return SHIFTED_PHRASES.test(text) || wordsOf(text).some((word) => SHIFTED.has(stem(word)));
}
