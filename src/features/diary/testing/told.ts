import type { RecordEntity, RecordTime, TextRecord } from '#record/record.ts';
import { fromActorText, nameKey } from '../actors.ts';
import { fromIsoDay, toSpan } from '../day-span.ts';
import { type ReportingText, toReportingText } from '../sentence-reports.ts';
import type { Told } from '../told.ts';

type Plan = {
  actors: string[];
  what: string;
  when: string;
  mod?: 'START' | 'MID' | 'END';
  place?: string;
  text?: string;
  context?: string[];
};

/** For tests: an announced event; actors as `person:John Smith`. */
export function aPlan({ actors, what, when, mod, place, text = `${what}.`, context = [] }: Plan): Told {
  const time = { value: when, ...(mod && { mod }) };
  const span = toSpan(time);
  if (!span) throw new Error(`${when} is no time`);
  return {
    what,
    who: actors.map((actor) => fromActorText(actor).name),
    actors: actors.map(fromActorText),
    ...(place && { place }),
    when: time,
    span,
    sentence: { start: 0, end: text.length, text },
    context: context.map(nameKey),
  };
}

type Article = { day: string; text: string; names?: string[]; times?: Record<string, string> };

/** For tests: a later article; names as `person:John Smith`, times as the words with their TIMEX3 value. */
export function anArticle({ day, text, names = [], times = {} }: Article): ReportingText {
  const record: TextRecord = {
    version: 1,
    quotes: [],
    events: [],
    entities: names.flatMap((name): RecordEntity[] => {
      const actor = fromActorText(name);
      const type = actor.kind === 'person' ? 'PER' : 'ORG';
      const last = actor.name.split(' ').at(-1) ?? '';
      const shown = text.includes(actor.name) ? actor.name : last;
      return placesOf(text, shown).map((span) => ({
        ...span,
        type,
        id: actor.name,
        name: actor.name,
        confidence: 1,
      }));
    }),
    times: Object.entries(times).flatMap(([words, value]): RecordTime[] =>
      placesOf(text, words).map((span) => ({ ...span, type: 'DATE', value, confidence: 1 })),
    ),
  };
  return toReportingText(text, record, fromIsoDay(day) ?? 0);
}

function placesOf(text: string, words: string): { start: number; end: number; text: string }[] {
  const spans: { start: number; end: number; text: string }[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1))
    spans.push({ start: at, end: at + words.length, text: words });
  return spans;
}
