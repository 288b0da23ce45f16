import { toCivil } from '../../times/calendar.ts';
import {
  type Context,
  type DatePhrase,
  isCapital,
  isGlued,
  lowAt,
  type Resolved,
  type Scan,
  skipHyphen,
  tokenAt,
} from '../../times/phrase.ts';
import { firstDay, type Season, type When } from '../../times/when.ts';
import { SEASONS } from '../calendar-words.ts';
import { readOrdinal } from '../numbers.ts';
import { absolute, chooseYear, fromToday, yearNow } from './anchor.ts';
import { readYearAfter, type YearOf } from './year-after.ts';

const SEASON_CUES = new Set([
  'in',
  'during',
  'by',
  'through',
  'throughout',
  'since',
  'until',
  'till',
  'over',
  'early',
  'late',
  'mid',
  '-',
  'of',
  'for',
  'every',
  'each',
  'before',
]);

function withYear(context: Context, year: YearOf, make: (year: number) => When): Resolved | undefined {
  const found = year.year(context);
  if (found === undefined) return undefined;
  return year.anchor
    ? { when: make(found), anchor: year.anchor(context), confidence: 0.9 }
    : absolute(make(found));
}

/** "summer 2014", "the summer of 2014", "in the spring"; not "the fall of Saigon", "summer camp". */
export function readSeason(scan: Scan, from: number): DatePhrase | undefined {
  const at = lowAt(scan, from) === 'the' ? from + 1 : from;
  const season = SEASONS.get(lowAt(scan, at));
  if (!season) return undefined;
  const year = readYearAfter(scan, at + 1) ?? readSharedYear(scan, at + 1);
  if (year)
    return {
      from,
      to: year.to,
      rule: 'season-year',
      resolve: (context) => withYear(context, year, (found) => ({ unit: 'season', season, year: found })),
    };
  const cued = SEASON_CUES.has(lowAt(scan, from - 1));
  const next = tokenAt(scan, at + 1);
  const free =
    next.kind !== 'word' ||
    /^(and|or|but|when|as|after|before|with|the|he|she|they|it|we|to|by|in|at|for|from|is|was|were|are|will|would)$/.test(
      next.low,
    );
  if (!cued || !free) return undefined;
  return { from, to: at + 1, rule: 'season', resolve: (context) => bareSeason(context, season) };
}

/** The year of "summer and autumn 1918" for the first of the two. */
function readSharedYear(scan: Scan, from: number): YearOf | undefined {
  const joined = lowAt(scan, from) === 'and' || lowAt(scan, from) === 'or';
  const year = joined && SEASONS.has(lowAt(scan, from + 1)) ? readYearAfter(scan, from + 2) : undefined;
  return year && { ...year, to: from };
}

function bareSeason(context: Context, season: Season): Resolved | undefined {
  const year = chooseYear(context, (at) => {
    const first = firstDay({ unit: 'season', season, year: at });
    return [first, first + 90];
  });
  return year === undefined
    ? undefined
    : { when: { unit: 'season', season, year }, anchor: context.anchor, confidence: 0.65 };
}

const SPORT = new Set(
  'touchdown touchdowns yard yards game games scored scoring halftime quarterback basket rebounds goal goals interception fumble kickoff kicker'.split(
    ' ',
  ),
);

/** Whether the words around talk of a match, where quarters are parts of a game. */
function isMatch(scan: Scan, at: number): boolean {
  for (let near = at - 14; near < at + 14; near++) if (SPORT.has(lowAt(scan, near))) return true;
  return false;
}

/** "the third quarter", "third-quarter", "Q3 2014", "the first half of 2014". */
export function readQuarter(scan: Scan, from: number): DatePhrase | undefined {
  const at = lowAt(scan, from) === 'the' ? from + 1 : from;
  const nth = readOrdinal(scan, at) ?? (lowAt(scan, at) === 'final' ? { value: 4, to: at + 1 } : undefined);
  if (!nth || nth.value > 4) return undefined;
  const noun = skipHyphen(scan, nth.to);
  const fiscal = lowAt(scan, noun) === 'fiscal' ? noun + 1 : noun;
  const word = lowAt(scan, fiscal);
  if (word === 'half' && nth.value < 3) return readHalf(scan, from, fiscal + 1, nth.value);
  if (word !== 'quarter') return undefined;
  return quarter(scan, from, fiscal + 1, nth.value);
}

