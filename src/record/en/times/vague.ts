import { fixed, isCapital, lowAt, type Phrase, type Scan } from '../../times/phrase.ts';

type Kind = 'PRESENT_REF' | 'PAST_REF' | 'FUTURE_REF';

/** Words that point at the present, the past or the future without saying where (TIMEX3). */
const PHRASES: Record<Kind, string> = {
  PRESENT_REF: `now|right now|currently|current|at present|at the present time|presently|nowadays|these days|at the moment|the present|present - day|modern - day
the present day|at this time|at this moment|this day and age`,
  PAST_REF: `recently|recent|lately|the past|the recent past|the distant past|long ago|not long ago|a long time ago
a while ago|some time ago|recent years|recent months|recent weeks|recent days|recent decades|recent times|recent history|in those days|those days
a short time ago|moments ago|at the time|at that time`,
  FUTURE_REF: `soon|shortly|the future|future|the near future|near future|the foreseeable future|the distant future|the not too distant future
the not - too - distant future|the coming years|the coming months|the coming weeks|the coming days|coming years|coming months|coming weeks
coming days|the years ahead|the months ahead|the weeks ahead|the days ahead|years to come|the immediate future`,
};

type Entry = { words: string[]; kind: Kind };
const BY_HEAD = new Map<string, Entry[]>();
for (const kind of ['PRESENT_REF', 'PAST_REF', 'FUTURE_REF'] as const)
  for (const phrase of PHRASES[kind].split(/[|\n]/)) {
    const words = phrase.trim().split(' ');
    const head = words[0] ?? '';
    BY_HEAD.set(
      head,
      [...(BY_HEAD.get(head) ?? []), { words, kind }].sort((a, b) => b.words.length - a.words.length),
    );
  }
export const VAGUE_HEADS: readonly string[] = [...BY_HEAD.keys()];

/** What must not follow, for it to be a time: "soon after", "now that", "as soon as", "the past three years". */
const NOT_AFTER: Record<string, RegExp> = {
  now: /^(that|then|famous|infamous|defunct)$/,
  soon: /^(after|as|enough|to|afterwards?)$/,
  shortly: /^(after|before|afterwards?|thereafter)$/,
  future: /^(of|tense|generations?)$/,
  present: /^$/,
};
const NEEDS_PREPOSITION = new Set(['the past', 'the present', 'the recent past', 'the distant past']);
const SHUT =
  /^([.,;:!?)"”\n—–-]|and|or|but|to|as|when|that|he|she|they|we|it|has|have|is|was|with|for|by|of|at|on|in|)$/;

function fits(scan: Scan, from: number, words: readonly string[]): boolean {
  if (!words.every((word, index) => lowAt(scan, from + index) === word)) return false;
  const to = from + words.length;
  const phrase = words.join(' ');
  const before = lowAt(scan, from - 1);
  if (NOT_AFTER[words.at(-1) ?? '']?.test(lowAt(scan, to))) return false;
  if (phrase === 'now' && lowAt(scan, to) === 'and')
    return lowAt(scan, to + 1) !== 'again' && lowAt(scan, to + 1) !== 'then';
  if (phrase === 'soon') return before !== 'as' && before !== 'too' && before !== 'very';
  if (NEEDS_PREPOSITION.has(phrase)) return SHUT.test(lowAt(scan, to)) && lowAt(scan, to) !== '-';
  if (phrase === 'at this time' && lowAt(scan, to) === 'of') return false;
  if (phrase === 'at the time' || phrase === 'at that time')
    return lowAt(scan, to) !== 'of' && lowAt(scan, to) !== 'when' && lowAt(scan, to) !== 'that';
  return true;
}

/** "now", "recently", "in the near future". */
export function readVague(scan: Scan, from: number): Phrase | undefined {
  const entry = BY_HEAD.get(lowAt(scan, from))?.find(({ words }) => fits(scan, from, words));
  if (!entry) return undefined;
  const to = from + entry.words.length;
  // A name: "Future Islands", "Extinction Rebellion Now"
  if (isCapital(scan, from) && isCapital(scan, to) && entry.words.length === 1) return undefined;
  if (isCapital(scan, from) && isCapital(scan, from - 1)) return undefined;
  // "soon" and "shortly" under a past verb tell what followed at once
  if (entry.words[0] === 'soon' || entry.words[0] === 'shortly')
    return {
      from,
      to,
      rule: 'vague',
      read: ({ tense }) =>
        tense === 'future' ? { type: 'DATE', value: entry.kind, confidence: 0.7 } : undefined,
    };
  return fixed(from, to, 'vague', {
    type: 'DATE',
    value: entry.kind,
    confidence: entry.words.length > 1 ? 0.8 : 0.7,
  });
}
