import type { ColumnType, Generated, GeneratedAlways, Selectable } from 'kysely';
import type { TimexMod } from '#record/record.ts';
import type { Precision } from './day-span.ts';
import type { EntryOutcome, MentionRole } from './entry-state.ts';

/** "2015-04-06" */
type Day = string;

type DiaryEntryTable = {
  id: GeneratedAlways<number>;
  edition: string;
  uid: ColumnType<string, never, never>;
  sequence: Generated<number>;
  first_day: Day;
  last_day: Day;
  precision: Precision;
  shown: Generated<string>;
  keys: string[];
  confirmed: Generated<boolean>;
  struck: Generated<boolean>;
  set_what: ColumnType<string | null, never, string>;
  set_when: ColumnType<string | null, never, string>;
  set_mod: ColumnType<TimexMod | null, never, TimexMod | null>;
  set_outcome: ColumnType<EntryOutcome | null, never, EntryOutcome>;
  set_outcome_article: ColumnType<number | null, never, number | null>;
  created_at: Generated<Date>;
  changed_at: Generated<Date>;
};

type DiaryMentionTable = {
  id: GeneratedAlways<number>;
  entry_id: number;
  article_id: number;
  revision: number;
  told_at: Date;
  role: MentionRole;
  start_at: number;
  end_at: number;
  sentence: string;
  what: string;
  who: string[];
  actors: string[];
  place: string | null;
  when_value: string;
  when_mod: TimexMod | null;
  certain: boolean;
  context: string[];
  withdrawn: Generated<boolean>;
};

type DiaryTopicTable = { topic_id: number; last_day: Day; entry_id: number };

export type DiaryEntryRow = Selectable<DiaryEntryTable>;
export type DiaryMentionRow = Selectable<DiaryMentionTable>;

declare module '#platform/database.ts' {
  interface Tables {
    diary_entry: DiaryEntryTable;
    diary_mention: DiaryMentionTable;
    diary_topic: DiaryTopicTable;
  }
}