function quarter(scan: Scan, from: number, end: number, nth: number): DatePhrase | undefined {
  const year = readYearAfter(scan, end);
  if (year)
    return {
      from,
      to: year.to,
      rule: 'quarter-year',
      resolve: (context) => withYear(context, year, (found) => ({ unit: 'quarter', nth, year: found })),
    };
  if (isMatch(scan, from)) return undefined;
  const ofYear =
    lowAt(scan, end) === 'of' && lowAt(scan, end + 1) === 'the' && lowAt(scan, end + 2) === 'year';
  return {
    from,
    to: ofYear ? end + 3 : end,
    rule: 'quarter',
    resolve: (context) => bareQuarter(context, nth),
  };
}

/** The last such quarter that has begun, or under a future verb the one to come. */
function bareQuarter(context: Context, nth: number): Resolved | undefined {
  return fromToday(
    context,
    (day) => {
      const { year } = toCivil(day);
      const begins = firstDay({ unit: 'quarter', nth, year });
      if (context.tense === 'future')
        return { unit: 'quarter', nth, year: begins + 91 > day ? year : year + 1 };
      return { unit: 'quarter', nth, year: begins <= day ? year : year - 1 };
    },
    0.7,
  );
}

function readHalf(scan: Scan, from: number, end: number, nth: number): DatePhrase | undefined {
  const year = readYearAfter(scan, end);
  if (year)
    return {
      from,
      to: year.to,
      rule: 'half-year',
      resolve: (context) => withYear(context, year, (found) => ({ unit: 'half', nth, year: found })),
    };
  if (lowAt(scan, end) !== 'of' || lowAt(scan, end + 1) !== 'the' || lowAt(scan, end + 2) !== 'year')
    return undefined;
  return {
    from,
    to: end + 3,
    rule: 'half-year',
    resolve: (context) => {
      const now = yearNow(context);
      return now === undefined
        ? undefined
        : { when: { unit: 'half', nth, year: now }, anchor: context.anchor, confidence: 0.8 };
    },
  };
}

/** "Q3", "Q3 2014", "3Q". */
export function readQuarterCode(scan: Scan, from: number): DatePhrase | undefined {
  const first = tokenAt(scan, from);
  const second = tokenAt(scan, from + 1);
  if (!isGlued(scan, from + 1) || (isGlued(scan, from + 2) && tokenAt(scan, from + 2).kind === 'word'))
    return undefined;
  const digit = first.low === 'q' ? second.low : second.low === 'q' ? first.low : '';
  const nth = Number(digit);
  if (digit.length !== 1 || !(nth >= 1 && nth <= 4)) return undefined;
  return quarter(scan, from, from + 2, nth);
}

/** "fiscal 2014", "fiscal year 2014", "FY2014", "the 2014 fiscal year". */
export function readFiscalYear(scan: Scan, from: number): DatePhrase | undefined {
  const low = lowAt(scan, from);
  const at =
    low === 'fy' && isCapital(scan, from)
      ? from + 1
      : low === 'fiscal' || low === 'financial'
        ? lowAt(scan, from + 1) === 'year'
          ? from + 2
          : from + 1
        : -1;
  if (at < 0) return undefined;
  const token = tokenAt(scan, at);
  if (token.kind !== 'number' || (token.text.length !== 4 && !(low === 'fy' && token.text.length === 2)))
    return undefined;
  const year = token.text.length === 2 ? 2000 + Number(token.text) : Number(token.text);
  if (year < 1900 || year > 2100) return undefined;
  return {
    from,
    to: at + 1,
    rule: 'fiscal-year',
    resolve: () => ({ when: { unit: 'year', year }, confidence: 0.8 }),
  };
}
