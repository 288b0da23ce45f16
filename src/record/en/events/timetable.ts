import { type Cue, cueFrom } from './cue.ts';
import { isHappening } from './happenings.ts';
import { isLower, lowOf, type SentenceView } from './sentence-view.ts';
import { PREPOSITION } from './subjects.ts';
import { diaryVerb, timetabledVerb } from './verbs.ts';

/** Who may stand before a verb in the present without a name. */
const SINGULAR =
  /^(court|parliament|panel|committee|council|board|cabinet|government|ministry|minister|president|judge|jury|union|team|senate|league|company|bank|film|school|museum|assembly|which|who)$/;
const PLURAL =
  /^(lawmakers|voters|workers|leaders|ministers|teachers|doctors|nurses|miners|unions|students|negotiators|members|countries|officials|schools|troops|astronauts|councillors|senators|teams|farmers|drivers|pilots)$/;
/** Verbs whose form in -s is no noun, so that any noun before it is their subject: "the law takes effect". */
const CLEAR = new Set('take begin open arrive resume expire convene depart go reopen reconvene'.split(' '));
/** Verbs that are no nouns, so that a plural before them is their subject. */
const PURE = new Set(
  'resume begin arrive depart meet convene hold host leave gather attend reconvene unveil announce publish'.split(
    ' ',
  ),
);

/** "arrives Thursday", "the trial begins on Monday", "parliament votes on Wednesday". */
export function presentCue(view: SentenceView, at: number): Cue | undefined {
  if (!isLower(view, at)) return undefined;
  const base = timetabledVerb(lowOf(view, at));
  if (!base) return undefined;
  const singular = diaryVerb(lowOf(view, at), 's') !== undefined;
  const before = view.entityAt(at - 1);
  const low = lowOf(view, at - 1);
  const follows = lowOf(view, at + 1);
  const plural =
    !singular &&
    /[a-z]s$/.test(low) &&
    PURE.has(base) &&
    (view.timeAt(at + 1) !== undefined || /^(the|a|an|in|on|at|talks|for)$/.test(follows));
  const noun =
    before !== undefined ||
    (!isLower(view, at - 1) && view.analysis.tokens[at - 1]?.kind === 'word' && !view.timeAt(at - 1)) ||
    (singular && isLower(view, at - 1) && CLEAR.has(base) && !low.endsWith('s') && !PREPOSITION.test(low)) ||
    (isHappening(low) && low.endsWith('s') !== singular) ||
    (singular ? SINGULAR : PLURAL).test(low) ||
    plural ||
    low === ',';
  if (!noun || (before && lowOf(view, at - 1) === "'s")) return undefined;
  return { at, verb: at, base, status: 'announced', form: 'present', rule: 'timetable' };
}

/** A headline has no finite verb for what is to come: "U.S. defense chief to visit S. Korea next month". */
export function headlineCue(view: SentenceView, at: number): Cue | undefined {
  const { sentence, analysis } = view;
  if (sentence.paragraph > 0 || lowOf(view, at) !== 'to' || at === sentence.from) return undefined;
  const last = analysis.tokens[sentence.to - 1]?.low ?? '';
  if (/^[.!?]$/.test(last) || sentence.to - sentence.from > 24) return undefined;
  const verb = lowOf(view, at + 1);
  if (!diaryVerb(verb, 'base') && verb !== 'be') return undefined;
  for (let back = sentence.from; back < at; back++) {
    if (
      /^(is|are|was|were|will|has|have|plans?|set|due|expected|likely|agrees?|vows?|urges?|asks?|wants?|hopes?|refuses?|fails?|how|who|what|when|where|why|time)$/.test(
        lowOf(view, back),
      )
    )
      return undefined;
    if (PREPOSITION.test(lowOf(view, back)) && back === sentence.from) return undefined;
  }
  return cueFrom(view, at + 1, { at, status: 'announced', rule: 'headline' });
}
