import { isSayingToken } from '../saying.ts';
import { isLower, lowOf, type SentenceView, textOf } from './sentence-view.ts';

const STOPS =
  /^(which|who|whose|where|when|while|although|though|because|since|after|before|following|if|unless|whereas|despite|but|than)$/;

/** Where the clause of a verb ends: before a mark, another clause, or who says it. */
export function clauseEnd(view: SentenceView, verb: number, last: number): number {
  for (let at = verb + 1; at < last; at++) {
    const low = lowOf(view, at);
    if (
      /^[;:“”"(]$/.test(low) ||
      (isLower(view, at) && STOPS.test(low) && !view.timeAt(at) && !isAudience(view, verb, at))
    )
      return at;
    if (low === '—' || (low === '–' && !view.timeAt(at - 1))) return at;
    if (low === ',' && isAttribution(view, at + 1, last)) return at;
    if (low === '-' && lowOf(view, at + 1) === '-') return at;
  }
  return last;
}

/** "testify before Congress", "appear before a judge": who hears it. */
const isAudience = (view: SentenceView, verb: number, at: number): boolean =>
  lowOf(view, at) === 'before' &&
  /^(testify|appear|stand|go|come|speak|argue)$/.test(lowOf(view, verb)) &&
  !lowOf(view, at + 1).endsWith('ing');

/** ", officials said", ", according to". */
function isAttribution(view: SentenceView, from: number, last: number): boolean {
  if (lowOf(view, from) === 'according') return true;
  for (let at = from; at < Math.min(from + 9, last); at++) {
    if (lowOf(view, at) === ',' || view.timeAt(at)) return false;
    if (isSayingToken(view.analysis.tokens[at])) return at > from || lowOf(view, at) === 'said';
  }
  return false;
}

/** The place named in a stretch after "in", "at" or "to", or right after the verb. */
export function placeIn(view: SentenceView, verb: number, to: number): string | undefined {
  for (const { from, find } of view.entities) {
    if (find.type !== 'LOC' || from <= verb || from >= to) continue;
    for (let back = verb + 1; back < from; back++) if (lowOf(view, back) === 'during') return undefined;
    let at = from - 1;
    if (lowOf(view, at) === 'the') at--;
    if (at === verb || /^(in|at|to|into|for|of|near|toward|towards|on)$/.test(lowOf(view, at)))
      return find.name;
  }
  return undefined;
}

/** "12,000" */
const isInNumber = ({ analysis: { tokens } }: SentenceView, at: number): boolean =>
  tokens[at - 1]?.kind === 'number' &&
  tokens[at + 1]?.kind === 'number' &&
  tokens[at]?.end === tokens[at + 1]?.start;

/** As many words may tell what is planned. */
const LONGEST = 10;

/** The words after a verb up to its time or the end of its clause, without what only leads on. */
export function objectOf(view: SentenceView, verb: number, to: number): string {
  let last = verb + 1;
  while (
    last < to &&
    last - verb <= LONGEST &&
    (!/^[.,;:"“”]$/.test(lowOf(view, last)) || isInNumber(view, last))
  ) {
    if (lowOf(view, last + 1) === '.' && last + 1 < to && view.entityAt(last + 1)) last++;
    last++;
  }
  return textOf(view, { from: verb + 1, to: Math.min(last, to) }).replace(
    /(?: (?:on|in|at|by|from|until|for|to|of|with|and|early|later|as|a|the|off for))+$|^(?:on|in|at|by|from|until|for|and|early)$/,
    '',
  );
}
