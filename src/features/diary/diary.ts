export { type DaySpan, type EventTime, fromIsoDay, mondayOfWeek, toIsoDay, toSpan } from './day-span.ts';
export { type EditEntry, editEntry } from './edit-entry.ts';
export { type EntryOutcome, isOpen, type Mention } from './entry-state.ts';
export { followArticle } from './follow-article.ts';
export {
  type CalendarEntry,
  type DiaryEntry,
  type DiaryPage,
  type PlacedEntry,
  readCalendar,
  readDiary,
  whatHappensNext,
} from './read-diary.ts';
export { diaryKey, entryKey } from './refresh-entries.ts';
export type { DiaryCursor } from './shown-entries.repo.ts';
export { type CalendarWords, writeCalendar } from './write-calendar.ts';
