import { toDay } from '../../times/calendar.ts';
import { type DatePhrase, isGlued, lowAt, type Scan, tokenAt } from '../../times/phrase.ts';
import { absolute } from './anchor.ts';

const numberAt = (scan: Scan, at: number, longest: number): number | undefined => {
  const token = tokenAt(scan, at);
  return token.kind === 'number' && token.text.length <= longest ? Number(token.text) : undefined;
};

function datePhrase(
  from: number,
  to: number,
  year: number,
  month: number,
  day: number,
): DatePhrase | undefined {
  const date = toDay(year, month, day);
  if (date === undefined || year < 1000 || year > 2199) return undefined;
  return { from, to, rule: 'numeric-date', resolve: () => absolute({ unit: 'day', day: date }) };
}

/** "2015-03-25", "2015/03/25", "3/25/2015", "25.3.2015", "25/3/15"; month first where both are possible. */
export function readNumericDate(scan: Scan, from: number): DatePhrase | undefined {
  const mark = lowAt(scan, from + 1);
  if ((mark !== '-' && mark !== '/' && mark !== '.') || lowAt(scan, from + 3) !== mark) return undefined;
  for (let at = from + 1; at < from + 5; at++) if (!isGlued(scan, at)) return undefined;
  const more = lowAt(scan, from + 5);
  if (more === mark && isGlued(scan, from + 5) && tokenAt(scan, from + 6).kind === 'number') return undefined;
  const [a, b, c] = [numberAt(scan, from, 4), numberAt(scan, from + 2, 2), numberAt(scan, from + 4, 4)];
  if (a === undefined || b === undefined || c === undefined) return undefined;
  if (tokenAt(scan, from).text.length === 4) return datePhrase(from, from + 5, a, b, c);
  const digits = tokenAt(scan, from + 4).text.length;
  if (tokenAt(scan, from).text.length > 2 || (digits !== 4 && (digits !== 2 || mark === '.')))
    return undefined;
  const year = digits === 4 ? c : c > 40 ? 1900 + c : 2000 + c;
  const dayFirst = mark === '.' || a > 12;
  return dayFirst ? datePhrase(from, from + 5, year, b, a) : datePhrase(from, from + 5, year, a, b);
}
