import { isPastForm } from '#record/en/past-forms.ts';
import type { Token } from '#record/tokens.ts';
import type { Candidate } from './dated-sentence.ts';

const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** A sentence that begins so leans on the one before it. */
const LEANING = set(
  `he she it they we i you this that these those his her its their our my him them here there then but and or so yet nor also still however
meanwhile instead moreover besides otherwise thus therefore hence earlier later afterwards both another others some such one neither either
each all most many several few two three four five six seven eight nine ten none nobody former latter same if unless whether although though
while because who what when where why how later again even only not no`,
);
/** After "The": who or what is meant stands in the sentence before. */
const LEANING_NOUNS = set(
  `two three four five six seven eight nine ten pair others other same latter former rest man woman men women boy girl group move
decision statement comments remarks announcement news figure figures result incident last first second third`,
);
const PRONOUNS = set('he she it they this that these those there we i you');
/** The day beside them is that of the saying, or of what is still to come. */
const SAYING = set(
  `said told added asked warned thought believed hoped wanted noted argued insisted explained replied wrote claimed denied confirmed
reported recalled suggested expected planned scheduled rescheduled due set slated postponed moved delayed intended needed had
seemed appeared remained meant felt knew`,
);
const BE = set('was were');
/** Of these a clause is a condition, a guess or a part of another. */
const SUBORDINATE = set(
  'who whom whose which that when while where because since if unless whether although though as after before until once',
);
const UNREAL = set(
  `would could might may should will shall must can cannot can't won't wouldn't not never didn't wasn't weren't hasn't hadn't nor without
is are has have be am`,
);
/** As object or subject of what follows they mean somebody of another sentence, as often as not. */
const OBJECTS = set('it them him her there');
const DETERMINERS = set('the a an its his her their this that our');
/** Before a time that is an end or a beginning, and not the time of what the sentence says. */
const BOUNDS = set('by until till since before after from than through between for to about past');
/** "chaired by", "held in": a participle that describes a noun. */
const isParticiple = (tokens: readonly Token[], at: number): boolean => {
  const next = tokens[at + 1]?.low ?? '';
  const before = tokens[at - 1]?.low ?? '';
  return next === 'by' || before === ',' || DETERMINERS.has(before) || before === 'of';
};

/**
 * Whether an English sentence stands on its own and says that something happened at its time: the time goes with the first finite verb,
 * which is past, tells no saying, is not denied and is no condition; the subject is named.
 */
export function tellsEnglishPast({ analysis, sentence, time }: Candidate): boolean {
  const { tokens } = analysis;
  const { from, to } = sentence;
  if (!standsAlone(tokens, from, time) || !isAdverbial(tokens, time)) return false;
  const verb = firstVerb(tokens, from, to, time);
  if (verb === undefined) return false;
  const word = tokens[verb]?.low ?? '';
  if (SAYING.has(word) || (BE.has(word) && !isPassive(tokens, verb))) return false;
  for (let at = from; at < verb; at++) if (SUBORDINATE.has(tokens[at]?.low ?? '')) return false;
  for (let at = from; at < Math.max(verb + 3, time.to) && at < to; at++)
    if (UNREAL.has(tokens[at]?.low ?? '')) return false;
  if (pointsElsewhere(tokens, verb, to)) return false;
  return time.to <= verb || isVerbOf(tokens, verb, time);
}

/** "came to it", "decided on Wednesday that they need not play"; and what is only said to have happened. */
function pointsElsewhere(tokens: readonly Token[], verb: number, to: number): boolean {
  for (let at = verb + 1; at < to; at++) {
    const { low = '' } = tokens[at] ?? {};
    if (at <= verb + 3 && OBJECTS.has(low)) return true;
    if (PRONOUNS.has(low) && tokens[at - 1]?.low === 'that') return true;
    if (low === 'allegedly' || low === 'reportedly') return true;
  }
  return false;
}

function standsAlone(tokens: readonly Token[], from: number, time: Candidate['time']): boolean {
  // "On Thursday, the Assembly …": the subject comes after the time.
  const leads = time.from - from <= 1;
  let at = leads ? time.to : from;
  if (tokens[at]?.low === ',') at++;
  const [first, second] = [tokens[at], tokens[at + 1]];
  if (!first || first.kind === 'break') return false;
  if (LEANING.has(first.low) || PRONOUNS.has(first.low)) return false;
  return !(first.low === 'the' && LEANING_NOUNS.has(second?.low ?? ''));
}

/** Whether a time says when: "Thursday's vote" and "the 4 March deal" tell which. */
function isAdverbial(tokens: readonly Token[], { from, to }: Candidate['time']): boolean {
  const before = tokens[from - 1]?.low ?? '';
  const after = tokens[to]?.low ?? '';
  return !DETERMINERS.has(before) && !BOUNDS.has(before) && !/^['’]/.test(after);
}

/** The first finite past verb: before the time, or after one that leads the sentence. */
function firstVerb(
  tokens: readonly Token[],
  from: number,
  to: number,
  time: Candidate['time'],
): number | undefined {
  for (let at = from + 1; at < to; at++) {
    if (at >= time.from && at < time.to) continue;
    const token = tokens[at];
    if (token?.kind !== 'word' || token.text !== token.low || !isPastForm(token.low)) continue;
    if (isParticiple(tokens, at) && !BE.has(token.low)) continue;
    return at;
  }
  return undefined;
}

/** "was approved", "were taken off the ship" */
function isPassive(tokens: readonly Token[], at: number): boolean {
  for (let next = at + 1; next <= at + 2; next++) {
    const { low = '' } = tokens[next] ?? {};
    if (SAYING.has(low)) return false;
    if (isPastForm(low)) return true;
    if (!low.endsWith('ly')) return false;
  }
  return false;
}

/** Whether no other clause stands between a verb and a time after it. */
function isVerbOf(tokens: readonly Token[], verb: number, time: Candidate['time']): boolean {
  for (let at = verb + 1; at < time.from; at++) {
    const { low = '', kind, text } = tokens[at] ?? {};
    if (SUBORDINATE.has(low) || /^[;—–]$/.test(low)) return false;
    const another = kind === 'word' && text === low && isPastForm(low) && !isParticiple(tokens, at);
    // "was approved on Thursday" is one verb; "voted and returned on Thursday" are two.
    if (another && !(BE.has(tokens[verb]?.low ?? '') && at <= verb + 2)) return false;
    if (low === 'to' && tokens[at + 1]?.kind === 'word' && at + 1 < time.from && isInfinitive(tokens, at + 1))
      return false;
  }
  return true;
}

/** "agreed to meet on Thursday": the day is that of the meeting. */
const isInfinitive = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at];
  const before = tokens[at - 2]?.low ?? '';
  return (
    token !== undefined &&
    token.text === token.low &&
    token.low.length > 1 &&
    !/^\d/.test(before) &&
    !DETERMINERS.has(token.low)
  );
};
