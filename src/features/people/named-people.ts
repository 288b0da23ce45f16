import { isSureSpeaker } from '#features/articles/articles.ts';
import type { RecordEntity, RecordQuote, TextRecord } from '#record/record.ts';
import { isFullName, nameSlug } from './full-name.ts';
import type { Said } from './people.tables.ts';
import { roleKey, splitOffice, tidyRole } from './role-words.ts';

/** Somebody whom a text names in full, and how. */
export type NamedPerson = {
  slug: string;
  name: string;
  role: string;
  roleKey: string;
  sure: boolean;
  quoted: number;
  said: Said[];
};

/** The reader of texts gives names between a half and one; an editor's confirmation is one. */
const SURE = 0.75;
const ENOUGH = 0.5;
/** Of one article so many quotations are kept, of so many words at least: fewer say nothing on their own. */
const KEPT = 3;
const WORDS = 5;
/** So many letters; Korean needs fewer. */
const LETTERS = { en: 24, ko: 12 };

/** The people that a text names in full, in the order in which they come. */
export function namedPeople(record: TextRecord, text: string): NamedPerson[] {
  const people = new Map<string, NamedPerson>();
  for (const [given, mentions] of mentionsByName(record.entities)) {
    const inFull = mentions.filter((one) => one.text === given && !isTorn(one, text));
    const confidence = Math.max(0, ...inFull.map((one) => one.confidence));
    const { name, office } = splitOffice(given);
    const slug = isFullName(name) ? nameSlug(name) : '';
    if (confidence < ENOUGH || slug === '' || people.has(slug)) continue;
    const role =
      [office, ...mentions.map((one) => one.role ?? '')]
        .filter((one) => standsIn(text, one))
        .map(tidyRole)
        .find((one) => one !== '') ?? '';
    const quotes = record.quotes.filter((quote) => isTheirs(quote, given, record));
    const said = quotes.filter(isTelling).slice(0, KEPT);
    people.set(slug, {
      ...{ slug, name, role, roleKey: roleKey(role), sure: confidence >= SURE, quoted: quotes.length },
      said: said.map(({ text }) => ({ text: text.trim() })),
    });
  }
  return [...people.values()];
}

/** Whether words stand in a text as whole words. */
function standsIn(text: string, words: string): boolean {
  for (let at = text.indexOf(words); at >= 0 && words !== ''; at = text.indexOf(words, at + 1))
    if (!/\p{L}/u.test(text[at - 1] ?? ' ')) return true;
  return false;
}

/** A Hangul word that may be the first name of what follows it: no particle at its end, no body and no office. */
const FIRST_NAME = /(?:^|[\s.,"“(])([가-힣]{2,6})\s$/u;
const NO_NAME =
  /(?:[은는이가을를의에도와과로만며고서]|부터|까지|보다|당|부|처|청|원|회|국|사|실|단|팀|측|시|군|구|관|장|자|인|재|일|월|년|표|수|임|직|씨|및|등)$/u;

/** "오렌드" of "마티스 오렌드": three syllables that begin as a Korean name does, but are the last name of somebody else. */
function isTorn({ text: name, start }: RecordEntity, text: string): boolean {
  if (!/^[가-힣]{3}$/u.test(name)) return false;
  const [, before] = FIRST_NAME.exec(text.slice(Math.max(0, start - 8), start)) ?? [];
  return before !== undefined && !NO_NAME.test(before);
}

function mentionsByName(entities: readonly RecordEntity[]): Map<string, RecordEntity[]> {
  const byName = new Map<string, RecordEntity[]>();
  for (const entity of entities) {
    if (entity.type !== 'PER') continue;
    const mentions = byName.get(entity.name) ?? [];
    mentions.push(entity);
    byName.set(entity.name, mentions);
  }
  return byName;
}

const isTheirs = (quote: RecordQuote, name: string, record: TextRecord): boolean =>
  quote.kind === 'direct' &&
  quote.attribution === 'named' &&
  quote.speaker === name &&
  isSureSpeaker(quote, record);

const isTelling = ({ text }: RecordQuote): boolean =>
  /\p{Script=Hangul}/u.test(text)
    ? text.length >= LETTERS.ko
    : text.length >= LETTERS.en && text.trim().split(/\s+/u).length >= WORDS;
