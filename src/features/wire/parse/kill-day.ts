import { monthOf } from './date-words.ts';

/** Agencies take back what they sent lately: another day is not the one on which the story moved. */
const MOST_DAYS = 14;
const DAY_MS = 86_400_000;

const FORMS: readonly [pattern: RegExp, order: 'ymd' | 'dmy' | 'mdy'][] = [
  [/\b(\d{4})-(\d{2})-(\d{2})\b/gu, 'ymd'],
  [/(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.(?:(\d{4}|\d{2})(?!\d))?/gu, 'dmy'],
  [/(?<!\d)(\d{1,2})(?:\.|er|º)?\s(?:de\s)?(\p{L}{3,10})\.?(?:,?\s(?:de\s)?(\d{4}))?/gu, 'dmy'],
  [/(?<!\p{L})(\p{L}{3,10})\.?\s(\d{1,2})(?:st|nd|rd|th)?(?!\d)(?:,\s(\d{4}))?/gu, 'mdy'],
  [/(\d{1,2})월\s?(\d{1,2})일/gu, 'mdy'],
];

/** The day, "2026-03-04", that an order names as the one on which its story was sent; the order's own day where it names none: undefined. */
export function dayNamed(words: string, sent: string | undefined): string | undefined {
  const now = Date.parse(sent ?? '');
  if (Number.isNaN(now)) return undefined;
  for (const [pattern, order] of FORMS) {
    for (const [, a = '', b = '', c = ''] of words.matchAll(pattern)) {
      const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
      const time = timeOf(year, month, Number(day), now);
      if (time !== undefined) return new Date(time).toISOString().slice(0, 10);
    }
  }
  return undefined;
}

function timeOf(year: string, word: string, day: number, now: number): number | undefined {
  const month = /^\d+$/.test(word) ? Number(word) : monthOf(word);
  if (month === undefined || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const said = year === '' ? new Date(now).getUTCFullYear() : Number(year) + (year.length === 2 ? 2000 : 0);
  // Of the last year, at the turn of it.
  const times = [said, said - 1].map((one) => Date.UTC(one, month - 1, day));
  return times.find((time) => time <= now && now - time <= MOST_DAYS * DAY_MS);
}
