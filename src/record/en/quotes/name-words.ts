import type { Token } from '../../tokens.ts';
import { MONTHS, WEEKDAYS } from '../calendar-words.ts';

/** Titles that stand before a name and are no part of it. */
const TITLES = new Set(
  `mr mrs ms miss dr prof professor sir lord lady dame president chancellor premier minister secretary senator sen rep representative
congressman congresswoman governor gov mayor ambassador judge justice general gen admiral adm colonel col major maj captain capt
lieutenant lt sergeant sgt officer detective inspector chief king queen prince princess pope bishop archbishop cardinal rev reverend
father sister brother imam sheikh coach director chairman chairwoman spokesman spokeswoman spokesperson attorney prime foreign defense
defence finance interior deputy vice us u.s. uk u.k. former then police commissioner administrator editor undersecretary`.split(
    /\s+/,
  ),
);
export const isTitle = (low: string): boolean => TITLES.has(low);

const ORGANISATION = new Set(
  `ministry department agency police university college institute council committee commission party government parliament congress
senate house court bank group company corporation corp inc ltd association union federation league club church foundation office
bureau board authority service services center centre network news times post herald guardian journal telegraph tribune gazette
magazine press army navy force forces command nations organization organisation society fund trust hospital school administration
coalition alliance movement front airlines airways industries international white kremlin pentagon cabinet embassy team staff world
reuters bbc cnn yonhap xinhua facebook twitter google microsoft apple amazon`.split(/\s+/),
);
export const isOrganisationWord = (low: string): boolean => ORGANISATION.has(low);

const PEOPLE_NOUNS = new Set(
  `source sources official officials spokesman spokeswoman spokesperson spokespeople spokesmen witness witnesses analyst analysts expert experts
resident residents diplomat diplomats aide aides officer officers soldier soldiers lawmaker lawmakers poster author authors critic critics
supporter supporters opponent opponents protester protesters insider man woman boy girl neighbor neighbour neighbors doctor doctors researcher
researchers scientist scientists student students employee employees worker workers lawyer lawyers reporter player fan fans user users person
people others some many one father mother son daughter brother sister wife husband friend friends relative relatives leader leaders minister
president prosecutor prosecutors investigator investigators executive executives trader traders economist economists`.split(
    /\s+/,
  ),
);
export const isPeopleNoun = (low: string): boolean => PEOPLE_NOUNS.has(low);

const DOCUMENT = new Set(
  `report statement letter document study memo email indictment complaint lawsuit ruling post blog website article survey poll note message
reports statements letters documents studies emails filings filing posts papers files records data figures survey surveys minutes transcript
biography book decree advisory notice editorial affidavit dossier`.split(/\s+/),
);
export const isDocumentNoun = (low: string): boolean => DOCUMENT.has(low);

const REGIONS = new Set<string>();
const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
for (let first = 65; first <= 90; first++)
  for (let second = 65; second <= 90; second++) {
    const name = names.of(String.fromCharCode(first, second));
    if (name) REGIONS.add(name.toLowerCase());
  }
for (const capital of 'washington london paris berlin moscow beijing tokyo seoul pyongyang delhi tehran jerusalem brussels rome madrid kiev kyiv ankara cairo baghdad damascus kabul islamabad canberra ottawa'.split(
  ' ',
))
  REGIONS.add(capital);

/** Whether lower-case words name a country, or a capital that stands for its government. */
export const isRegion = (words: string): boolean => REGIONS.has(words);

const PARTICLES = new Set([
  'de',
  'van',
  'von',
  'der',
  'den',
  'bin',
  'ibn',
  'al',
  'el',
  'da',
  'di',
  'du',
  'la',
  'le',
  'del',
  'dos',
  'ben',
  'abu',
]);
export const isParticle = (low: string): boolean => PARTICLES.has(low);

const PRONOUNS = new Set(['he', 'she', 'they', 'it', 'i', 'we', 'who']);
export const isPronoun = (low: string): boolean => PRONOUNS.has(low);

const NO_NAMES = new Set(
  `the a an in on at by for from with and but or if when while after before as however meanwhile although though since because this that these those
his her its their our my he she they it we i you there here according what who why how yes no not so then also now also earlier later both some many
most all one two three four five six seven eight nine ten speaking asked according last next such only even still despite during under over among
today yesterday tomorrow to of is are was were`.split(/\s+/),
);

/** Whether a token may be part of a name: a capital, and no word that has one only because a sentence begins with it. */
export function isNameWord(token: Token | undefined): boolean {
  if (token?.kind !== 'word' || token.text.charCodeAt(0) === token.low.charCodeAt(0)) return false;
  return !NO_NAMES.has(token.low) && !WEEKDAYS.has(token.low) && !MONTHS.has(token.low);
}
