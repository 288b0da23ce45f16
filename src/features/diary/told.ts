import type { RecordEvent, RecordTime, TextRecord } from '#record/record.ts';
import { type Actor, lookupKeys, nameKey, toActor } from './actors.ts';
import { type DaySpan, type EventTime, toSpan } from './day-span.ts';
import { isDone } from './event-words.ts';

/** An event as one sentence tells of it, with what is needed to tell whether another sentence means the same. */
export type Told = {
  what: string;
  /** Full names where the text gives them, else the words of the subject. */
  who: string[];
  /** The same, for comparing. */
  actors: Actor[];
  place?: string;
  when: EventTime;
  span: DaySpan;
  sentence: { start: number; end: number; text: string };
  /** Names in its article, as `nameKey` has them. */
  context: string[];
};

/** What an article's record says of one event. */
export type ToldEvent = Told & { status: RecordEvent['status'] };

/** More names than this do not tell an article from others any better. */
const NAMES_KEPT = 40;

/** The names in a text, those first that come first. */
export const contextOf = (record: TextRecord): string[] =>
  [...new Set(record.entities.map(({ name }) => nameKey(name)))].slice(0, NAMES_KEPT);

/** The events of a record that have a time of the calendar and somebody or something by which they can be known again, in the order of the text. */
export function toldEvents(record: TextRecord): ToldEvent[] {
  const context = contextOf(record);
  return record.events.flatMap((event) => {
    const { start, end, text, where, status } = event;
    const when = timeOf(event, record.times);
    const span = when && toSpan(when);
    const { who, what } = subjectOf(event);
    const actors = who.map((name) => toActor(name, record.entities));
    if (!when || !span || lookupKeys(actors).length === 0) return [];
    const sentence = { start, end, text };
    return [{ what, who, actors, ...(where && { place: where }), when, span, sentence, context, status }];
  });
}

const OWN = /^(?:its|his|her|their|our)\s+/i;

/**
 * Who or what an event is about, and what is done: an event that the reader names by its own noun ("treaty signed", "hearing",
 * "the Board's report") is about that noun, and nothing is done where the noun says it all.
 */
function subjectOf({ who, what }: Pick<RecordEvent, 'who' | 'what'>): { who: string[]; what: string } {
  const names = who.map((name) => name.replace(OWN, ''));
  const [only = ''] = names;
  if (names.length === 1 && nameKey(only).endsWith(nameKey(what))) return { who: names, what: '' };
  if (names.length > 0) return { who: names, what };
  const [, subject, done] = /^(.*\S)\s+(\S+)$/.exec(what) ?? [];
  return subject && done && isDone(done)
    ? { who: [subject], what: `be ${done}` }
    : { who: [what.replace(OWN, '')], what: '' };
}

/** An event's time with the modifier that its words have in the sentence: "early April". */
function timeOf(event: RecordEvent, times: readonly RecordTime[]): EventTime | undefined {
  const { when: value } = event;
  if (value === undefined) return undefined;
  const time = times.find((one) => one.value === value && one.start >= event.start && one.end <= event.end);
  return { value, ...(time?.mod && { mod: time.mod }) };
}
