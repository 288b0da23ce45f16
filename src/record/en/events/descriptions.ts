import { isPastForm } from '../past-forms.ts';
import { type Actors, BACK, named, type Reader } from './reader.ts';
import { lowOf, type SentenceView, textOf, type Words } from './sentence-view.ts';
import { PREPOSITION } from './subjects.ts';

/** "a delegation led by Kim": where a participle goes on to tell of the noun. */
export const isReduced = (view: SentenceView, at: number): boolean =>
  lowOf(view, at + 1) === 'by' && isPastForm(lowOf(view, at));

const ORGANISATION_HEADS =
  /^(committee|court|council|ministry|department|agency|commission|board|company|party|bank|union|university|parliament|assembly|senate|congress|league|association|federation|group|institute|foundation|airline|authority|bureau|office|cabinet|team|club)$/;

const PLURAL_PAIR =
  /^(leaders|presidents|ministers|men|women|chiefs|premiers|rivals|candidates|diplomats|officials)$/;
const PLURAL_SIDES =
  /^(sides|countries|nations|governments|allies|neighbors|neighbours|koreas|states|parties|capitals|foes)$/;

/** Whether two of a noun are people, and not countries: "between the two leaders". */
export const isPairOfPeople = (noun: string): boolean => !PLURAL_SIDES.test(noun);

/** "the two leaders", "both sides": the two named last, where there are just two. */
export function pair(reader: Reader, view: SentenceView, before: number, people: boolean): string[] {
  for (let index = view.index; index >= Math.max(0, view.index - BACK); index--) {
    const other = index === view.index ? view : reader.view(index);
    const names = new Set<string>();
    for (const { find, from } of other?.entities ?? [])
      if (
        (index < view.index || from < before) &&
        (people ? find.type === 'PER' : find.type === 'LOC' || find.type === 'ORG')
      )
        names.add(find.name);
    if (names.size === 2) return [...names];
    if (names.size > 2) return [];
  }
  return [];
}

/** Past "of" as well, which belongs to who is meant: "tens of thousands of workers", "the head of the ministry". */
function wholeEnd(view: SentenceView, { from, to }: Words): number {
  for (let at = from + 1; at < to; at++) {
    const inside = view.entityAt(at);
    if (inside && inside.from < at) continue;
    if (
      isReduced(view, at) ||
      (PREPOSITION.test(lowOf(view, at)) && lowOf(view, at) !== 'of') ||
      lowOf(view, at) === ','
    )
      return at;
  }
  return to;
}

/** Whom a noun phrase without a name means: somebody named elsewhere in the text by office, body or number, else its own words. */
export function describe(reader: Reader, view: SentenceView, words: Words, end: number): Actors {
  const head = lowOf(view, end - 1);
  const text = textOf(view, { from: words.from, to: wholeEnd(view, words) });
  const both = /^(the|both|these|those)$/.test(lowOf(view, words.from)) || head === 'pair' || head === 'duo';
  const people = PLURAL_PAIR.test(head) || head === 'pair' || head === 'duo' || (head === 'two' && both);
  if (both && (people || PLURAL_SIDES.test(head))) {
    const names = pair(reader, view, words.from, people);
    if (names.length === 2) return named(names);
  }
  if (head === 'koreas') return named(['South Korea', 'North Korea']);
  if (/^(date|time|venue|deadline)$/.test(head)) return { who: [], named: false, head };
  const holder = reader.holders.find(textOf(view, words));
  if (holder !== undefined) return named([holder]);
  const organisationName =
    lowOf(view, words.from) === 'the' && end - words.from < 3 && ORGANISATION_HEADS.test(head)
      ? reader.organisation(head)
      : undefined;
  return organisationName ? named([organisationName]) : { who: [text], named: false, head };
}
