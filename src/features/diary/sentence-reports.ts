import { type Analysis, analyse } from '#record/analysis.ts';
import type { RecordTime, TextRecord } from '#record/record.ts';
import type { Sentence } from '#record/sentences.ts';
import { type Actor, headOf, isSamePerson, personName } from './actors.ts';
import { type DaySpan, isCompatible, toSpan } from './day-span.ts';
import { actOf, BY_NAME, contentOf, isArranged, isDone, isSameAct, stem } from './event-words.ts';
import { isSameContext, objectOf } from './same-event.ts';
import { contextOf, type Told } from './told.ts';

/** An article as it is looked through for what came of an event; `day` is that of its publication, in its edition's zone. */
export type ReportingText = { analysis: Analysis; record: TextRecord; context: string[]; day: number };

export type Report = { effect: 'happened' | 'cancelled'; sentence: Told['sentence'] };

export const toReportingText = (text: string, record: TextRecord, day: number): ReportingText => ({
  analysis: analyse(text),
  record,
  context: contextOf(record),
  day,
});

/** A verb is looked for so many words after its subject. */
const REACH = 14;
const NEGATIONS = new Set(
  "not never no without failed refused declined would will could should may might to if had unless before didn't wasn't weren't hasn't haven't".split(
    ' ',
  ),
);
const HAVE_BEEN = new Set('was were been'.split(' '));
const CALLED_OFF = new Set('cancelled canceled scrapped abandoned postponed'.split(' '));
/** A vague plan is over when its last day is; news of a day may come on the next. */
const NEXT_DAY = 1;

/**
 * The first sentence of a later article that says what came of an announced event: its actor, its verb in the past, what it is about
 * and a day that fits, in the article's own words. Quoted speech, denials and conditions report nothing. Linear in the text.
 */
export function findReport(announced: Told, report: ReportingText): Report | undefined {
  const things = announced.actors.every(({ kind }) => kind === 'thing');
  if (things && !isSameContext(announced.context, report.context)) return undefined;
  for (const sentence of report.analysis.sentences) {
    const effect = readSentence(announced, report, sentence);
    if (effect) return { effect, sentence: spanOf(report.analysis, sentence) };
  }
  return undefined;
}

function spanOf({ tokens, text }: Analysis, { from, to }: Sentence): Told['sentence'] {
  const [start, end] = [tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0];
  return { start, end, text: text.slice(start, end) };
}

function readSentence(
  announced: Told,
  report: ReportingText,
  sentence: Sentence,
): Report['effect'] | undefined {
  const { analysis } = report;
  const span = spanOf(analysis, sentence);
  const times = report.record.times.filter(({ start, end }) => start >= span.start && end <= span.end);
  for (const actor of announced.actors) {
    const at = actorAt(actor, report, sentence);
    if (at === undefined) continue;
    const effect = effectAfter(announced, analysis, at, sentence);
    if (!effect || !isAbout(announced, span.text)) continue;
    if (isOnItsDay(announced.span, times, report.day, effect)) return effect;
  }
  return undefined;
}

/** Where an actor is named in a sentence, outside of quotations. */
function actorAt(actor: Actor, { analysis, record }: ReportingText, sentence: Sentence): number | undefined {
  const { tokens, quoted } = analysis;
  const word = actor.kind === 'person' ? personName(actor.name).family : headOf(actor.name);
  for (let at = sentence.from; at < sentence.to; at++) {
    const token = tokens[at];
    if (!token || quoted[at] || token.kind !== 'word') continue;
    if (
      actor.kind === 'thing'
        ? stem(token.low) !== word
        : actor.kind === 'person'
          ? token.low !== word
          : stem(token.low) !== word
    )
      continue;
    const entity = record.entities.find(({ start, end }) => start <= token.start && end >= token.end);
    if (actor.kind === 'person' && (entity?.type !== 'PER' || !isSamePerson(entity.name, actor.name)))
      continue;
    if (
      actor.kind === 'name' &&
      ![...contentOf(actor.name)].every((part) => contentOf(entity?.name ?? '').has(part))
    )
      continue;
    return at;
  }
  return undefined;
}

/** What a sentence says of the event after its actor: that it was done, or called off. */
function effectAfter(
  { what }: Told,
  { tokens, quoted }: Analysis,
  actor: number,
  sentence: Sentence,
): Report['effect'] | undefined {
  const act = actOf(what);
  const passive = act === BY_NAME || what.startsWith('be ') || isDone(what.split(' ')[0] ?? '');
  let helper = false;
  for (let at = actor + 1; at < Math.min(sentence.to, actor + REACH); at++) {
    const { low = '' } = tokens[at] ?? {};
    if (quoted[at] || NEGATIONS.has(low) || low.endsWith("n't")) return undefined;
    helper ||= HAVE_BEEN.has(low);
    if (CALLED_OFF.has(low)) return helper || !passive ? 'cancelled' : undefined;
    if (/^(?:called|put)$/.test(low) && tokens[at + 1]?.low === 'off') return 'cancelled';
    if (isArranged(low)) return undefined;
    if (!isSameAct(actOf(low), act) || !isPast(low)) continue;
    // "the minutes were published", but also "the talks began", "the strike ended"
    return helper === passive || act === BY_NAME || !passive ? 'happened' : undefined;
  }
  return undefined;
}

const isPast = (low: string): boolean =>
  isDone(low) || (stem(low) !== low.replace(/e$/, '') && !/(?:ing|s)$/.test(low));

/** Whether a sentence has something of what the event is about; an event that is told in one verb needs nothing more. */
function isAbout(announced: Told, text: string): boolean {
  const object = objectOf(announced);
  if (object.size === 0) return true;
  const words = contentOf(text);
  return [...object].some((word) => words.has(word));
}

/** Whether a sentence's day is the event's; without one the day of publication is taken, for what was to be on a day or in a week. */
function isOnItsDay(
  span: DaySpan,
  times: readonly RecordTime[],
  day: number,
  effect: Report['effect'],
): boolean {
  const told = times
    .filter(({ type }) => type === 'DATE' || type === 'TIME')
    .flatMap(({ value, mod }) => toSpan({ value, mod }) ?? []);
  if (effect === 'cancelled')
    return (
      day <= span.last + NEXT_DAY &&
      (told.length === 0 || told.some((one) => isCompatible(one, span) || one.last === day))
    );
  if (day < span.first) return false;
  if (told.length > 0)
    return told.some((one) => one.precision !== 'longer' && isCompatible(one, span) && one.first <= day);
  return day <= span.last + NEXT_DAY && span.precision !== 'longer' && span.precision !== 'month';
}
