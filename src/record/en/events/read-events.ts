import type { Analysis } from '../../analysis.ts';
import type { RecordEntity, RecordEvent, RecordTime } from '../../record.ts';
import type { Sentence } from '../../sentences.ts';
import { toValue } from '../../times/when.ts';
import type { WritingTime } from '../../times/writing-time.ts';
import { isPronoun } from '../quotes/name-words.ts';
import { subjectBefore } from '../quotes/subject.ts';
import { findPlans, type Plan } from './plans.ts';

/** What was read of the text already. */
export type Found = { times: readonly RecordTime[]; entities: readonly RecordEntity[] };

const isDay = (value: string): boolean => /^\d{4}-\d{2}(-\d{2}|$)|^\d{4}-W\d{2}/.test(value);

/** Whether a value lies on or after a day; months and weeks count to their end. */
const isAhead = (value: string, today: string): boolean =>
  value.length === 7 ? value >= today.slice(0, 7) : value.includes('W') ? true : value.slice(0, 10) >= today;

/** The time that a plan is for: the nearest one after its verb, else one that opens the sentence. */
function timeOf(
  { tokens }: Analysis,
  { at, verb }: Plan,
  times: readonly RecordTime[],
  next: number,
): RecordTime | undefined {
  const start = tokens[verb]?.start ?? 0;
  const end = tokens[next - 1]?.end ?? 0;
  const dated = times.filter(({ type, value }) => (type === 'DATE' || type === 'TIME') && isDay(value));
  const after = dated.find((time) => time.start > start && time.end <= end && !belongsToSaying(tokens, time));
  return after ?? dated.find((time) => time.end <= (tokens[at]?.start ?? 0) && opensSentence(tokens, time));
}

/** The token that begins at an offset, by halves. */
function indexAt(tokens: Analysis['tokens'], start: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tokens[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** "…, sources said Wednesday": the day of the saying. */
function belongsToSaying(tokens: Analysis['tokens'], { start }: RecordTime): boolean {
  const at = indexAt(tokens, start);
  return (
    /^(said|says|announced|told|reported|confirmed|statement)$/.test(tokens[at - 1]?.low ?? '') ||
    /^(said|announced)$/.test(tokens[at - 2]?.low ?? '')
  );
}

function opensSentence(tokens: Analysis['tokens'], { start }: RecordTime): boolean {
  const at = indexAt(tokens, start);
  const before = tokens[at - 2];
  return at < 2 || before?.kind === 'break' || /^[.!?"”]$/.test(before?.low ?? '');
}

/** Who the plan is about: the people and organisations in its subject, with their full names; else its words. */
function whoOf(
  analysis: Analysis,
  plan: Plan,
  sentence: Sentence,
  entities: readonly RecordEntity[],
): string[] {
  const { tokens, text } = analysis;
  const words = subjectBefore(analysis, plan.at, sentence.from);
  if (!words) return [];
  const [start, end] = [tokens[words.from]?.start ?? 0, tokens[words.to - 1]?.end ?? 0];
  if (isPronoun(tokens[words.from]?.low ?? '')) return [];
  const named = entities.filter(
    (entity) => entity.start < end && entity.end > start && entity.end <= (tokens[plan.at]?.start ?? 0),
  );
  return named.length > 0 ? [...new Set(named.map(({ name }) => name))] : [text.slice(start, end)];
}

/** The place that the clause of the plan names after "in", "at", "to", or as what is visited. */
function whereOf(
  { tokens }: Analysis,
  { verb }: Plan,
  next: number,
  entities: readonly RecordEntity[],
): string | undefined {
  let to = verb + 1;
  while (to < next && !/^[,;:"“”]$/.test(tokens[to]?.low ?? '')) to++;
  const [start, end] = [tokens[verb]?.end ?? 0, tokens[to - 1]?.end ?? 0];
  return entities.find((entity) => entity.type === 'LOC' && entity.start >= start && entity.end <= end)?.name;
}

/** The words of the plan: from its verb to its time, or to the end of its clause. */
function whatOf({ text, tokens }: Analysis, plan: Plan, time: RecordTime, next: number): string {
  const start = tokens[plan.verb]?.start ?? 0;
  let last = plan.verb;
  while (
    last + 1 < next &&
    !/^[.,;:"“”]$/.test(tokens[last + 1]?.low ?? '') &&
    (tokens[last + 1]?.end ?? 0) <= (time.start > start ? time.start : Number.POSITIVE_INFINITY)
  )
    last++;
  const words = text.slice(start, tokens[last]?.end ?? start);
  return words.replace(/ (?:on|in|at|by|from|until|for)$/, '');
}

function readSentence(
  analysis: Analysis,
  sentence: Sentence,
  found: Found,
  today: string,
  explain: boolean,
): RecordEvent[] {
  const { tokens, text } = analysis;
  const [start, end] = [tokens[sentence.from]?.start ?? 0, tokens[sentence.to - 1]?.end ?? 0];
  const plans = findPlans(analysis, sentence);
  const events: RecordEvent[] = [];
  for (const [index, plan] of plans.entries()) {
    const next = plans[index + 1]?.at ?? sentence.to;
    const time = timeOf(analysis, plan, found.times, next);
    const who = whoOf(analysis, plan, sentence, found.entities);
    if (!time || who.length === 0 || !isAhead(time.value, today)) continue;
    const where = whereOf(analysis, plan, next, found.entities);
    events.push({
      start,
      end,
      text: text.slice(start, end),
      what: whatOf(analysis, plan, time, next),
      who,
      ...(where && { where }),
      when: time.value,
      status: plan.status,
      confidence: Math.min(0.8, time.confidence),
      ...(explain && { rule: plan.passive ? 'plan-passive' : 'plan' }),
    });
  }
  return events;
}

/** The first of a sorted list that ends after an offset, by halves. */
function firstAfter<T extends { end: number }>(list: readonly T[], offset: number): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function within<T extends { start: number; end: number }>(
  list: readonly T[],
  start: number,
  end: number,
): T[] {
  const found: T[] = [];
  for (let at = firstAfter(list, start); at < list.length && (list[at]?.start ?? end) < end; at++) {
    const item = list[at];
    if (item) found.push(item);
  }
  return found;
}

/** Reads planned events: who will do what on which day. Only what is announced or expected with a date ahead; no guesses. */
export function readEvents(
  analysis: Analysis,
  found: Found,
  writing: WritingTime | undefined,
  explain: boolean,
): RecordEvent[] {
  if (!writing) return [];
  const today = toValue({ unit: 'day', day: writing.day });
  return analysis.sentences.flatMap((sentence) => {
    const [start, end] = [
      analysis.tokens[sentence.from]?.start ?? 0,
      analysis.tokens[sentence.to - 1]?.end ?? 0,
    ];
    const times = within(found.times, start, end);
    if (times.length === 0 || sentence.to - sentence.from > 200) return [];
    return readSentence(
      analysis,
      sentence,
      { times, entities: within(found.entities, start, end) },
      today,
      explain,
    );
  });
}
