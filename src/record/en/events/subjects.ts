import { isPastForm } from '../past-forms.ts';
import { isSayingToken } from '../saying.ts';
import { isHappening } from './happenings.ts';
import { isLower, lowOf, type SentenceView, type Words } from './sentence-view.ts';

/** No noun phrase is looked for over more tokens than this. */
const LONGEST = 30;

const CLAUSE = new Set(
  `that because while when whenever after before if as since although though but whether which who whom whose where than so until unless how why what
yet whereas even`.split(/\s+/),
);
const VERBS = new Set(
  `is are was were be been being has have had does do did will would can could may might must shall should says say hopes hope plans expects believes
thinks wants reports adds warns claims insists cannot isn't aren't wasn't weren't won't can't didn't doesn't don't means shows suggests`.split(
    /\s+/,
  ),
);
const FILLERS =
  /^(also|then|now|later|soon|still|both|all|each|again|first|next|once|already|currently|jointly|himself|herself|itself)$/;
const ARTICLES = /^(a|an|the|his|her|its|their|two|three|several|some|'s)$/;
export const PREPOSITION =
  /^(of|in|for|at|from|on|to|with|between|by|against|under|over|near|around|about|into|during|after|before|amid|despite|without|following|including|like|through|among)$/;

/** Whether a token is a finite verb, which ends the noun phrase after it: "the detained man" has none. */
export function isFiniteVerb(view: SentenceView, at: number): boolean {
  const low = lowOf(view, at);
  if (!isLower(view, at) && low !== "won't") return false;
  if (VERBS.has(low) || isSayingToken(view.analysis.tokens[at]))
    return !ARTICLES.test(lowOf(view, at - 1)) || low === 'is';
  // "a delegation led by Kim" tells of the delegation
  return isPastForm(low) && !ARTICLES.test(lowOf(view, at - 1)) && lowOf(view, at + 1) !== 'by';
}

/** Back over adverbs, a time and brackets between a subject and its verb: "The panel on Friday also". */
function skipBetween(view: SentenceView, verb: number): number {
  const first = view.sentence.from;
  let to = verb;
  for (let round = 0; round < 6 && to > first; round++) {
    const low = lowOf(view, to - 1);
    const time = view.timeAt(to - 1);
    if (time && lowOf(view, to) !== "'s") {
      to = time.from;
      if (/^(on|in|at|early|late|later|by|from)$/.test(lowOf(view, to - 1))) to--;
    } else if (isLower(view, to - 1) && (FILLERS.test(low) || (low.endsWith('ly') && low.length > 4))) to--;
    else if (low === ')') {
      let open = to - 1;
      while (open > first && to - open < 12 && lowOf(view, open) !== '(') open--;
      if (lowOf(view, open) !== '(') break;
      to = open;
    } else break;
  }
  return to;
}

/** The comma that opens what the comma before `to` closes: "Kim, the leader of the party, will". */
function openingComma(view: SentenceView, close: number): number | undefined {
  for (let at = close - 1; at > view.sentence.from && close - at < 40; at--) {
    if (lowOf(view, at) !== ',' || view.entityAt(at)) continue;
    const place = view.entityAt(at + 1);
    // "of Austin, Texas,": the second comma of a place
    if (place?.find.type === 'LOC' && place.to === close && view.entityAt(at - 1)?.find.type === 'LOC')
      continue;
    return at;
  }
  return undefined;
}

/** "Smith, Lee and Park": whether the comma at `at` divides a list whose rest goes up to `to`. */
function isList(view: SentenceView, at: number, to: number): boolean {
  if (!view.entityAt(at - 1) || !view.entityAt(at + 1)) return false;
  for (let next = at + 1; next < to; next++)
    if (lowOf(view, next) === 'and' || lowOf(view, next) === ',') return true;
  return false;
}

function phraseStart(view: SentenceView, to: number): number {
  const { analysis, sentence } = view;
  let from = to;
  while (from > sentence.from && to - from < LONGEST) {
    const entity = view.entityAt(from - 1);
    if (entity) {
      from = Math.max(entity.from, sentence.from);
      continue;
    }
    const token = analysis.tokens[from - 1];
    const low = token?.low ?? '';
    if (analysis.quoted[from - 1]) break;
    if (token?.kind === 'mark') {
      if (low === ',' ? !isList(view, from - 1, to) : !/^[-‑.&'’$%]$/.test(low)) break;
    } else if (CLAUSE.has(low) || (from < to && isFiniteVerb(view, from - 1))) break;
    else if (view.timeAt(from - 1) && lowOf(view, from) !== "'s" && isLastOfTime(view, from - 1)) break;
    from--;
  }
  return from;
}

const isLastOfTime = (view: SentenceView, at: number): boolean => view.timeAt(at)?.to === at + 1;

/** Without what only leads to the subject: "and", "In Washington". */
function trimStart(view: SentenceView, { from, to }: Words): Words {
  let start = from;
  while (
    start < to &&
    /^(and|but|or|then|so|also|both|meanwhile|however|,|either|-|–|—)$/.test(lowOf(view, start))
  )
    start++;
  if (PREPOSITION.test(lowOf(view, start))) {
    const last = view.entityAt(to - 1);
    return last && last.from > start + 1 ? { from: last.from, to } : { from: to, to };
  }
  // "met Lee and Park will": what stands before "and" is the object of the verb before
  const verb = start - 1;
  if (verb >= view.sentence.from && isFiniteVerb(view, verb) && !isSayingToken(view.analysis.tokens[verb]))
    for (let at = start; at < to; at++) if (lowOf(view, at) === 'and') return { from: at + 1, to };
  return { from: start, to };
}

/** The finite verb nearest before a token, outside quotation marks. */
export function verbBefore(view: SentenceView, before: number): number | undefined {
  for (let at = before - 1; at >= view.sentence.from && before - at < 60; at--)
    if (!view.analysis.quoted[at] && !view.entityAt(at) && isFiniteVerb(view, at)) return at;
  return undefined;
}

const isModal = (low: string): boolean =>
  /^(is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|shall|should|to|not)$/.test(
    low,
  );

/** Where the words of a verb begin: "has since been" for "been". */
export function groupStart(view: SentenceView, verb: number): number {
  let at = verb;
  while (
    at > view.sentence.from &&
    (/^(has|have|had|is|are|was|were|will|would|been|be|to|not)$/.test(lowOf(view, at - 1)) ||
      (isLower(view, at - 1) && lowOf(view, at - 1).endsWith('ly')))
  )
    at--;
  return at;
}

/** "the prime minister of Italy, Matteo Renzi,": the person named between two commas. */
function apposedPerson(view: SentenceView, open: number, close: number): Words | undefined {
  const entity = view.entityAt(close - 1);
  const before = view.entityAt(open - 1);
  if (entity?.find.type !== 'PER' || entity.to !== close || before?.find.type === 'PER') return undefined;
  return entity.from === open + 1 ? { from: entity.from, to: close } : undefined;
}

/** The person alone, or with the happening told of: "the visit by the prime minister, Matteo Renzi,". */
function withPerson(view: SentenceView, open: number, person: Words): Words {
  const from = phraseStart(view, open);
  for (let at = from; at < open; at++)
    if (isHappening(lowOf(view, at)) && isLower(view, at)) return { from, to: person.to };
  return person;
}

function afterPreposition(view: SentenceView, { from, to }: Words): Words {
  for (let at = to - 1; at > from; at--)
    if (PREPOSITION.test(lowOf(view, at)) && lowOf(view, at) !== 'of' && !view.entityAt(at))
      return { from: at + 1, to };
  return { from, to };
}

/** The noun phrase that is the subject of the verb group beginning at `verb`; `depth` bounds how often one leads to another. */
export function subjectOf(view: SentenceView, verb: number, depth = 0): Words | undefined {
  const first = view.sentence.from;
  if (depth > 3) return undefined;
  let to = skipBetween(view, verb);
  if (lowOf(view, to - 1) === ',' && to - 1 > first) {
    const open = openingComma(view, to - 1);
    const joined = open === undefined || /^(and|but|then)$/.test(lowOf(view, to));
    const person = joined ? undefined : apposedPerson(view, open, to - 1);
    if (person) return withPerson(view, open ?? to, person);
    to = skipBetween(view, joined ? to - 1 : open);
  }
  if (to <= first || isModal(lowOf(view, to - 1))) return undefined;
  const before = lowOf(view, to - 1);
  if (/^(who|which|that)$/.test(before)) {
    const comma = lowOf(view, to - 2) === ',';
    const words = subjectOf(view, comma ? to - 2 : to - 1, depth + 1);
    // Without a comma "which" stands for the noun just before it: "after the shuttle's last flight which launches"
    return words && !comma ? afterPreposition(view, words) : words;
  }
  if (/^(and|but|then|or)$/.test(before)) {
    const other = verbBefore(view, to - 1);
    return other === undefined ? undefined : subjectOf(view, groupStart(view, other), depth + 1);
  }
  const words = trimStart(view, { from: phraseStart(view, to), to });
  return words.to > words.from ? words : undefined;
}
