import type { Candidate } from './search-documents.repo.ts';

/**
 * Where a page of results begins. Newest first: after an article. Best first: in a block of ranked articles that begins
 * with `start`, after the article of this score and number.
 */
export type SearchCursor =
  | { sort: 'newest'; after: Candidate }
  | { sort: 'best'; tier: 'names' | 'text'; start: Candidate; score: number; id: number };

const PLACE = '([0-9a-z]{1,10})-([0-9a-z]{1,11})';
const NEWEST = new RegExp(`^${PLACE}$`);
const BEST = new RegExp(`^([nt])-${PLACE}-(-?)([0-9a-z]{1,10})-([0-9a-z]{1,11})$`);

/** No time of an article is later; PostgreSQL would not take every one that is. An invalid time is not earlier either. */
const END = new Date('9999-12-31T00:00:00Z');

const placeText = ({ at, id }: Candidate): string => `${at.getTime().toString(36)}-${id.toString(36)}`;

/** A cursor as it stands in an address. Scores are whole numbers. */
export function toSearchCursorText(cursor: SearchCursor): string {
  if (cursor.sort === 'newest') return placeText(cursor.after);
  const { tier, start, score, id } = cursor;
  const sign = score < 0 ? '-' : '';
  return `${tier === 'names' ? 'n' : 't'}-${placeText(start)}-${sign}${Math.abs(score).toString(36)}-${id.toString(36)}`;
}

/** The cursor of an address, undefined for one that this program did not write. */
export function parseSearchCursor(text: string): SearchCursor | undefined {
  const [, newestAt, newestId] = NEWEST.exec(text) ?? [];
  const after = newestAt && newestId ? toPlace(newestAt, newestId) : undefined;
  if (after) return { sort: 'newest', after };
  const [, tier, at = '', startId = '', sign, score = '', id = ''] = BEST.exec(text) ?? [];
  const start = toPlace(at, startId);
  const numbers = [Number.parseInt(score, 36), Number.parseInt(id, 36)] as const;
  if (!tier || !start || !numbers.every(Number.isSafeInteger)) return undefined;
  return {
    sort: 'best',
    tier: tier === 'n' ? 'names' : 'text',
    start,
    score: sign === '-' ? -numbers[0] : numbers[0],
    id: numbers[1],
  };
}

function toPlace(time: string, number: string): Candidate | undefined {
  const at = new Date(Number.parseInt(time, 36));
  const id = Number.parseInt(number, 36);
  return at < END && Number.isSafeInteger(id) ? { at, id } : undefined;
}
