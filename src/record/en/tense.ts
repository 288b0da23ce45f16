import type { Analysis } from '../analysis.ts';
import type { Tense } from '../times/phrase.ts';
import type { Token } from '../tokens.ts';
import { isPastForm } from './past-forms.ts';

const FUTURE = new Set(
  `will shall won't may might could can should must would plans plan intends intend hopes hope expects expect aims aim
begins starts opens ends turns closes marks resumes expires concludes premieres debuts airs begin resume expire meet convene runs takes meets faces hosts launches arrives leaves returns kicks vies visits holds convenes go goes reconvenes reopens gathers travels appears
scheduled slated due upcoming planned looming expected`.split(/\s+/),
);
/** Nouns too: verbs of what is to come only after a name or a body that acts: "Parliament votes on Friday". */
const AFTER_ACTOR = new Set(
  'votes vote heads head rules hearings speaks addresses releases publishes unveils announces presents hears plays play face faces joins attends celebrates elects'.split(
    ' ',
  ),
);
const ACTOR =
  /^(court|parliament|panel|committee|council|board|cabinet|government|ministry|minister|president|judge|jury|union|team|senate|league|company|bank|assembly|lawmakers|voters|leaders|ministers)$/;
const PAST_HELPERS = new Set(['was', 'were', 'had', 'did', "didn't", "wasn't", "weren't", "hadn't", 'been']);
const PRESENT_BE = new Set(['is', 'are', 'am', "isn't", "aren't"]);
/** Words between a preposition and its time that say it is still to come. */
const AHEAD = new Set(['ahead', 'until', 'till', 'upcoming']);
const STOPS = new Set([';', '“', '”', '"', '—', '–']);
/** Verbs of saying: the day beside them is theirs, any other day may belong to what was said. */
const SAYING = new Set('said says told announced reported added confirmed'.split(' '));

/** Past verbs whose infinitive tells what was done and not what is to come: "forced to flee", "managed to win". */
const DONE = new Set(
  `forced managed failed began used continued willing able unable helped allowed refused tried enough came went gathered
arrived started appeared seemed had returned flew met moved rose fell turned stopped enabled led prompted caused`.split(
    /\s+/,
  ),
);

/** How far a verb is looked for, in tokens: sentences are seldom longer, and it bounds the work. */
const REACH = 24;

/** The tense that one word alone gives, looking only at its neighbours. */
function tenseOf(analysis: Analysis, at: number): Tense | undefined {
  const { tokens } = analysis;
  const token = tokens[at];
  if (token?.kind !== 'word') return undefined;
  const { low } = token;
  const before = tokens[at - 1]?.low ?? '';
  if (low === 'to') {
    // "to visit", "is to be sworn in"; "to Seoul" and "from March to April" are no verbs
    const next = tokens[at + 1];
    if (PUT_OFF.test(before)) return 'future';
    if (!next || !isPlainWord(next.low, next.text) || NOT_VERBS.has(next.low)) return undefined;
    return DONE.has(before) ? 'past' : 'future';
  }
  if (low.endsWith("'ll")) return 'future';
  if (low === 'may' && token.text !== low && before !== '') return undefined;
  if (FUTURE.has(low)) return 'future';
  if (AFTER_ACTOR.has(low) && token.text === low && isActor(tokens[at - 1])) return 'future';
  if (low === 'set' && /^(for|to)$/.test(tokens[at + 1]?.low ?? '')) return 'future';
  if (PAST_HELPERS.has(low)) return 'past';
  if (PRESENT_BE.has(low)) return (tokens[at + 1]?.low ?? '').endsWith('ing') ? 'future' : undefined;
  if (!isPastForm(low) || token.text !== low) return undefined;
  return before === 'is' || before === 'are' || before === 'be' || before === 'the' || before === 'a'
    ? undefined
    : 'past';
}

/** "postponed to June", "moved back to Friday". */
const PUT_OFF = /^(postponed|rescheduled|moved|delayed|pushed|back|forward)$/;

const isActor = (token: Token | undefined): boolean =>
  token?.kind === 'word' && (ACTOR.test(token.low) || (token.text !== token.low && token.low !== 'the'));

const NOT_VERBS = new Set(
  'the a an his her its their our your my this that these those all some any be'
    .split(' ')
    .filter((w) => w !== 'be'),
);
const isPlainWord = (low: string, text: string): boolean =>
  low === text && low.length > 1 && !low.endsWith('ly');

type Verb = { at: number; tense: Tense };

function verbBefore(analysis: Analysis, from: number, first: number): Verb | undefined {
  const stop = Math.max(first, from - REACH);
  for (let at = from - 1; at >= stop; at--) {
    const low = analysis.tokens[at]?.low ?? '';
    if (STOPS.has(low)) return undefined;
    if (AHEAD.has(low) && from - at < 6) return { at, tense: 'future' };
    const tense = tenseOf(analysis, at);
    if (tense) return { at, tense: refine(analysis, at, first, tense) };
  }
  return undefined;
}

/** "is expected to come", "was set to open": an infinitive after "was" is past; a future form is governed by "will" or "to". */
function refine(analysis: Analysis, at: number, first: number, tense: Tense): Tense {
  const { tokens } = analysis;
  for (let back = at - 1; back >= Math.max(first, at - 3); back--) {
    const low = tokens[back]?.low ?? '';
    if (tense === 'past' && (low === 'will' || low === 'to' || low === 'would')) return 'future';
  }
  return tense;
}

function verbAfter(analysis: Analysis, to: number, last: number): Verb | undefined {
  const stop = Math.min(last, to + REACH);
  for (let at = to; at < stop; at++) {
    const low = analysis.tokens[at]?.low ?? '';
    if (STOPS.has(low)) return undefined;
    const tense = tenseOf(analysis, at);
    if (tense) return { at, tense };
  }
  return undefined;
}

/** Whether the verb after a time is nearer than the saying verb before it: "said the talks on Friday will go on". */
function belongsToNext(
  analysis: Analysis,
  before: Verb,
  after: Verb | undefined,
  from: number,
  to: number,
): boolean {
  const saying = SAYING.has(analysis.tokens[before.at]?.low ?? '');
  if (!after || !saying || from - before.at < 3) return false;
  for (let at = to; at < after.at; at++) if (analysis.tokens[at]?.low === ',') return false;
  return after.at - to < 8;
}

/**
 * The tense of the verb that the words from token `from` to before `to` go with: the nearest verb before them in the sentence,
 * or the first after them. A reading of the surface: "Friday" in "met Friday", "will meet Friday", "On Friday, they met".
 */
export function tenseAround(analysis: Analysis, from: number, to: number): Tense {
  const sentence = analysis.sentences[analysis.sentenceOf[from] ?? -1];
  if (!sentence) return 'none';
  const before = verbBefore(analysis, from, sentence.from);
  const after =
    before && !SAYING.has(analysis.tokens[before.at]?.low ?? '')
      ? undefined
      : verbAfter(analysis, to, sentence.to);
  if (before && !belongsToNext(analysis, before, after, from, to)) return before.tense;
  return after?.tense ?? before?.tense ?? 'none';
}
