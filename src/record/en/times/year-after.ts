import type { TimeAnchor } from '../../record.ts';
import { type Context, isGlued, lowAt, type Scan, tokenAt } from '../../times/phrase.ts';
import { yearMentioned, yearNow } from './anchor.ts';

/** A year as part of a longer date; `anchor` is there when it was counted from something. */
export type YearOf = {
  to: number;
  year: (context: Context) => number | undefined;
  anchor?: (context: Context) => TimeAnchor;
};

/** A year in four digits that is not the head of a longer number. */
export function readYearNumber(scan: Scan, at: number): { year: number; to: number } | undefined {
  const token = tokenAt(scan, at);
  if (token.kind === 'number' && token.text.length === 4) {
    const year = Number(token.text);
    const longer =
      lowAt(scan, at + 1) === ',' &&
      isGlued(scan, at + 1) &&
      isGlued(scan, at + 2) &&
      tokenAt(scan, at + 2).kind === 'number';
    return year >= 1000 && year <= 2199 && !longer ? { year, to: at + 1 } : undefined;
  }
  // '98
  if (!"'’‘".includes(token.low) || token.low === '') return undefined;
  const short = tokenAt(scan, at + 1);
  if (
    short.kind !== 'number' ||
    short.text.length !== 2 ||
    !isGlued(scan, at + 1) ||
    lowAt(scan, at + 2) === 's'
  )
    return undefined;
  const two = Number(short.text);
  return { year: two > 40 ? 1900 + two : 2000 + two, to: at + 2 };
}

const RELATIVE = new Map<string, number>([
  ['last', -1],
  ['this', 0],
  ['next', 1],
]);

/** "BC", "B.C.", "BCE" after a year. */
export const isBeforeChrist = (scan: Scan, at: number): boolean =>
  /^(bc|b\.c\.|bce|b\.c\.e\.)$/.test(lowAt(scan, at));

/** The year after a month or a day: ", 2015", "of 2015", "last year", "of the same year". */
export function readYearAfter(scan: Scan, from: number): YearOf | undefined {
  let at = lowAt(scan, from) === ',' ? from + 1 : from;
  if (lowAt(scan, at) === 'of' || lowAt(scan, at) === 'in') at++;
  if (lowAt(scan, at) === 'fiscal') at += lowAt(scan, at + 1) === 'year' ? 2 : 1;
  const fixed = readYearNumber(scan, at);
  if (fixed) {
    const bc = isBeforeChrist(scan, fixed.to);
    return { to: bc ? fixed.to + 1 : fixed.to, year: () => (bc ? 1 - fixed.year : fixed.year) };
  }
  const short = tokenAt(scan, at);
  if (short.kind === 'number' && short.text.length < 4 && isBeforeChrist(scan, at + 1))
    return { to: at + 2, year: () => 1 - Number(short.text) };
  if (lowAt(scan, from) === ',') return undefined;
  const count = RELATIVE.get(lowAt(scan, at));
  if (count !== undefined && lowAt(scan, at + 1) === 'year')
    return {
      to: at + 2,
      year: (context) => addTo(yearNow(context), count),
      anchor: (context) => context.anchor,
    };
  const pair = `${lowAt(scan, at)} ${lowAt(scan, at + 1)} ${lowAt(scan, at + 2)}`;
  const mentioned = MENTIONED.get(pair);
  if (mentioned !== undefined)
    return {
      to: at + 3,
      year: (context) => addTo(yearMentioned(context), mentioned),
      anchor: () => 'mention',
    };
  if (lowAt(scan, at) === 'that' && lowAt(scan, at + 1) === 'year')
    return { to: at + 2, year: yearMentioned, anchor: () => 'mention' };
  return undefined;
}

const MENTIONED = new Map<string, number>([
  ['the same year', 0],
  ['that same year', 0],
  ['the following year', 1],
  ['the next year', 1],
  ['the previous year', -1],
]);

const addTo = (year: number | undefined, count: number): number | undefined =>
  year === undefined ? undefined : year + count;
