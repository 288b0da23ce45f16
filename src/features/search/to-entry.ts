import { toText } from '#document/to-text.ts';
import { toForms, toStream, toSyllables } from './index-text.ts';
import { withoutAnyParticle } from './particles.ts';
import type { KnownWord, SearchEntry } from './search-index.repo.ts';
import { keysOf } from './search-keys.ts';
import type { SearchSource } from './search-source.repo.ts';
import { foldWord, tokensOf } from './tokens.ts';
import { trigramsOf } from './trigrams.ts';

/** Raised whenever rows are made by other rules than before: the backfill then makes all of them anew. */
export const SEARCH_VERSION = 1;

/** A tsvector holds a megabyte, which so many letters cannot fill, and no place in it is beyond 16 383. */
const LONGEST_BODY = 50_000;

/** An article as its search row. */
export function toEntry(source: SearchSource): SearchEntry {
  const { id, edition, visible_from, current_revision, facts, deck } = source;
  const head = [source.headline, ...source.topics.map(({ name }) => name)].join(' | ');
  const people = [source.byline, source.located].join(' | ');
  const body = toText(source.body).slice(0, LONGEST_BODY);
  const names = `${head} | ${people}`;
  return {
    ...{ article_id: id, edition, visible_from, revision: current_revision, version: SEARCH_VERSION, facts },
    keys: keysOf({ ...source, topics: source.topics.map((topic) => topic.id) }),
    head: toStream(head),
    people: toStream(people),
    deck: toStream(deck),
    body: toStream(body),
    nameForms: `${toForms(names)} ${toSyllables(names)}`,
    syllables: toSyllables(`${names} | ${deck} | ${body}`),
  };
}

const SHORTEST_WORD = 3;
const SHORTEST_RUN = 2;
const LONGEST_RUN = 10;

/** The words of an article's names that a mistyped one may have meant. */
export function toKnownWords({ edition, headline, byline, located, topics }: SearchSource): KnownWord[] {
  const text = [headline, byline, located, ...topics.map(({ name }) => name)].join(' | ');
  const words = tokensOf(text).flatMap(({ form, kind }) => {
    const word = kind === 'word' ? foldWord(form) : withoutAnyParticle(form);
    const { length } = [...word];
    const fits =
      kind === 'word'
        ? length >= SHORTEST_WORD && !/^\d+$/.test(word)
        : length >= SHORTEST_RUN && length <= LONGEST_RUN;
    return fits ? [word] : [];
  });
  return [...new Set(words)].map((word) => ({ edition, word, trigrams: trigramsOf(word) }));
}
