import type { Facts } from './arrival-facts.ts';
import { type FoldedTexts, foldPhrase, hasPhrase } from './fold-text.ts';
import { bareCode, subjectFinder } from './read-subjects.ts';
import type { RuleConditions } from './rule.ts';

/** Whether one condition holds, as what it was seen by: `urgency 2`. */
export type Check = (facts: Facts) => string | undefined;

/** The checks of conditions, those first that cost least: most rules say no at the first. */
export function toChecks(conditions: RuleConditions): Check[] {
  const { type, language, urgency, embargo, signal, subject, genre } = conditions;
  const { credit, place, slug, headline, words } = conditions;
  return [
    ...(type ? [checkType(type)] : []),
    ...(language ? [checkLanguage(language)] : []),
    ...(urgency ? [checkUrgency(urgency)] : []),
    ...(embargo === undefined ? [] : [checkEmbargo(embargo)]),
    ...(signal ? [checkSignal(signal)] : []),
    ...(subject ? [checkSubject(subject)] : []),
    ...(genre ? [checkGenre(genre)] : []),
    ...(credit ? [checkWords('credit', credit, (facts) => facts.credit())] : []),
    ...(place ? [checkWords('place', place, (facts) => facts.place())] : []),
    ...(slug ? [checkWords('slug', slug, (facts) => facts.slug())] : []),
    ...(headline ? [checkWords('headline', headline, (facts) => facts.headline())] : []),
    ...(words ? [checkWords('words', words, (facts) => facts.text())] : []),
  ];
}

const checkType =
  (types: NonNullable<RuleConditions['type']>): Check =>
  ({ item }) =>
    types.includes(item.type) ? `type ${item.type}` : undefined;

/** Basic filtering of RFC 4647: a range stands for itself and for what is longer by whole subtags. */
function checkLanguage(ranges: string[]): Check {
  const asked = ranges.map((range) => range.toLowerCase().replaceAll('_', '-'));
  return ({ item: { language } }) => {
    const tag = language?.toLowerCase().replaceAll('_', '-');
    return tag !== undefined && asked.some((range) => tag === range || tag.startsWith(`${range}-`))
      ? `language ${language}`
      : undefined;
  };
}

const checkUrgency =
  ({ from, to }: { from: number; to: number }): Check =>
  ({ item: { urgency } }) =>
    urgency !== undefined && urgency >= from && urgency <= to ? `urgency ${urgency}` : undefined;

const checkEmbargo =
  (wanted: boolean): Check =>
  ({ item: { embargoed }, at }) => {
    const holds =
      embargoed === 'indefinite' || (embargoed !== undefined && Date.parse(embargoed) > at.getTime());
    if (holds !== wanted) return undefined;
    return holds ? `embargo ${embargoed}` : 'no embargo';
  };

function checkSignal(signals: string[]): Check {
  const asked = new Set(signals.map(bareCode));
  return ({ item }) => {
    const found = item.signal?.find((signal) => asked.has(bareCode(signal)));
    return found === undefined ? undefined : `signal ${found}`;
  };
}

function checkSubject(wanted: string[]): Check {
  const find = subjectFinder(wanted);
  return (facts) => {
    const found = find(facts.subjects());
    return found && `subject ${[found.code, found.name].filter(Boolean).join(' ')}`;
  };
}

/** Genres come among the subjects, under the codes of a scheme of theirs. */
function checkGenre(wanted: string[]): Check {
  const find = subjectFinder(wanted);
  return (facts) => {
    const found = find(facts.subjects().filter(({ scheme }) => scheme.includes('genre')));
    return found && `genre ${found.name ?? found.code}`;
  };
}

function checkWords(name: string, words: string[], textsOf: (facts: Facts) => FoldedTexts): Check {
  const asked = words.flatMap((written) => {
    const phrase = foldPhrase(written);
    return phrase === undefined ? [] : [{ written, phrase }];
  });
  return (facts) => {
    const texts = textsOf(facts);
    const found = asked.find(({ phrase }) => hasPhrase(texts, phrase));
    return found && `${name} “${found.written}”`;
  };
}
