import { fromActorText } from './actors.ts';
import { toSpan } from './day-span.ts';
import type { DiaryMentionRow } from './diary.tables.ts';
import type { Told } from './told.ts';

/** What a stored mention tells, to be compared with what an article says. */
export function toldBy(mention: DiaryMentionRow): Told {
  const when = { value: mention.when_value, ...(mention.when_mod && { mod: mention.when_mod }) };
  return {
    what: mention.what,
    who: mention.who,
    actors: mention.actors.map(fromActorText),
    ...(mention.place && { place: mention.place }),
    when,
    span: toSpan(when) ?? { first: 0, last: 0, precision: 'longer' },
    sentence: { start: mention.start_at, end: mention.end_at, text: mention.sentence },
    context: mention.context,
  };
}
