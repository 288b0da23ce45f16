import type { Analysis } from '../../analysis.ts';
import { firstEndingAfter } from '../../overlapping.ts';
import type { RecordEntity, RecordTime } from '../../record.ts';
import type { Sentence } from '../../sentences.ts';
import { isHappening } from './happenings.ts';

/** What was read of the text already. */
export type Found = { times: readonly RecordTime[]; entities: readonly RecordEntity[] };

/** A stretch of tokens, `to` exclusive. */
export type Words = { from: number; to: number };

export type Placed<T> = Words & { find: T };

/** A sentence with the names and times in it, found by token. */
export type SentenceView = {
  analysis: Analysis;
  sentence: Sentence;
  index: number;
  entities: readonly Placed<RecordEntity>[];
  times: readonly Placed<RecordTime>[];
  entityAt: (at: number) => Placed<RecordEntity> | undefined;
  timeAt: (at: number) => Placed<RecordTime> | undefined;
};

/** Whether one of a sorted list of finds begins in a sentence. */
export function hasWithin(
  list: readonly { start: number; end: number }[],
  { tokens }: Analysis,
  { from, to }: Sentence,
): boolean {
  const next = list[firstEndingAfter(list, tokens[from]?.start ?? 0)];
  return next !== undefined && next.start < (tokens[to - 1]?.end ?? 0);
}

function placed<T extends { start: number; end: number }>(
  { tokens }: Analysis,
  { from, to }: Sentence,
  list: readonly T[],
): Placed<T>[] {
  const found: Placed<T>[] = [];
  let at = from;
  const end = tokens[to - 1]?.end ?? 0;
  for (let next = firstEndingAfter(list, tokens[from]?.start ?? 0); next < list.length; next++) {
    const find = list[next];
    if (!find || find.start >= end) break;
    while (at < to && (tokens[at]?.end ?? 0) <= find.start) at++;
    let last = at;
    while (last < to && (tokens[last]?.start ?? 0) < find.end) last++;
    if (last > at) found.push({ from: at, to: last, find });
  }
  return found;
}

function byToken<T>(
  { from, to }: Sentence,
  finds: readonly Placed<T>[],
): (at: number) => Placed<T> | undefined {
  const map = new Array<Placed<T> | undefined>(to - from);
  for (const find of finds) map.fill(find, find.from - from, find.to - from);
  return (at) => map[at - from];
}

/** A common noun that has its capital from the beginning of the sentence: "Elections will be held". */
function isCommon({ tokens }: Analysis, { from }: Sentence, entity: Placed<RecordEntity>): boolean {
  const low = tokens[entity.from]?.low ?? '';
  const first = entity.from === from || /^["“‘]$/.test(tokens[entity.from - 1]?.low ?? '');
  return first && entity.to === entity.from + 1 && (isHappening(low) || COMMON.test(low));
}
const COMMON =
  /^(voters|teachers|officials|lawmakers|doctors|nurses|workers|students|police|leaders|ministers|negotiators|residents|organi[sz]ers|prosecutors|investigators|lawyers|members|delegates|troops|soldiers|protesters|activists|astronauts|schools|laws|tickets|fans|families|parents|people|results|ballots)$/;

export function viewSentence(analysis: Analysis, index: number, found: Found): SentenceView | undefined {
  const sentence = analysis.sentences[index];
  if (!sentence) return undefined;
  const entities = placed(analysis, sentence, found.entities).filter(
    (entity) => !isCommon(analysis, sentence, entity),
  );
  const times = placed(analysis, sentence, found.times);
  return {
    analysis,
    sentence,
    index,
    entities,
    times,
    entityAt: byToken(sentence, entities),
    timeAt: byToken(sentence, times),
  };
}

export const lowOf = ({ analysis }: SentenceView, at: number): string => analysis.tokens[at]?.low ?? '';
export const textOf = ({ analysis: { text, tokens } }: SentenceView, { from, to }: Words): string =>
  to > from ? text.slice(tokens[from]?.start ?? 0, tokens[to - 1]?.end ?? 0) : '';
/** Whether a token is a word in lower case. */
export const isLower = ({ analysis }: SentenceView, at: number): boolean => {
  const token = analysis.tokens[at];
  return token?.kind === 'word' && token.text === token.low;
};
