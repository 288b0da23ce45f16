import type { Analysis } from '../../analysis.ts';
import type { RecordTime, TimeAnchor } from '../../record.ts';
import type { Context, Mention, Phrase, Reading, Scan } from '../../times/phrase.ts';
import { firstDay, isWritable, type When, yearOf } from '../../times/when.ts';
import type { WritingTime } from '../../times/writing-time.ts';
import { tenseAround } from '../tense.ts';
import { findDateline } from './dateline.ts';
import { readEnglishTimes } from './rules.ts';
import { findSpeechTimes, speechTimeAt } from './speech-time.ts';

type State = {
  analysis: Analysis;
  writing: WritingTime | undefined;
  anchor: TimeAnchor;
  mention: Mention | undefined;
  /** Whether most dates with a year are long past: then dates without one belong to the story told, not to the present. */
  history: boolean;
  /** How many dates in a row were of years long past. */
  run: number;
  lastDay: { sentence: number; paragraph: number; day: number } | undefined;
};

/** From this many years away on, a story tells history, and its dates without a year keep to it. */
const HISTORY = 2;

const paragraphOf = ({ sentences }: Analysis, sentence: number): number =>
  sentences[sentence]?.paragraph ?? 0;

function storyYear({ analysis, writing, mention, run, history }: State, phrase: Phrase): number | undefined {
  if (!mention?.explicit || mention.when.unit === 'decade' || mention.when.unit === 'century')
    return undefined;
  const year = yearOf(mention.when);
  const now = writing && yearOf({ unit: 'day', day: writing.day });
  if (now !== undefined && now - year < HISTORY) return undefined;
  const sentence = analysis.sentences[analysis.sentenceOf[phrase.from] ?? -1];
  const near = sentence?.paragraph === mention.paragraph;
  return near || run > 3 || history ? year : undefined;
}

function contextOf(state: State, phrase: Phrase): Context {
  const { analysis, writing, anchor, mention, lastDay } = state;
  const sentence = analysis.sentenceOf[phrase.from] ?? -1;
  return {
    day: writing?.day,
    minute: writing?.minute,
    anchor,
    mention,
    mentionedDay:
      lastDay && paragraphOf(analysis, sentence) - lastDay.paragraph < 2 ? lastDay.day : undefined,
    sentenceDay: lastDay?.sentence === sentence ? lastDay.day : undefined,
    storyYear: storyYear(state, phrase),
    tense: tenseAround(analysis, phrase.from, phrase.to),
  };
}

const isFar = (when: When, writing: WritingTime | undefined): boolean =>
  writing === undefined || Math.abs(firstDay(when) - writing.day) > 365 * HISTORY;

function remember(state: State, phrase: Phrase, { when, explicit }: Reading, context: Context): void {
  // "up from $4 million a year earlier": a comparison, after which the text goes on where it was
  if (!when || phrase.rule === 'compared-with-mention') return;
  const sentence = state.analysis.sentenceOf[phrase.from] ?? -1;
  const paragraph = paragraphOf(state.analysis, sentence);
  if (when.unit === 'day') state.lastDay = { sentence, paragraph, day: when.day };
  const fixed = explicit === true || (context.storyYear !== undefined && yearOf(when) === context.storyYear);
  state.run = fixed && isFar(when, state.writing) ? state.run + 1 : fixed ? 0 : state.run;
  state.mention = { when, sentence, paragraph, explicit: fixed };
}

function toTime({ text, tokens }: Analysis, phrase: Phrase, reading: Reading, explain: boolean): RecordTime {
  const start = tokens[phrase.from]?.start ?? 0;
  const end = tokens[phrase.to - 1]?.end ?? start;
  const { type, value, mod, anchor, zone, confidence } = reading;
  return {
    start,
    end,
    text: text.slice(start, end),
    type,
    value,
    ...(mod && { mod }),
    ...(anchor && { anchor }),
    ...(zone && { zone }),
    confidence,
    ...(explain && { rule: phrase.rule }),
  };
}

type ReadAt = (scan: Scan, at: number) => Phrase[] | undefined;

/** The phrases of a text from left to right, the longest at each place; none overlaps another. */
function findPhrases(analysis: Analysis, readAt: ReadAt): Phrase[] {
  const phrases: Phrase[] = [];
  for (let at = 0; at < analysis.tokens.length; ) {
    const found = readAt(analysis, at);
    if (found) for (const phrase of found) phrases.push(phrase);
    at = found?.at(-1)?.to ?? at + 1;
  }
  return phrases;
}

/** What a speaker calls "today" is the day of speaking; where only its month or year is told, no day can be counted from it. */
function inSpeech(context: Context, spoken: When | undefined): Context {
  if (!spoken || context.day === undefined) return context;
  if (spoken.unit === 'day')
    return spoken.day === context.day
      ? context
      : { ...context, day: spoken.day, minute: undefined, anchor: 'mention' };
  const now = firstDay(spoken) <= context.day && context.day - firstDay(spoken) < 40;
  return now ? context : { ...context, day: undefined, minute: undefined };
}

/** A day's or a month's name alone in quotation marks is a title: the film "Black Friday". */
function isTitle({ tokens }: Analysis, { from, to }: Phrase): boolean {
  const [before, first, after] = [tokens[from - 1]?.low, tokens[from], tokens[to]?.low];
  const marked =
    (before === '"' || before === '“' || before === '‘') && (after === '"' || after === '”' || after === '’');
  return marked && first?.kind === 'word' && first.text !== first.low;
}

const NOTHING: Context = {
  day: undefined,
  minute: undefined,
  anchor: 'published',
  mention: undefined,
  mentionedDay: undefined,
  sentenceDay: undefined,
  storyYear: undefined,
  tense: 'none',
};

/** Whether of the dates that bear a year nearly all are long past, and there are several. */
function isHistory(phrases: readonly Phrase[], writing: WritingTime | undefined): boolean {
  let far = 0;
  let near = 0;
  for (const phrase of phrases) {
    const reading = phrase.read(NOTHING);
    if (!reading?.when || !reading.explicit) continue;
    if (isFar(reading.when, writing)) far++;
    else near++;
  }
  return far > 5 && far > near * 4;
}

/** Reads the times of an English text; `writing` is when it was written, if that is known. */
export function readTimes(
  analysis: Analysis,
  writing: WritingTime | undefined,
  explain: boolean,
): RecordTime[] {
  const phrases = findPhrases(analysis, readEnglishTimes);
  const dateline = findDateline(analysis, phrases, writing);
  const state: State = {
    analysis,
    writing: dateline ?? writing,
    anchor: dateline ? 'dateline' : 'published',
    mention: undefined,
    run: 0,
    history: isHistory(phrases, dateline ?? writing),
    lastDay: undefined,
  };
  const speech = findSpeechTimes(analysis, phrases, (phrase) => contextOf(state, phrase));
  const times: RecordTime[] = [];
  for (const phrase of phrases) {
    const context = inSpeech(contextOf(state, phrase), speechTimeAt(analysis, speech, phrase.from));
    if (isTitle(analysis, phrase)) continue;
    const reading = phrase.read(context);
    if (!reading || (reading.when && !isWritable(reading.when))) continue;
    times.push(toTime(analysis, phrase, reading, explain));
    remember(state, phrase, reading, context);
  }
  return times;
}
