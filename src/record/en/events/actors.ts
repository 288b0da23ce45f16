import type { RecordEntity } from '../../record.ts';
import { isSayingToken } from '../saying.ts';
import { describe, isPairOfPeople, isReduced, pair } from './descriptions.ts';
import { isHappening } from './happenings.ts';
import { type Actors, BACK, NOBODY, named, type Reader } from './reader.ts';
import { isLower, lowOf, type Placed, type SentenceView, type Words } from './sentence-view.ts';
import { isFiniteVerb, PREPOSITION, subjectOf } from './subjects.ts';

/** The end of the first part of a noun phrase, before "of", "in" and the like. */
function headEnd(view: SentenceView, { from, to }: Words): number {
  for (let at = from + 1; at < to; at++) {
    const inside = view.entityAt(at);
    if (inside && inside.from < at) continue;
    if (
      PREPOSITION.test(lowOf(view, at)) ||
      isReduced(view, at) ||
      (lowOf(view, at) === ',' && !view.entityAt(at + 1))
    )
      return at;
  }
  return to;
}

const isPossessor = (view: SentenceView, { to }: Words): boolean => /^('s|')$/.test(lowOf(view, to));

/** Whether a name stands for itself in a noun phrase, and not before its head: "the Smith report", "Seoul officials". */
const standsAlone = (view: SentenceView, entity: Placed<RecordEntity>, end: number): boolean =>
  entity.to >= end ||
  /^(and|,|&|or|\()$/.test(lowOf(view, entity.to)) ||
  (entity.find.type === 'PER' && view.entityAt(entity.to) !== undefined);

function namesIn(view: SentenceView, { from, to }: Words): string[] {
  const inside = view.entities.filter((entity) => entity.from >= from && entity.from < to);
  const alone = inside.filter((entity) => standsAlone(view, entity, to) && !isPossessor(view, entity));
  return alone.map(({ find }) => find.name);
}

/** Who stands before a pronoun in its own sentence as the one who says or does what comes first. */
function ownSentence(reader: Reader, view: SentenceView, at: number, depth: number): Actors | undefined {
  for (let back = at - 1; back > view.sentence.from && at - back < 40; back--) {
    const token = view.analysis.tokens[back];
    const reports = isSayingToken(token) || /^(denied|denies|agreed|decided|means)$/.test(token?.low ?? '');
    if (!reports || view.analysis.quoted[back]) continue;
    // "denied reports that it"
    if (token?.low === 'reports' && isFiniteVerb(view, back - 1)) continue;
    const words = subjectOf(view, back);
    if (words) return actorsOf(reader, view, words, depth + 1);
  }
  return undefined;
}

const fits = (low: string, type: RecordEntity['type']): boolean =>
  low === 'it' ? type !== 'PER' : type === 'PER';

function pronoun(reader: Reader, view: SentenceView, at: number, depth: number): Actors {
  const low = lowOf(view, at);
  const own = ownSentence(reader, view, at, depth);
  if (own && (own.named || low === 'they' || low === 'it')) return own;
  if (low === 'they') {
    const names = pair(reader, view, at, true);
    return names.length === 2 ? named(names) : NOBODY;
  }
  for (let index = view.index; index >= Math.max(0, view.index - BACK); index--) {
    const other = index === view.index ? view : reader.view(index);
    const first = other?.entities.find(
      (entity) =>
        fits(low, entity.find.type) &&
        (index < view.index || entity.to <= at) &&
        !other.analysis.quoted[entity.from] &&
        !isPossessor(other, entity),
    );
    if (first) return named([first.find.name]);
  }
  return own ?? NOBODY;
}

/** The people, organisations and governments that take part in a happening: "Smith's trial", "talks between Seoul and Tokyo". */
export function participants(reader: Reader, view: SentenceView, { from, to }: Words): string[] {
  const names: string[] = [];
  for (const entity of view.entities) {
    if (entity.from < from || entity.from >= to) continue;
    let at = entity.from - 1;
    while (
      at >= from &&
      (view.entityAt(at) ||
        /^(and|,|the|-|president|minister|leader|prime|foreign|defen[cs]e|finance)$/.test(lowOf(view, at)) ||
        !isLower(view, at))
    )
      at--;
    const link = lowOf(view, at);
    if (
      isPossessor(view, entity) ||
      link === 'between' ||
      link === 'with' ||
      (link === 'of' && entity.find.type !== 'LOC') ||
      link === 'by'
    )
      names.push(entity.find.name);
  }
  for (let at = from; at < to; at++) {
    if (lowOf(view, at) === 'between' && /^(the|them)$/.test(lowOf(view, at + 1)) && names.length === 0) {
      names.push(...pair(reader, view, at, isPairOfPeople(lowOf(view, at + 3))));
    }
    if (/^(his|her|its|their)$/.test(lowOf(view, at)) && names.length === 0) {
      const low = { his: 'he', her: 'she', its: 'it', their: 'they' }[lowOf(view, at)] ?? 'he';
      const owner = view.entities.find((entity) => entity.to <= at && fits(low, entity.find.type));
      if (owner) names.push(owner.find.name);
    }
  }
  return [...new Set(names)];
}

/** The names that a noun phrase stands for, as subject of what is planned or done. */
export function actorsOf(reader: Reader, view: SentenceView, words: Words, depth = 0): Actors {
  if (words.to - words.from === 1 && /^(he|she|it|they)$/.test(lowOf(view, words.from)))
    return depth > 2 ? NOBODY : pronoun(reader, view, words.from, depth);
  if (
    /^(i|we|you|there|this|that|who|which|nobody|everyone|one)$/.test(lowOf(view, words.from)) &&
    words.to - words.from < 3
  )
    return NOBODY;
  const end = headEnd(view, words);
  const head = lowOf(view, end - 1);
  if (isHappening(head) && (isLower(view, end - 1) || end - 1 === view.sentence.from))
    return { who: participants(reader, view, words), named: false, head };
  // "the date for the wedding"
  if (/^(date|time|venue|deadline)$/.test(head) && end < words.to)
    return actorsOf(reader, view, { from: end + 1, to: words.to }, depth);
  const names = namesIn(view, { from: words.from, to: end });
  return names.length > 0 ? named(names) : describe(reader, view, words, end);
}
