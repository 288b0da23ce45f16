import type { ColumnType, Generated, Selectable } from 'kysely';
import type { Document } from '#document/document.ts';
import type { StoryState } from './story.ts';

/** JSON goes in as text and comes out parsed. */
type Json<T> = ColumnType<T, string, string>;

/** A picture as a take names it: by the address it came from. */
export type PictureReference = {
  href: string;
  alt?: string;
  caption?: string;
  credit?: string;
  /** Where its sender says so. */
  kind?: 'graphic';
};

type StoryTable = {
  id: Generated<number>;
  edition: string;
  section_id: number;
  state: StoryState;
  slug: string | null;
  wire_source_id: number | null;
  wire_guid: string | null;
  wire_version: number | null;
  current_take: Generated<number>;
  translation_of: number | null;
  withheld: Generated<boolean>;
  embargo_until: Date | null;
  /** The story that this one turned out to be; its takes are there. */
  merged_into: Generated<number | null>;
  /** The queue that it waits in. */
  desk: Generated<string | null>;
  /** Names of the rules that called the desk to it. */
  alerts: Generated<string[]>;
  created_at: Date;
  updated_at: Date;
};

type TakeTable = {
  story_id: number;
  number: number;
  headline: string;
  deck: string;
  body: Json<Document>;
  byline: string;
  credit: string;
  located: string;
  language: string;
  urgency: number | null;
  ed_note: string;
  topics: number[];
  pictures: Json<PictureReference[]>;
  signal: string[];
  wire_item_id: number | null;
  made_by: string;
  made_at: Date;
};

export type StoryRow = Selectable<StoryTable>;
export type TakeRow = Selectable<TakeTable>;

declare module '#platform/database.ts' {
  interface Tables {
    story: StoryTable;
    take: TakeTable;
  }
}
