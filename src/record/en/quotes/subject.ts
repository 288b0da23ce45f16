import type { Analysis } from '../../analysis.ts';
import { isPastForm } from '../past-forms.ts';
import { isSayingToken } from '../saying.ts';
import { runEnd } from './name-runs.ts';
import { isNameWord, isOrganisationWord, isParticle, isPronoun, isTitle } from './name-words.ts';

/** The words that name who speaks: tokens from `from` to before `to`. */
export type SpeakerWords = { from: number; to: number };

const ADVERBS = new Set(
  'also later then has have had never once still reportedly would is was were recently further again already first even added himself herself publicly often previously just not be been'.split(
    ' ',
  ),
);
const DETERMINERS = new Set(
  'a an the one another some two three several many his her their its this that both other no every each'.split(
    ' ',
  ),
);
const PREPOSITIONS = new Set(
  'of for at in from with on by to about near who which whose as under'.split(' '),
);
const BOUNDARIES = new Set([
  'and',
  'but',
  'that',
  'when',
  'while',
  'as',
  'because',
  'if',
  'so',
  'after',
  'where',
  'before',
  'although',
  'though',
]);

const isMark = (low: string): boolean => /^[,.;:!?()"“”—–\n]$/.test(low);

/** How long the words for a speaker may be, in tokens. */
const LONGEST = 24;

/** Where a noun phrase that ends before `to` begins. */
function phraseStart({ tokens, quoted }: Analysis, to: number, first: number): number {
  let at = to;
  while (at > first && to - at < LONGEST) {
    const low = tokens[at - 1]?.low ?? '';
    if (isMark(low) || quoted[at - 1] || BOUNDARIES.has(low) || isSayingToken(tokens[at - 1])) break;
    at--;
  }
  return at;
}

/** The comma that opens what stands between commas before `to`: "X, who leads the group, said". */
function appositionStart({ tokens }: Analysis, to: number, first: number): number | undefined {
  for (let at = to - 2; at > Math.max(first, to - 40); at--) if (tokens[at]?.low === ',') return at;
  return undefined;
}

/** The part of a noun phrase that names the speaker: a pronoun, the name in it, or its head without what follows a preposition. */
function speakerIn(analysis: Analysis, from: number, to: number): SpeakerWords | undefined {
  const { tokens } = analysis;
  let start = from;
  while (start < to && PREPOSITIONS.has(tokens[start]?.low ?? '')) start++;
  if (start >= to) return undefined;
  for (let at = start; at < to; at++)
    if (isPronoun(tokens[at]?.low ?? '') && (at === to - 1 || at === start)) return { from: at, to: at + 1 };
  const name = lastName(analysis, start, to);
  if (name) return name;
  let head = start;
  for (let at = start; at < to && !PREPOSITIONS.has(tokens[at]?.low ?? ''); at++)
    if (DETERMINERS.has(tokens[at]?.low ?? '')) {
      head = at;
      break;
    }
  let end = head;
  while (
    end < to &&
    !(end > head && (PREPOSITIONS.has(tokens[end]?.low ?? '') || leavesNoun(analysis, head, end)))
  )
    end++;
  return end > head ? { from: head, to: end } : undefined;
}

const isVerb = (low: string): boolean =>
  /^(is|was|were|are|has|had|have|will|would|can|could|may)$/.test(low) || isPastForm(low);

/** Whether a noun phrase is left at a word that says more of it: "documents seen", "a source familiar", but not "a leaked memo". */
function leavesNoun({ tokens }: Analysis, head: number, at: number): boolean {
  const [before, low] = [tokens[at - 1]?.low ?? '', tokens[at]?.low ?? ''];
  if (tokens[at]?.text !== low || (at - 1 === head && DETERMINERS.has(before)) || before.endsWith('ly'))
    return false;
  return isVerb(low) || /^(familiar|close|present|aware|here|there|nearby|abroad)$/.test(low);
}

/** The name that a noun phrase ends with, or the first one before a preposition: "team member Rodaba Noori". */
function lastName(analysis: Analysis, from: number, to: number): SpeakerWords | undefined {
  const { tokens } = analysis;
  let found: SpeakerWords | undefined;
  const person = nameAfterOffice(analysis, from, to);
  if (person) return person;
  for (let at = from; at < to; ) {
    const end = Math.min(runEnd(analysis, at), to);
    if (end > at) {
      // "a spokesman for the Foreign Ministry", "one of Smith's aides": the name is not who speaks
      const before = tokens[at - 1]?.low ?? '';
      const inner =
        (at > from && PREPOSITIONS.has(before)) ||
        (at > from + 1 && before === 'the' && PREPOSITIONS.has(tokens[at - 2]?.low ?? ''));
      if (!inner && end < to && tokens[end]?.text === tokens[end]?.low && isVerb(tokens[end]?.low ?? ''))
        return { from: before === 'the' && at - 1 >= from ? at - 1 : at, to: end };
      const possessive = tokens[end]?.low === "'s" && end < to - 1;
      const head =
        end < to && tokens[end]?.kind === 'word' && !PREPOSITIONS.has(tokens[end]?.low ?? '') && !possessive;
      if (inner || possessive || (head && !isParticle(tokens[end]?.low ?? ''))) {
        if (at > from) return found;
        found = undefined;
      } else
        found = {
          from: before === 'the' && at - 1 >= from ? at - 1 : at,
          to: nameEnd(analysis, at, end, to),
        };
    }
    if (found && PREPOSITIONS.has(tokens[end]?.low ?? '')) return found;
    at = Math.max(end, at + 1);
  }
  return found;
}

/** Past "of" and what follows it in the name of an organisation: "the Department of Agriculture". */
function nameEnd(analysis: Analysis, from: number, end: number, to: number): number {
  const { tokens } = analysis;
  let organisation = false;
  for (let at = from; at < end; at++) organisation ||= isOrganisationWord(tokens[at]?.low ?? '');
  if (!organisation || (tokens[end]?.low !== 'of' && tokens[end]?.low !== 'for')) return end;
  const next = tokens[end + 1]?.low === 'the' ? end + 2 : end + 1;
  const more = Math.min(runEnd(analysis, next), to);
  return more > next ? more : end;
}

/** The name after an office with its own "of": "Minister of Education Stefania Giannini", "CEO of the Refugee Council Enver Solomon". */
function nameAfterOffice(analysis: Analysis, from: number, to: number): SpeakerWords | undefined {
  const { tokens } = analysis;
  if (!isNameWord(tokens[from]) || !isNameWord(tokens[to - 1])) return undefined;
  let of = -1;
  for (let at = from; at < to; at++) if (tokens[at]?.low === 'of') of = at;
  const start = tokens[of + 1]?.low === 'the' ? of + 2 : of + 1;
  const office =
    isTitle(tokens[from]?.low ?? '') || /^(ceo|cfo|head|founder|owner)$/.test(tokens[from]?.low ?? '');
  if (of < 0 || !office || runEnd(analysis, start) < to || to - start < 3) return undefined;
  return { from: to - 2, to };
}

/** Whether the words from `from` to before `to` are one name of two words or more: the one in "the mayor, Maria Lopez, said". */
const isWholeName = (analysis: Analysis, from: number, to: number): boolean =>
  to - from > 1 && runEnd(analysis, from) === to;

/** The name that stands alone before or between commas: "Jane Doe, director of exhibits at the University of Arkansas, Fayetteville, said". */
function nameAmongCommas(analysis: Analysis, to: number, first: number): SpeakerWords | undefined {
  const { tokens } = analysis;
  let end = to - 1;
  for (let at = end - 1; at >= Math.max(first, to - 40); at--) {
    const opens =
      at === first || /^[,“"]$/.test(tokens[at - 1]?.low ?? '') || BOUNDARIES.has(tokens[at - 1]?.low ?? '');
    if (tokens[at]?.low === ',') end = at;
    else if (
      opens &&
      isWholeName(analysis, at, end) &&
      !isOrganisationWord(tokens[end - 1]?.low ?? '') &&
      end < to - 1
    )
      return { from: at, to: end };
  }
  return undefined;
}

/** Who does what a verb at `verb` says, from the words before it back to token `first`. */
export function subjectBefore(analysis: Analysis, verb: number, first: number): SpeakerWords | undefined {
  const { tokens } = analysis;
  let to = verb;
  while (
    (to > first && ADVERBS.has(tokens[to - 1]?.low ?? '')) ||
    (tokens[to - 1]?.low.endsWith('ly') && !isNameWord(tokens[to - 1]))
  )
    to--;
  if (to <= first) return undefined;
  if (tokens[to - 1]?.low === ',') {
    const comma = appositionStart(analysis, to, first);
    if (comma === undefined) return undefined;
    const inner = speakerIn(analysis, phraseStart(analysis, comma, first), comma);
    if (inner && !isNameWord(tokens[inner.to - 1]) && isWholeName(analysis, comma + 1, to - 1))
      return { from: comma + 1, to: to - 1 };
    const name = nameAmongCommas(analysis, to, first) ?? inner;
    if (name) return name;
    if (isWholeName(analysis, comma + 1, to - 1)) return { from: comma + 1, to: to - 1 };
    to = comma;
  }
  return speakerIn(analysis, phraseStart(analysis, to, first), to);
}

/** Who speaks where the verb comes first: "said Ambassador Mohib", "according to a source". */
export function subjectAfter(analysis: Analysis, from: number, last: number): SpeakerWords | undefined {
  const { tokens, quoted } = analysis;
  let to = from;
  while (
    to < Math.min(last, tokens.length) &&
    to - from < LONGEST &&
    !isMark(tokens[to]?.low ?? '') &&
    !quoted[to] &&
    !/^(in|on|to|when|after|during|who|as|at|that|while)$/.test(tokens[to]?.low ?? '')
  )
    to++;
  if (to <= from) return undefined;
  const words = speakerIn(analysis, from, to);
  // "in the words of the prosecutor, Mark Brown, …"
  const named =
    tokens[to]?.low === ',' && words && !isNameWord(tokens[words.to - 1]) ? runEnd(analysis, to + 1) : 0;
  return named > to + 2 && tokens[named]?.low === ',' ? { from: to + 1, to: named } : words;
}
