import {
  type DatePhrase,
  isCapital,
  isDash,
  isGlued,
  lowAt,
  type Scan,
  tokenAt,
} from '../../times/phrase.ts';
import type { When } from '../../times/when.ts';
import { readOrdinal } from '../numbers.ts';
import { absolute } from './anchor.ts';
import { isBeforeChrist, readYearNumber } from './year-after.ts';

const exactly = (from: number, to: number, rule: string, when: When): DatePhrase => ({
  from,
  to,
  rule,
  resolve: () => absolute(when),
});

const YEAR_CUES = new Set(
  `in since until till by from during through throughout early late mid before after between circa around about of year fiscal
than winter spring summer autumn fall season for and or to christmas`.split(/\s+/),
);
const STRONG_CUES = new Set([
  'in',
  'since',
  'until',
  'till',
  'circa',
  'year',
  'during',
  'fiscal',
  'mid',
  'early',
  'late',
  'by',
]);
const NOT_BEFORE = new Set([
  '$',
  '£',
  '€',
  '¥',
  '#',
  '.',
  ',',
  '/',
  ':',
  '+',
  '×',
  'no',
  'route',
  'highway',
  'flight',
  'room',
  'page',
  'version',
  'windows',
]);

/** "people", "tonnes", "votes": what a number counts and a year does not. */
function countsSomething(scan: Scan, at: number): boolean {
  const { low, text, kind } = tokenAt(scan, at);
  if (kind !== 'word') return low === '%' || low === '°';
  if (low !== text) return false;
  if (
    /^(people|percent|per|hundred|thousand|million|billion|kilometers?|km|kg|mph|feet|men|women|children|more|other|a\.m\.|p\.m\.|am|pm|hours?|gmt|utc)$/.test(
      low,
    )
  )
    return true;
  return low.length > 3 && low.endsWith('s') && !/(ss|us|is|was|'s)$/.test(low);
}

const MEASURES = new Set(
  'total number average crowd cost population toll distance length maximum minimum group force army sum height price debt rate speed'.split(
    ' ',
  ),
);

/** Whether four digits stand where a year stands. */
function isYear(scan: Scan, at: number, year: number): boolean {
  const before = lowAt(scan, at - 1);
  const glued = isGlued(scan, at);
  if (glued && before === '.' && tokenAt(scan, at - 2).kind === 'number') return false;
  if (glued && tokenAt(scan, at - 1).kind !== 'word' && !isDash(before) && !'(["“\'‘/[,'.includes(before))
    return false;
  if (glued && before === ',' && tokenAt(scan, at - 2).kind === 'number') return false;
  if (NOT_BEFORE.has(before) && before !== ',' && !(before === '.' && !glued)) return false;
  if (
    lowAt(scan, at + 1) === '.' &&
    isGlued(scan, at + 1) &&
    isGlued(scan, at + 2) &&
    tokenAt(scan, at + 2).kind === 'number'
  )
    return false;
  if (isGlued(scan, at + 1) && (lowAt(scan, at + 1) === '%' || lowAt(scan, at + 1) === ':')) return false;
  const counts = countsSomething(scan, at + 1) && before !== 'the' && !STRONG_CUES.has(before);
  if (year >= 1900 && year <= 2060) return !counts || /'s$/.test(before);
  if (counts || countsSomething(scan, at + 1)) return false;
  const cued = YEAR_CUES.has(before) || before === '(' || isDash(before);
  // "killed 1700" is a count; "in 1789" is not
  if (before === 'of') return !MEASURES.has(lowAt(scan, at - 2));
  if (before === 'the' || before === "'s") return year >= 1700;
  return cued && before !== 'about' && before !== 'around' && before !== 'than' && before !== 'for';
}

/** The second year of "2003-2006", "2003-06", "2014/15"; the years in between are the range. */
function readSecondYear(scan: Scan, at: number, first: number): DatePhrase | undefined {
  const join = lowAt(scan, at);
  if (!isDash(join) && join !== '/') return undefined;
  const token = tokenAt(scan, at + 1);
  if (token.kind !== 'number' || !isGlued(scan, at + 1)) return undefined;
  if (token.text.length === 4) {
    const year = Number(token.text);
    return year > first && year - first < 500
      ? exactly(at + 1, at + 2, 'year-range', { unit: 'year', year })
      : undefined;
  }
  const year = first - (first % 100) + Number(token.text) + (Number(token.text) < first % 100 ? 100 : 0);
  const plausible = token.text.length === 2 && year > first && year - first < 60;
  // 2015-03-25 is a date, 2003-06-01 too
  return plausible && !isDash(lowAt(scan, at + 2))
    ? exactly(at + 1, at + 2, 'year-range', { unit: 'year', year })
    : undefined;
}

/** A year on its own, or two of them joined: "2006", "2003-06", "490 BC", "the year 2000", "fiscal 2014". */
export function readYear(scan: Scan, from: number, at = from): DatePhrase[] | undefined {
  const found = readYearNumber(scan, at);
  if (!found) return readShortEraYear(scan, from, at);
  if (isBeforeChrist(scan, found.to))
    return [exactly(from, found.to + 1, 'year-bc', { unit: 'year', year: 1 - found.year })];
  if (lowAt(scan, found.to) === 's' && isGlued(scan, found.to)) return undefined;
  if (from === at && tokenAt(scan, at).kind === 'number' && !isYear(scan, at, found.year)) return undefined;
  if (
    tokenAt(scan, at).kind !== 'number' &&
    !/^(of|in|since|until|summer|from|to)$/.test(lowAt(scan, at - 1))
  )
    return undefined;
  const second = readSecondYear(scan, found.to, found.year);
  const first = exactly(from, found.to, 'year', { unit: 'year', year: found.year });
  return second ? [first, second] : [first];
}

/** "70 AD", "AD 70", "490 BC". */
function readShortEraYear(scan: Scan, from: number, at: number): DatePhrase[] | undefined {
  const token = tokenAt(scan, at);
  if (token.kind !== 'number' || token.text.length > 3) return undefined;
  const year = Number(token.text);
  if (year === 0) return undefined;
  if (isBeforeChrist(scan, at + 1))
    return [exactly(from, at + 2, 'year-bc', { unit: 'year', year: 1 - year })];
  if (/^(ad|a\.d\.|ce)$/.test(lowAt(scan, at + 1)) && isCapital(scan, at + 1))
    return [exactly(from, at + 2, 'year-ad', { unit: 'year', year })];
  return undefined;
}

const DECADE_WORDS = new Map<string, number>(
  'twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, index) => [word, 192 + index]),
);
const PERSONAL = new Set(['his', 'her', 'their', 'my', 'your', 'our', 'its']);

/** "the 1980s", "the '80s", "the eighties"; not "in her sixties". */
export function readDecade(scan: Scan, from: number): DatePhrase | undefined {
  const at = lowAt(scan, from) === 'the' ? from + 1 : from;
  const personal =
    PERSONAL.has(lowAt(scan, from - 1)) ||
    (/^(early|mid|late|-)$/.test(lowAt(scan, from - 1)) &&
      (PERSONAL.has(lowAt(scan, from - 2)) || PERSONAL.has(lowAt(scan, from - 3))));
  if (personal) return undefined;
  const word = DECADE_WORDS.get(lowAt(scan, at));
  if (word !== undefined && (at > from || /^(early|mid|late|-)$/.test(lowAt(scan, from - 1))))
    return exactly(from, at + 1, 'decade', { unit: 'decade', decade: word });
  const mark = "'’‘".includes(lowAt(scan, at)) && lowAt(scan, at) !== '';
  const digits = tokenAt(scan, mark ? at + 1 : at);
  if (!mark && digits.text.length === 2 && tellsOfWarmth(scan, from)) return undefined;
  const after = (mark ? at + 1 : at) + 1;
  const plural = lowAt(scan, after) === 's' || lowAt(scan, after) === "'s";
  if (digits.kind !== 'number' || !plural || !isGlued(scan, after)) return undefined;
  return decadeOf(digits.text, from, after + 1, mark || at > from);
}

/** "Temperatures in the 60s" are degrees. */
function tellsOfWarmth(scan: Scan, from: number): boolean {
  for (let at = from - 1; at > from - 7; at--)
    if (/^(temperatures?|highs?|lows?|degrees|mercury)$/.test(lowAt(scan, at))) return true;
  return false;
}

function decadeOf(digits: string, from: number, to: number, short: boolean): DatePhrase | undefined {
  const number = Number(digits);
  if (number % 10 !== 0) return undefined;
  if (digits.length === 2 && short && number >= 20)
    return exactly(from, to, 'decade-short', { unit: 'decade', decade: 190 + number / 10 });
  if (digits.length !== 4 || number < 1000 || number > 2100) return undefined;
  // "the 1800s" are a century; "the 2000s" most often a decade
  if (number % 100 === 0 && number !== 2000)
    return exactly(from, to, 'hundreds', { unit: 'century', century: number / 100 });
  return exactly(from, to, 'decade', { unit: 'decade', decade: number / 10 });
}

/** "the 20th century", "nineteenth-century", "the 4th century BC". */
export function readCentury(scan: Scan, from: number): DatePhrase | undefined {
  const at = lowAt(scan, from) === 'the' ? from + 1 : from;
  const nth = readOrdinal(scan, at);
  if (!nth || nth.value < 1 || nth.value > 30) return undefined;
  const unit = lowAt(scan, nth.to) === '-' ? nth.to + 1 : nth.to;
  if (lowAt(scan, unit) !== 'century' && lowAt(scan, unit) !== 'centuries') return undefined;
  // Without "the" and a hyphen, "a second century" and "first century" are counts of runs.
  if (at === from && tokenAt(scan, at).kind === 'word' && nth.value < 4) return undefined;
  const bc = isBeforeChrist(scan, unit + 1);
  return exactly(from, bc ? unit + 2 : unit + 1, 'century', {
    unit: 'century',
    century: bc ? -nth.value : nth.value - 1,
  });
}
