import type { Db } from '#platform/database.ts';
import { type DaySpan, monthOf, toIsoDay } from './day-span.ts';
import { type EntryState, stateOf } from './entry-state.ts';
import { digestOf } from './refresh-entries.ts';
import {
  type DiaryCursor,
  findNearestDays,
  listAhead,
  listGone,
  listStretches,
  NO_END,
  type SeenEntry,
  type Stretch,
} from './shown-entries.repo.ts';

/** Whose diary it is. */
type DiaryEdition = { code: string; language: string };

/** An entry that readers can see now. */
export type DiaryEntry = EntryState & { id: number; uid: string };

/** Under which kind of heading an entry stands on a page. */
export type DiaryGroupKind = 'day' | 'week' | 'month' | 'ahead' | 'vague';
export type PlacedEntry = DiaryEntry & { group: DiaryGroupKind };

const GROUPS: readonly DiaryGroupKind[] = ['day', 'week', 'month', 'ahead', 'vague'];

const toEntry = ({ row, mentions, editor }: SeenEntry, language: string): DiaryEntry[] => {
  const state = stateOf(mentions, editor, language);
  return state ? [{ ...state, id: row.id, uid: row.uid }] : [];
};

/** The stretches of a week: its days, what is told of the week alone, what is told of its month or months. */
function stretchesOf(monday: number): Stretch[] {
  const [from, to] = [toIsoDay(monday), toIsoDay(monday + 6)];
  const month = { from: toIsoDay(monthOf(monday).first), to, until: from };
  return [
    { place: 0, precisions: ['day'], from, to },
    { place: 1, precisions: ['week'], from, to, until: from },
    { place: 2, precisions: ['month'], ...month },
  ];
}

/** What comes after a week: days and weeks in their order, then what is told of months and longer. */
function stretchesAfter(monday: number): Stretch[] {
  const from = toIsoDay(monday + 7);
  const begun = toIsoDay(monday - 366);
  return [
    { place: 3, precisions: ['day', 'week'], from, to: NO_END },
    { place: 4, precisions: ['month'], from, to: NO_END },
    { place: 4, precisions: ['longer'], from: begun, to: NO_END, until: toIsoDay(monday) },
  ];
}

const PAGE_SIZE = 100;

export type DiaryPage = {
  entries: PlacedEntry[];
  /** Where the next page of the same begins. */
  more?: DiaryCursor;
  /** The nearest days before and after the week that have entries. */
  before?: string;
  after?: string;
};

/** A week of the diary, by its Monday; `ahead`: and all that follows it. Two queries. */
export async function readDiary(
  db: Db,
  edition: DiaryEdition,
  { monday, ahead, from }: { monday: number; ahead: boolean; from?: DiaryCursor },
): Promise<DiaryPage> {
  const stretches = [...stretchesOf(monday), ...(ahead ? stretchesAfter(monday) : [])];
  const rows = await listStretches(db, edition.code, stretches, { limit: PAGE_SIZE + 1, after: from });
  const week = { first: toIsoDay(monday), last: toIsoDay(monday + 6) };
  const nearest = await findNearestDays(db, edition.code, week);
  const shown = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? shown.at(-1) : undefined;
  const entries = shown.flatMap((row) =>
    toEntry(row, edition.language)
      .map((entry) => ({ ...entry, group: GROUPS[row.place] ?? 'vague' }))
      .filter((entry) => isStillThere(entry, row.row)),
  );
  return {
    entries,
    ...(last && { more: { place: last.place, day: last.row.first_day, id: last.row.id } }),
    ...nearest,
  };
}

/** What was told of another day by an article that is gone by now is found by the day that is shown once that was worked out. */
const isStillThere = ({ span }: { span: DaySpan }, row: SeenEntry['row']): boolean =>
  toIsoDay(span.first) === row.first_day;

/** What is still planned by an article or, as far as there is room, under its topics; the nearest first. One query. */
export async function whatHappensNext(
  db: Db,
  edition: DiaryEdition,
  { articleId, today, limit }: { articleId: number; today: number; limit: number },
): Promise<DiaryEntry[]> {
  const article = { id: articleId, edition: edition.code };
  const seen = await listAhead(db, article, toIsoDay(today), limit * 2);
  return seen
    .flatMap((one) => toEntry(one, edition.language))
    .filter(({ status, span }) => (status === 'planned' || status === 'moved') && span.last >= today)
    .slice(0, limit)
    .sort((a, b) => a.span.first - b.span.first || a.span.last - b.span.last);
}

/** An entry as calendars are told of it; without `entry` it has been withdrawn, and nothing of its words is left. */
export type CalendarEntry = {
  uid: string;
  sequence: number;
  changedAt: Date;
  days: { first: string; last: string };
  entry?: DiaryEntry;
};

const KEPT_DAYS = 90;
const MOST_AHEAD = 2000;
const MOST_PAST = 1000;

/** What a calendar holds: from ninety days back to all ahead, whole days to months; what was withdrawn stays for as long. Three queries. */
export async function readCalendar(db: Db, edition: DiaryEdition, today: number): Promise<CalendarEntry[]> {
  const from = toIsoDay(today - KEPT_DAYS);
  const precisions = ['day', 'week', 'month'] as const;
  const past: Stretch = { place: 0, precisions, from, to: toIsoDay(today - 1) };
  const ahead: Stretch = { place: 0, precisions, from: toIsoDay(today), to: NO_END };
  const seen = [
    ...(await listStretches(db, edition.code, [past], { limit: MOST_PAST })),
    ...(await listStretches(db, edition.code, [ahead], { limit: MOST_AHEAD })),
    ...(await listGone(db, edition.code, from, MOST_PAST)),
  ];
  return seen.map((one) => toCalendarEntry(one, edition.language));
}

function toCalendarEntry(seen: SeenEntry, language: string): CalendarEntry {
  const { row } = seen;
  const [entry] = toEntry(seen, language);
  // Until a change has been followed, the row still has the sequence of what was shown before.
  const unfollowed = digestOf(entry) !== row.shown;
  const days = entry
    ? { first: toIsoDay(entry.span.first), last: toIsoDay(entry.span.last) }
    : { first: row.first_day, last: row.last_day };
  return {
    uid: row.uid,
    sequence: row.sequence + (unfollowed ? 1 : 0),
    changedAt: row.changed_at,
    days,
    ...(entry && { entry }),
  };
}
