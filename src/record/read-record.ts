import { type Analysis, analyse } from './analysis.ts';
import { readEvents } from './en/events/read-events.ts';
import { readNames } from './en/names/read-names.ts';
import { readQuotes } from './en/quotes/read-quotes.ts';
import { readTimes } from './en/times/read-times.ts';
import { readKoreanEvents } from './ko/events/read-events.ts';
import { readKoreanNames } from './ko/names/read-names.ts';
import { readKoreanQuotes } from './ko/quotes/read-quotes.ts';
import { readKoreanTimes } from './ko/read-times.ts';
import { type Language, languageOf } from './language.ts';
import type { RecordTime, TextRecord } from './record.ts';
import { RECORD_VERSION } from './record.ts';
import { readWritingTime, type WritingTime } from './times/writing-time.ts';

export type {
  RecordEntity,
  RecordEvent,
  RecordQuote,
  RecordTime,
  TextRecord,
} from './record.ts';

/** `published`: ISO 8601, a day or a moment. `zone`: the IANA zone whose days "today" and "Wednesday" mean. `language`: BCP 47. */
export type TextOrigin = { published?: string | Date; zone?: string; language?: string };

/** With `explain`, each find names the rule that made it. */
export type ReadOptions = { explain?: boolean };

type ReadTimes = (analysis: Analysis, writing: WritingTime | undefined, explain: boolean) => RecordTime[];
const TIMES: Record<Language, ReadTimes> = { en: readTimes, ko: readKoreanTimes };

function readKorean(
  analysis: Analysis,
  times: RecordTime[],
  writing: WritingTime | undefined,
  explain: boolean,
): TextRecord {
  const entities = readKoreanNames(analysis, explain);
  const quotes = readKoreanQuotes(analysis, entities, explain);
  const events = readKoreanEvents(analysis, { times, entities }, writing, explain);
  return { version: RECORD_VERSION, times, quotes, entities, events };
}

/**
 * Reads what a text says of times, quotations, names and events. Pure and deterministic: the same text and origin always give the
 * same record. Offsets are UTF-16 units into `text`. Where a meaning cannot be told it is left out; without `published` that
 * holds for every time that is counted from the day of writing. Never throws for any text; a zone that is not known throws a RangeError.
 */
export function readRecord(text: string, origin: TextOrigin, options: ReadOptions = {}): TextRecord {
  const analysis = analyse(text);
  const writing = readWritingTime(origin.published, origin.zone);
  const explain = options.explain === true;
  const language = languageOf(text, origin.language);
  const times = TIMES[language](analysis, writing, explain);
  if (language === 'ko') return readKorean(analysis, times, writing, explain);
  const entities = readNames(analysis, explain);
  const events = readEvents(analysis, { times, entities }, writing, explain);
  return {
    version: RECORD_VERSION,
    times,
    quotes: readQuotes(analysis, entities, explain),
    entities,
    events,
  };
}
