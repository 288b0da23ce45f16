import type { Selectable } from 'kysely';

export type TimelinePrecision = 'day' | 'month';

type TimelineEntryTable = {
  topic_id: number;
  /** "2015-04-06"; of a month its first. */
  day: string;
  article_id: number;
  start_at: number;
  end_at: number;
  revision: number;
  precision: TimelinePrecision;
  sentence: string;
};

type TimelineFollowedTable = { article_id: number; revision: number; version: number };

export type TimelineEntryRow = Selectable<TimelineEntryTable>;

declare module '#platform/database.ts' {
  interface Tables {
    timeline_entry: TimelineEntryTable;
    timeline_followed: TimelineFollowedTable;
  }
}
