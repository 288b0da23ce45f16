import { createHash } from 'node:crypto';
import type { RecordEntity, RecordEvent, RecordQuote, RecordTime, TextRecord } from '#record/read-record.ts';
import type { DecisionKind, RecordDecisionRow } from './record.tables.ts';

export type FoundInText = RecordTime | RecordQuote | RecordEvent;

/** What a decision is stored by: a key that stays the same after the text was read again, and the words around the find. */
export type Selector = { key: string; prefix: string; suffix: string };

export type Decision = Pick<RecordDecisionRow, 'kind' | 'key' | 'verdict' | 'find' | 'prefix' | 'suffix'>;

/** So many units of its paragraph on either side tell a find from another of the same words. */
const AROUND = 40;

const keyOf = (...parts: string[]): string =>
  createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 10);

/** Half of a surrogate pair is nothing that a database keeps. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');

/** Where a find stands, as a W3C TextQuoteSelector does it: its words and those around it, never past its paragraph. */
export function toSelector(text: string, kind: DecisionKind, find: FoundInText): Selector {
  const before = text.slice(Math.max(0, find.start - AROUND), find.start);
  const after = text.slice(find.end, find.end + AROUND);
  const prefix = whole(before.slice(before.lastIndexOf('\n') + 1));
  const suffix = whole(after.split('\n', 1)[0] ?? '');
  return { key: keyOf(kind, whatOf(find), prefix, find.text, suffix), prefix, suffix };
}

/** What else tells two finds in the same words apart: an indirect quotation may hold a direct one, a sentence two plans. */
const whatOf = (find: FoundInText): string => ('what' in find ? find.what : 'kind' in find ? find.kind : '');

/** A name is decided on wherever the text has it. */
export const entityKey = ({ type, name }: Pick<RecordEntity, 'type' | 'name'>): string =>
  keyOf('entity', type, name);

/** A Sources box is confirmed as it stands: where the text comes to speak of others, it must be looked at again. */
export const sourcesKey = (content: string): string => keyOf('sources', content);

/**
 * The record as an editor left it: what was struck is gone, what was confirmed stands as it was found then, with confidence 1. A
 * decision on words that the text has no more waits for them to come back.
 */
export function applyDecisions(text: string, record: TextRecord, decisions: readonly Decision[]): TextRecord {
  if (decisions.length === 0) return record;
  return {
    ...record,
    times: decide(text, 'time', record.times, decisions),
    quotes: decide(text, 'quote', record.quotes, decisions),
    events: decide(text, 'event', record.events, decisions),
    entities: decideNames(record.entities, decisions),
  };
}

function decide<T extends FoundInText>(
  text: string,
  kind: DecisionKind,
  finds: readonly T[],
  decisions: readonly Decision[],
): T[] {
  let left = [...finds];
  for (const decision of decisions) {
    if (decision.kind !== kind) continue;
    const then = decision.find as unknown as T;
    const place = text.indexOf(decision.prefix + then.text + decision.suffix);
    if (place < 0) continue;
    const now = moved(then, place + decision.prefix.length - then.start);
    left = left.filter((find) => !isSame(find, now));
    if (decision.verdict === 'confirmed') left.push({ ...now, confidence: 1 });
  }
  return left.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Whether both are about the same: a better reader may cut the words otherwise. */
const isSame = (a: FoundInText, b: FoundInText): boolean =>
  a.start < b.end && b.start < a.end && whatOf(a) === whatOf(b);

function moved<T extends FoundInText>(find: T, by: number): T {
  const shifted = { ...find, start: find.start + by, end: find.end + by };
  if (!('speaker_start' in shifted) || shifted.speaker_start === null || shifted.speaker_end === null)
    return shifted;
  return { ...shifted, speaker_start: shifted.speaker_start + by, speaker_end: shifted.speaker_end + by };
}

function decideNames(entities: readonly RecordEntity[], decisions: readonly Decision[]): RecordEntity[] {
  const verdicts = new Map(
    decisions.filter(({ kind }) => kind === 'entity').map(({ key, verdict }) => [key, verdict]),
  );
  return entities.flatMap((entity) => {
    const verdict = verdicts.get(entityKey(entity));
    if (verdict === 'struck') return [];
    return verdict === 'confirmed' ? [{ ...entity, confidence: 1 }] : [entity];
  });
}
